package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.math.BigInteger;

/** {@code range}. */
@BuiltinType("range")
public final class PyRange extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("range", new PyRangeTable()).forbidSubclasses().matchesSequences();

  final PyInt start;
  final PyInt stop;
  final PyInt step;
  final PyInt length;

  private PyRange(PyInt start, PyInt stop, PyInt step) {
    super(TYPE);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = count(start, stop, step);
  }

  private static PyInt count(PyInt start, PyInt stop, PyInt step) {
    if (!start.isBig()
        && !stop.isBig()
        && !step.isBig()
        && isModest(start.value)
        && isModest(stop.value)
        && step.value != Long.MIN_VALUE) {
      long lo = step.value > 0 ? start.value : stop.value;
      long hi = step.value > 0 ? stop.value : start.value;
      return PyInt.of(lo >= hi ? 0 : (hi - lo - 1) / Math.abs(step.value) + 1);
    }
    BigInteger lo = step.signum() > 0 ? start.big() : stop.big();
    BigInteger hi = step.signum() > 0 ? stop.big() : start.big();
    if (lo.compareTo(hi) >= 0) {
      return PyInt.ZERO;
    }
    return PyInt.of(
        hi.subtract(lo).subtract(BigInteger.ONE).divide(step.big().abs()).add(BigInteger.ONE));
  }

  private static boolean isModest(long v) {
    return v < 1L << 61 && v > -1L << 61;
  }

  @Builtin("__new__(cls, start, stop=<none>, step=<one>, /)")
  static PyObject create(PyType cls, PyObject start, PyObject stop, PyObject step) {
    if (stop == null) {
      return new PyRange(PyInt.ZERO, Obj.index(start).plain(), PyInt.ONE);
    }
    PyInt by = step == null ? PyInt.ONE : Obj.index(step).plain();
    if (by.signum() == 0) {
      throw Exc.valueError("range() arg 3 must not be zero");
    }
    return new PyRange(Obj.index(start).plain(), Obj.index(stop).plain(), by);
  }

  private PyInt at(PyInt i) {
    return (PyInt) IntMethods.add(start, (PyInt) IntMethods.multiply(i, step));
  }

  @Builtin("__len__(self, /)")
  PyObject size() {
    return length;
  }

  @Builtin("__bool__(self, /)")
  boolean truth() {
    return length.signum() != 0;
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    if (key instanceof PySlice s) {
      PyTuple t = (PyTuple) PySlice.indicesMethod(s, length);
      PyInt from = (PyInt) t.items[0];
      PyInt to = (PyInt) t.items[1];
      PyInt by = (PyInt) t.items[2];
      return new PyRange(at(from), at(to), (PyInt) IntMethods.multiply(step, by));
    }
    if (!(key instanceof PyInt)
        && key.type.slot(io.github.pycmaven.vm.core.type.Slot.INDEX) == null) {
      throw Exc.typeError("range indices must be integers or slices, not " + key.type.name);
    }
    PyInt i = Obj.index(key).plain();
    if (i.signum() < 0) {
      i = (PyInt) IntMethods.add(i, length);
    }
    if (i.signum() < 0 || IntMethods.compareValues(i, length) >= 0) {
      throw Exc.indexError("range object index out of range");
    }
    return at(i);
  }

  private boolean holds(PyInt v) {
    BigInteger d = v.big().subtract(start.big());
    BigInteger[] qr = d.divideAndRemainder(step.big());
    return qr[1].signum() == 0 && qr[0].signum() >= 0 && qr[0].compareTo(length.big()) < 0;
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    if (key instanceof PyInt i && (key.type == PyInt.TYPE || key instanceof PyBool)) {
      return holds(i);
    }
    PyObject it = iter();
    for (PyObject o = it.next(); o != null; o = it.next()) {
      if (Obj.same(o, key)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("index(self, value, /)")
  PyObject index(PyObject value) {
    if (value instanceof PyInt v && (value.type == PyInt.TYPE || value instanceof PyBool)) {
      if (holds(v)) {
        return PyInt.of(v.big().subtract(start.big()).divide(step.big()));
      }
    } else {
      PyObject it = iter();
      long n = 0;
      for (PyObject o = it.next(); o != null; o = it.next()) {
        if (Obj.same(o, value)) {
          return PyInt.of(n);
        }
        n++;
      }
    }
    throw value instanceof PyInt
        ? Exc.valueError(Obj.repr(value) + " is not in range")
        : Exc.valueError("sequence.index(x): x not in sequence");
  }

  @Builtin("count(self, value, /)")
  PyObject count(PyObject value) {
    if (value instanceof PyInt v && (value.type == PyInt.TYPE || value instanceof PyBool)) {
      return PyInt.of(holds(v) ? 1 : 0);
    }
    long n = 0;
    PyObject it = iter();
    for (PyObject o = it.next(); o != null; o = it.next()) {
      n += Obj.same(o, value) ? 1 : 0;
    }
    return PyInt.of(n);
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return iterator(start, step, length);
  }

  private static PyObject iterator(PyInt start, PyInt step, PyInt length) {
    if (!start.isBig() && !step.isBig() && !length.isBig()) {
      BigInteger last = start.big().add(step.big().multiply(length.big()));
      if (last.bitLength() < 64) {
        return new RangeIterator(start.value, step.value, length.value);
      }
    }
    return new LongRangeIterator(start, step, length);
  }

  @Builtin("__reversed__(self, /)")
  PyObject reversed() {
    if (length.signum() == 0) {
      return iterator(start, step, length);
    }
    PyInt last = at((PyInt) IntMethods.subtract(length, PyInt.ONE));
    return iterator(last, (PyInt) IntMethods.neg(step), length);
  }

  @RichCompare(equalityOnly = true)
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyRange o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same = IntMethods.compareValues(length, o.length) == 0;
    if (same && length.signum() != 0) {
      same = IntMethods.compareValues(start, o.start) == 0;
      if (same && IntMethods.compareValues(length, PyInt.ONE) != 0) {
        same = IntMethods.compareValues(step, o.step) == 0;
      }
    }
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    PyObject none = PyNone.NONE;
    boolean one = !length.isBig() && length.value == 1;
    return Obj.hash(
        PyTuple.of(
            length,
            length.signum() == 0 ? none : start,
            length.signum() == 0 || one ? none : step));
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "range("
        + start
        + ", "
        + stop
        + (!step.isBig() && step.value == 1 ? ")" : ", " + step + ")");
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(TYPE, PyTuple.of(start, stop, step));
  }

  @Getter(value = "start", member = true)
  PyObject getStart() {
    return start;
  }

  @Getter(value = "stop", member = true)
  PyObject getStop() {
    return stop;
  }

  @Getter(value = "step", member = true)
  PyObject getStep() {
    return step;
  }

  /** Iterates over a range of small ints. */
  @BuiltinType("range_iterator")
  static final class RangeIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("range_iterator", new PyRange_RangeIteratorTable()).forbidSubclasses();
    private long value;
    private final long step;
    private long left;

    RangeIterator(long start, long step, long length) {
      super(TYPE);
      this.value = start;
      this.step = step;
      this.left = length;
    }

    @Override
    public PyObject next() {
      if (left <= 0) {
        return null;
      }
      left--;
      long v = value;
      value = v + step;
      return PyInt.of(v);
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
    long hint() {
      return left;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyRange r = new PyRange(PyInt.of(value), PyInt.of(value + left * step), PyInt.of(step));
      return PyTuple.of(Obj.builtin("iter"), PyTuple.of(r), PyNone.NONE);
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      long i = Math.max(0, Math.min(Obj.index(state).clipped(), left));
      value += i * step;
      left -= i;
    }
  }

  /** Iterates over a range with big ints. */
  @BuiltinType("longrange_iterator")
  static final class LongRangeIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("longrange_iterator", new PyRange_LongRangeIteratorTable())
            .forbidSubclasses();
    private BigInteger value;
    private final PyInt step;
    private BigInteger left;

    LongRangeIterator(PyInt start, PyInt step, PyInt length) {
      super(TYPE);
      this.value = start.big();
      this.step = step;
      this.left = length.big();
    }

    @Override
    public PyObject next() {
      if (left.signum() <= 0) {
        return null;
      }
      left = left.subtract(BigInteger.ONE);
      PyInt v = PyInt.of(value);
      value = value.add(step.big());
      return v;
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
      return PyInt.of(left);
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyRange r =
          new PyRange(PyInt.of(value), PyInt.of(value.add(left.multiply(step.big()))), step);
      return PyTuple.of(Obj.builtin("iter"), PyTuple.of(r), PyNone.NONE);
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      BigInteger i = Obj.index(state).big().max(BigInteger.ZERO).min(left);
      value = value.add(i.multiply(step.big()));
      left = left.subtract(i);
    }
  }
}
