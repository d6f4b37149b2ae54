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

/** The module {@code grp}. */
@BuiltinModule("grp")
public final class GrpModule {
  private static final PyType TYPE =
      PyStructSequence.type("grp.struct_group", "gr_name", "gr_passwd", "gr_gid", "gr_mem");

  private GrpModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new GrpModuleTable());
    m.dict.put("struct_group", TYPE);
    return m;
  }

  private static PyObject entry(String[] f) {
    PyList members = new PyList();
    for (String s : f[3].split(",")) {
      if (!s.isEmpty()) {
        members.append(PyStr.of(s));
      }
    }
    return PyStructSequence.of(
        TYPE, PyStr.of(f[0]), PyStr.of(f[1]), PyInt.of(Long.parseLong(f[2])), members);
  }

  @Builtin("getgrnam(name)")
  static PyObject byName(String name) {
    if (name.indexOf(0) >= 0) {
      throw Exc.valueError("embedded null byte");
    }
    for (String[] f : Entries.of("/etc/group", 4)) {
      if (f[0].equals(name)) {
        return entry(f);
      }
    }
    throw Exc.keyError(PyStr.of("getgrnam(): name not found: " + Obj.repr(PyStr.of(name))));
  }

  @Builtin("getgrgid(id)")
  static PyObject byId(PyObject id) {
    if (!(id instanceof PyInt)) {
      throw Exc.typeError("gid should be integer, not " + id.type.name);
    }
    String wanted = id.toString();
    for (String[] f : Entries.of("/etc/group", 4)) {
      if (f[2].equals(wanted)) {
        return entry(f);
      }
    }
    throw Exc.keyError(PyStr.of("getgrgid(): gid not found: " + wanted));
  }

  @Builtin("getgrall()")
  static PyObject all() {
    PyList l = new PyList();
    for (String[] f : Entries.of("/etc/group", 4)) {
      l.append(entry(f));
    }
    return l;
  }
}
