package skolem.cli.condense;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

/// Loads the program, and what it is built on, from condensed class files; with
/// `-Djava.system.class.loader` a whole process runs on them.
public final class CondensingLoader extends ClassLoader {
  /// @param parent loads what is not condensed
  public CondensingLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (Stream.of("skolem.", "picocli.", "com.microsoft.z3.").noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = CondensedClass.of(bytesOf(name));
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  private byte[] bytesOf(String name) throws ClassNotFoundException {
    try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return bytes.readAllBytes();
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }
}
