package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.Slot;

/** {@code await}, {@code async for} and {@code yield from}. */
public final class Awaiting {
  /** What the operations need to know of generators, which lie above this package. */
  public interface Generators {
    /** 0 for no generator, 1 for a generator, 2 for one that may be awaited, 3 for a coroutine. */
    int kind(PyObject o);

    /** Whether a coroutine is being awaited already. */
    boolean isAwaited(PyObject coroutine);
  }

  private static Generators generators;

  private Awaiting() {}

  /** Tells what generators are. */
  public static void install(Generators g) {
    generators = g;
  }

  /** The iterator of {@code yield from}. */
  public static PyObject yieldFrom(PyObject o, int flags) {
    int kind = generators.kind(o);
    if (kind == 3) {
      if ((flags & (128 | 256)) == 0) {
        throw Exc.typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
      }
      return o;
    }
    return kind == 1 || kind == 2 ? o : Obj.iter(o);
  }

  /** The iterator of {@code await}. */
  public static PyObject awaitable(PyObject o, int where) {
    int kind = generators.kind(o);
    if (kind >= 2) {
      if (kind == 3 && generators.isAwaited(o)) {
        throw Exc.runtimeError("coroutine is being awaited already");
      }
      return o;
    }
    PyObject f = o.type.slot(Slot.AWAIT);
    if (f == null) {
      if (where == 1) {
        throw Exc.typeError(
            "'async with' received an object from __aenter__ that does not implement __await__: "
                + o.type.name);
      }
      if (where == 2) {
        throw Exc.typeError(
            "'async with' received an object from __aexit__ that does not implement __await__: "
                + o.type.name);
      }
      throw Exc.typeError("'" + o.type.name + "' object can't be awaited");
    }
    PyObject it = f.call1(o);
    if (generators.kind(it) >= 2) {
      throw Exc.typeError("__await__() returned a coroutine");
    }
    if (it.type.slot(Slot.NEXT) == null) {
      throw Exc.typeError("__await__() returned non-iterator of type '" + it.type.name + "'");
    }
    return it;
  }

  /** The iterator of {@code async for}. */
  public static PyObject asyncIterator(PyObject o) {
    PyObject f = o.type.slot(Slot.AITER);
    if (f == null) {
      throw Exc.typeError(
          "'async for' requires an object with __aiter__ method, got " + o.type.name);
    }
    PyObject it = f.call1(o);
    if (it.type.slot(Slot.ANEXT) == null) {
      throw Exc.typeError(
          "'async for' received an object from __aiter__ that does not implement __anext__: "
              + it.type.name);
    }
    return it;
  }

  /** The awaitable of the next element. */
  public static PyObject asyncNext(PyObject it) {
    PyObject f = it.type.slot(Slot.ANEXT);
    if (f == null) {
      throw Exc.typeError(
          "'async for' requires an iterator with __anext__ method, got " + it.type.name);
    }
    PyObject o = f.call1(it);
    try {
      return awaitable(o, 0);
    } catch (PyRaise e) {
      PyException x =
          Exc.make(
              Exc.TypeError,
              PyStr.of("'async for' received an invalid object from __anext__: " + o.type.name));
      x.cause = e.value;
      x.suppressContext = true;
      x.context = e.value;
      throw new PyRaise(x);
    }
  }
}
