package io.github.pycmaven.vm.module.struct;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.util.HashMap;

/** The module {@code _struct}. */
@BuiltinModule("_struct")
public final class StructModule {
  private static final int CACHED = 100;
  private static final PyType ERROR = Exc.declare("struct", "error", Exc.Exception);
  private static final HashMap<String, PyStruct> CACHE = new HashMap<>();

  private StructModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new StructModuleTable());
    m.dict.put("error", ERROR);
    m.dict.put("Struct", PyStruct.TYPE);
    return m;
  }

  static PyRaise error(String message) {
    return Exc.raise((io.github.pycmaven.vm.core.error.PyException) ERROR.call1(PyStr.of(message)));
  }

  private static PyStruct compiled(PyObject format) {
    String key =
        format instanceof PyStr s
            ? s.value
            : format instanceof PyBytes b
                ? new String(b.value, java.nio.charset.StandardCharsets.ISO_8859_1)
                : null;
    PyStruct known = key == null ? null : CACHE.get(key);
    if (known == null) {
      known = PyStruct.of(format);
      if (CACHE.size() >= CACHED) {
        CACHE.clear();
      }
      CACHE.put(key, known);
    }
    return known;
  }

  @Builtin("_clearcache()")
  static void clearCache() {
    CACHE.clear();
  }

  @Builtin("calcsize(format, /)")
  static int calcSize(PyObject format) {
    return compiled(format).size();
  }

  @Builtin("pack(*args)")
  static PyObject pack(PyObject[] args) {
    return compiled(first(args, "pack")).pack(args, 1);
  }

  private static PyObject first(PyObject[] args, String name) {
    if (args.length == 0) {
      throw Exc.typeError("missing format argument");
    }
    return args[0];
  }

  @Builtin("pack_into(*args)")
  static void packInto(PyObject[] args) {
    compiled(first(args, "pack_into")).packInto(args, 1);
  }

  @Builtin("unpack(format, buffer, /)")
  static PyObject unpack(PyObject format, PyObject buffer) {
    return compiled(format).unpack(buffer);
  }

  @Builtin("unpack_from(format, /, buffer, offset=0)")
  static PyObject unpackFrom(PyObject format, PyObject buffer, PyObject offset) {
    return compiled(format).unpackFrom(buffer, offset);
  }

  @Builtin("iter_unpack(format, buffer, /)")
  static PyObject iterUnpack(PyObject format, PyObject buffer) {
    return compiled(format).iterUnpack(buffer);
  }
}
