package io.github.pycmaven.embed;

import java.io.IOException;
import java.io.InputStream;

/**
 * Loads the virtual machine's classes anew for each interpreter, so that nothing is shared but this
 * package; all other classes are those of the application.
 */
final class VmLoader extends ClassLoader {
  private static final String OURS = "io.github.pycmaven.";
  private static final String SHARED = "io.github.pycmaven.embed.";

  static {
    registerAsParallelCapable();
  }

  VmLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) || name.startsWith(SHARED)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      return found == null ? define(name) : found;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = VmLoader.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, VmLoader.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
