package skolem.cli.condense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Constructor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import skolem.cli.command.CommandRun;
import skolem.cli.command.Skolem;
import skolem.encoder.formula.Lanes;
import skolem.explicit.search.SearchOptions;
import skolem.frontend.model.Model;
import skolem.inductive.prove.InductionProof;
import skolem.solver.bmc.BoundedChecker;

/// A condensed class is one that the verifier takes, that says what it said before, and of which
/// Java links nothing at run time that could have been written out.
class CondensedClassTest {
  private static final Path ROOT = Path.of(System.getProperty("skolem.root", "."));

  /// One class of each part of the program.
  private static final List<Class<?>> PARTS =
      List.of(
          Model.class,
          SearchOptions.class,
          Lanes.class,
          BoundedChecker.class,
          InductionProof.class,
          Skolem.class,
          CommandLine.class);

  @Test
  void switchesAndRecordsMeanTheSame() throws ReflectiveOperationException {
    ClassLoader loader = new CondensingLoader(CondensedClassTest.class.getClassLoader());
    Constructor<?> condensed = loader.loadClass(Shapes.class.getName()).getDeclaredConstructor();
    condensed.setAccessible(true);

    assertThat(((Supplier<?>) condensed.newInstance()).get()).isEqualTo(new Shapes().get());
  }

  @Test
  void verifierTakesAllClassesOfTheProgram() throws IOException {
    List<Object> refused = new ArrayList<>();
    Set<String> open = new TreeSet<>();
    int classes = 0;
    for (Class<?> part : PARTS) {
      for (byte[] bytes : classFiles(part)) {
        byte[] condensed = CondensedClass.of(bytes);
        ClassModel model = ClassFile.of().parse(condensed);
        refused.addAll(ClassFile.of().verify(condensed));
        open.addAll(linkedAtRunTime(model));
        assertThat(model.majorVersion()).isGreaterThanOrEqualTo(ClassFile.JAVA_8_VERSION);
        classes++;
      }
    }
    assertThat(classes).isGreaterThan(1000);
    assertThat(refused).isEmpty();
    assertThat(open)
        .containsExactlyInAnyOrder(
            "LambdaMetafactory.metafactory",
            "StringConcatFactory.makeConcatWithConstants",
            "ObjectMethods.bootstrap of toString",
            "SwitchBootstraps.typeSwitch of constants");
  }

  private static List<byte[]> classFiles(Class<?> part) throws IOException {
    Path place = Path.of(part.getProtectionDomain().getCodeSource().getLocation().getPath());
    if (Files.isDirectory(place)) {
      return classFiles(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classFiles(jar.getPath("/"));
    }
  }

  private static List<byte[]> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(
              file -> !file.toString().contains("META-INF") && !file.endsWith("module-info.class"))
          .map(CondensedClassTest::read)
          .toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> linkedAtRunTime(ClassModel model) {
    return model.methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(element -> bootstrap((InvokeDynamicInstruction) element))
        .toList();
  }

  private static String bootstrap(InvokeDynamicInstruction site) {
    DirectMethodHandleDesc method = site.bootstrapMethod();
    String name = method.owner().displayName() + "." + method.methodName();
    return switch (method.owner().displayName()) {
      case "ObjectMethods" -> name + " of " + site.name();
      case "SwitchBootstraps" ->
          site.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance)
              ? name + " of types"
              : name + " of constants";
      default -> name;
    };
  }

  @Test
  void condensedProgramSaysTheSame() throws IOException, InterruptedException {
    String spec = ROOT.resolve("examples/TwoPhaseCommit.tla").toString();
    for (List<String> arguments :
        List.of(
            List.of(
                "check", spec, "--inv", "TypeOK,Consistent,NeverAllCommitted", "--reduce", "none"),
            List.of("prove", spec, "--inv", "TypeOK,Consistent"),
            List.of("explore", spec))) {
      CommandRun expected = CommandRun.of(arguments.toArray(String[]::new));
      CommandRun condensed =
          CommandRun.ofProcess(
              List.of(
                  "-Xlog:disable",
                  "-Djava.system.class.loader=" + CondensingLoader.class.getName()),
              arguments);

      assertThat(condensed.status()).as(condensed.err()).isEqualTo(expected.status());
      assertThat(withoutTimes(condensed.out())).isEqualTo(withoutTimes(expected.out()));
    }
  }

  /// What is reduced when rests on the time that things take, and what it comes to does not.
  @Test
  void condensedReductionsComeToTheSame() throws IOException, InterruptedException {
    String spec = ROOT.resolve("examples/TwoPhaseCommit.tla").toString();
    List<String> arguments =
        List.of("check", spec, "--patience", "0", "--inv", "NeverAllCommitted");
    CommandRun condensed =
        CommandRun.ofProcess(
            List.of(
                "-Xlog:disable", "-Djava.system.class.loader=" + CondensingLoader.class.getName()),
            arguments);

    assertThat(condensed.status()).as(condensed.err()).isEqualTo(12);
    assertThat(condensed.out())
        .contains("violation after 10 steps")
        .contains("confirmed by the concrete evaluator");
  }

  private static String withoutTimes(String text) {
    return Pattern.compile("Time: .*|\\d+\\.\\d+ s|\\d+ states/s").matcher(text).replaceAll("");
  }

  @Test
  void jarsAreCopiedWithTheirResources(@TempDir Path folder) throws IOException {
    Path jar =
        Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Condenser.main(new String[] {folder.resolve("condensed").toString(), jar.toString()});

    Path copy = folder.resolve("condensed").resolve(jar.getFileName());
    assertThat(names(copy)).isEqualTo(names(jar));
  }

  private static List<String> names(Path jar) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar);
        Stream<Path> paths = Files.walk(files.getPath("/"))) {
      return paths.map(Path::toString).sorted().toList();
    }
  }
}
