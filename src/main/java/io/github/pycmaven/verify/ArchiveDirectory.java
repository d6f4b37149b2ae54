package io.github.pycmaven.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The central directory of a zip archive, read for what makes readers disagree about its entries:
 * two of one name, names that leave the tree, links, and encryption.
 *
 * @cpython Lib/zipimport.py:_read_directory
 */
final class ArchiveDirectory {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENCRYPTED = 1;
  private static final int FILE_TYPE = 0xf000;
  private static final int LINK = 0xa000;
  private static final int UNIX = 3;

  private final Path archive;
  private final String given;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private ArchiveDirectory(Path archive, String given) {
    this.archive = archive;
    this.given = given;
  }

  /**
   * Looks at all entries.
   *
   * @throws IOException if the archive cannot be read or has no directory
   */
  static List<Finding> check(Path archive, String given) throws IOException {
    ArchiveDirectory directory = new ArchiveDirectory(archive, given);
    directory.read();
    return directory.findings;
  }

  private void read() throws IOException {
    try (FileChannel channel = FileChannel.open(archive)) {
      long size = channel.size();
      int length = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
      ByteBuffer tail = read(channel, size - length, length);
      int end = length - END_SIZE;
      while (end >= 0 && tail.getInt(end) != END_SIGNATURE) {
        end--;
      }
      if (end < 0) {
        throw new IOException("no zip archive");
      }
      long directorySize = Integer.toUnsignedLong(tail.getInt(end + 12));
      // Whatever stands before the archive, as in a .pyz, moves the directory with it.
      long start = size - length + end - directorySize;
      if (start < 0 || directorySize > Integer.MAX_VALUE) {
        throw new IOException("the archive's directory is damaged or too large");
      }
      entries(read(channel, start, (int) directorySize));
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the archive is cut off");
      }
    }
    return buffer.flip();
  }

  private void entries(ByteBuffer directory) throws IOException {
    while (directory.remaining() >= ENTRY_SIZE) {
      int at = directory.position();
      if (directory.getInt(at) != ENTRY_SIGNATURE) {
        throw new IOException("the archive's directory is damaged");
      }
      int nameLength = Short.toUnsignedInt(directory.getShort(at + 28));
      int extra = Short.toUnsignedInt(directory.getShort(at + 30));
      int comment = Short.toUnsignedInt(directory.getShort(at + 32));
      if (directory.remaining() < ENTRY_SIZE + nameLength + extra + comment) {
        throw new IOException("the archive's directory is cut off");
      }
      byte[] name = new byte[nameLength];
      directory.get(at + ENTRY_SIZE, name);
      int flags = directory.getShort(at + 8);
      boolean isUnix = directory.get(at + 5) == UNIX;
      int mode = isUnix ? directory.getInt(at + 38) >>> 16 : 0;
      entry(new String(name, StandardCharsets.UTF_8), flags, mode);
      directory.position(at + ENTRY_SIZE + nameLength + extra + comment);
    }
  }

  private void entry(String name, int flags, int mode) {
    String path = given + "!/" + name;
    if (!names.add(name)) {
      add(FindingKind.UNCHECKABLE, path, "two entries have this name");
    }
    if (leavesTree(name)) {
      add(FindingKind.SYMLINK_OUTSIDE, path, "the entry's name leaves the tree");
    }
    if ((mode & FILE_TYPE) == LINK) {
      add(FindingKind.SYMLINK_OUTSIDE, path, "the entry is a link");
    }
    if ((flags & ENCRYPTED) != 0) {
      add(FindingKind.UNCHECKABLE, path, "the entry is encrypted");
    }
  }

  private static boolean leavesTree(String name) {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      return true;
    }
    for (String part : name.split("/")) {
      if (part.equals("..") || part.equals(".")) {
        return true;
      }
    }
    return false;
  }

  private void add(FindingKind kind, String path, String detail) {
    findings.add(new Finding(kind, path, detail));
  }
}
