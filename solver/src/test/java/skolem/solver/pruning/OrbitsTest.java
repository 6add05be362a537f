package skolem.solver.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skolem.encoder.abstraction.Fact;
import skolem.encoder.transition.Trail;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.ModelValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.TupleValue;
import skolem.frontend.value.Value;

class OrbitsTest {
  private static final List<ModelValue> SERVERS = values("s1", "s2", "s3");
  private static final List<ModelValue> CLIENTS = values("c1", "c2");
  private static final ModelValue NONE = new ModelValue("none");

  private final Orbits orbits = new Orbits(List.of(SERVERS, CLIENTS));

  private static List<ModelValue> values(String... names) {
    return Stream.of(names).map(ModelValue::new).toList();
  }

  private static ModelValue server(int number) {
    return SERVERS.get(number - 1);
  }

  private static ModelValue client(int number) {
    return CLIENTS.get(number - 1);
  }

  private static Fact is(Value value, Value... path) {
    return new Fact(0, List.of(path), new Fact.Is(value));
  }

  private static Fact contains(Value element, Value... path) {
    return new Fact(0, List.of(path), new Fact.Contains(element));
  }

  /// A way through a disjunct, then these elements.
  private static Trail through(int side, Value... elements) {
    Trail trail = new Trail(null, new Trail.Side(side));
    for (Value element : elements) {
      trail = new Trail(trail, new Trail.Element(element));
    }
    return trail;
  }

  private void areOfOneOrbit(Fact one, Fact other) {
    assertEquals(orbits.key(one), orbits.key(other));
  }

  private void areNot(Fact one, Fact other) {
    assertNotEquals(orbits.key(one), orbits.key(other));
  }

  @Test
  void factsThatDifferInInterchangeableValues() {
    areOfOneOrbit(is(server(2), server(1)), is(server(1), server(3)));
    areOfOneOrbit(is(server(2), server(2)), is(server(3), server(3)));
    areOfOneOrbit(contains(server(1), client(2)), contains(server(3), client(1)));
    areOfOneOrbit(
        contains(TupleValue.of(List.of(server(3), server(1)))),
        contains(TupleValue.of(List.of(server(1), server(2)))));
    areOfOneOrbit(
        contains(SetValue.of(List.of(server(1), server(3)))),
        contains(SetValue.of(List.of(server(2), server(3)))));
  }

  @Test
  void factsThatDifferOtherwise() {
    areNot(is(server(2), server(1)), is(server(1), server(1)));
    areNot(is(NONE, server(1)), is(server(2), server(1)));
    areNot(is(client(1), server(1)), is(server(2), server(1)));
    areNot(is(server(1)), contains(server(1)));
    areNot(is(IntValue.of(1), server(1)), is(IntValue.of(2), server(1)));
    areNot(is(server(1)), new Fact(1, List.of(), new Fact.Is(server(1))));
    areNot(
        contains(TupleValue.of(List.of(server(3), server(1)))),
        contains(TupleValue.of(List.of(server(2), server(2)))));
    areNot(
        contains(SetValue.of(List.of(server(1), server(3)))),
        contains(SetValue.of(List.of(server(2)))));
  }

  @Test
  void waysThroughAnAction() {
    assertEquals(
        orbits.key(through(1, server(1), client(1), server(2))),
        orbits.key(through(1, server(3), client(2), server(1))));
    assertNotEquals(
        orbits.key(through(1, server(1), server(2))), orbits.key(through(1, server(1), server(1))));
    assertNotEquals(orbits.key(through(1, server(1))), orbits.key(through(2, server(1))));
    assertNotEquals(orbits.key(through(1, server(1))), orbits.key(through(1, NONE)));
  }

  /// What a term stands for, and for which elements something holds, is not renamed with the
  /// elements of a trail.
  @Test
  void waysThatPartOtherwiseAreAlone() {
    for (Trail.Way way : List.of(new Trail.Unique(), new Trail.Instance(server(1), true))) {
      Trail before = new Trail(null, way);
      assertNotEquals(
          orbits.key(new Trail(before, new Trail.Element(server(1)))),
          orbits.key(new Trail(before, new Trail.Element(server(2)))));
    }
  }

  @Test
  void nothingIsInterchangeable() {
    Orbits none = new Orbits(List.of());
    assertNotEquals(none.key(is(server(1))), none.key(is(server(2))));
    assertEquals(none.key(through(1, server(1))), none.key(through(1, server(1))));
  }
}
