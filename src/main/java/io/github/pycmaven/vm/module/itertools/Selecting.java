package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.op.Operators;

/** The iterators that pass on, drop or join elements. */
final class Selecting {
  private Selecting() {}

  /** {@code chain}. */
  @BuiltinType("itertools.chain")
  static final class Chain extends Iteration {
    static final PyType TYPE = type("chain", new Selecting_ChainTable());
    private PyObject sources;
    private PyObject active;

    private Chain(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, /, *iterables)")
    static PyObject create(PyType cls, PyObject[] iterables) {
      return fromIterable(cls, PyTuple.over(iterables));
    }

    @Builtin(value = "from_iterable(cls, iterable, /)", kind = Builtin.Kind.CLASS)
    static PyObject fromIterable(PyType cls, PyObject iterable) {
      Chain c = new Chain(cls);
      c.sources = Obj.iter(iterable);
      return c;
    }

    @Override
    PyObject step() {
      while (sources != null) {
        if (active == null) {
          PyObject s = sources.next();
          if (s == null) {
            sources = null;
            return null;
          }
          active = Obj.iter(s);
        }
        PyObject r = active.next();
        if (r != null) {
          return r;
        }
        active = null;
      }
      return null;
    }

    @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
    static PyObject classGetItem(PyType cls, PyObject item) {
      return io.github.pycmaven.vm.core.object.PyGenericAlias.make(cls, item);
    }
  }

  /** {@code islice}. */
  @BuiltinType("itertools.islice")
  static final class Islice extends Iteration {
    static final PyType TYPE = type("islice", new Selecting_IsliceTable());
    private PyObject iterator;
    private long wanted;
    private long stop = -1;
    private long by = 1;
    private long seen;

    private Islice(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, start, stop=<none>, step=<none>, /)")
    static PyObject create(
        PyType cls, PyObject iterable, PyObject start, PyObject stop, PyObject step) {
      Islice s = new Islice(cls);
      if (stop == null) {
        s.stop = bound(start, -1, "Stop argument for islice()");
      } else {
        s.wanted = bound(start, 0, "Indices for islice()");
        s.stop = bound(stop, -1, "Stop argument for islice()");
        s.by = 1;
        if (step != null && step != PyNone.NONE) {
          if (step.type.slot(Slot.INDEX) == null || Obj.index(step).signum() <= 0) {
            throw Exc.valueError("Step for islice() must be a positive integer or None.");
          }
          s.by = Obj.index(step).clipped();
        }
      }
      s.iterator = Obj.iter(iterable);
      return s;
    }

    private static long bound(PyObject o, long absent, String what) {
      if (o == null || o == PyNone.NONE) {
        return absent;
      }
      if (o.type.slot(Slot.INDEX) == null || Obj.index(o).signum() < 0 || Obj.index(o).isBig()) {
        throw Exc.valueError(
            what
                + (what.startsWith("Ind")
                    ? " must be None or an integer: 0 <= x <= sys.maxsize."
                    : " must be None or an integer: 0 <= x <= sys.maxsize."));
      }
      return Obj.index(o).value;
    }

    @Override
    PyObject step() {
      if (iterator == null) {
        return null;
      }
      long target = stop >= 0 && wanted > stop ? stop : wanted;
      while (seen < target) {
        if (iterator.next() == null) {
          iterator = null;
          return null;
        }
        seen++;
      }
      if (stop >= 0 && seen >= stop) {
        iterator = null;
        return null;
      }
      PyObject r = iterator.next();
      if (r == null) {
        iterator = null;
        return null;
      }
      seen++;
      wanted += by;
      if (wanted < 0) {
        wanted = Long.MAX_VALUE;
      }
      return r;
    }
  }

  /** {@code takewhile}, {@code dropwhile} and {@code filterfalse}: a function and an iterator. */
  abstract static class Testing extends Iteration {
    PyObject function;
    PyObject iterator;

    Testing(PyType type) {
      super(type);
    }

    Testing over(PyObject function, PyObject iterable) {
      this.function = function;
      this.iterator = Obj.iter(iterable);
      return this;
    }
  }

  /** {@code takewhile}. */
  @BuiltinType("itertools.takewhile")
  static final class TakeWhile extends Testing {
    static final PyType TYPE = type("takewhile", new Selecting_TakeWhileTable());
    private boolean ended;

    private TakeWhile(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, predicate, iterable, /)")
    static PyObject create(PyType cls, PyObject predicate, PyObject iterable) {
      return new TakeWhile(cls).over(predicate, iterable);
    }

    @Override
    PyObject step() {
      if (ended) {
        return null;
      }
      PyObject r = iterator.next();
      if (r != null && !Obj.isTrue(function.call1(r))) {
        ended = true;
        return null;
      }
      return r;
    }
  }

  /** {@code dropwhile}. */
  @BuiltinType("itertools.dropwhile")
  static final class DropWhile extends Testing {
    static final PyType TYPE = type("dropwhile", new Selecting_DropWhileTable());
    private boolean begun;

    private DropWhile(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, predicate, iterable, /)")
    static PyObject create(PyType cls, PyObject predicate, PyObject iterable) {
      return new DropWhile(cls).over(predicate, iterable);
    }

