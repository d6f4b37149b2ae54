package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.math.BigInteger;

/** {@code slice}. */
@BuiltinType("slice")
public final class PySlice extends PyObject {
  public static final PyType TYPE = PyType.builtin("slice", new PySliceTable()).forbidSubclasses();

  public final PyObject start;
  public final PyObject stop;
  public final PyObject step;

  public PySlice(PyObject start, PyObject stop, PyObject step) {
    super(TYPE);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** Whether the step is 1 or absent. */
  public boolean isSimple() {
    return step == PyNone.NONE || step instanceof PyInt i && !i.isBig() && i.value == 1;
  }

  private static long bound(PyObject o) {
    if (!(o instanceof PyInt) && o.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return Obj.index(o).clipped();
  }

  /** Start, stop, step and number of elements for a sequence of that length. */
  public long[] indices(int length) {
    long by = step == PyNone.NONE ? 1 : bound(step);
    if (by == 0) {
      throw Exc.valueError("slice step cannot be zero");
    }
    if (by < -Long.MAX_VALUE) {
      by = -Long.MAX_VALUE;
    }
    long from = start == PyNone.NONE ? by < 0 ? Long.MAX_VALUE : 0 : bound(start);
    long to = stop == PyNone.NONE ? by < 0 ? Long.MIN_VALUE : Long.MAX_VALUE : bound(stop);
    if (from < 0) {
      from += length;
      if (from < 0) {
        from = by < 0 ? -1 : 0;
      }
    } else if (from >= length) {
      from = by < 0 ? length - 1 : length;
    }
    if (to < 0) {
      to = to + length;
      if (to < 0) {
        to = by < 0 ? -1 : 0;
      }
    } else if (to >= length) {
      to = by < 0 ? length - 1 : length;
    }
    long n = 0;
    if (by < 0) {
      if (to < from) {
        n = (from - to - 1) / -by + 1;
      }
    } else if (from < to) {
      n = (to - from - 1) / by + 1;
    }
    return new long[] {from, to, by, n};
  }

  @Builtin("__new__(cls, start, stop=<none>, step=None, /)")
  static PyObject create(PyType cls, PyObject start, PyObject stop, PyObject step) {
    return stop == null
        ? new PySlice(PyNone.NONE, start, PyNone.NONE)
        : new PySlice(start, stop, PyNone.orNone(step));
  }

  @Getter(value = "start", member = true)
  static PyObject start(PySlice self) {
    return self.start;
  }

  @Getter(value = "stop", member = true)
  static PyObject stop(PySlice self) {
    return self.stop;
  }

  @Getter(value = "step", member = true)
  static PyObject step(PySlice self) {
    return self.step;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PySlice self) {
    return "slice("
        + Obj.repr(self.start)
        + ", "
        + Obj.repr(self.stop)
        + ", "
        + Obj.repr(self.step)
        + ")";
  }

  private PyTuple tuple() {
    return PyTuple.of(start, stop, step);
  }

  @RichCompare
  static PyObject compare(PySlice self, PyObject other, int op) {
    if (!(other instanceof PySlice o)) {
      return PyNotImplemented.INSTANCE;
    }
    if (self == o) {
      return PyBool.of(op == 1 || op == 2 || op == 5);
    }
    return Obj.compare(self.tuple(), o.tuple(), op);
  }

  @Builtin("__hash__(self, /)")
  static long hash(PySlice self) {
    return Obj.hash(self.tuple());
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PySlice self) {
    return PyTuple.of(TYPE, self.tuple());
  }

  @Builtin("indices(self, object, /)")
  static PyObject indicesMethod(PySlice self, PyObject length) {
    BigInteger n = Obj.index(length).big();
    if (n.signum() < 0) {
      throw Exc.valueError("length should not be negative");
    }
    BigInteger by = self.step == PyNone.NONE ? BigInteger.ONE : index(self.step);
    if (by.signum() == 0) {
      throw Exc.valueError("slice step cannot be zero");
    }
    boolean down = by.signum() < 0;
    BigInteger lower = down ? BigInteger.ONE.negate() : BigInteger.ZERO;
    BigInteger upper = down ? n.subtract(BigInteger.ONE) : n;
    BigInteger from =
        self.start == PyNone.NONE
            ? (down ? upper : lower)
            : clip(index(self.start), n, lower, upper);
    BigInteger to =
        self.stop == PyNone.NONE ? (down ? lower : upper) : clip(index(self.stop), n, lower, upper);
    return PyTuple.of(PyInt.of(from), PyInt.of(to), PyInt.of(by));
  }

  private static BigInteger index(PyObject o) {
    if (!(o instanceof PyInt) && o.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("slice indices must be integers or None or have an __index__ method");
    }
    return Obj.index(o).big();
  }

  private static BigInteger clip(BigInteger i, BigInteger n, BigInteger lower, BigInteger upper) {
    return i.signum() < 0 ? i.add(n).max(lower) : i.min(upper);
  }
}
