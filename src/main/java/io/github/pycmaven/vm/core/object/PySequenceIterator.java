package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** Iterates by {@code __getitem__} with 0, 1, 2 until IndexError. */
@BuiltinType("iterator")
final class PySequenceIterator extends PyObject {
  static final PyType TYPE =
      PyType.builtin("iterator", new PySequenceIteratorTable()).forbidSubclasses();
  private PyObject sequence;
  private long at;

  PySequenceIterator(PyObject sequence) {
    super(TYPE);
    this.sequence = sequence;
  }

  @Override
  public PyObject next() {
    if (sequence == null) {
      return null;
    }
    if (at == Long.MAX_VALUE) {
      throw Exc.overflowError("iter index too large");
    }
    try {
      PyObject v = Obj.getItem(sequence, PyInt.of(at));
      at++;
      return v;
    } catch (PyRaise e) {
      if (e.matches(Exc.IndexError) || e.matches(Exc.StopIteration)) {
        sequence = null;
        return null;
      }
      throw e;
    }
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
  PyObject hint() {
    if (sequence == null) {
      return PyInt.ZERO;
    }
    if (sequence.type.slot(Slot.LEN) == null) {
      return PyNotImplemented.INSTANCE;
    }
    return PyInt.of(Math.max(0, Obj.length(sequence) - at));
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject function = Obj.builtin("iter");
    return sequence == null
        ? PyTuple.of(function, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(function, PyTuple.of(sequence), PyInt.of(at));
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    if (sequence != null) {
      at = Math.max(0, Obj.index(state).clipped());
    }
  }
}
