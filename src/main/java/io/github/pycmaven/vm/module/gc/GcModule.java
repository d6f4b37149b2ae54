package io.github.pycmaven.vm.module.gc;

import io.github.pycmaven.vm.core.call.Finalizers;
import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.module.weakref.PyWeakReference;

/** The module {@code gc}: the JVM collects, so settings are only remembered. */
@BuiltinModule("gc")
public final class GcModule {
  private static boolean enabled = true;
  private static int debug;
  private static PyObject thresholds = PyTuple.of(PyInt.of(2000), PyInt.of(10), PyInt.of(0));

  private GcModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new GcModuleTable());
    m.dict.put("garbage", new PyList());
    m.dict.put("callbacks", new PyList());
    String[] flags = {
      "DEBUG_STATS", "DEBUG_COLLECTABLE", "DEBUG_UNCOLLECTABLE", "", "", "DEBUG_SAVEALL"
    };
    for (int i = 0; i < flags.length; i++) {
      if (!flags[i].isEmpty()) {
        m.dict.put(flags[i], PyInt.of(1 << i));
      }
    }
    m.dict.put("DEBUG_LEAK", PyInt.of(38));
    return m;
  }

  @Builtin("collect(generation=2)")
  @SuppressWarnings({"deprecation", "removal"})
  static int collect(int generation) {
    if (generation < 0 || generation > 2) {
      throw Exc.valueError("invalid generation");
    }
    Lingering.release();
    PyFrame.dropLeftovers();
    boolean again = true;
    for (int i = 0; i < 3 && again; i++) {
      System.gc();
      System.runFinalization();
      letReferencesArrive();
      again = Finalizers.run();
      again |= PyWeakReference.runCallbacks();
    }
    return 0;
  }

  /** The collector's own thread queues dead references. */
  private static void letReferencesArrive() {
    try {
      Thread.sleep(2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Builtin("is_tracked(obj, /)")
  static boolean isTracked(PyObject o) {
    return !(o instanceof PyInt
        || o instanceof PyFloat
        || o instanceof PyStr
        || o instanceof PyBytes
        || o == PyNone.NONE);
  }

  @Builtin("is_finalized(obj, /)")
  static boolean isFinalized(PyObject o) {
    return false;
  }

  @Builtin("get_freeze_count()")
  static int freezeCount() {
    return 0;
  }

  @Builtin("set_debug(flags, /)")
  static void setDebug(int flags) {
    debug = flags;
  }

  @Builtin("enable()")
  static void enable() {
    enabled = true;
  }

  @Builtin("disable()")
  static void disable() {
    enabled = false;
  }

  @Builtin("isenabled()")
  static boolean isEnabled() {
    return enabled;
  }

  @Builtin("get_threshold()")
  static PyObject threshold() {
    return thresholds;
  }

  @Builtin("set_threshold(*args)")
  static void setThreshold(PyObject[] args) {
    PyObject[] all = ((PyTuple) thresholds).items.clone();
    System.arraycopy(args, 0, all, 0, Math.min(3, args.length));
    thresholds = new PyTuple(all);
  }

  @Builtin("get_count()")
  static PyObject count() {
    return PyTuple.of(PyInt.ZERO, PyInt.ZERO, PyInt.ZERO);
  }

  @Builtin("freeze()")
  static void freeze() {}

  @Builtin("unfreeze()")
  static void unfreeze() {}

  @Builtin("get_debug()")
  static int debug() {
    return debug;
  }
}
