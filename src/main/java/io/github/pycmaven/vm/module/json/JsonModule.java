package io.github.pycmaven.vm.module.json;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _json}. */
@BuiltinModule("_json")
public final class JsonModule {
  private JsonModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new JsonModuleTable());
    m.dict.put("make_scanner", PyScanner.TYPE);
    m.dict.put("make_encoder", PyEncoder.TYPE);
    return m;
  }

  private static PyStr text(PyObject o) {
    if (o instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError("first argument must be a string, not " + o.type.name);
  }

  private static PyObject encoded(PyObject o, boolean ascii) {
    PyStr s = text(o);
    StringBuilder out = new StringBuilder(s.value.length() + 8);
    JsonText.write(out, s, ascii);
    return PyStr.of(out.toString());
  }

  @Builtin("encode_basestring(string, /)")
  static PyObject encode(PyObject s) {
    return encoded(s, false);
  }

  @Builtin("encode_basestring_ascii(string, /)")
  static PyObject encodeAscii(PyObject s) {
    return encoded(s, true);
  }

  @Builtin("scanstring(string, end, strict=True, /)")
  static PyObject scan(PyObject string, PyObject end, boolean strict) {
    PyStr s = text(string);
    int at = Arg.toInt(end);
    if (at < 0 || at > s.length()) {
      throw Exc.valueError("end is out of bounds");
    }
    JsonText.End e = new JsonText.End();
    PyStr r = JsonText.read(s, at, strict, e);
    return PyTuple.of(r, PyInt.of(e.at));
  }
}
