package skolem.frontend.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Fingerprints agree with equality, on a sample of values of every kind that resemble each other.
class FingerprintTest {
  private static List<Value> sample() {
    List<Value> scalars = new ArrayList<>(List.of(BoolValue.TRUE, BoolValue.FALSE));
    for (int i = -300; i < 1300; i++) {
      scalars.add(IntValue.of(i));
    }
    scalars.add(IntValue.of(BigInteger.TWO.pow(70)));
    // "Aa" and "BB" have one hash code in Java.
    for (String text : List.of("", "1", "Aa", "BB", "AaAa", "BBBB", "AaBB")) {
      scalars.add(new StringValue(text));
      scalars.add(new ModelValue(text));
    }
    List<Value> all = new ArrayList<>(scalars);
    for (Value a : scalars.subList(0, 40)) {
      all.add(SetValue.of(a));
      all.add(TupleValue.of(a));
      all.add(new RecordValue(List.of("f"), List.of(a)));
      all.add(FunctionValue.of(Map.of(IntValue.ZERO, a)));
      for (Value b : scalars.subList(0, 40)) {
        all.add(TupleValue.of(a, b));
        all.add(TupleValue.of(TupleValue.of(a), b));
        all.add(FunctionValue.of(Map.of(new ModelValue("m"), a, new ModelValue("n"), b)));
      }
    }
    return all;
  }

  @Test
  void differentValuesHaveDifferentFingerprints() {
    Map<Long, Value> seen = new HashMap<>();
    for (Value value : sample()) {
      Value other = seen.putIfAbsent(value.fingerprint(), value);
      assertThat(other).isIn(null, value);
    }
  }

  @Test
  void equalValuesHaveOneFingerprint() {
    List<Value> first = sample();
    List<Value> second = sample();
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).isEqualTo(second.get(i));
      assertThat(first.get(i)).hasSameHashCodeAs(second.get(i));
      assertThat(first.get(i).fingerprint()).isEqualTo(second.get(i).fingerprint());
    }
  }

  @Test
  void theOrderOfConstructionDoesNotMatter() {
    assertThat(SetValue.of(IntValue.ONE, IntValue.ZERO).fingerprint())
        .isEqualTo(SetValue.of(IntValue.ZERO, IntValue.ONE).fingerprint());
    RecordValue record = new RecordValue(List.of("f", "g"), List.of(IntValue.ONE, IntValue.ZERO));
    assertThat(record.with(0, IntValue.ZERO).with(0, IntValue.ONE).fingerprint())
        .isEqualTo(record.fingerprint());
  }
}
