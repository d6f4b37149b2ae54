package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** Iterates over a str. */
@BuiltinType("str_iterator")
final class PyStrIterator extends PyObject {
  static final PyType TYPE =
      PyType.builtin("str_iterator", new PyStrIteratorTable()).forbidSubclasses();
  private PyStr text;
  private int at;

  PyStrIterator(PyStr text) {
    super(TYPE);
    this.text = text;
  }

  @Override
  public PyObject next() {
    PyStr s = text;
    if (s == null) {
      return null;
    }
    if (at < s.length()) {
      return PyStr.ofPoint(s.at(at++));
    }
    text = null;
    return null;
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(next());
  }

  @Builtin("__length_hint__(self, /)")
  int hint() {
    return text == null ? 0 : text.length() - at;
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject function = Obj.builtin("iter");
    return text == null
        ? PyTuple.of(function, PyTuple.of(PyStr.EMPTY))
        : PyTuple.of(function, PyTuple.of(text), PyInt.of(at));
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    if (text != null) {
      at = Math.max(0, Math.min(Obj.index(state).clippedInt(), text.length()));
    }
  }
}
