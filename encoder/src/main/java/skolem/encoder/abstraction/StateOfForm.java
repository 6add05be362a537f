package skolem.encoder.abstraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import skolem.encoder.formula.Formula;
import skolem.encoder.formula.Formulas;
import skolem.encoder.symbolic.SymValue;
import skolem.frontend.value.Value;
import skolem.frontend.value.ValueMap;

/// A state that may be any of a form: a fresh variable for whatever the form leaves open.
///
/// @param constraint what the variables must satisfy; every state of the form satisfies it for
///   exactly one assignment
/// @param variables the variables, each with the fact that it stands for
public record StateOfForm(
    List<SymValue> values, Formula constraint, SequencedMap<Formula, Fact> variables) {

  public StateOfForm {
    values = List.copyOf(values);
    variables = Collections.unmodifiableSequencedMap(variables);
  }

  /// @param forms of the variables, in their order
  public static StateOfForm arbitrary(List<Form> forms, Formulas formulas) {
    Draft draft = new Draft(formulas);
    List<SymValue> values = new ArrayList<>(forms.size());
    for (int i = 0; i < forms.size(); i++) {
      values.add(draft.value(forms.get(i), new Place(i, List.of()), formulas.truth()));
    }
    return new StateOfForm(values, formulas.and(draft.constraints), draft.variables);
  }

  private static final class Draft {
    private final Formulas formulas;
    private final List<Formula> constraints = new ArrayList<>();
    private final SequencedMap<Formula, Fact> variables = new LinkedHashMap<>();

    Draft(Formulas formulas) {
      this.formulas = formulas;
    }

    /// @param present where the place of the value is there; elsewhere all its variables are false
    private SymValue value(Form form, Place place, Formula present) {
      return switch (form) {
        case Form.Truth(var mayHold, var mayFail) ->
            new SymValue.Bool(
                mayHold && mayFail
                    ? fresh(place.fact(new Fact.Holds()), present)
                    : formulas.constant(mayHold));
        case Form.OneOf(var values) ->
            new SymValue.Atom(
                ValueMap.copyOf(exactlyOne(values, v -> place.fact(new Fact.Is(v)), present)));
        case Form.Members(var certain) ->
            new SymValue.SetOf(
                certain.mapped((v, sure) ->
                    sure ? formulas.truth() : fresh(place.fact(new Fact.Contains(v)), present)));
        case Form.Graph(var arguments, var sequence) -> graph(arguments, sequence, place, present);
        case Form.AnyOf(var kinds) -> {
          List<SymValue.Alternative> alternatives = new ArrayList<>();
          exactlyOne(new TreeSet<>(kinds.keySet()), k -> place.fact(new Fact.OfKind(k)), present)
              .forEach((kind, guard) ->
                  alternatives.add(
                      new SymValue.Alternative(
                          guard, value(of(kinds, kind), place, formulas.and(present, guard)))));
          yield new SymValue.Mixed(alternatives);
        }
      };
    }

    private static Form of(Map<Form.Kind, Form> kinds, Form.Kind kind) {
      Form form = kinds.get(kind);
      if (form == null) {
        throw new IllegalStateException("no form of kind " + kind);
      }
      return form;
    }

    private SymValue graph(
        ValueMap<Form.Argument> arguments, boolean sequence, Place place, Formula present) {
      List<SymValue.Entry> entries = new ArrayList<>(arguments.size());
      Formula before = formulas.truth();
      for (Map.Entry<Value, Form.Argument> entry : arguments.entrySet()) {
        Place inside = place.at(entry.getKey());
        Formula inDomain =
            entry.getValue().certain()
                ? formulas.truth()
                : fresh(inside.fact(new Fact.Present()), present);
        if (sequence) {
          constraints.add(formulas.implies(inDomain, before));
          before = inDomain;
        }
        Formula there = formulas.and(present, inDomain);
        SymValue result = value(entry.getValue().result(), inside, there);
        entries.add(new SymValue.Entry(inDomain, result));
      }
      return new SymValue.Function(arguments.withResults(entries), sequence);
    }

    /// A variable that is false where its place is not there.
    private Formula fresh(Fact fact, Formula present) {
      Formula variable = formulas.freshVariable("s");
      variables.put(variable, fact);
      constraints.add(formulas.implies(variable, present));
      return variable;
    }

    /// Guards of which exactly one holds where the place is there; of two, one and its negation.
    private <K extends Comparable<? super K>> SortedMap<K, Formula> exactlyOne(
        SortedSet<K> keys, Function<K, Fact> fact, Formula present) {
      SortedMap<K, Formula> guards = new TreeMap<>();
      if (keys.size() == 2) {
        Formula first = fresh(fact.apply(keys.first()), present);
        guards.put(keys.first(), first);
        guards.put(keys.last(), first.not());
        return guards;
      }
      for (K key : keys) {
        guards.put(key, keys.size() == 1 ? formulas.truth() : fresh(fact.apply(key), present));
      }
      if (keys.size() > 1) {
        constraints.add(formulas.implies(present, formulas.or(guards.values())));
        constraints.add(formulas.atMostOne(guards.values()));
      }
      return guards;
    }
  }
}
