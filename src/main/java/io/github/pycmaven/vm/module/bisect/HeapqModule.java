package io.github.pycmaven.vm.module.bisect;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * The module {@code _heapq}.
 *
 * @cpython Modules/_heapqmodule.c
 */
@BuiltinModule("_heapq")
public final class HeapqModule {
  private HeapqModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new HeapqModuleTable());
    m.dict.put("__about__", PyStr.of("Heap queues"));
    return m;
  }

  private static PyList heap(PyObject o) {
    if (o instanceof PyList l) {
      return l;
    }
    throw Exc.typeError("heap argument must be a list, not " + o.type.name);
  }

  private static boolean before(PyObject a, PyObject b, boolean max) {
    return Obj.isTrue(max ? Obj.compare(b, a, 0) : Obj.compare(a, b, 0));
  }

  private static void check(PyList l, int size) {
    if (l.size != size) {
      throw Exc.runtimeError("list changed size during iteration");
    }
  }

  /** Moves an element towards the root until its parent comes before it. */
  private static void up(PyList l, int start, int from, boolean max) {
    int size = l.size;
    if (from >= size) {
      throw Exc.indexError("index out of range");
    }
    int at = from;
    PyObject x = l.items[at];
    while (at > start) {
      int parent = at - 1 >> 1;
      PyObject p = l.items[parent];
      boolean less = before(x, p, max);
      check(l, size);
      if (!less) {
        break;
      }
      p = l.items[parent];
      x = l.items[at];
      l.items[parent] = x;
      l.items[at] = p;
      at = parent;
    }
  }

  /** Lets the smaller children rise until a leaf is free, then puts the element in its place. */
  private static void down(PyList l, int start, boolean max) {
    int size = l.size;
    int at = start;
    while (at < size >> 1) {
      int child = 2 * at + 1;
      if (child + 1 < size) {
        boolean less = before(l.items[child], l.items[child + 1], max);
        check(l, size);
        if (!less) {
          child++;
        }
      }
      PyObject t = l.items[child];
      l.items[child] = l.items[at];
      l.items[at] = t;
      at = child;
    }
    up(l, start, at, max);
  }

  private static void push(PyObject heap, PyObject x, boolean max) {
    PyList l = heap(heap);
    l.append(x);
    up(l, 0, l.size - 1, max);
  }

  private static PyObject pop(PyObject heap, boolean max) {
    PyList l = heap(heap);
    if (l.size == 0) {
      throw Exc.indexError("index out of range");
    }
    PyObject last = l.items[--l.size];
    l.items[l.size] = null;
    if (l.size == 0) {
      return last;
    }
    PyObject first = l.items[0];
    l.items[0] = last;
    down(l, 0, max);
    return first;
  }

  private static PyObject replace(PyObject heap, PyObject x, boolean max) {
    PyList l = heap(heap);
    if (l.size == 0) {
      throw Exc.indexError("index out of range");
    }
    PyObject first = l.items[0];
    l.items[0] = x;
    down(l, 0, max);
    return first;
  }

  private static PyObject pushPop(PyObject heap, PyObject x, boolean max) {
    PyList l = heap(heap);
    if (l.size == 0) {
      return x;
    }
    boolean less = before(l.items[0], x, max);
    if (!less) {
      return x;
    }
    if (l.size == 0) {
      throw Exc.indexError("index out of range");
    }
    return replace(heap, x, max);
  }

  private static void heapify(PyObject heap, boolean max) {
    PyList l = heap(heap);
    for (int i = (l.size >> 1) - 1; i >= 0; i--) {
      down(l, i, max);
    }
  }

  @Builtin("heappush(heap, item, /)")
  static void heapPush(PyObject heap, PyObject x) {
    push(heap, x, false);
  }

  @Builtin("heappop(heap, /)")
  static PyObject heapPop(PyObject heap) {
    return pop(heap, false);
  }

  @Builtin("heapreplace(heap, item, /)")
  static PyObject heapReplace(PyObject heap, PyObject x) {
    return replace(heap, x, false);
  }

  @Builtin("heappushpop(heap, item, /)")
  static PyObject heapPushPop(PyObject heap, PyObject x) {
    return pushPop(heap, x, false);
  }

  @Builtin("heapify(heap, /)")
  static void heapifyMin(PyObject heap) {
    heapify(heap, false);
  }

  @Builtin("heappush_max(heap, item, /)")
  static void heapPushMax(PyObject heap, PyObject x) {
    push(heap, x, true);
  }

  @Builtin("heappop_max(heap, /)")
  static PyObject heapPopMax(PyObject heap) {
    return pop(heap, true);
  }

  @Builtin("heapreplace_max(heap, item, /)")
  static PyObject heapReplaceMax(PyObject heap, PyObject x) {
    return replace(heap, x, true);
  }

  @Builtin("heappushpop_max(heap, item, /)")
  static PyObject heapPushPopMax(PyObject heap, PyObject x) {
    return pushPop(heap, x, true);
  }

  @Builtin("heapify_max(heap, /)")
  static void heapifyMax(PyObject heap) {
    heapify(heap, true);
  }
}
