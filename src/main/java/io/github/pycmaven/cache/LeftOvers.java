package io.github.pycmaven.cache;

import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Removes the temporary files that interrupted runs left in the folders of caches. */
final class LeftOvers {
  /** No write takes this long; what is younger may be another program's work in progress. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** Where the number of the process lies in the numbers that {@link AtomicFile} gives. */
  private static final int PROCESS_SHIFT = 24;

  private static final long MAX_PROCESS = 1L << 22;

  private LeftOvers() {}

  /** Removes what is surely left over; what cannot be removed is nobody's loss. */
  static void removeIn(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      for (String name : FolderNames.of(folder)) {
        if (AtomicFile.isTemporary(name)) {
          Path file = folder.resolve(name);
          if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isAbandoned(file)) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException | InvalidPathException e) {
      // A folder that cannot be cleaned has been reported where its caches were written.
    }
  }

  private static boolean isAbandoned(Path file) throws IOException {
    String name = file.getFileName().toString();
    long process;
    try {
      process = Long.parseLong(name.substring(name.lastIndexOf('.') + 1)) >>> PROCESS_SHIFT;
    } catch (NumberFormatException e) {
      process = Long.MAX_VALUE;
    }
    // Other programs, CPython among them, number their files by something else.
    if (process > 0 && process <= MAX_PROCESS && ProcessHandle.of(process).isEmpty()) {
      return true;
    }
    Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
    return changed.isBefore(Instant.now().minus(ABANDONED));
  }
}
