package io.github.pycmaven.util;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes a file so that every reader sees the old content, or all of the new one, or no file.
 *
 * <p>The content goes to a file beside it, {@code NAME.pyc.NUMBER}, as CPython names them, which
 * then takes the place. After a crash that file may be left over; {@link #isTemporary} knows it by
 * its name.
 *
 * @cpython Lib/importlib/_bootstrap_external.py:_write_atomic
 */
public final class AtomicFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> EXECUTE =
      EnumSet.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** Distinguishes the temporary files of this process; the process's number those of others. */
  private static final AtomicLong COUNTER = new AtomicLong();

  private AtomicFile() {}

  /**
   * Writes the parts one behind the other.
   *
   * @param source the file whose permissions the new one gets, without those to execute and with
   *     that to write; null for the default ones
   * @throws FileAlreadyExistsException if the target is a link, a directory or no regular file
   * @throws IOException if the file cannot be written; then there is no new file and no temporary
   *     one
   */
  public static void write(Path target, Path source, ByteBuffer... parts) throws IOException {
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists && !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(
          target + " is a link or no regular file and will not be replaced");
    }
    Path temporary = temporary(target);
    try {
      writeNew(temporary, permissions(source), parts);
      move(temporary, target);
    } catch (IOException | RuntimeException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static Path temporary(Path target) {
    long number = ProcessHandle.current().pid() << 24 | COUNTER.incrementAndGet();
    return target.resolveSibling(target.getFileName() + "." + number);
  }

  /** Whether a name is that of a temporary file for some cache. */
  public static boolean isTemporary(String name) {
    int marker = name.lastIndexOf(".pyc.");
    if (marker < 0 || marker + 5 == name.length()) {
      return false;
    }
    for (int i = marker + 5; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static void writeNew(Path file, FileAttribute<?>[] permissions, ByteBuffer... parts)
      throws IOException {
    EnumSet<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, permissions)) {
      for (ByteBuffer part : parts) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Mode (source | 0200) & 0666; the umask takes its part when the file is made. */
  private static FileAttribute<?>[] permissions(Path source) throws IOException {
    if (!POSIX || source == null) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
    mode.addAll(Files.getPosixFilePermissions(source));
    mode.removeAll(EXECUTE);
    mode.add(PosixFilePermission.OWNER_WRITE);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)};
  }
}
