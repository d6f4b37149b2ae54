package io.github.pycmaven.cache;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The names in a folder. {@link File#list} brings all of them in one call and costs a fraction of a
 * {@link DirectoryStream}, which makes a path of each; but it does not say why it fails, and what
 * it cannot decode becomes another name.
 */
final class FolderNames {
  /** What takes the place of bytes that mean nothing in the current locale. */
  private static final String REPLACEMENTS = "?\uFFFD";

  private FolderNames() {}

  /**
   * The names, in any order.
   *
   * @throws IOException if the folder cannot be listed
   */
  static String[] of(Path folder) throws IOException {
    String[] names = folder.toFile().list();
    if (names == null) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        throw new IOException("cannot be listed");
      }
    }
    return names;
  }

  /** Whether a name listed is not what the file is really called. */
  static boolean isGarbled(Path folder, String name) {
    for (int i = 0; i < name.length(); i++) {
      if (REPLACEMENTS.indexOf(name.charAt(i)) >= 0) {
        return !Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return false;
  }
}
