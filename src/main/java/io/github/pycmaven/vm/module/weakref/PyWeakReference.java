package io.github.pycmaven.vm.module.weakref;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A weak reference. The collector of the JVM decides when it dies; callbacks run at the next safe
 * point after that.
 */
@BuiltinType("weakref.ReferenceType")
public final class PyWeakReference extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("weakref.ReferenceType", new PyWeakReferenceTable());
  private static final ReferenceQueue<PyObject> DEAD = new ReferenceQueue<>();
  private static final Map<Referent, List<PyWeakReference>> ALL = new HashMap<>();

  private static final class Referent extends WeakReference<PyObject> {
    private final int hash;

    Referent(PyObject o, boolean queued) {
      super(o, queued ? DEAD : null);
      hash = System.identityHashCode(o);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Referent r && get() != null && get() == r.get();
    }
  }

  private Referent referent;
  private PyObject callback;
  private long hash;
  private boolean hashed;

  private PyWeakReference(PyType type) {
    super(type);
  }

  /** The object, null if it is gone. */
  PyObject get() {
    return referent.get();
  }

  static List<PyWeakReference> of(PyObject o) {
    List<PyWeakReference> l = ALL.get(new Referent(o, false));
    return l == null ? List.of() : l;
  }

  /** Runs the callbacks of dead references. */
  public static boolean runCallbacks() {
    boolean any = false;
    for (Object dead = DEAD.poll(); dead != null; dead = DEAD.poll()) {
      any = true;
      List<PyWeakReference> l = ALL.remove(dead);
      if (l == null) {
        continue;
      }
      for (int i = l.size() - 1; i >= 0; i--) {
        PyWeakReference r = l.get(i);
        PyObject f = r.callback;
        r.callback = null;
        if (f != null) {
          try {
            f.call1(r);
          } catch (PyRaise e) {
            Obj.runtime()
                .unraisable(
                    "Exception ignored while calling weakref callback " + Obj.repr(f),
                    e.value,
                    null);
          }
        }
      }
    }
    return any;
  }

  @Override
  public PyObject call0() {
    return PyNone.orNone(referent.get());
  }

  @Builtin("__new__(cls, object, callback=None, /)")
  static PyObject create(PyType cls, PyObject o, PyObject callback) {
    if (!o.type.isWeakReferable()) {
      throw Exc.typeError("cannot create weak reference to '" + o.type.name + "' object");
    }
    runCallbacks();
    PyObject f = callback == null || callback == PyNone.NONE ? null : callback;
    Referent key = new Referent(o, true);
    List<PyWeakReference> l = ALL.get(key);
    if (l == null) {
      l = new ArrayList<>(1);
      ALL.put(key, l);
    }
    if (f == null && cls == TYPE) {
      for (PyWeakReference r : l) {
        if (r.callback == null && r.type == TYPE) {
          return r;
        }
      }
    }
    PyWeakReference r = new PyWeakReference(cls);
    r.referent = l.isEmpty() ? key : l.get(0).referent;
    r.callback = f;
    l.add(r);
    return r;
  }

  @Builtin("__init__(self, object, callback=None, /)")
  static void init(PyWeakReference self, PyObject o, PyObject callback) {}

  @Builtin("__call__(self, /)")
  PyObject call() {
    return PyNone.orNone(referent.get());
  }

  @Getter("__callback__")
  PyObject callback() {
    return PyNone.orNone(callback);
  }

  @RichCompare(equalityOnly = true)
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyWeakReference o)) {
      return PyNotImplemented.INSTANCE;
    }
    PyObject a = referent.get();
    PyObject b = o.referent.get();
    if (a == null || b == null) {
      return PyBool.of((this == o) == (op == 2));
    }
    return Obj.compare(a, b, op);
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    if (!hashed) {
      PyObject o = referent.get();
      if (o == null) {
        throw Exc.typeError("weak object has gone away");
      }
      hash = Obj.hash(o);
      hashed = true;
    }
    return hash;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    PyObject o = referent.get();
    return "<weakref at "
        + Identity.address(this)
        + "; "
        + (o == null ? "dead>" : "to '" + o.type.name + "' at " + Identity.address(o) + ">");
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
