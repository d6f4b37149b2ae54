package io.github.pycmaven.vm.module.marshal;

import io.github.pycmaven.marshal.MarshalReader;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.CodeFactory;
import io.github.pycmaven.vm.frame.PyCode;

/** The module {@code marshal}. */
@BuiltinModule("marshal")
public final class MarshalModule {
  private MarshalModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new MarshalModuleTable());
    m.dict.put("version", PyInt.of(5));
    return m;
  }

  /** Reads one value. */
  public static PyObject read(byte[] data, int from) {
    try {
      return new MarshalReader<>(new CodeFactory(), PythonVersion.V3_14, data, from, data.length)
          .read();
    } catch (PycFormatException e) {
      switch (e.kind()) {
        case END_OF_DATA:
          throw Exc.raise(Exc.EOFError, e.reason());
        case BAD_TYPE:
          throw Exc.typeError(e.reason());
        default:
          throw Exc.valueError(e.reason());
      }
    }
  }

  @Builtin("dumps(value, version=5, /, *, allow_code=True)")
  static PyObject dumps(PyObject value, int version, boolean allowCode) {
    if (value instanceof PyCode code && allowCode && code.marshalled != null) {
      return new PyBytes(code.marshalled.clone());
    }
    return new PyBytes(new ValueWriter(version, allowCode).write(value));
  }

  @Builtin("loads(bytes, /, *, allow_code=True)")
  static PyObject loads(PyObject bytes, boolean allowCode) {
    return read(Obj.bytesOf(bytes), 0);
  }
}
