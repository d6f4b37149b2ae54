package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code IncrementalNewlineDecoder}: translates line ends in pieces of text. */
@BuiltinType("_io.IncrementalNewlineDecoder")
public final class PyNewlineDecoder extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("_io.IncrementalNewlineDecoder", new PyNewlineDecoderTable());

  private PyObject decoder = PyNone.NONE;
  private boolean translates;

  /** Whether the last piece ended with a carriage return, which a newline may follow. */
  private boolean pending;

  private PyNewlineDecoder(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyNewlineDecoder(cls);
  }

  @Builtin("__init__(self, decoder, translate, errors='strict')")
  static void init(PyNewlineDecoder self, PyObject decoder, boolean translate, PyObject errors) {
    self.decoder = decoder;
    self.translates = translate;
  }

  @Builtin("decode(self, input, final=False)")
  static PyObject decode(PyNewlineDecoder self, PyObject input, boolean last) {
    PyObject text =
        self.decoder == PyNone.NONE
            ? input
            : Calls.method(self.decoder, "decode", input, PyBool.of(last));
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("decoder should return a string result, not '" + text.type.name + "'");
    }
    String t = self.pending ? "\r" + s.value : s.value;
    self.pending = !last && t.endsWith("\r");
    if (self.pending) {
      t = t.substring(0, t.length() - 1);
    }
    if (t.indexOf('\r') < 0) {
      return t.length() == s.value.length() ? s : PyStr.of(t);
    }
    return PyStr.of(self.translates ? t.replace("\r\n", "\n").replace('\r', '\n') : t);
  }

  @Builtin("reset(self, /)")
  static void reset(PyNewlineDecoder self) {
    self.pending = false;
    if (self.decoder != PyNone.NONE) {
      Calls.method(self.decoder, "reset");
    }
  }
}
