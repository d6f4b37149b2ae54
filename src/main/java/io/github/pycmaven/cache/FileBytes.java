package io.github.pycmaven.cache;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file's bytes after the other in the same array, for whoever compares and keeps nothing: a run
 * over an unchanged tree reads all of it, and would fill as many arrays as there are files. A plain
 * stream, because opening a channel runs ten times the code, which nothing has compiled yet.
 */
final class FileBytes {
  /** Read at a time: what the JDK copies through memory that it need not ask the system for. */
  private static final int CHUNK = 1 << 15;

  private static final int FIRST_SIZE = 1 << 18;

  /** One for each thread, which is done with a file before it takes the next. */
  private static final ThreadLocal<FileBytes> OF_THREAD = new ThreadLocal<>();

  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  private FileBytes() {}

  /** Reads a file; what was read before by this thread is gone. */
  static FileBytes of(Path path) throws IOException {
    FileBytes file = OF_THREAD.get();
    if (file == null) {
      file = new FileBytes();
      OF_THREAD.set(file);
    }
    file.read(path);
    return file;
  }

  private void read(Path path) throws IOException {
    length = 0;
    try (InputStream in = open(path)) {
      for (int count = 0; count >= 0; count = in.read(bytes, length, CHUNK)) {
        length += count;
        if (bytes.length - length < CHUNK) {
          if (bytes.length > Integer.MAX_VALUE / 2) {
            throw new IOException("file too large");
          }
          bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
      }
    }
  }

  private static InputStream open(Path path) throws IOException {
    try {
      return new FileInputStream(path.toFile());
    } catch (IOException | UnsupportedOperationException e) {
      // This says more exactly what the matter is.
      return Files.newInputStream(path);
    }
  }

  /** The array that holds the file in its first {@link #length()} bytes. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
