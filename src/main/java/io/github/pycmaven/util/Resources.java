package io.github.pycmaven.util;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files inside the jar that this class comes from, by their names in it. A jar is asked
 * directly: a class loader makes an address of each name first, and opens a connection to it.
 */
public abstract class Resources {
  private static Resources own;

  /** Those of the jar, or of the class path where classes lie in folders. */
  public static synchronized Resources own() {
    if (own == null) {
      own = open();
    }
    return own;
  }

  private static Resources open() {
    try {
      Path place =
          Path.of(Resources.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(place)) {
        return new Jar(new ZipFile(place.toFile()));
      }
    } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
      // Some class loaders have no place; they still find resources.
    }
    return new ClassPath();
  }

  /**
   * A file of ours that lies beside a class.
   *
   * @throws IllegalStateException if it is missing
   */
  public static byte[] beside(Class<?> owner, String name) {
    return get(nameBeside(owner, name));
  }

  /** A file that lies beside a class, or null if there is none. */
  public static byte[] besideIfAny(Class<?> owner, String name) {
    return getIfAny(nameBeside(owner, name));
  }

  /**
   * A file of ours.
   *
   * @throws IllegalStateException if it is missing
   */
  public static byte[] get(String name) {
    byte[] bytes = getIfAny(name);
    if (bytes == null) {
      throw new IllegalStateException("resource " + name + " is missing");
    }
    return bytes;
  }

  private static byte[] getIfAny(String name) {
    try {
      return own().read(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameBeside(Class<?> owner, String name) {
    return owner.getPackageName().replace('.', '/') + "/" + name;
  }

  /** The bytes of a file, or null if there is none of that name. */
  public abstract byte[] read(String name) throws IOException;

  /** Whether there is a file of that name. */
  public abstract boolean has(String name);

  /** Whether there is a folder of that name, which ends with a slash; asks for an entry of it. */
  public abstract boolean hasFolder(String name);

  /**
   * The names of all files that begin with a text, in order; empty where they cannot be listed.
   *
   * @param prefix a folder with a slash at its end, or nothing
   */
  public abstract NavigableSet<String> below(String prefix);

  private static final class Jar extends Resources {
    private final ZipFile zip;
    private TreeSet<String> names;

    Jar(ZipFile zip) {
      this.zip = zip;
    }

    @Override
    public byte[] read(String name) throws IOException {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null || entry.isDirectory()) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }

    @Override
    public boolean has(String name) {
      ZipEntry entry = zip.getEntry(name);
      return entry != null && !entry.isDirectory();
    }

    @Override
    public boolean hasFolder(String name) {
      return zip.getEntry(name) != null;
    }

    @Override
    public synchronized NavigableSet<String> below(String prefix) {
      if (names == null) {
        TreeSet<String> all = new TreeSet<>();
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
          ZipEntry entry = entries.nextElement();
          if (!entry.isDirectory()) {
            all.add(entry.getName());
          }
        }
        names = all;
      }
      return prefix.isEmpty() ? names : names.subSet(prefix, true, prefix + '\uffff', false);
    }
  }

  private static final class ClassPath extends Resources {
    @Override
    public byte[] read(String name) throws IOException {
      try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(name)) {
        return in == null ? null : in.readAllBytes();
      }
    }

    @Override
    public boolean has(String name) {
      return Resources.class.getClassLoader().getResource(name) != null;
    }

    @Override
    public boolean hasFolder(String name) {
      return has(name);
    }

    @Override
    public NavigableSet<String> below(String prefix) {
      return new TreeSet<>();
    }
  }
}
