package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Slot;

/** A stable merge sort that calls only {@code <}. */
final class ListSort {
  private static final int RUN = 16;

  private ListSort() {}

  static void sort(PyList list, PyObject key, boolean reverse) {
    PyObject[] values = list.toArray();
    int n = values.length;
    list.items = PyTuple.EMPTY.items;
    list.size = 0;
    PyObject[] result = values;
    try {
      if (n > 1 || key != null) {
        PyObject[] keys = values;
        if (key != null) {
          keys = new PyObject[n];
          for (int i = 0; i < n; i++) {
            keys[i] = key.call1(values[i]);
          }
        }
        result = sorted(keys, values, reverse);
      }
    } finally {
      boolean touched = list.items != PyTuple.EMPTY.items || list.size != 0;
      list.items = result;
      list.size = n;
      if (touched) {
        throw Exc.valueError("list modified during sort");
      }
    }
  }

  private static PyObject[] sorted(PyObject[] keys, PyObject[] values, boolean reverse) {
    int n = keys.length;
    PyObject[] k = keys.clone();
    PyObject[] v = keys == values ? k : values.clone();
    if (reverse) {
      flip(k);
      if (v != k) {
        flip(v);
      }
    }
    Order order = order(k);
    PyObject[] tk = new PyObject[n];
    PyObject[] tv = v == k ? tk : new PyObject[n];
    split(k, v, tk, tv, 0, n, order);
    if (reverse) {
      flip(v);
    }
    return v;
  }

  private static void flip(PyObject[] a) {
    for (int i = 0, j = a.length - 1; i < j; i++, j--) {
      PyObject t = a[i];
      a[i] = a[j];
      a[j] = t;
    }
  }

  private enum Order {
    INTS,
    FLOATS,
    STRINGS,
    TUPLES,
    OBJECTS
  }

  private static Order order(PyObject[] k) {
    if (k.length == 0) {
      return Order.OBJECTS;
    }
    Class<?> c = k[0].getClass();
    for (PyObject o : k) {
      if (o.getClass() != c) {
        return Order.OBJECTS;
      }
    }
    if (c == PyInt.class) {
      return Order.INTS;
    }
    if (c == PyFloat.class) {
      return Order.FLOATS;
    }
    return c == PyStr.class ? Order.STRINGS : Order.OBJECTS;
  }

  private static boolean less(PyObject a, PyObject b, Order order) {
    switch (order) {
      case INTS:
        return ((PyInt) a).value < ((PyInt) b).value;
      case FLOATS:
        return ((PyFloat) a).value < ((PyFloat) b).value;
      case STRINGS:
        return ((PyStr) a).compareTo((PyStr) b) < 0;
      default:
        PyObject r = Obj.compare(a, b, Slot.LT - Slot.LT);
        return r == PyBool.TRUE || r != PyBool.FALSE && Obj.isTrue(r);
    }
  }

  private static void split(
      PyObject[] k, PyObject[] v, PyObject[] tk, PyObject[] tv, int from, int to, Order order) {
    if (to - from <= RUN) {
      insertion(k, v, from, to, order);
      return;
    }
    int mid = (from + to) >>> 1;
    split(k, v, tk, tv, from, mid, order);
    split(k, v, tk, tv, mid, to, order);
    if (!less(k[mid], k[mid - 1], order)) {
      return;
    }
    System.arraycopy(k, from, tk, from, mid - from);
    if (v != k) {
      System.arraycopy(v, from, tv, from, mid - from);
    }
    int i = from;
    int j = mid;
    int at = from;
    while (i < mid && j < to) {
      if (less(k[j], tk[i], order)) {
        k[at] = k[j];
        v[at++] = v[j++];
      } else {
        k[at] = tk[i];
        v[at++] = tv[i++];
      }
    }
    System.arraycopy(tk, i, k, at, mid - i);
    if (v != k) {
      System.arraycopy(tv, i, v, at, mid - i);
    }
  }

  private static void insertion(PyObject[] k, PyObject[] v, int from, int to, Order order) {
    int start = countRun(k, v, from, to, order);
    for (int i = start; i < to; i++) {
      PyObject key = k[i];
      PyObject value = v[i];
      int lo = from;
      int hi = i;
      while (lo < hi) {
        int mid = (lo + hi) >>> 1;
        if (less(key, k[mid], order)) {
          hi = mid;
        } else {
          lo = mid + 1;
        }
      }
      System.arraycopy(k, lo, k, lo + 1, i - lo);
      k[lo] = key;
      if (v != k) {
        System.arraycopy(v, lo, v, lo + 1, i - lo);
        v[lo] = value;
      }
    }
  }

  private static int countRun(PyObject[] k, PyObject[] v, int from, int to, Order order) {
    int i = from + 1;
    if (i >= to) {
      return to;
    }
    if (less(k[i], k[i - 1], order)) {
      i++;
      while (i < to && less(k[i], k[i - 1], order)) {
        i++;
      }
      for (int a = from, b = i - 1; a < b; a++, b--) {
        PyObject t = k[a];
        k[a] = k[b];
        k[b] = t;
        if (v != k) {
          t = v[a];
          v[a] = v[b];
          v[b] = t;
        }
      }
    } else {
      i++;
      while (i < to && !less(k[i], k[i - 1], order)) {
        i++;
      }
    }
    return i;
  }
}
