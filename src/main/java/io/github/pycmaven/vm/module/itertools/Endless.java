package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.op.Operators;

/** The iterators that need not end. */
final class Endless {
  private Endless() {}

  /** {@code count}. */
  @BuiltinType("itertools.count")
  static final class Count extends Iteration {
    static final PyType TYPE = type("count", new Endless_CountTable());
    private PyObject at;
    private PyObject by;

    private Count(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, start=0, step=1)")
    static PyObject create(PyType cls, PyObject start, PyObject step) {
      Count c = new Count(cls);
      c.at = number(start, PyInt.ZERO);
      c.by = number(step, PyInt.ONE);
      return c;
    }

    private static PyObject number(PyObject o, PyObject absent) {
      if (o == null) {
        return absent;
      }
      if (o.type.slot(Slot.INDEX) == null
          && o.type.slot(Slot.FLOAT) == null
          && !(o instanceof io.github.pycmaven.vm.core.object.PyComplex)) {
        throw Exc.typeError("a number is required");
      }
      return o;
    }

    @Override
    PyObject step() {
      PyObject r = at;
      at = Operators.binary(Operators.ADD, r, by);
      return r;
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      String name = type.shortName() + "(" + Obj.repr(at);
      return by instanceof PyInt i && !i.isBig() && i.value == 1
          ? name + ")"
          : name + ", " + Obj.repr(by) + ")";
    }
  }

  /** {@code cycle}. */
  @BuiltinType("itertools.cycle")
  static final class Cycle extends Iteration {
    static final PyType TYPE = type("cycle", new Endless_CycleTable());
    private PyObject iterator;
    private final PyList saved = new PyList();
    private int at;

    private Cycle(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, /)")
    static PyObject create(PyType cls, PyObject iterable) {
      Cycle c = new Cycle(cls);
      c.iterator = Obj.iter(iterable);
      return c;
    }

    @Override
    PyObject step() {
      if (iterator != null) {
        PyObject r = iterator.next();
        if (r != null) {
          saved.append(r);
          return r;
        }
        iterator = null;
      }
      if (saved.size == 0) {
        return null;
      }
      PyObject r = saved.get(at);
      at = at + 1 == saved.size ? 0 : at + 1;
      return r;
    }
  }

  /** {@code repeat}. */
  @BuiltinType("itertools.repeat")
  static final class Repeat extends Iteration {
    static final PyType TYPE = type("repeat", new Endless_RepeatTable());
    private PyObject element;
    private long left = -1;

    private Repeat(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, object, times=<forever>)")
    static PyObject create(PyType cls, PyObject element, PyObject times) {
      Repeat r = new Repeat(cls);
      r.element = element;
      if (times != null) {
        r.left = Math.max(0, Obj.index(times).clipped());
      }
      return r;
    }

    @Override
    PyObject step() {
      if (left == 0) {
        return null;
      }
      if (left > 0) {
        left--;
      }
      return element;
    }

    @Builtin("__length_hint__(self, /)")
    long hint() {
      if (left < 0) {
        throw Exc.typeError("len() of unsized object");
      }
      return left;
    }

    @Builtin("__repr__(self, /)")
    String repr() {
      return type.shortName() + "(" + Obj.repr(element) + (left < 0 ? ")" : ", " + left + ")");
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      return PyTuple.of(type, left < 0 ? PyTuple.of(element) : PyTuple.of(element, PyInt.of(left)));
    }
  }
}
