package skolem.frontend.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skolem.frontend.kernel.Expr;
import skolem.frontend.kernel.Variable;
import skolem.frontend.lower.Bindings;
import skolem.frontend.lower.Lowering;
import skolem.frontend.resolve.ModuleScope;
import skolem.frontend.resolve.ResolvedModule;
import skolem.frontend.resolve.Symbol;
import skolem.frontend.source.Code;
import skolem.frontend.source.Diagnostic;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.RejectedException;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Identifier;

/// Makes a model of a resolved module and a configuration: binds constants, lowers what is asked.
final class ModelAssembler {
  private final ResolvedModule module;
  private final Diagnostics diagnostics;

  ModelAssembler(ResolvedModule module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  /// @throws RejectedException with everything that is wrong
  Model assemble(ModelConfig config, GivenConstants constants, ModelLoader.Wishes wishes) {
    Bindings bindings = new ConfigBindings(module, diagnostics).of(config, constants);
    config
        .names()
        .forEach(name -> ConfigBindings.lookup(module.root(), name, "definition", diagnostics));
    rejectIfFaulty();
    Lowering lowering = new Lowering(module, bindings);
    Model.Behaviour behaviour = behaviour(config, lowering);
    Model model =
        new Model(
            module.root().name(),
            lowering.variables(),
            behaviour,
            assumptions(lowering),
            named(config.invariants(), lowering),
            named(config.properties(), lowering),
            named(config.constraints(), lowering),
            named(config.actionConstraints(), lowering),
            named(config.postconditions(), lowering),
            named(config.view(), lowering),
            named(config.alias(), lowering),
            named(config.symmetry(), lowering),
            config.checkDeadlock() == null || config.checkDeadlock(),
            additions(wishes, lowering),
            diagnostics.all());
    rejectIfFaulty();
    return model;
  }

  private void rejectIfFaulty() {
    if (diagnostics.hasErrors()) {
      throw new RejectedException(diagnostics.all());
    }
  }

  private Model.@Nullable Behaviour behaviour(ModelConfig config, Lowering lowering) {
    Identifier specification = config.specification();
    if (specification != null) {
      if (config.init() != null || config.next() != null) {
        diagnostics.error(
            Code.CONFIG_BEHAVIOUR,
            specification.span(),
            "a configuration gives either SPECIFICATION or INIT and NEXT, not both");
      }
      Expr formula = named(specification, lowering, "definition");
      return formula == null ? null : SpecificationReading.read(formula);
    }
    if (config.init() == null && config.next() == null) {
      if (!module.root().variables().isEmpty()) {
        diagnostics.report(
            Diagnostic.error(
                    Code.CONFIG_BEHAVIOUR,
                    module.root().tree().name().span(),
                    "module `"
                        + module.root().name()
                        + "` has variables, and nothing says how they"
                        + " change")
                .with(Span.NONE, "give SPECIFICATION, or INIT and NEXT, in the configuration"));
      }
      return null;
    }
    if (config.init() == null || config.next() == null) {
      Identifier given = config.init() != null ? config.init() : config.next();
      diagnostics.error(
          Code.CONFIG_BEHAVIOUR,
          given == null ? Span.NONE : given.span(),
          "INIT and NEXT go together: "
              + (config.init() == null ? "INIT" : "NEXT")
              + " is missing");
      return null;
    }
    Model.Named init = named(config.init(), lowering);
    Model.Named next = named(config.next(), lowering);
    return init == null || next == null ? null : new Model.Behaviour(init, next, List.of());
  }

  private Model.Additions additions(ModelLoader.Wishes wishes, Lowering lowering) {
    List<Model.Parameter> parameters = new ArrayList<>();
    for (Variable parameter : lowering.parameters()) {
      Model.Named set = added(AddedDefinitions.set(parameter.name()), lowering);
      if (set != null) {
        parameters.add(new Model.Parameter(parameter, set.expr()));
      }
    }
    List<Model.TraceInvariant> traceInvariants = new ArrayList<>();
    for (String name : wishes.traceInvariants()) {
      Identifier option = ModelLoader.identifier(name, "--trace-inv");
      Symbol symbol = ConfigBindings.lookup(module.root(), option, "definition", diagnostics);
      if (symbol != null && symbol.arity() != 1) {
        diagnostics.error(
            Code.CONFIG_NAME,
            option.span(),
            "a trace invariant takes one argument, the sequence of the states so far; `"
                + name
                + "` takes "
                + symbol.arity());
      } else if (symbol != null) {
        traceInvariants.add(
            new Model.TraceInvariant(name, lowering.operator(symbol), symbol.span()));
      }
    }
    return new Model.Additions(parameters, traceInvariants, added(AddedDefinitions.VIEW, lowering));
  }

  private Model.@Nullable Named added(String name, Lowering lowering) {
    Symbol symbol = module.root().lookup(name);
    return symbol == null ? null : new Model.Named(name, lowering.expression(symbol));
  }

  private List<Model.Named> assumptions(Lowering lowering) {
    List<Model.Named> assumptions = new ArrayList<>();
    for (ModuleScope.Assumption assumption : module.root().assumptions()) {
      String name = assumption.name().isEmpty() ? "ASSUME" : assumption.name();
      assumptions.add(new Model.Named(name, lowering.expression(assumption.expr())));
    }
    return assumptions;
  }

  private List<Model.Named> named(List<Identifier> names, Lowering lowering) {
    List<Model.Named> result = new ArrayList<>();
    for (Identifier name : names) {
      Model.Named named = named(name, lowering);
      if (named != null) {
        result.add(named);
      }
    }
    return result;
  }

  private Model.@Nullable Named named(@Nullable Identifier name, Lowering lowering) {
    if (name == null) {
      return null;
    }
    Expr expr = named(name, lowering, "definition");
    return expr == null ? null : new Model.Named(name.name(), expr);
  }

  private @Nullable Expr named(Identifier name, Lowering lowering, String what) {
    Symbol symbol = ConfigBindings.lookup(module.root(), name, what, diagnostics);
    if (symbol == null) {
      return null;
    }
    if (symbol.arity() > 0) {
      diagnostics.error(
          Code.CONFIG_NAME,
          name.span(),
          "`" + name + "` takes " + symbol.arity() + " arguments; name a definition without any");
      return null;
    }
    return lowering.expression(symbol);
  }
}
