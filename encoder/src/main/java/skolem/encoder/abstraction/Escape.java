package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import skolem.encoder.abstraction.Form.Kind;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;

/// Whether a symbolic state is outside of a form: true under each assignment that makes it a state
/// that the form has no room for.
public final class Escape {
  private final Formulas formulas;

  private Escape(Formulas formulas) {
    this.formulas = formulas;
  }

  /// @param values the state, a value for each variable
  /// @param forms of the variables, in their order
  public static Formula of(List<SymValue> values, List<Form> forms, Formulas formulas) {
    Escape escape = new Escape(formulas);
    List<Formula> outside = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      outside.add(escape.from(forms.get(i), values.get(i)));
    }
    return formulas.or(outside);
  }

  private Formula from(Form form, SymValue value) {
    return switch (value) {
      case SymValue.Mixed(var alternatives) ->
          formulas.or(
              alternatives.stream()
                  .map(a -> formulas.and(a.guard(), from(form, a.value())))
                  .toList());
      case SymValue.Bool(var formula) ->
          form.ofKind(Kind.BOOLEAN) instanceof Form.Truth(var mayHold, var mayFail)
              ? formulas.or(
                  mayHold ? formulas.falsity() : formula,
                  mayFail ? formulas.falsity() : formula.not())
              : formulas.truth();
      case SymValue.Atom(var choices) -> {
        if (!(form.ofKind(Kind.ATOM) instanceof Form.OneOf(var values))) {
          yield formulas.truth();
        }
        List<Formula> others = new ArrayList<>();
        choices.forEach((choice, guard) -> {
          if (!values.contains(choice)) {
            others.add(guard);
          }
        });
        yield formulas.or(others);
      }
      case SymValue.SetOf(var members, _, _) -> {
        if (!(form.ofKind(Kind.SET) instanceof Form.Members(var certain))) {
          yield formulas.truth();
        }
        List<Formula> others = new ArrayList<>();
        members.forEach((element, guard) -> {
          if (!certain.containsKey(element)) {
            others.add(guard);
          }
        });
        certain.forEach((element, sure) -> {
          if (sure) {
            others.add(members.getOrDefault(element, formulas.falsity()).not());
          }
        });
        yield formulas.or(others);
      }
      case SymValue.Function function ->
          form.ofKind(Kind.FUNCTION) instanceof Form.Graph graph
              ? from(graph, function)
              : formulas.truth();
      case SymValue.Int _, SymValue.Described _ -> formulas.truth();
    };
  }

  private Formula from(Form.Graph graph, SymValue.Function function) {
    if (graph.sequence() && !function.sequence()) {
      return formulas.truth();
    }
    List<Formula> outside = new ArrayList<>();
    for (Map.Entry<Value, SymValue.Entry> entry : function.entries().entrySet()) {
      Form.Argument argument = graph.arguments().get(entry.getKey());
      Formula inDomain = entry.getValue().inDomain();
      outside.add(
          argument == null
              ? inDomain
              : formulas.and(inDomain, from(argument.result(), entry.getValue().result())));
    }
    graph
        .arguments()
        .forEach((value, argument) -> {
          if (argument.certain()) {
            SymValue.Entry entry = function.entries().get(value);
            outside.add(entry == null ? formulas.truth() : entry.inDomain().not());
          }
        });
    return formulas.or(outside);
  }
}
