package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code reversed} of a sequence without {@code __reversed__}. */
@BuiltinType("reversed")
public final class PyReversed extends PyInstance {
  public static final PyType TYPE = PyType.builtin("reversed", new PyReversedTable());
  private PyObject sequence;
  private long at;

  private PyReversed(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, object, /)")
  static PyObject create(PyType cls, PyObject sequence) {
    PyObject f = sequence.type.lookup(PyStr.intern("__reversed__"));
    if (f == PyNone.NONE) {
      throw Exc.typeError("'" + sequence.type.name + "' object is not reversible");
    }
    if (f != null) {
      return Obj.bind(f, sequence).call0();
    }
    if (!Obj.isSequence(sequence)) {
      throw Exc.typeError("'" + sequence.type.name + "' object is not reversible");
    }
    PyReversed r = new PyReversed(cls);
    r.at = Obj.length(sequence) - 1;
    r.sequence = sequence;
    return r;
  }

  private PyObject step() {
    if (sequence == null || at < 0) {
      sequence = null;
      return null;
    }
    try {
      PyObject v = Obj.getItem(sequence, PyInt.of(at));
      at--;
      return v;
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (e.matches(Exc.IndexError) || e.matches(Exc.StopIteration)) {
        sequence = null;
        at = -1;
        return null;
      }
      throw e;
    }
  }

  @Override
  public PyObject next() {
    return type == TYPE || type.slotIsBuiltin(Slot.NEXT) ? step() : super.next();
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(step());
  }

  @Builtin("__length_hint__(self, /)")
  long hint() {
    if (sequence == null) {
      return 0;
    }
    int n = Obj.length(sequence);
    return n < at + 1 ? 0 : at + 1;
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return sequence == null
        ? PyTuple.of(type, PyTuple.of(PyTuple.EMPTY))
        : PyTuple.of(type, PyTuple.of(sequence), PyInt.of(at));
  }

  @Builtin("__setstate__(self, state, /)")
  void setState(PyObject state) {
    if (sequence != null) {
      at = Math.max(-1, Math.min(Obj.index(state).clipped(), Obj.length(sequence) - 1L));
    }
  }
}
