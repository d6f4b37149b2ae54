package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** The module {@code posix}: as yet what importlib asks. */
@BuiltinModule("posix")
public final class PosixModule {
  private static final PyType STAT =
      PyStructSequence.type(
          "os.stat_result",
          10,
          "st_mode",
          "st_ino",
          "st_dev",
          "st_nlink",
          "st_uid",
          "st_gid",
          "st_size",
          "_st_atime",
          "_st_mtime",
          "_st_ctime",
          "st_atime",
          "st_mtime",
          "st_ctime",
          "st_atime_ns",
          "st_mtime_ns",
          "st_ctime_ns");

  private PosixModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new PosixModuleTable());
    PyDict env = new PyDict();
    for (Map.Entry<String, String> e : System.getenv().entrySet()) {
      env.put(bytes(e.getKey()), bytes(e.getValue()));
    }
    m.dict.put("environ", env);
    m.dict.put("stat_result", STAT);
    m.dict.put("error", Exc.OSError);
    return m;
  }

  private static PyBytes bytes(String s) {
    return new PyBytes(s.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String path(PyObject o) {
    PyObject p = fspath(o);
    if (p instanceof PyStr s) {
      return s.value;
    }
    return new String(Obj.bytesOf(p), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Builtin("fspath(path)")
  static PyObject fspath(PyObject o) {
    if (o instanceof PyStr || o instanceof PyBytes) {
      return o;
    }
    PyObject f = Obj.special(o, PyStr.intern("__fspath__"));
    if (f == null) {
      throw Exc.typeError("expected str, bytes or os.PathLike object, not " + o.type.name);
    }
    PyObject r = f.call0();
    if (r instanceof PyStr || r instanceof PyBytes) {
      return r;
    }
    throw Exc.typeError(
        "expected " + o.type.name + ".__fspath__() to return str or bytes, not " + r.type.name);
  }

  @Builtin("getcwd()")
  static String getcwd() {
    return Path.of("").toAbsolutePath().toString();
  }

  @Builtin("getpid()")
  static long getpid() {
    return ProcessHandle.current().pid();
  }

  @Builtin("stat(path, *, dir_fd=None, follow_symlinks=True)")
  static PyObject stat(PyObject path, PyObject dirFd, boolean follow) {
    LinkOption[] options =
        follow ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    Map<String, Object> a;
    try {
      a = Files.readAttributes(Path.of(path(path)), "unix:*", options);
    } catch (NoSuchFileException e) {
      throw Exc.osError(2, "No such file or directory", path);
    } catch (java.nio.file.FileSystemException e) {
      boolean notDir = e.getReason() != null && e.getReason().contains("Not a directory");
      throw notDir
          ? Exc.osError(20, "Not a directory", path)
          : Exc.osError(13, "Permission denied", path);
    } catch (IOException e) {
      throw Exc.osError(5, "Input/output error", path);
    }
    PyObject[] v = new PyObject[16];
    String[] ints = {"mode", "ino", "dev", "nlink", "uid", "gid", "size"};
    for (int i = 0; i < ints.length; i++) {
      v[i] = PyInt.of(((Number) a.get(ints[i])).longValue());
    }
    String[] times = {"lastAccessTime", "lastModifiedTime", "ctime"};
    for (int i = 0; i < 3; i++) {
      java.nio.file.attribute.FileTime t = (java.nio.file.attribute.FileTime) a.get(times[i]);
      java.time.Instant at = t.toInstant();
      v[7 + i] = PyInt.of(at.getEpochSecond());
      v[10 + i] = new PyFloat(at.getEpochSecond() + 1e-9 * at.getNano());
      v[13 + i] = PyInt.of(at.getEpochSecond() * 1_000_000_000L + at.getNano());
    }
    return PyStructSequence.of(STAT, v);
  }

  @Builtin("lstat(path, *, dir_fd=None)")
  static PyObject lstat(PyObject path, PyObject dirFd) {
    return stat(path, dirFd, false);
  }

  @Builtin("listdir(path=None)")
  static PyObject listdir(PyObject path) {
    String p = path == null || path == PyNone.NONE ? "." : path(path);
    PyList out = new PyList();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of(p))) {
      for (Path f : all) {
        out.append(PyStr.of(f.getFileName().toString()));
      }
    } catch (NoSuchFileException e) {
      throw Exc.osError(2, "No such file or directory", path);
    } catch (IOException e) {
      throw Exc.osError(20, "Not a directory", path);
    }
    return out;
  }

  @Builtin("_path_normpath(path)")
  static PyObject normalise(PyObject path) {
    String p = path(path);
    if (p.isEmpty()) {
      return PyStr.of(".");
    }
    String root = p.startsWith("//") && !p.startsWith("///") ? "//" : p.startsWith("/") ? "/" : "";
    java.util.ArrayList<String> parts = new java.util.ArrayList<>();
    for (String s : p.split("/")) {
      if (s.isEmpty() || s.equals(".")) {
        continue;
      }
      if (s.equals("..") && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!s.equals("..") || root.isEmpty()) {
        parts.add(s);
      }
    }
    String r = root + String.join("/", parts);
    return PyStr.of(r.isEmpty() ? "." : r);
  }
}
