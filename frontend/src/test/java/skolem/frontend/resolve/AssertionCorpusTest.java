package skolem.frontend.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skolem.frontend.kernel.Level;
import skolem.frontend.parse.Corpora;
import skolem.frontend.source.Diagnostics;
import skolem.frontend.source.SourceFile;
import skolem.frontend.source.Span;
import skolem.frontend.syntax.Expr;

/// Public modules that say of their own expressions which level they have, `IsLevel(e, …)`, and
/// what their names refer to: `RefersTo(x, "id")` means what stands after the comment `(* ID: id
/// *)`.
class AssertionCorpusTest {
  private static final Pattern TAG = Pattern.compile("\\(\\* ID: (\\S+) \\*\\)");

  @TestFactory
  Stream<DynamicTest> levels() throws ReflectiveOperationException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Module module : modules()) {
      for (Expr.Reference use : module.uses("IsLevel")) {
        List<Expr> arguments = arguments(use);
        if (arguments.get(1) instanceof Expr.Reference level) {
          tests.add(
              DynamicTest.dynamicTest(
                  use.span().toString(),
                  () ->
                      assertThat(module.checker().leveling(arguments.getFirst()).level())
                          .isEqualTo(level(ReferenceResolver.text(level)))));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> references() throws ReflectiveOperationException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Module module : modules()) {
      for (Expr.Reference use : module.uses("RefersTo")) {
        List<Expr> arguments = arguments(use);
        Span named = module.named(arguments.getFirst());
        if (named != null && arguments.get(1) instanceof Expr.StringLiteral id) {
          tests.add(
              DynamicTest.dynamicTest(
                  use.span().toString(), () -> assertThat(tag(named)).isEqualTo(id.text())));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests.stream();
  }

  private static List<Expr> arguments(Expr.Reference use) {
    return ((Expr.Step.Named) use.path().getLast()).arguments();
  }

  private static Level level(String name) {
    return switch (name) {
      case "ConstantLevel" -> Level.CONSTANT;
      case "VariableLevel" -> Level.STATE;
      case "ActionLevel" -> Level.ACTION;
      case "TemporalLevel" -> Level.TEMPORAL;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// The last tag before a place.
  private static String tag(Span span) {
    Matcher matcher = TAG.matcher(span.file().text().substring(0, span.start()));
    String last = "";
    while (matcher.find()) {
      last = matcher.group(1);
    }
    return last;
  }

  private record Module(TargetTable targets, LevelChecker checker, List<Expr> exprs) {

    /// The applications of an operator of module Semantics.
    List<Expr.Reference> uses(String operator) {
      return exprs.stream()
          .filter(Expr.Reference.class::isInstance)
          .map(Expr.Reference.class::cast)
          .filter(reference -> arguments(reference).size() == 2)
          .filter(reference -> ReferenceResolver.text(reference).equals(operator))
          .toList();
    }

    /// Where the name or operator symbol of an expression is introduced; null for other
    /// expressions.
    @Nullable Span named(Expr expr) {
      Target target =
          switch (expr) {
            case Expr.Reference reference -> targets.of(reference);
            case Expr.Infix infix -> targets.of(infix.operator());
            case Expr.Prefix prefix -> targets.of(prefix.operator());
            case Expr.Postfix postfix -> targets.of(postfix.operator());
            default -> null;
          };
      return switch (target) {
        case null -> null;
        case Target.Bound(var binder, _) -> binder.span();
        case Target.Named(_, var symbol, _) -> symbol.span();
        case Target.Part _, Target.Unknown _ -> null;
      };
    }
  }

  private static List<Module> modules() throws ReflectiveOperationException {
    Path root = Corpora.folder("syntax/visible");
    List<Module> modules = new ArrayList<>();
    for (List<String> row : Corpora.rows(root.resolve("index.tsv"))) {
      if (row.get(2).equals("semantic") && row.get(5).equals("ok")) {
        Resolved resolved = Resolved.file(root.resolve(row.get(1)), List.of());
        ModuleScope scope = Objects.requireNonNull(resolved.module()).root();
        TargetTable targets = (TargetTable) resolved.module().targets();
        LevelChecker checker = new LevelChecker(targets, new Diagnostics(), true);
        checker.definitions().units(scope.tree().units());
        List<Expr> exprs = new ArrayList<>();
        collect(scope.tree(), exprs);
        modules.add(new Module(targets, checker, exprs));
      }
    }
    return modules;
  }

  /// All expressions in a tree of records and lists.
  private static void collect(@Nullable Object node, List<Expr> exprs)
      throws ReflectiveOperationException {
    if (node instanceof List<?> list) {
      for (Object item : list) {
        collect(item, exprs);
      }
    } else if (node instanceof Record tree && !(node instanceof Span)) {
      if (tree instanceof Expr expr && expr.span().file() != SourceFile.NONE) {
        exprs.add(expr);
      }
      for (RecordComponent component : tree.getClass().getRecordComponents()) {
        component.getAccessor().setAccessible(true);
        collect(component.getAccessor().invoke(tree), exprs);
      }
    }
  }
}
