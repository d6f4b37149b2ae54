package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Python's paths (str, bytes, PathLike, descriptor numbers) as the host's. */
public final class Paths {
  private static final PyStr FSPATH = PyStr.intern("__fspath__");

  private Paths() {}

  /** {@code os.fspath}. */
  public static PyObject fspath(PyObject o) {
    if (o instanceof PyStr || o instanceof PyBytes) {
      return o;
    }
    PyObject f = Obj.special(o, FSPATH);
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

  /** The text of a path. */
  public static String text(PyObject o) {
    PyObject p = fspath(o);
    String s = p instanceof PyStr t ? t.value : new String(Obj.bytesOf(p), StandardCharsets.UTF_8);
    if (s.indexOf(0) >= 0) {
      throw Exc.valueError("embedded null " + (p instanceof PyStr ? "character" : "byte"));
    }
    return s;
  }

  /** The host's path; that of an open file if a number is given. */
  public static Path of(PyObject o) {
    if (o instanceof PyInt i) {
      Path p = OpenFiles.path((int) i.clipped());
      if (p == null) {
        throw HostErrors.of(9, null);
      }
      return p;
    }
    String s = text(o);
    if (s.isEmpty()) {
      throw HostErrors.of(2, o);
    }
    return WorkingDirectory.resolve(s);
  }

  /** A name that the host gave, as the class of the path that was asked with. */
  static PyObject like(PyObject asked, String name) {
    return asked != null && fspath(asked) instanceof PyBytes
        ? new PyBytes(name.getBytes(StandardCharsets.UTF_8))
        : PyStr.of(name);
  }
}
