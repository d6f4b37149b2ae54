package io.github.pycmaven.vm.module.itertools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** Products, permutations and combinations: tuples over positions in pools. */
final class Combining {
  private Combining() {}

  /** An iterator over arrays of positions. */
  abstract static class Choice extends Iteration {
    PyObject[][] pools;
    int[] at;
    boolean begun;
    boolean ended;

    Choice(PyType type) {
      super(type);
    }

    /** Goes to the next positions; false if there are none. */
    abstract boolean advance();

    @Override
    final PyObject step() {
      if (ended) {
        return null;
      }
      if (begun) {
        if (!advance()) {
          ended = true;
          return null;
        }
      } else {
        begun = true;
      }
      PyObject[] out = new PyObject[at.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = pools[i % pools.length][at[i]];
      }
      return new PyTuple(out);
    }
  }

  /** {@code product}. */
  @BuiltinType("itertools.product")
  static final class Product extends Choice {
    static final PyType TYPE = type("product", new Combining_ProductTable());

    private Product(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, /, *iterables, **kwargs)")
    static PyObject create(PyType cls, PyObject[] iterables, PyDict keywords) {
      int repeat = 1;
      if (keywords != null) {
        PyObject r = keywords.get("repeat");
        if (r == null || keywords.size() > 1) {
          throw Exc.typeError("product() got an unexpected keyword argument");
        }
        repeat = notNegative(r, "repeat argument");
      }
      Product p = new Product(cls);
      p.pools = new PyObject[iterables.length][];
      for (int i = 0; i < iterables.length; i++) {
        p.pools[i] = Obj.toArray(iterables[i]).clone();
        p.ended |= p.pools[i].length == 0 && repeat > 0;
      }
      p.at = new int[iterables.length * repeat];
      return p;
    }

    @Override
    boolean advance() {
      for (int i = at.length - 1; i >= 0; i--) {
        if (++at[i] < pools[i % pools.length].length) {
          return true;
        }
        at[i] = 0;
      }
      return false;
    }
  }

  /** {@code permutations}. */
  @BuiltinType("itertools.permutations")
  static final class Permutations extends Choice {
    static final PyType TYPE = type("permutations", new Combining_PermutationsTable());
    private boolean[] taken;

    private Permutations(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, r=None)")
    static PyObject create(PyType cls, PyObject iterable, PyObject r) {
      Permutations p = new Permutations(cls);
      PyObject[] pool = Obj.toArray(iterable).clone();
      if (r != null
          && r != PyNone.NONE
          && !(r.type.slot(io.github.pycmaven.vm.core.type.Slot.INDEX) != null)) {
        throw Exc.typeError("Expected int as r");
      }
      int n = r == null || r == PyNone.NONE ? pool.length : notNegative(r, "r");
      p.start(pool, n);
      p.taken = new boolean[pool.length];
      for (int i = 0; i < p.at.length; i++) {
        p.at[i] = i;
        p.taken[i] = true;
      }
      return p;
    }

    private void start(PyObject[] pool, int n) {
      pools = new PyObject[][] {pool};
      ended = n > pool.length;
      at = new int[ended ? 0 : n];
    }

    @Override
    boolean advance() {
      int n = pools[0].length;
      int i = at.length - 1;
      for (; i >= 0; i--) {
        taken[at[i]] = false;
        int next = free(at[i] + 1, n);
        if (next < n) {
          at[i] = next;
          taken[next] = true;
          break;
        }
      }
      if (i < 0) {
        return false;
      }
      for (i++; i < at.length; i++) {
        at[i] = free(0, n);
        taken[at[i]] = true;
      }
      return true;
    }

    private int free(int from, int n) {
      int i = from;
      while (i < n && taken[i]) {
        i++;
      }
      return i;
    }
  }

  /** {@code combinations}. */
  @BuiltinType("itertools.combinations")
  static final class Combinations extends Choice {
    static final PyType TYPE = type("combinations", new Combining_CombinationsTable());

    private Combinations(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, r)")
    static PyObject create(PyType cls, PyObject iterable, PyObject r) {
      Combinations c = new Combinations(cls);
      PyObject[] pool = Obj.toArray(iterable).clone();
      int n = notNegative(r, "r");
      c.pools = new PyObject[][] {pool};
      c.ended = n > pool.length;
      c.at = new int[c.ended ? 0 : n];
      for (int i = 0; i < c.at.length; i++) {
        c.at[i] = i;
      }
      return c;
    }

    @Override
    boolean advance() {
      int n = pools[0].length;
      int r = at.length;
      int i = r - 1;
      while (i >= 0 && at[i] == i + n - r) {
        i--;
      }
      if (i < 0) {
        return false;
      }
      at[i]++;
      for (int j = i + 1; j < r; j++) {
        at[j] = at[j - 1] + 1;
      }
      return true;
    }
  }

  /** {@code combinations_with_replacement}. */
  @BuiltinType("itertools.combinations_with_replacement")
  static final class Multisets extends Choice {
    static final PyType TYPE =
        type("combinations_with_replacement", new Combining_MultisetsTable());

    private Multisets(PyType type) {
      super(type);
    }

    @Builtin("__new__(cls, iterable, r)")
    static PyObject create(PyType cls, PyObject iterable, PyObject r) {
      Multisets c = new Multisets(cls);
      PyObject[] pool = Obj.toArray(iterable).clone();
      int n = notNegative(r, "r");
      c.pools = new PyObject[][] {pool};
      c.ended = pool.length == 0 && n > 0;
      c.at = new int[n];
      return c;
    }

    @Override
    boolean advance() {
      int last = pools[0].length - 1;
      int i = at.length - 1;
      while (i >= 0 && at[i] == last) {
        i--;
      }
      if (i < 0) {
        return false;
      }
      int v = at[i] + 1;
      for (; i < at.length; i++) {
        at[i] = v;
      }
      return true;
    }
  }
}
