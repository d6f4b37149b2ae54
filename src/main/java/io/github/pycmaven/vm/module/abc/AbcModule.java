package io.github.pycmaven.vm.module.abc;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.ClassTests;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The module {@code _abc}: abstract base classes.
 *
 * @cpython Modules/_abc.c
 */
@BuiltinModule("_abc")
public final class AbcModule {
  private static final PyStr ABSTRACT_METHODS = PyStr.intern("__abstractmethods__");
  private static final PyStr IS_ABSTRACT = PyStr.intern("__isabstractmethod__");
  private static final PyStr SUBCLASS_HOOK = PyStr.intern("__subclasshook__");
  private static final PyStr SUBCLASS_CHECK = PyStr.intern("__subclasscheck__");
  private static final PyStr PATTERN = PyStr.intern("__abc_tpflags__");
  private static final int SEQUENCE = 1 << 5;
  private static final int MAPPING = 1 << 6;

  /** What an abstract base class knows of other classes, which it does not keep alive. */
  private static final class Data {
    final Set<PyType> registry = Collections.newSetFromMap(new WeakHashMap<>());
    final Set<PyType> yes = Collections.newSetFromMap(new WeakHashMap<>());
    final Set<PyType> no = Collections.newSetFromMap(new WeakHashMap<>());

    /** The state of all registries in which {@link #no} holds. */
    long version = registrations;
  }

  private static long registrations;

  private AbcModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new AbcModuleTable());
  }

  private static Data data(PyObject cls) {
    if (cls instanceof PyType t && t.abstractData instanceof Data d) {
      return d;
    }
    throw Exc.typeError("_abc_data isn't set");
  }

  @Builtin("get_cache_token()")
  static long cacheToken() {
    return registrations;
  }

  private static boolean isAbstract(PyObject value) {
    PyObject flag = Obj.getAttrOrNull(value, IS_ABSTRACT);
    return flag != null && Obj.isTrue(flag);
  }

  @Builtin("_abc_init(cls, /)")
  static void init(PyObject self) {
    PyType cls = (PyType) self;
    PySet names = new PySet();
    PyDict own = cls.dict();
    for (int i = own.nextIndex(0); i >= 0; i = own.nextIndex(i + 1)) {
      if (isAbstract(own.valueAt(i))) {
        names.add(own.keyAt(i));
      }
    }
    for (PyType base : cls.bases) {
      PyObject inherited = Obj.getAttrOrNull(base, ABSTRACT_METHODS);
      if (inherited == null) {
        continue;
      }
      for (PyObject name : Obj.toArray(inherited)) {
        PyObject value = name instanceof PyStr s ? Obj.getAttrOrNull(cls, s) : null;
        if (value != null && isAbstract(value)) {
          names.add(name);
        }
      }
    }
    Obj.setAttr(cls, ABSTRACT_METHODS, PyFrozenSet.of(Obj.toArray(names)));
    cls.abstractData = new Data();
    PyObject pattern = own.get(PATTERN);
    if (pattern instanceof PyInt p) {
      int kinds = p.clippedInt() & (SEQUENCE | MAPPING);
      if (kinds == (SEQUENCE | MAPPING)) {
        throw Exc.typeError(
            "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
      }
      if (kinds != 0) {
        cls.ownPattern = kinds == SEQUENCE ? 2 : 1;
      }
      cls.put(PATTERN, null);
    }
  }

  @Builtin("_abc_register(cls, subclass, /)")
  static PyObject register(PyObject cls, PyObject subclass) {
    if (!(subclass instanceof PyType sub)) {
      throw Exc.typeError("Can only register classes");
    }
    if (ClassTests.isSubclass(sub, cls)) {
      return sub;
    }
    if (ClassTests.isSubclass(cls, sub)) {
      throw Exc.runtimeError("Refusing to create an inheritance cycle");
    }
    data(cls).registry.add(sub);
    registrations++;
    int pattern = ((PyType) cls).pattern();
    if (pattern != 0) {
      markRecursively(sub, pattern);
    }
    return sub;
  }

  private static void markRecursively(PyType t, int pattern) {
    if (!t.isHeap || t.pattern() == pattern && t.ownPattern != 0) {
      return;
    }
    t.ownPattern = pattern;
    t.modified();
    for (PyType s : t.subclasses()) {
      markRecursively(s, pattern);
    }
  }

  @Builtin("_abc_instancecheck(cls, instance, /)")
  static PyObject instanceCheck(PyObject cls, PyObject instance) {
    PyObject seen = Obj.getAttr(instance, Names.CLASS);
    Data d = data(cls);
    if (seen instanceof PyType t && d.yes.contains(t)) {
      return PyBool.TRUE;
    }
    if (seen == instance.type) {
      if (d.version == registrations && d.no.contains(instance.type)) {
        return PyBool.FALSE;
      }
      return Calls.method(cls, SUBCLASS_CHECK, seen);
    }
    PyObject r = Calls.method(cls, SUBCLASS_CHECK, seen);
    return Obj.isTrue(r) ? r : Calls.method(cls, SUBCLASS_CHECK, instance.type);
  }

  @Builtin("_abc_subclasscheck(cls, subclass, /)")
  static boolean subclassCheck(PyObject cls, PyObject subclass) {
    if (!(subclass instanceof PyType sub)) {
      throw Exc.typeError("issubclass() arg 1 must be a class");
    }
    Data d = data(cls);
    if (d.yes.contains(sub)) {
      return true;
    }
    if (d.version < registrations) {
      d.no.clear();
      d.version = registrations;
    } else if (d.no.contains(sub)) {
      return false;
    }
    boolean found;
    PyObject hook = Calls.method(cls, SUBCLASS_HOOK, sub);
    if (hook == PyBool.TRUE || hook == PyBool.FALSE) {
      found = hook == PyBool.TRUE;
    } else if (hook != PyNotImplemented.INSTANCE) {
      throw Exc.raise(
          Exc.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    } else {
      found = sub.isSubtype((PyType) cls) || viaOthers((PyType) cls, sub, d);
    }
    (found ? d.yes : d.no).add(sub);
    return found;
  }

  private static boolean viaOthers(PyType cls, PyType sub, Data d) {
    if (d.registry.contains(sub)) {
      return true;
    }
    for (PyType r : new ArrayList<>(d.registry)) {
      if (ClassTests.isSubclass(sub, r)) {
        return true;
      }
    }
    PyObject subclasses = Calls.method(cls, "__subclasses__");
    for (PyObject s : Obj.toArray(subclasses)) {
      if (ClassTests.isSubclass(sub, s)) {
        return true;
      }
    }
    return false;
  }

  @Builtin("_reset_registry(cls, /)")
  static void resetRegistry(PyObject cls) {
    data(cls).registry.clear();
  }

  @Builtin("_reset_caches(cls, /)")
  static void resetCaches(PyObject cls) {
    data(cls).yes.clear();
    data(cls).no.clear();
  }

  @Builtin("_get_dump(cls, /)")
  static PyObject dump(PyObject cls) {
    Data d = data(cls);
    return PyTuple.of(set(d.registry), set(d.yes), set(d.no), PyInt.of(d.version));
  }

  private static PyObject set(Set<PyType> types) {
    PySet out = new PySet();
    List<PyType> all = new ArrayList<>(types);
    PyObject ref = Obj.getAttr(Obj.importModule("_weakref"), "ref");
    for (PyType t : all) {
      out.add(ref.call1(t));
    }
    return out;
  }
}
