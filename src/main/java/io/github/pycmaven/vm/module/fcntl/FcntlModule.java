package io.github.pycmaven.vm.module.fcntl;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.OpenFiles;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.util.HashMap;
import java.util.Map;

/** The module {@code fcntl}: flags of descriptors, and locks of whole files. */
@BuiltinModule("fcntl")
public final class FcntlModule {
  private static final int NONBLOCK = 2048;
  private static final int EXCLUSIVE = 2;
  private static final int AT_ONCE = 4;
  private static final int UNLOCK = 8;
  private static final String NUMBERS =
      "LOCK_SH=1 LOCK_EX=2 LOCK_NB=4 LOCK_UN=8 F_DUPFD=0 F_DUPFD_CLOEXEC=1030 F_GETFD=1 F_SETFD=2 "
          + "F_GETFL=3 F_SETFL=4 F_GETLK=5 F_SETLK=6 F_SETLKW=7 F_RDLCK=0 F_WRLCK=1 F_UNLCK=2 "
          + "FD_CLOEXEC=1";
  private static final Map<Channel, FileLock> LOCKS = new HashMap<>();

  private FcntlModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new FcntlModuleTable());
    for (String n : NUMBERS.split(" ")) {
      int equals = n.indexOf('=');
      m.dict.put(n.substring(0, equals), PyInt.of(Integer.parseInt(n.substring(equals + 1))));
    }
    return m;
  }

  private static int descriptor(PyObject o) {
    return Arg.toInt(o instanceof PyInt ? o : Calls.method(o, "fileno"));
  }

  @Builtin("fcntl(fd, cmd, arg=0, /)")
  static PyObject control(PyObject file, int command, PyObject argument) {
    int fd = descriptor(file);
    if (!OpenFiles.isOpen(fd)) {
      throw HostErrors.of(9, null);
    }
    int a = argument instanceof PyInt i ? i.clippedInt() : 0;
    switch (command) {
      case 0:
      case 1030:
        int copy = OpenFiles.duplicate(fd, a);
        OpenFiles.setInheritable(copy, command == 0);
        return PyInt.of(copy);
      case 1:
        return PyInt.of(OpenFiles.isInheritable(fd) ? 0 : 1);
      case 2:
        OpenFiles.setInheritable(fd, (a & 1) == 0);
        return PyInt.ZERO;
      case 3:
        return PyInt.of(OpenFiles.isBlocking(fd) ? 2 : 2 | NONBLOCK);
      case 4:
        OpenFiles.setBlocking(fd, (a & NONBLOCK) == 0);
        return PyInt.ZERO;
      default:
        throw HostErrors.of(22, null);
    }
  }

  @Builtin("ioctl(fd, request, arg=0, mutate_flag=True, /)")
  static PyObject ioctl(PyObject file, PyObject request, PyObject argument, PyObject mutate) {
    descriptor(file);
    throw HostErrors.of(25, null);
  }

  @Builtin("flock(fd, operation, /)")
  static synchronized void lock(PyObject file, int operation) {
    int fd = descriptor(file);
    Channel c = OpenFiles.channel(fd);
    if (!(c instanceof FileChannel f)) {
      return;
    }
    try {
      FileLock old = LOCKS.remove(c);
      if (old != null && old.isValid()) {
        old.release();
      }
      if ((operation & UNLOCK) != 0) {
        return;
      }
      boolean shared = (operation & EXCLUSIVE) == 0;
      FileLock lock;
      try {
        lock =
            (operation & AT_ONCE) != 0
                ? f.tryLock(0, Long.MAX_VALUE, shared)
                : f.lock(0, Long.MAX_VALUE, shared);
      } catch (OverlappingFileLockException e) {
        throw HostErrors.of(11, null);
      } catch (NonWritableChannelException | NonReadableChannelException e) {
        // Java wants the file open for what the lock protects; the system does not.
        return;
      }
      if (lock == null) {
        throw HostErrors.of(11, null);
      }
      LOCKS.put(c, lock);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("lockf(fd, cmd, len=0, start=0, whence=0, /)")
  static void lockPart(
      PyObject file, int command, PyObject length, PyObject start, PyObject whence) {
    lock(file, command);
  }
}
