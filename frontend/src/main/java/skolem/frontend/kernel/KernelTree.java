package skolem.frontend.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The shape of kernel expressions: children, operators applied, locals mentioned and bound.
public final class KernelTree {
  private KernelTree() {}

  /// The expressions directly inside, value operands and definitions of a LET included; not the
  /// bodies of LAMBDAs and definitions that are referred to.
  public static List<Expr> children(Expr expr) {
    return switch (expr) {
      case Expr.Literal _, Expr.VariableRef _, Expr.LocalRef _ -> List.of();
      case Expr.Apply e -> values(e.operands());
      case Expr.Native e -> values(e.operands());
      case Expr.And e -> e.conjuncts();
      case Expr.Or e -> e.disjuncts();
      case Expr.Implies e -> List.of(e.premise(), e.conclusion());
      case Expr.If e -> List.of(e.condition(), e.thenBranch(), e.elseBranch());
      case Expr.Case e -> arms(e);
      case Expr.Let e -> List.of(e.body());
      case Expr.Quantified e -> withSets(e.bindings(), e.body());
      case Expr.UnboundedQuantified e -> List.of(e.body());
      case Expr.Choose e -> List.of(e.binding().set(), e.predicate());
      case Expr.UnboundedChoose e -> List.of(e.predicate());
      case Expr.SetFilter e -> List.of(e.binding().set(), e.predicate());
      case Expr.SetMap e -> withSets(e.bindings(), e.element());
      case Expr.FunctionMap e -> withSets(e.bindings(), e.body());
      case Expr.RecursiveFunction e -> withSets(e.bindings(), e.body());
      case Expr.SetEnumeration e -> e.elements();
      case Expr.TupleLiteral e -> e.elements();
      case Expr.RecordLiteral e -> e.fields().stream().map(Expr.Field::value).toList();
      case Expr.RecordSet e -> e.fields().stream().map(Expr.Field::value).toList();
      case Expr.FunctionSet e -> List.of(e.domain(), e.range());
      case Expr.Product e -> e.factors();
      case Expr.FunctionApply e -> List.of(e.function(), e.argument());
      case Expr.Except e ->
          Stream.of(List.of(e.function()), e.path(), List.of(e.value()))
              .flatMap(List::stream)
              .toList();
      case Expr.Prime e -> List.of(e.expr());
      case Expr.Unchanged e -> List.of(e.expr());
      case Expr.Enabled e -> List.of(e.action());
      case Expr.Compose e -> List.of(e.first(), e.second());
      case Expr.SubscriptedAction e -> List.of(e.action(), e.subscript());
      case Expr.Temporal e -> e.operands();
      case Expr.TemporalQuantified e -> List.of(e.body());
    };
  }

  private static List<Expr> values(List<Operand> operands) {
    List<Expr> values = new ArrayList<>(operands.size());
    for (Operand operand : operands) {
      if (operand instanceof Operand.ValueOperand(var expr)) {
        values.add(expr);
      }
    }
    return values;
  }

  private static List<Expr> arms(Expr.Case expr) {
    List<Expr> children = new ArrayList<>();
    for (Expr.Arm arm : expr.arms()) {
      children.add(arm.condition());
      children.add(arm.value());
    }
    if (expr.other() != null) {
      children.add(expr.other());
    }
    return children;
  }

  private static List<Expr> withSets(List<Binding> bindings, Expr body) {
    List<Expr> children = new ArrayList<>(bindings.stream().map(Binding::set).toList());
    children.add(body);
    return children;
  }

  /// The operators applied or passed here, and the definitions of a LET.
  public static List<OperatorRef> operators(Expr expr) {
    return switch (expr) {
      case Expr.Apply e -> {
        List<OperatorRef> operators = passed(e.operands());
        operators.add(e.operator());
        yield operators;
      }
      case Expr.Native e -> passed(e.operands());
      case Expr.Let e ->
          e.definitions().stream().<OperatorRef>map(OperatorRef.Defined::new).toList();
      default -> List.of();
    };
  }

  private static List<OperatorRef> passed(List<Operand> operands) {
    List<OperatorRef> operators = new ArrayList<>();
    for (Operand operand : operands) {
      if (operand instanceof Operand.OperatorOperand(var operator)) {
        operators.add(operator);
      }
    }
    return operators;
  }

  /// The local that a [Expr.LocalRef] mentions; none for other expressions.
  public static List<Local> mentionedLocals(Expr expr) {
    return expr instanceof Expr.LocalRef(var local, _) ? List.of(local) : List.of();
  }

  /// The locals that this expression itself binds.
  public static List<Local> boundLocals(Expr expr) {
    return switch (expr) {
      case Expr.Quantified e -> locals(e.bindings());
      case Expr.UnboundedQuantified e -> e.locals();
      case Expr.Choose e -> e.binding().locals();
      case Expr.UnboundedChoose e -> List.of(e.local());
      case Expr.SetFilter e -> e.binding().locals();
      case Expr.SetMap e -> locals(e.bindings());
      case Expr.FunctionMap e -> locals(e.bindings());
      case Expr.RecursiveFunction e -> {
        List<Local> locals = new ArrayList<>(locals(e.bindings()));
        locals.add(e.self());
        yield locals;
      }
      case Expr.Except e -> List.of(e.at());
      case Expr.Let e -> e.definitions().stream().flatMap(d -> d.parameters().stream()).toList();
      case Expr.TemporalQuantified e -> e.locals();
      default -> List.of();
    };
  }

  private static List<Local> locals(List<Binding> bindings) {
    return bindings.stream().flatMap(b -> b.locals().stream()).toList();
  }
}
