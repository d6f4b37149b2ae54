package io.github.pycmaven.vm.host;

import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.object.PyObject;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
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

  /** One open file, under one or several numbers; a null path means a stream or pipe. */
  private static final class Entry {
    final Channel channel;
    final Path path;
    boolean append;
    int numbers = 1;
    boolean returnsAtOnce;

    Entry(Channel channel, Path path, boolean append) {
      this.channel = channel;
      this.path = path;
      this.append = append;
    }

    FileChannel file() {
      return path != null && channel instanceof FileChannel f ? f : null;
    }
  }

  private static Entry[] entries = new Entry[16];
  private static boolean[] inheritable = new boolean[16];
  private static final Entry[] STANDARD = new Entry[3];
  private static int umask = 022;

  static {
    entries[0] = new Entry(new FileInputStream(FileDescriptor.in).getChannel(), null, false);
    entries[1] = new Entry(new FileOutputStream(FileDescriptor.out).getChannel(), null, true);
    entries[2] = new Entry(new FileOutputStream(FileDescriptor.err).getChannel(), null, true);
    for (int i = 0; i < 3; i++) {
      STANDARD[i] = entries[i];
      inheritable[i] = true;
    }
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
    return PosixFilePermissions.asFileAttribute(permissionSet(mode & ~umask));
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
    return add(entry, 0);
  }

  private static int add(Entry entry, int from) {
    int n = from;
    while (n < entries.length && entries[n] != null) {
      n++;
    }
    room(n);
    entries[n] = entry;
    inheritable[n] = false;
    return n;
  }

  private static void room(int n) {
    if (n >= entries.length) {
      int size = Math.max(n + 1, entries.length * 2);
      entries = Arrays.copyOf(entries, size);
      inheritable = Arrays.copyOf(inheritable, size);
    }
  }

  /** A second number for an open file, the lowest free one from a given one on. */
  public static synchronized int duplicate(int descriptor, int from) {
    Entry e = entry(descriptor);
    e.numbers++;
    return add(e, from);
  }

  /** Makes a number mean the file of another one. */
  public static void duplicate(int descriptor, int to, boolean inherit) {
    closeLast(replaced(descriptor, to, inherit));
  }

  private static synchronized Entry replaced(int descriptor, int to, boolean inherit) {
    Entry e = entry(descriptor);
    if (to < 0 || to > 1 << 16) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    }
    Entry old = null;
    if (descriptor != to) {
      old = isOpen(to) ? removed(to) : null;
      room(to);
      entries[to] = e;
      e.numbers++;
    }
    inheritable[to] = inherit;
    return old;
  }

  /** A pipe: the number to read from and the one to write to. */
  public static synchronized int[] pipe() {
    MemoryPipe p = new MemoryPipe();
    int in = add(new Entry(p.reader, null, false));
    return new int[] {in, add(new Entry(p.writer, null, false))};
  }

  /** A number for a channel of another kind: a socket, say. */
  public static synchronized int add(Channel channel) {
    return add(new Entry(channel, null, false));
  }

  /** The channel behind a number. */
  public static Channel channel(int descriptor) {
    return entry(descriptor).channel;
  }

  /** Whether a file is a terminal; the process's own descriptors tell. */
  public static boolean isTerminal(int descriptor) {
    Entry e = entry(descriptor);
    for (int i = 0; i < STANDARD.length; i++) {
      if (e == STANDARD[i]) {
        try {
          String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + i)).toString();
          return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException x) {
          return System.console() != null;
        }
      }
    }
    return e.path != null && e.path.startsWith("/dev/tty");
  }

  /** Whether reads and writes wait. */
  public static boolean isBlocking(int descriptor) {
    return !entry(descriptor).returnsAtOnce;
  }

  /** Sets whether reads and writes wait. */
  public static void setBlocking(int descriptor, boolean blocking) {
    entry(descriptor).returnsAtOnce = !blocking;
  }

  private static void refuseToWait(Entry e, boolean reading) {
    if (e.returnsAtOnce
        && e.channel instanceof Readiness r
        && !(reading ? r.canRead() : r.canWrite())) {
      throw HostErrors.of(11, null);
    }
  }

  /** Whether a program that is started gets the file. */
  public static boolean isInheritable(int descriptor) {
    entry(descriptor);
    return inheritable[descriptor];
  }

  /** Sets whether a program that is started gets the file. */
  public static void setInheritable(int descriptor, boolean value) {
    entry(descriptor);
    inheritable[descriptor] = value;
  }

  /** Sets the permissions that new files do not get; the old ones. */
  public static int umask(int mask) {
    int old = umask;
    umask = mask & 0777;
    return old;
  }

  /** The permissions that new files do not get. */
  public static int umask() {
    return umask;
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
    closeLast(removed(descriptor));
  }

  /** Takes a number away; its file if that was the last one, otherwise null. */
  private static synchronized Entry removed(int descriptor) {
    Entry e = entry(descriptor);
    entries[descriptor] = null;
    return --e.numbers == 0 ? e : null;
  }

  /** Not under the lock: closing wakes those who wait, and they ask for entries. */
  private static void closeLast(Entry e) {
    try {
      if (e != null) {
        e.channel.close();
      }
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Whether two numbers mean one open file. */
  static boolean isSame(int a, int b) {
    return entry(a) == entry(b);
  }

  /** Whether a number means what the process was started with as its standard stream. */
  static boolean isStandard(int descriptor, int stream) {
    return entry(descriptor) == STANDARD[stream];
  }

  /** Reads at most so many bytes; an empty array is the end. */
  public static byte[] read(int descriptor, int size) {
    Entry e = entry(descriptor);
    if (!(e.channel instanceof ReadableByteChannel c)) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    }
    refuseToWait(e, true);
    byte[] bytes = new byte[size];
    ThreadState t = e.path == null ? InterpreterLock.release() : null;
    int n;
    try {
      n = c.read(ByteBuffer.wrap(bytes));
    } catch (ClosedChannelException | NonReadableChannelException x) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    } finally {
      if (t != null) {
        InterpreterLock.acquire(t);
      }
    }
    return n == size ? bytes : Arrays.copyOf(bytes, Math.max(0, n));
  }

  /** Reads for a thread that runs no Python code. */
  static byte[] readRaw(int descriptor, int size) throws IOException {
    Entry e = entries[descriptor];
    if (e == null || !(e.channel instanceof ReadableByteChannel c)) {
      return new byte[0];
    }
    byte[] bytes = new byte[size];
    int n = c.read(ByteBuffer.wrap(bytes));
    return Arrays.copyOf(bytes, Math.max(0, n));
  }

  /** Writes for a thread that runs no Python code. */
  static void writeRaw(int descriptor, byte[] bytes, int length) throws IOException {
    Entry e = entries[descriptor];
    if (e == null || !(e.channel instanceof WritableByteChannel c)) {
      throw new IOException("closed");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    while (buffer.hasRemaining()) {
      c.write(buffer);
    }
  }

  /** Closes for a thread that runs no Python code. */
  static void closeRaw(int descriptor) {
    Entry e;
    synchronized (OpenFiles.class) {
      e = entries[descriptor];
      entries[descriptor] = null;
      e = e != null && --e.numbers == 0 ? e : null;
    }
    try {
      if (e != null) {
        e.channel.close();
      }
    } catch (IOException x) {
      // Nobody is there to be told.
    }
  }

  /** Writes bytes, all of them. */
  public static int write(int descriptor, byte[] bytes, int from, int length) {
    Entry e = entry(descriptor);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
    if (!(e.channel instanceof WritableByteChannel c)) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    }
    refuseToWait(e, false);
    ThreadState t = e.path == null ? InterpreterLock.release() : null;
    try {
      if (e.append && e.file() != null) {
        e.file().position(e.file().size());
      }
      while (buffer.hasRemaining() && (!e.returnsAtOnce || buffer.position() == from)) {
        c.write(buffer);
      }
    } catch (ClosedChannelException | NonWritableChannelException x) {
      throw HostErrors.of(BAD_DESCRIPTOR, null);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    } finally {
      if (t != null) {
        InterpreterLock.acquire(t);
      }
    }
    return buffer.position() - from;
  }

  /** Moves to a position; 0 from the start, 1 from here, 2 from the end. */
  public static long seek(int descriptor, long offset, int whence) {
    Entry e = entry(descriptor);
    FileChannel file = e.file();
    if (file == null) {
      throw HostErrors.of(29, null);
    }
    try {
      long at =
          whence == 0 ? offset : whence == 1 ? file.position() + offset : file.size() + offset;
      if (at < 0 || whence > 2) {
        throw HostErrors.of(22, null);
      }
      file.position(at);
      return at;
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Cuts or extends a file. */
  public static void truncate(int descriptor, long size) {
    FileChannel file = entry(descriptor).file();
    if (file == null || size < 0) {
      throw HostErrors.of(22, null);
    }
    try {
      long at = file.position();
      if (size <= file.size()) {
        file.truncate(size);
      } else {
        file.write(ByteBuffer.allocate(1), size - 1);
      }
      file.position(at);
    } catch (NonWritableChannelException x) {
      throw HostErrors.of(22, null);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }

  /** Hands what was written to the device. */
  public static void sync(int descriptor) {
    try {
      FileChannel file = entry(descriptor).file();
      if (file == null) {
        throw HostErrors.of(22, null);
      }
      file.force(true);
    } catch (IOException x) {
      throw HostErrors.of(x, null);
    }
  }
}
