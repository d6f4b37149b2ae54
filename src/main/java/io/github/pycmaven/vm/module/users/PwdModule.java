package io.github.pycmaven.vm.module.users;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code pwd}. */
@BuiltinModule("pwd")
public final class PwdModule {
  private static final PyType TYPE =
      PyStructSequence.type(
          "pwd.struct_passwd",
          "pw_name",
          "pw_passwd",
          "pw_uid",
          "pw_gid",
          "pw_gecos",
          "pw_dir",
          "pw_shell");

  private PwdModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new PwdModuleTable());
    m.dict.put("struct_passwd", TYPE);
    return m;
  }

  private static PyObject entry(String[] f) {
    return PyStructSequence.of(
        TYPE,
        PyStr.of(f[0]),
        PyStr.of(f[1]),
        PyInt.of(Long.parseLong(f[2])),
        PyInt.of(Long.parseLong(f[3])),
        PyStr.of(f[4]),
        PyStr.of(f[5]),
        PyStr.of(f[6]));
  }

  @Builtin("getpwnam(name, /)")
  static PyObject byName(String name) {
    if (name.indexOf(0) >= 0) {
      throw Exc.valueError("embedded null byte");
    }
    for (String[] f : Entries.of("/etc/passwd", 7)) {
      if (f[0].equals(name)) {
        return entry(f);
      }
    }
    throw Exc.keyError(PyStr.of("getpwnam(): name not found: " + Obj.repr(PyStr.of(name))));
  }

  @Builtin("getpwuid(uidobj, /)")
  static PyObject byId(PyObject id) {
    if (!(id instanceof PyInt)) {
      throw Exc.typeError("uid should be integer, not " + id.type.name);
    }
    String wanted = id.toString();
    for (String[] f : Entries.of("/etc/passwd", 7)) {
      if (f[2].equals(wanted)) {
        return entry(f);
      }
    }
    throw Exc.keyError(PyStr.of("getpwuid(): uid not found: " + wanted));
  }

  @Builtin("getpwall()")
  static PyObject all() {
    PyList l = new PyList();
    for (String[] f : Entries.of("/etc/passwd", 7)) {
      l.append(entry(f));
    }
    return l;
  }
}
