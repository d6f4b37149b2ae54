package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.Finalizers;
import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Runs the finalizers of what is still there at the end: what {@code __main__} holds first, then
 * what the other modules hold, the last imported first.
 *
 * @cpython Python/pylifecycle.c:finalize_modules
 */
final class Shutdown {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Shutdown() {}

  /** Runs them; at once if the program has no object with a finalizer. */
  static void run(PythonVm vm) {
    Finalizers.run();
    Lingering.endAll();
    if (!Finalizers.used()) {
      return;
    }
    // What nobody holds any more goes before what modules hold.
    Calls.method(Obj.importModule("gc"), "collect");
    Shutdown s = new Shutdown();
    PyDict modules = vm.modules();
    List<PyObject> all = new ArrayList<>();
    for (int i = modules.nextIndex(0); i >= 0; i = modules.nextIndex(i + 1)) {
      all.add(modules.valueAt(i));
    }
    s.module(modules.get(PyStr.intern("__main__")));
    for (int i = all.size() - 1; i >= 0; i--) {
      s.module(all.get(i));
    }
  }

  /** Names with one underscore go first, as in CPython. */
  private void module(PyObject o) {
    if (!(o instanceof PyModule m) || !seen.add(m)) {
      return;
    }
    for (int round = 0; round < 2; round++) {
      PyDict names = m.dict.copy();
      for (int i = names.nextIndex(0); i >= 0; i = names.nextIndex(i + 1)) {
        String n = names.keyAt(i) instanceof PyStr s ? s.value : "";
        boolean hidden = n.startsWith("_") && !n.startsWith("__");
        if (hidden == (round == 0)) {
          end(names.valueAt(i));
        }
      }
    }
  }

  private void end(PyObject first) {
    ArrayDeque<PyObject> todo = new ArrayDeque<>();
    todo.push(first);
    while (!todo.isEmpty()) {
      PyObject o = todo.pop();
      if (o == null || o instanceof PyStr || o instanceof PyModule || !seen.add(o)) {
        continue;
      }
      if (o.type.isHeap && !(o instanceof PyType) && o.type.slot(Slot.DEL) != null) {
        Finalizers.finish(o);
      }
      List<PyObject> held = new ArrayList<>();
      holds(o, held);
      for (int i = held.size() - 1; i >= 0; i--) {
        if (held.get(i) != null) {
          todo.push(held.get(i));
        }
      }
    }
  }

  private static void holds(PyObject o, List<PyObject> out) {
    if (o instanceof PyList l) {
      Collections.addAll(out, l.toArray());
    } else if (o instanceof PyTuple t) {
      Collections.addAll(out, t.items);
    } else if (o instanceof PyDict d) {
      values(d, out);
    } else if (o instanceof PyFunction f) {
      for (PyCell c : f.closure == null ? new PyCell[0] : f.closure) {
        out.add(c.value);
      }
    } else if (o instanceof PyType t) {
      if (t.isHeap) {
        values(t.dict(), out);
      }
    } else if (o instanceof PyInstance i) {
      if (i.keepsDict()) {
        values(i.keptDict(), out);
      }
      Collections.addAll(out, i.values);
    }
    Extras e = o.extras();
    if (e != null && e.dict != null) {
      values(e.dict, out);
    }
  }

  private static void values(PyDict d, List<PyObject> out) {
    for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
      out.add(d.valueAt(i));
    }
  }
}
