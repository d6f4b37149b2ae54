package io.github.pycmaven.vm;

import io.github.pycmaven.util.Resources;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the library's caches lie: a folder named by the property {@code pyc.library}, else in the
 * jar that this class came from, below {@code pyc/lib}.
 */
final class Library {
  static final String INSIDE = "pyc/lib";

  private Library() {}

  /** The library's entry of {@code sys.path}. */
  static Path place() {
    String given = System.getProperty("pyc.library");
    if (given != null) {
      return Path.of(given);
    }
    return placeOf(INSIDE);
  }

  /** The path of a folder of the jar that this class came from. */
  static Path placeOf(String folder) {
    URL own = Library.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(own.toString())).resolve(folder);
  }

  /** Whether there is a library at all. */
  static boolean isThere() {
    return Resources.own().has(INSIDE + "/importlib/__pycache__/_bootstrap.cpython-314.pyc")
        || Files.isDirectory(place());
  }

  /** A file of the library, by its path inside. */
  static byte[] read(Path library, String file) throws IOException {
    byte[] inside = Resources.own().read(INSIDE + "/" + file);
    return inside != null && !Files.isDirectory(library)
        ? inside
        : Files.readAllBytes(library.resolve(file));
  }
}