    @Override
    PyObject step() {
      PyObject r = iterator.next();
      while (!begun && r != null) {
        if (!Obj.isTrue(function.call1(r))) {
          begun = true;
          break;
        }
        r = iterator.next();
      }
      return r;
    }
  }

  /** {@code filterfalse}. */
  @BuiltinType("itertools.filterfalse")
  static final class FilterFalse extends Testing {
    static final PyType TYPE = type("filterfalse", new Selecting_FilterFalseTable());

    private FilterFalse(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, function, iterable, /)")
    static PyObject create(PyType cls, PyObject function, PyObject iterable) {
      return new FilterFalse(cls).over(function, iterable);
    }

    @Override
    PyObject step() {
      PyObject r = iterator.next();
      while (r != null && Obj.isTrue(function == PyNone.NONE ? r : function.call1(r))) {
        r = iterator.next();
      }
      return r;
    }
  }

  /** {@code starmap}. */
  @BuiltinType("itertools.starmap")
  static final class StarMap extends Testing {
    static final PyType TYPE = type("starmap", new Selecting_StarMapTable());

    private StarMap(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, function, iterable, /)")
    static PyObject create(PyType cls, PyObject function, PyObject iterable) {
      return new StarMap(cls).over(function, iterable);
    }

    @Override
    PyObject step() {
      PyObject r = iterator.next();
      return r == null ? null : function.callN(Obj.toArray(r));
    }
  }

  /** {@code accumulate}. */
  @BuiltinType("itertools.accumulate")
  static final class Accumulate extends Iteration {
    static final PyType TYPE = type("accumulate", new Selecting_AccumulateTable());
    private PyObject iterator;
    private PyObject function;
    private PyObject total;
    private PyObject initial;

    private Accumulate(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, func=None, *, initial=None)")
    static PyObject create(PyType cls, PyObject iterable, PyObject func, PyObject initial) {
      Accumulate a = new Accumulate(cls);
      a.iterator = Obj.iter(iterable);
      a.function = func == PyNone.NONE ? null : func;
      a.initial = initial == PyNone.NONE ? null : initial;
      return a;
    }

    @Override
    PyObject step() {
      if (initial != null) {
        total = initial;
        initial = null;
        return total;
      }
      PyObject v = iterator.next();
      if (v == null) {
        return null;
      }
      if (total == null) {
        total = v;
      } else {
        total =
            function == null ? Operators.binary(Operators.ADD, total, v) : function.call2(total, v);
      }
      return total;
    }
  }

  /** {@code compress}. */
  @BuiltinType("itertools.compress")
  static final class Compress extends Iteration {
    static final PyType TYPE = type("compress", new Selecting_CompressTable());
    private PyObject data;
    private PyObject selectors;

    private Compress(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, data, selectors)")
    static PyObject create(PyType cls, PyObject data, PyObject selectors) {
      Compress c = new Compress(cls);
      c.data = Obj.iter(data);
      c.selectors = Obj.iter(selectors);
      return c;
    }

    @Override
    PyObject step() {
      while (true) {
        PyObject d = data.next();
        PyObject s = d == null ? null : selectors.next();
        if (s == null) {
          return null;
        }
        if (Obj.isTrue(s)) {
          return d;
        }
      }
    }
  }

  /** {@code pairwise}. */
  @BuiltinType("itertools.pairwise")
  static final class Pairwise extends Iteration {
    static final PyType TYPE = type("pairwise", new Selecting_PairwiseTable());
    private PyObject iterator;
    private PyObject old;

    private Pairwise(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, /)")
    static PyObject create(PyType cls, PyObject iterable) {
      Pairwise p = new Pairwise(cls);
      p.iterator = Obj.iter(iterable);
      return p;
    }

    @Override
    PyObject step() {
      if (iterator == null) {
        return null;
      }
      PyObject a = old == null ? iterator.next() : old;
      PyObject b = a == null ? null : iterator.next();
      old = b;
      if (b == null) {
        iterator = null;
        return null;
      }
      return PyTuple.of(a, b);
    }
  }

  /** {@code batched}. */
  @BuiltinType("itertools.batched")
  static final class Batched extends Iteration {
    static final PyType TYPE = type("batched", new Selecting_BatchedTable());
    private PyObject iterator;
    private int size;
    private boolean strict;

    private Batched(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, n, *, strict=False)")
    static PyObject create(PyType cls, PyObject iterable, long n, boolean strict) {
      if (n < 1) {
        throw Exc.valueError("n must be at least one");
      }
      Batched b = new Batched(cls);
      b.iterator = Obj.iter(iterable);
      b.size = PyInt.of(n).clippedInt();
      b.strict = strict;
      return b;
    }

    @Override
    PyObject step() {
      if (iterator == null) {
        return null;
      }
      java.util.ArrayList<PyObject> out = new java.util.ArrayList<>();
      while (out.size() < size) {
        PyObject x = iterator.next();
        if (x == null) {
          iterator = null;
          break;
        }
        out.add(x);
      }
      if (out.isEmpty()) {
        return null;
      }
      if (strict && out.size() < size) {
        throw Exc.valueError("batched(): incomplete batch");
      }
      return new PyTuple(out.toArray(new PyObject[0]));
    }
  }
}
