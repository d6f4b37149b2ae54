package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The functions of {@code posix} that deal with files. */
@BuiltinModule("posix")
final class PosixFiles {
  private PosixFiles() {}

  @Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static PyObject stat(PyObject path, PyObject dirFd, boolean follow) {
    return StatResult.of(Paths.of(path), follow, path);
  }

  @Builtin("lstat(path, *, dir_fd=None)")
  static PyObject lstat(PyObject path, PyObject dirFd) {
    return StatResult.of(Paths.of(path), false, path);
  }

  @Builtin("fstat(fd)")
  static PyObject fstat(int fd) {
    Path p = OpenFiles.path(fd);
    return StatResult.of(p == null ? Path.of("/proc/self/fd/" + fd) : p, true, null);
  }

  @Builtin("listdir(path=None)")
  static PyObject listdir(PyObject path) {
    PyList out = new PyList();
    for (Path p : entries(path)) {
      out.append(Paths.like(absent(path) ? null : path, p.getFileName().toString()));
    }
    return out;
  }

  @Builtin("scandir(path=None)")
  static PyObject scandir(PyObject path) {
    PyObject folder = absent(path) ? PyStr.of(".") : path;
    List<PyObject> out = new ArrayList<>();
    for (Path p : entries(path)) {
      out.add(new PyDirEntry(p, folder));
    }
    return new PyScandirIterator(out.toArray(new PyObject[0]));
  }

  private static boolean absent(PyObject o) {
    return o == null || o == PyNone.NONE;
  }

  private static List<Path> entries(PyObject path) {
    List<Path> out = new ArrayList<>();
    Path p = absent(path) ? WorkingDirectory.get() : Paths.of(path);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(p)) {
      for (Path f : all) {
        out.add(f);
      }
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
    return out;
  }

  @Builtin("open(path, flags, mode=511, *, dir_fd=None)")
  static int open(PyObject path, int flags, int mode, PyObject dirFd) {
    return OpenFiles.open(Paths.of(path), flags, mode, path);
  }

  @Builtin("close(fd)")
  static void close(int fd) {
    OpenFiles.close(fd);
  }

  @Builtin("read(fd, length, /)")
  static PyObject read(int fd, int length) {
    if (length < 0) {
      throw HostErrors.of(22, null);
    }
    return new PyBytes(OpenFiles.read(fd, length));
  }

  @Builtin("write(fd, data, /)")
  static int write(int fd, PyObject data) {
    byte[] b = Obj.bytesOf(data);
    return OpenFiles.write(fd, b, 0, b.length);
  }

  @Builtin("lseek(fd, position, whence, /)")
  static long lseek(int fd, long position, int whence) {
    return OpenFiles.seek(fd, position, whence);
  }

  @Builtin("ftruncate(fd, length, /)")
  static void ftruncate(int fd, long length) {
    OpenFiles.truncate(fd, length);
  }

  @Builtin("fsync(fd)")
  static void fsync(int fd) {
    OpenFiles.sync(fd);
  }

  @Builtin("dup(fd, /)")
  static int dup(int fd) {
    return OpenFiles.duplicate(fd, 0);
  }

  @Builtin("dup2(fd, fd2, inheritable=True)")
  static int dup2(int fd, int to, boolean inheritable) {
    OpenFiles.duplicate(fd, to, inheritable);
    return to;
  }

  @Builtin("pipe()")
  static PyObject pipe() {
    int[] ends = OpenFiles.pipe();
    return PyTuple.of(PyInt.of(ends[0]), PyInt.of(ends[1]));
  }

  @Builtin("get_blocking(fd, /)")
  static boolean getBlocking(int fd) {
    return OpenFiles.isBlocking(fd);
  }

  @Builtin("set_blocking(fd, blocking, /)")
  static void setBlocking(int fd, boolean blocking) {
    OpenFiles.setBlocking(fd, blocking);
  }

  @Builtin("get_inheritable(fd, /)")
  static boolean getInheritable(int fd) {
    return OpenFiles.isInheritable(fd);
  }

  @Builtin("set_inheritable(fd, inheritable, /)")
  static void setInheritable(int fd, int inheritable) {
    OpenFiles.setInheritable(fd, inheritable != 0);
  }

  @Builtin("umask(mask, /)")
  static int umask(int mask) {
    return OpenFiles.umask(mask);
  }

  @Builtin("isatty(fd, /)")
  static boolean isatty(int fd) {
    return OpenFiles.isOpen(fd) && OpenFiles.isTerminal(fd);
  }

