package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.Slot;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Objects that the collector found, whose {@code __del__} runs at the next safe point. */
public final class Finalizers {
  private static final ConcurrentLinkedQueue<PyObject> FOUND = new ConcurrentLinkedQueue<>();

  private Finalizers() {}

  /** Called by the collector's thread. */
  public static void add(PyObject o) {
    FOUND.add(o);
    Pending.requested = true;
  }

  /** Runs the finalizers of what was found; whether there was anything. */
  public static boolean run() {
    if (running) {
      // A finalizer that runs now may stand on what was found with it.
      return false;
    }
    boolean any = false;
    running = true;
    try {
      for (PyObject o = FOUND.poll(); o != null; o = FOUND.poll()) {
        any = true;
        finish(o);
      }
    } finally {
      running = false;
    }
    return any;
  }

  private static boolean running;
  private static boolean used;

  /** Says that there is an object with a finalizer. */
  public static void use() {
    used = true;
  }

  /** Whether there has been an object with a finalizer. */
  public static boolean used() {
    return used;
  }

  /** Runs an object's finalizer. */
  public static void finish(PyObject o) {
    if (o instanceof Lingering.Thing t) {
      if (t.needsEnd()) {
        t.end();
      }
      return;
    }
    PyObject f = o.type.slot(Slot.DEL);
    if (f == null) {
      return;
    }
    try {
      f.call1(o);
    } catch (PyRaise e) {
      Obj.runtime()
          .unraisable("Exception ignored while calling deallocator " + Obj.repr(f), e.value, null);
    }
  }
}
