package skolem.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The picture of the project, kept: which package may know which, and what names are not used.
class ArchitectureTest {
  private static final String ROOT = "skolem.";

  /// What ANTLR generates.
  private static final String GENERATED = "skolem\\.frontend\\.parse\\.Tla(Lexer|Parser).*";

  /// For each package of ours, the others that it may know, and the foreign libraries, which begin
  /// with `+`. What is not named here is forbidden; Java and jspecify are open to all.
  private static final Map<String, String> MAY_KNOW =
      Map.ofEntries(
          Map.entry("frontend.source", ""),
          Map.entry("frontend.value", ""),
          Map.entry("frontend.syntax", "frontend.source"),
          Map.entry("frontend.parse", "frontend.source frontend.syntax +org.antlr.v4.runtime"),
          Map.entry("frontend.resolve", "frontend.source frontend.syntax frontend.kernel"),
          Map.entry("frontend.pluscal", "frontend.source"),
          Map.entry("frontend.kernel", "frontend.source frontend.value"),
          Map.entry(
              "frontend.lower",
              "frontend.source frontend.syntax frontend.resolve frontend.kernel"
                  + " frontend.value"),
          Map.entry(
              "frontend.model",
              "frontend.source frontend.syntax frontend.pluscal frontend.parse"
                  + " frontend.resolve frontend.lower frontend.kernel frontend.value"
                  + " frontend.verdict"),
          Map.entry("frontend.verdict", "frontend.source frontend.value"),
          Map.entry(
              "explicit.eval", "frontend.source frontend.kernel frontend.value frontend.verdict"),
          Map.entry(
              "explicit.search",
              "explicit.eval frontend.source frontend.kernel frontend.model"
                  + " frontend.value frontend.verdict"),
          Map.entry(
              "explicit.replay",
              "explicit.eval explicit.search frontend.source frontend.kernel"
                  + " frontend.model frontend.value frontend.verdict"),
          Map.entry("encoder.formula", ""),
          Map.entry("encoder.symbolic", "encoder.formula frontend.source frontend.value"),
          Map.entry("encoder.abstraction", "encoder.formula encoder.symbolic frontend.value"),
          Map.entry(
              "encoder.eval",
              "encoder.formula encoder.symbolic frontend.source frontend.kernel"
                  + " frontend.value"),
          Map.entry(
              "encoder.transition",
              "encoder.formula encoder.symbolic encoder.eval frontend.source"
                  + " frontend.kernel frontend.model frontend.value"),
          Map.entry(
              "encoder.unroll",
              "encoder.formula encoder.symbolic encoder.abstraction encoder.eval encoder.transition"
                  + " frontend.source frontend.kernel frontend.model frontend.value"
                  + " frontend.verdict"),
          Map.entry(
              "encoder.decode",
              "encoder.formula encoder.symbolic encoder.transition encoder.unroll"
                  + " frontend.kernel frontend.model frontend.value frontend.verdict"),
          Map.entry("solver.session", "encoder.formula"),
          Map.entry("solver.library", "frontend.source"),
          Map.entry("solver.choice", "encoder.formula"),
          Map.entry(
              "solver.sat",
              "solver.session solver.library solver.choice encoder.formula" + " +com.microsoft.z3"),
          Map.entry(
              "solver.smt",
              "solver.session solver.library solver.choice encoder.formula"
                  + " frontend.source +org.sosy_lab +com.microsoft.z3"),
          Map.entry(
              "solver.engine",
              "solver.session solver.sat solver.smt encoder.formula frontend.source"),
          Map.entry(
              "solver.lemma",
              "solver.session solver.engine encoder.formula encoder.abstraction encoder.transition encoder.unroll"
                  + " frontend.model"),
          Map.entry(
              "solver.pruning",
              "solver.session encoder.formula encoder.abstraction encoder.transition encoder.unroll"
                  + " frontend.value"),
          Map.entry(
              "solver.bmc",
              "solver.session solver.engine solver.lemma solver.pruning encoder.formula encoder.abstraction"
                  + " encoder.unroll"
                  + " encoder.decode frontend.source frontend.kernel frontend.model"
                  + " frontend.value frontend.verdict"),
          Map.entry("inductive.obligation", "frontend.source frontend.kernel frontend.model"),
          Map.entry("inductive.matrix", "inductive.obligation frontend.model frontend.verdict"),
          Map.entry(
              "inductive.encode",
              "inductive.obligation inductive.matrix encoder.formula encoder.symbolic"
                  + " encoder.eval encoder.unroll frontend.source frontend.kernel"
                  + " frontend.model frontend.verdict"),
          Map.entry("inductive.cache", "encoder.formula"),
          Map.entry(
              "inductive.prove",
              "inductive.obligation inductive.encode inductive.matrix inductive.cache"
                  + " solver.session solver.engine solver.sat solver.smt encoder.formula"
                  + " encoder.symbolic encoder.unroll encoder.decode frontend.source"
                  + " frontend.kernel frontend.model frontend.verdict"),
          Map.entry(
              "cli.trace",
              "frontend.source frontend.kernel frontend.model frontend.value"
                  + " +com.fasterxml.jackson"),
          Map.entry(
              "cli.report",
              "explicit.search explicit.replay frontend.syntax frontend.kernel frontend.resolve"
                  + " solver.bmc solver.session inductive.obligation inductive.matrix"
                  + " inductive.prove frontend.source frontend.model frontend.value"
                  + " frontend.verdict +com.fasterxml.jackson"),
          Map.entry("cli.condense", ""),
          Map.entry("cli.measure", ""),
          Map.entry("cli.plot", ""),
          Map.entry("cli.compare", "cli.measure cli.plot +com.fasterxml.jackson"),
          Map.entry(
              "cli.command",
              "cli.report cli.trace cli.compare frontend.syntax frontend.resolve frontend.pluscal"
                  + " frontend.value explicit.search explicit.replay solver.session solver.engine"
                  + " solver.bmc inductive.obligation inductive.matrix inductive.prove"
                  + " frontend.source frontend.kernel frontend.model frontend.verdict"
                  + " +picocli"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("skolem");

  @TestFactory
  Stream<DynamicTest> packagesKnowOnlyWhatTheyMay() {
    return new TreeMap<>(MAY_KNOW)
        .entrySet().stream()
            .map(row ->
                DynamicTest.dynamicTest(
                    row.getKey(), () -> requireArrows(row.getKey(), row.getValue())));
  }

  private static void requireArrows(String name, String known) {
    List<String> open =
        new ArrayList<>(List.of(ROOT + name, "java..", "javax..", "org.jspecify.."));
    for (String other : known.split(" ", -1)) {
      if (other.startsWith("+")) {
        open.add(other.substring(1) + "..");
      } else if (!other.isEmpty()) {
        assertThat(MAY_KNOW).as("packages in the table").containsKey(other);
        open.add(ROOT + other);
      }
    }
    classes()
        .that()
        .resideInAPackage(ROOT + name)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(open.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void allPackagesAreInTheTable() {
    TreeSet<String> packages = new TreeSet<>();
    for (JavaClass found : CLASSES) {
      packages.add(found.getPackageName().substring(ROOT.length()));
    }
    assertThat(packages).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("skolem.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void oracleAndEncoderAreBlindToEachOther() {
    noClasses()
        .that()
        .resideInAPackage("skolem.explicit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("skolem.encoder..", "skolem.solver..", "skolem.inductive..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage("skolem.encoder..", "skolem.solver..", "skolem.inductive..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("skolem.explicit..")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Helper|Manager)[^.]*")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CLASSES);
  }

  @Test
  void nothingIsGlobalAndMutable() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .haveNameNotMatching(GENERATED)
        .should()
        .beFinal()
        .check(CLASSES);
  }

  @Test
  void packagesSayWhatTheyAre() {
    for (String name : MAY_KNOW.keySet()) {
      JavaPackage javaPackage = CLASSES.getPackage(ROOT + name);
      assertThat(javaPackage.tryGetPackageInfo()).as("package-info of %s", name).isPresent();
      assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(name).isTrue();
    }
  }
}
