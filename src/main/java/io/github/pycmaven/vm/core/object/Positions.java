package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Slot;

/** Arguments that say where in a sequence, or how often. */
public final class Positions {
  private Positions() {}

  /** An index into a sequence, as a long. */
  public static long sequenceIndex(PyObject key, String what) {
    if (key.getClass() == PyInt.class) {
      return ((PyInt) key).value;
    }
    if (!(key instanceof PyInt) && key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError(what + " indices must be integers or slices, not " + key.type.name);
    }
    PyInt i = Obj.index(key);
    if (i.isBig()) {
      throw Exc.indexError("cannot fit '" + key.type.name + "' into an index-sized integer");
    }
    return i.value;
  }

  /** How often a sequence is repeated. */
  public static long repeatCount(PyObject times) {
    if (!(times instanceof PyInt) && times.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("can't multiply sequence by non-int of type '" + times.type.name + "'");
    }
    PyInt i = Obj.index(times);
    if (i.isBig()) {
      throw Exc.overflowError("cannot fit '" + times.type.name + "' into an index-sized integer");
    }
    return i.value;
  }

  /** An optional start or stop of a search, clipped as a slice's. */
  public static int clipIndex(PyObject o, int absent, int size) {
    if (o == null || o == PyNone.NONE) {
      return absent;
    }
    if (!(o instanceof PyInt) && o.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("slice indices must be integers or have an __index__ method");
    }
    long i = Obj.index(o).clipped();
    if (i < 0) {
      i = Math.max(0, i + size);
    }
    return (int) Math.min(i, size);
  }
}
