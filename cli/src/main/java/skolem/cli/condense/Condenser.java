package skolem.cli.condense;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Copies jars into a folder, with condensed classes.
public final class Condenser {
  private static final String CLASS = ".class";

  private Condenser() {}

  /// @param words the folder, which is made where there is none, and the jars, which are on the
  ///   class path
  /// @throws IOException if a jar cannot be read, or a copy not be written
  public static void main(String[] words) throws IOException {
    Path folder = Files.createDirectories(Path.of(words[0]));
    for (String jar : Arrays.asList(words).subList(1, words.length)) {
      Path source = Path.of(jar);
      condense(source, folder.resolve(source.getFileName()));
    }
  }

  private static void condense(Path source, Path target) throws IOException {
    try (JarFile jar = new JarFile(source.toFile());
        OutputStream file = Files.newOutputStream(target);
        JarOutputStream copy = new JarOutputStream(file)) {
      List<JarEntry> entries = Collections.list(jar.entries());
      for (JarEntry entry : entries) {
        copy.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream bytes = jar.getInputStream(entry)) {
          byte[] content = bytes.readAllBytes();
          copy.write(entry.getName().endsWith(CLASS) ? CondensedClass.of(content) : content);
        }
        copy.closeEntry();
      }
    }
  }
}
