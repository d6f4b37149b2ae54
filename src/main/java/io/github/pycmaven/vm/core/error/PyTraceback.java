package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** One level of a traceback. */
@BuiltinType("traceback")
public final class PyTraceback extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("traceback", new PyTracebackTable()).forbidSubclasses();

  /** The line of an instruction, asked of the frame when needed. */
  public interface Lines {
    /** The line of a byte offset. */
    int lineAt(int lasti);
  }

  public PyTraceback next;
  public final PyObject frame;
  public final int lasti;
  private int line;

  public PyTraceback(PyTraceback next, PyObject frame, int lasti, int line) {
    super(TYPE);
    this.next = next;
    this.frame = frame;
    this.lasti = lasti;
    this.line = line;
  }

  /** The line number. */
  public int line() {
    if (line < 0 && frame instanceof Lines l) {
      line = l.lineAt(lasti);
    }
    return line;
  }

  @Builtin("__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)")
  static PyObject create(PyType cls, PyObject next, PyObject frame, int lasti, int line) {
    if (next != PyNone.NONE && !(next instanceof PyTraceback)) {
      throw Exc.typeError("expected traceback object or None, got '" + next.type.name + "'");
    }
    if (!(frame instanceof Lines)) {
      throw Exc.typeError("traceback() argument 'tb_frame' must be frame, not " + frame.type.name);
    }
    return new PyTraceback(next == PyNone.NONE ? null : (PyTraceback) next, frame, lasti, line);
  }

  @Getter(value = "tb_frame", member = true)
  static PyObject frame(PyTraceback self) {
    return self.frame;
  }

  @Getter(value = "tb_lasti", member = true)
  static int lasti(PyTraceback self) {
    return self.lasti;
  }

  @Getter("tb_lineno")
  static PyObject lineno(PyTraceback self) {
    int l = self.line();
    return l < 0 ? PyNone.NONE : io.github.pycmaven.vm.core.object.PyInt.of(l);
  }

  @Getter("tb_next")
  static PyObject next(PyTraceback self) {
    return PyNone.orNone(self.next);
  }

  @Setter("tb_next")
  static void setNext(PyTraceback self, PyObject value) {
    if (value == null) {
      throw Exc.typeError("can't delete tb_next attribute");
    }
    if (value != PyNone.NONE && !(value instanceof PyTraceback)) {
      throw Exc.typeError("expected traceback object, got '" + value.type.name + "'");
    }
    for (PyObject t = value; t instanceof PyTraceback tb; t = PyNone.orNone(tb.next)) {
      if (t == self) {
        throw Exc.valueError("traceback loop detected");
      }
    }
    self.next = value == PyNone.NONE ? null : (PyTraceback) value;
  }

  @Builtin("__dir__(self, /)")
  static PyObject dir(PyTraceback self) {
    io.github.pycmaven.vm.core.object.PyList l = new io.github.pycmaven.vm.core.object.PyList();
    for (String s : new String[] {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"}) {
      l.append(io.github.pycmaven.vm.core.object.PyStr.of(s));
    }
    return l;
  }
}