  @Builtin("mkdir(path, mode=511, *, dir_fd=None)")
  static void mkdir(PyObject path, int mode, PyObject dirFd) {
    try {
      Files.createDirectory(
          Paths.of(path),
          PosixFilePermissions.asFileAttribute(OpenFiles.permissionSet(mode & ~OpenFiles.umask())));
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }

  @Builtin("rmdir(path, *, dir_fd=None)")
  static void rmdir(PyObject path, PyObject dirFd) {
    Path p = Paths.of(path);
    if (Files.exists(p, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) {
      throw HostErrors.of(20, path);
    }
    delete(p, path);
  }

  @Builtin("unlink(path, *, dir_fd=None)")
  static void unlink(PyObject path, PyObject dirFd) {
    Path p = Paths.of(path);
    if (Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS)) {
      throw HostErrors.of(21, path);
    }
    delete(p, path);
  }

  @Builtin("remove(path, *, dir_fd=None)")
  static void remove(PyObject path, PyObject dirFd) {
    unlink(path, dirFd);
  }

  private static void delete(Path p, PyObject path) {
    try {
      Files.delete(p);
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }

  @Builtin("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void rename(PyObject from, PyObject to, PyObject fromFolder, PyObject toFolder) {
    replace(from, to, fromFolder, toFolder);
  }

  @Builtin("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)")
  static void replace(PyObject from, PyObject to, PyObject fromFolder, PyObject toFolder) {
    try {
      Files.move(
          Paths.of(from),
          Paths.of(to),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      int number = HostErrors.number(e);
      throw Exc.raise(
          Exc.make(
              Exc.OSError,
              PyInt.of(number),
              PyStr.of(HostErrors.text(number)),
              from,
              PyNone.NONE,
              to));
    }
  }

  @Builtin("symlink(src, dst, target_is_directory=False, *, dir_fd=None)")
  static void symlink(PyObject from, PyObject to, boolean directory, PyObject dirFd) {
    try {
      Files.createSymbolicLink(Paths.of(to), Path.of(Paths.text(from)));
    } catch (IOException e) {
      throw HostErrors.of(e, to);
    }
  }

  @Builtin("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)")
  static void link(PyObject from, PyObject to, PyObject a, PyObject b, boolean follow) {
    try {
      Files.createLink(Paths.of(to), Paths.of(from));
    } catch (IOException e) {
      throw HostErrors.of(e, from);
    }
  }

  @Builtin("readlink(path, *, dir_fd=None)")
  static PyObject readlink(PyObject path, PyObject dirFd) {
    try {
      return Paths.like(path, Files.readSymbolicLink(Paths.of(path)).toString());
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }

  @Builtin("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)")
  static void chmod(PyObject path, int mode, PyObject dirFd, boolean follow) {
    try {
      Files.setAttribute(Paths.of(path), "unix:mode", mode);
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }

  @Builtin("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)")
  static boolean access(
      PyObject path, int mode, PyObject dirFd, boolean effective, boolean follow) {
    Path p = Paths.of(path);
    return Files.exists(p)
        && ((mode & 4) == 0 || Files.isReadable(p))
        && ((mode & 2) == 0 || Files.isWritable(p))
        && ((mode & 1) == 0 || Files.isExecutable(p));
  }

  @Builtin("utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)")
  static void utime(PyObject path, PyObject times, PyObject ns, PyObject dirFd, boolean follow) {
    long[] at = new long[2];
    if (ns != null && ns != PyNone.NONE) {
      PyObject[] v = ((PyTuple) ns).items;
      at[0] = Obj.index(v[0]).value;
      at[1] = Obj.index(v[1]).value;
    } else if (!absent(times)) {
      PyObject[] v = Obj.toArray(times);
      for (int i = 0; i < 2; i++) {
        at[i] =
            v[i] instanceof PyInt n
                ? n.value * 1_000_000_000L
                : (long) Math.floor(Obj.toDouble(v[i]) * 1e9);
      }
    } else {
      java.time.Instant now = java.time.Instant.now();
      at[0] = now.getEpochSecond() * 1_000_000_000L + now.getNano();
      at[1] = at[0];
    }
    try {
      Files.getFileAttributeView(Paths.of(path), BasicFileAttributeView.class)
          .setTimes(
              FileTime.from(at[1], TimeUnit.NANOSECONDS),
              FileTime.from(at[0], TimeUnit.NANOSECONDS),
              null);
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }

  @Builtin("chdir(path)")
  static void chdir(PyObject path) {
    Path p = Paths.of(path);
    if (!Files.exists(p)) {
      throw HostErrors.of(2, path);
    }
    if (!Files.isDirectory(p)) {
      throw HostErrors.of(20, path);
    }
    try {
      WorkingDirectory.set(p.toRealPath());
    } catch (IOException e) {
      throw HostErrors.of(e, path);
    }
  }
}
