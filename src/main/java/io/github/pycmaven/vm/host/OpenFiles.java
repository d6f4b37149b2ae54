package io.github.pycmaven.vm.host;

import io.github.pycmaven.vm.core.object.PyObject;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The process's open files by number, as {@code os.open} gives them. The JVM has no descriptors, so
 * the numbers are ours; 0, 1 and 2 are the standard streams.
 */
public final class OpenFiles {
  public static final int WRITE_ONLY = 1;
  public static final int READ_WRITE = 2;
  public static final int CREATE = 0100;
  public static final int EXCLUSIVE = 0200;
  public static final int TRUNCATE = 01000;
  public static final int APPEND = 02000;

  private static final int BAD_DESCRIPTOR = 9;

  /** One open file; a null path means a standard stream. */
  private static final class Entry {
    final FileChannel channel;
    final Path path;
    final boolean append;

    Entry(FileChannel channel, Path path, boolean append) {
      this.channel = channel;
      this.path = path;
      this.append = append;
    }
  }

  private static Entry[] entries = new Entry[16];

  static {
    entries[0] = new Entry(new FileInputStream(FileDescriptor.in).getChannel(), null, false);
    entries[1] = new Entry(new FileOutputStream(FileDescriptor.out).getChannel(), null, true);
    entries[2] = new Entry(new FileOutputStream(FileDescriptor.err).getChannel(), null, true);
  }

  private OpenFiles() {}

  /** Opens a file; {@code name} is for the error. */
  public static synchronized int open(Path path, int flags, int mode, PyObject name) {
    try {
      if (Files.isDirectory(path)) {
        throw HostErrors.of(21, name);
      }
      Set<OpenOption> options = new HashSet<>();
      int access = flags & 3;
      if (access != WRITE_ONLY) {
        options.add(StandardOpenOption.READ);
      }
      if (access != 0) {
        options.add(StandardOpenOption.WRITE);
      }
      if ((flags & CREATE) != 0) {
        options.add(
            (flags & EXCLUSIVE) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
      }
      if ((flags & TRUNCATE) != 0 && access != 0) {
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
      FileChannel channel =
          (flags & CREATE) != 0
              ? FileChannel.open(path, options, permissions(mode))
              : FileChannel.open(path, options);
      return add(new Entry(channel, path, (flags & APPEND) != 0));
    } catch (IOException e) {
      throw HostErrors.of(e, name);
    }
  }

  private static FileAttribute<?> permissions(int mode) {
    return PosixFilePermissions.asFileAttribute(permissionSet(mode));
  }

  /** The nine bits of a mode as Java's set. */
  public static Set<PosixFilePermission> permissionSet(int mode) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((mode & 0400 >> i) != 0) {
        set.add(all[i]);
      }
    }
    return set;
  }

  private static int add(Entry entry) {
    int n = 3;
    while (n < entries.length && entries[n] != null) {
      n++;
    }
    if (n == entries.length) {
      entries = Arrays.copyOf(entries, n * 2);
    }
    entries[n] = entry;
    return n;
  }

  private static synchronized Entry entry(int descriptor) {
    Entry e = descriptor < 0 || descriptor >= entries.length ? null : entries[descriptor];
    if (e == null) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    }
    return e;
  }

  /** Whether there is an open file of that number. */
  public static boolean isOpen(int descriptor) {
    return descriptor >= 0 && descriptor < entries.length && entries[descriptor] != null;
  }

  /** The path that a file was opened by, null for a standard stream. */
  public static Path path(int descriptor) {
    return entry(descriptor).path;
  }

  /** Closes a file. */
  public static void close(int descriptor) {
    Entry e = entry(descriptor);
    entries[descriptor] = null;
    try {
      if (e.path != null) {
        e.channel.close();
      }
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Reads at most so many bytes; an empty array is the end. */
  public static byte[] read(int descriptor, int size) {
    ByteBuffer buffer = ByteBuffer.allocate(size);
    try {
      entry(descriptor).channel.read(buffer);
    } catch (ClosedChannelException | NonReadableChannelException e) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
    return buffer.position() == size
        ? buffer.array()
        : Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Writes bytes, all of them. */
  public static int write(int descriptor, byte[] bytes, int from, int length) {
    Entry e = entry(descriptor);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
    try {
      if (e.append && e.path != null) {
        e.channel.position(e.channel.size());
      }
      while (buffer.hasRemaining()) {
        e.channel.write(buffer);
      }
    } catch (ClosedChannelException | NonWritableChannelException x) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
    return length;
  }

  /** Moves to a position; 0 from the start, 1 from here, 2 from the end. */
  public static long seek(int descriptor, long offset, int whence) {
    Entry e = entry(descriptor);
    if (e.path == null) {
      throw HostErrors.of(29, null);
    }
    try {
      long at =
          whence == 0
              ? offset
              : whence == 1 ? e.channel.position() + offset : e.channel.size() + offset;
      if (at < 0 || whence > 2) {
        throw HostErrors.of(22, null);
      }
      e.channel.position(at);
      return at;
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Cuts or extends a file. */
  public static void truncate(int descriptor, long size) {
    Entry e = entry(descriptor);
    try {
      long at = e.channel.position();
      if (size <= e.channel.size()) {
        e.channel.truncate(size);
      } else {
        e.channel.write(ByteBuffer.allocate(1), size - 1);
      }
      e.channel.position(at);
    } catch (NonWritableChannelException x) {
      throw HostErrors.of(22, null);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Hands what was written to the device. */
  public static void sync(int descriptor) {
    try {
      entry(descriptor).channel.force(true);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }
}
