package skolem.explicit.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.source.Code;
import skolem.frontend.source.RejectedException;
import skolem.frontend.value.BoolValue;
import skolem.frontend.value.FunctionValue;
import skolem.frontend.value.IntValue;
import skolem.frontend.value.RecordValue;
import skolem.frontend.value.SetValue;
import skolem.frontend.value.StringValue;
import skolem.frontend.value.Value;

/// The operators of TLC: functions by pairs, assertions, output.
final class TlcOps {
  private static final int LARGEST_PERMUTED = 9;

  private final Evaluator evaluator;
  private final Consumer<String> output;
  private final Registers registers;

  TlcOps(Evaluator evaluator, Consumer<String> output, Registers registers) {
    this.evaluator = evaluator;
    this.output = output;
    this.registers = registers;
  }

  /// `a :> b`.
  Value singleMap(Expr.Native map, Environment environment, States states) {
    Value argument = evaluator.value(map.value(0), environment, states);
    Value result = evaluator.value(map.value(1), environment, states);
    return FunctionValue.ofAscending(List.of(argument), List.of(result));
  }

  /// `f @@ g`.
  Value override(Expr.Native override, Environment environment, States states) {
    FunctionValue left = evaluator.function(override.value(0), environment, states);
    FunctionValue right = evaluator.function(override.value(1), environment, states);
    Map<Value, Value> graph = new TreeMap<>();
    putAll(right, graph);
    putAll(left, graph);
    SetOps.listed(graph.keySet(), override.span());
    return FunctionValue.of(graph);
  }

  private static void putAll(FunctionValue function, Map<Value, Value> graph) {
    for (int i = 0; i < function.size(); i++) {
      graph.put(function.argument(i), function.result(i));
    }
  }

  /// `Permutations(S)`: the bijections of `S` with itself.
  Value permutations(Expr.Native permutations, Environment environment, States states) {
    Expr operand = permutations.value(0);
    List<Value> elements =
        evaluator.set(operand, environment, states).toValue(operand.span()).elements();
    if (elements.size() > LARGEST_PERMUTED) {
      throw EvaluationErrors.undefined(
          permutations.span(), "Permutations of " + elements.size() + " elements are too many");
    }
    List<Value> all = new ArrayList<>();
    permute(new ArrayList<>(elements), 0, elements, all);
    return SetValue.of(all);
  }

  private static void permute(
      List<Value> images, int place, List<Value> elements, List<Value> all) {
    if (place == images.size()) {
      all.add(FunctionValue.ofAscending(elements, List.copyOf(images)));
      return;
    }
    for (int i = place; i < images.size(); i++) {
      Collections.swap(images, place, i);
      permute(images, place + 1, elements, all);
      Collections.swap(images, place, i);
    }
  }

  /// `Assert(condition, message)`.
  Value assertion(Expr.Native assertion, Environment environment, States states) {
    if (!evaluator.holds(assertion.value(0), environment, states)) {
      Value message = evaluator.value(assertion.value(1), environment, states);
      throw RejectedException.of(Code.ASSERT, assertion.span(), "Assert: " + plain(message));
    }
    return BoolValue.TRUE;
  }

  private static String plain(Value message) {
    return message instanceof StringValue string ? string.text() : message.toString();
  }

  /// `Print(message, value)`.
  Value print(Expr.Native print, Environment environment, States states) {
    Value message = evaluator.value(print.value(0), environment, states);
    Value value = evaluator.value(print.value(1), environment, states);
    output.accept(message + "  " + value);
    return value;
  }

  /// `PrintT(message)`.
  Value printT(Expr.Native print, Environment environment, States states) {
    output.accept(evaluator.value(print.value(0), environment, states).toString());
    return BoolValue.TRUE;
  }

  Value text(Expr.Native text, Environment environment, States states) {
    return new StringValue(evaluator.value(text.value(0), environment, states).toString());
  }

  /// `TLCGet("level")`, the place of the current state in its behaviour, from 1;
  /// `TLCGet("config")`, of which only `mode` and `worker` are known; the switch that allows
  /// `\cdot`; and a register.
  Value get(Expr.Native get, Environment environment, States states) {
    Value what = evaluator.value(get.value(0), environment, states);
    evaluator.noteLook();
    Value found = what instanceof StringValue name ? fact(name.text(), states) : null;
    if (found == null) {
      found = registers.get(what);
    }
    if (found == null) {
      throw EvaluationErrors.unsupported(get.span(), "TLCGet(" + what + ") is not supported");
    }
    return found;
  }

  private static @Nullable Value fact(String name, States states) {
    return switch (name) {
      case "level" -> IntValue.of(states.level());
      case "config" ->
          new RecordValue(List.of("mode", "worker"), List.of(new StringValue("bfs"), IntValue.ONE));
      case "-Dtlc2.tool.impl.Tool.cdot" -> new StringValue("true");
      default -> null;
    };
  }

  /// `TLCSet(register, value)`; where several threads search, for assumptions only, because
  /// elsewhere the order of the search would show.
  Value set(Expr.Native set, Environment environment, States states) {
    if (!registers.isWritable() && !states.isNone()) {
      throw EvaluationErrors.unsupported(
          set.span(), "TLCSet is not supported with several workers; use one");
    }
    evaluator.noteLook();
    registers.put(
        evaluator.value(set.value(0), environment, states),
        evaluator.value(set.value(1), environment, states));
    return BoolValue.TRUE;
  }
}
