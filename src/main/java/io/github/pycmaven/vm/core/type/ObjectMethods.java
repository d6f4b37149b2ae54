package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The methods of {@code object}. */
@BuiltinType("object")
public final class ObjectMethods {
  private static PyObject init;
  private static PyObject newFunction;

  private ObjectMethods() {}

  /** {@code object.__init__}. */
  static PyObject init() {
    if (init == null) {
      init = PyType.OBJECT.dict().get(Names.INIT);
    }
    return init;
  }

  /** {@code object.__new__}. */
  public static PyObject newFunction() {
    if (newFunction == null) {
      newFunction = PyType.OBJECT.dict().get(Names.NEW);
    }
    return newFunction;
  }

  /** An instance of a class without a builtin base. */
  static PyObject instantiate(PyType cls) {
    if (cls.hasAbstractMethods()) {
      throw abstractError(cls);
    }
    return cls.slot(Slot.DEL) == null ? new PyInstance(cls) : new PyFinalizedInstance(cls);
  }

  private static RuntimeException abstractError(PyType cls) {
    PyObject names = Obj.getAttr(cls, Names.ABSTRACTMETHODS);
    PyList sorted = Obj.toList(names);
    sorted.sort(null, false);
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < sorted.size(); i++) {
      b.append(i > 0 ? ", " : "").append('\'').append(Obj.str(sorted.get(i))).append('\'');
    }
    return Exc.typeError(
        "Can't instantiate abstract class "
            + cls.name
            + " without an implementation for abstract "
            + "method"
            + (sorted.size() > 1 ? "s " : " ")
            + b);
  }

  /** object takes no arguments, unless exactly one of __new__ and __init__ is overridden. */
  static void checkExcess(PyObject o, int count) {
    if (count == 0) {
      return;
    }
    if (o.type.newFunction() == newFunction()) {
      throw Exc.typeError(o.type.name + "() takes no arguments");
    }
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if (args.length > 0 || keywords != null) {
      if (cls.newFunction() != newFunction()) {
        throw Exc.typeError(
            "object.__new__() takes exactly one argument (the type to instantiate)");
      }
      if (cls.slot(Slot.INIT) == init()) {
        throw Exc.typeError(cls.name + "() takes no arguments");
      }
    }
    return instantiate(cls);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void initialise(PyObject self, PyObject[] args, PyDict keywords) {
    if (args.length > 0 || keywords != null) {
      if (self.type.slot(Slot.INIT) != init()) {
        throw Exc.typeError(
            "object.__init__() takes exactly one argument (the instance to initialize)");
      }
      if (self.type.newFunction() == newFunction()) {
        throw Exc.typeError(
            self.type.name + ".__init__() takes exactly one argument (the instance to initialize)");
      }
    }
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyObject self) {
    return "<"
        + (self.type.isHeap ? self.type.fullName() : self.type.name)
        + " object at "
        + Identity.address(self)
        + ">";
  }

  @Builtin("__str__(self, /)")
  static PyObject str(PyObject self) {
    return Obj.reprObject(self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyObject self) {
    return System.identityHashCode(self);
  }

  @Builtin("__eq__(self, value, /)")
  static PyObject eq(PyObject self, PyObject other) {
    return self == other ? PyBool.TRUE : PyNotImplemented.INSTANCE;
  }

  @Builtin("__ne__(self, value, /)")
  static PyObject ne(PyObject self, PyObject other) {
    PyObject f = self.type.slot(Slot.EQ);
    PyObject r = f.call2(self, other);
    return r == PyNotImplemented.INSTANCE ? r : PyBool.of(!Obj.isTrue(r));
  }

  @Builtin("__lt__(self, value, /)")
  static PyObject lt(PyObject self, PyObject other) {
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__le__(self, value, /)")
  static PyObject le(PyObject self, PyObject other) {
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__gt__(self, value, /)")
  static PyObject gt(PyObject self, PyObject other) {
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__ge__(self, value, /)")
  static PyObject ge(PyObject self, PyObject other) {
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__getattribute__(self, name, /)")
  static PyObject getAttribute(PyObject self, PyObject name) {
    PyStr n = Obj.attributeName(name);
    PyObject v = GenericAttributes.get(self, n);
    if (v == null) {
      throw Exc.noAttribute(self, n);
    }
    return v;
  }

  @Builtin("__setattr__(self, name, value, /)")
  static void setAttribute(PyObject self, PyObject name, PyObject value) {
    if (self instanceof PyType t) {
      throw Exc.typeError("can't apply this __setattr__ to " + t.type.name + " object");
    }
    GenericAttributes.set(self, Obj.attributeName(name), value);
  }

  @Builtin("__delattr__(self, name, /)")
  static void deleteAttribute(PyObject self, PyObject name) {
    if (self instanceof PyType t) {
      throw Exc.typeError("can't apply this __delattr__ to " + t.type.name + " object");
    }
    GenericAttributes.set(self, Obj.attributeName(name), null);
  }

  @Getter("__class__")
  static PyObject getClass(PyObject self) {
    return self.type;
  }

  @Setter("__class__")
  static void setClass(PyObject self, PyObject value) {
    if (value == null) {
      throw Exc.typeError("can't delete __class__ attribute");
    }
    if (!(value instanceof PyType to)) {
      throw Exc.typeError("__class__ must be set to a class, not '" + value.type.name + "' object");
    }
    PyType from = self.type;
    boolean modules =
        self instanceof PyModule && from.isSubtype(PyModule.TYPE) && to.isSubtype(PyModule.TYPE);
    if (!modules && (!from.isHeap || !to.isHeap)) {
      throw Exc.typeError(
          "__class__ assignment only supported for mutable types or ModuleType subclasses");
    }
    if (from.layout != to.layout
        || from.hasDict != to.hasDict
        || !modules && from.weakReferable != to.weakReferable
        || !modules && !sameSlots(from, to)) {
      throw Exc.typeError(
          "__class__ assignment: '" + to.name + "' object layout differs from '" + from.name + "'");
    }
    if (self instanceof PyInstance i) {
      i.changeClass(to);
    } else {
      self.type = to;
    }
  }

  /** Whether instances of both keep the same things in the same places. */
  private static boolean sameSlots(PyType a, PyType b) {
    if (a.slotCount != b.slotCount) {
      return false;
    }
    PyType from = whereLaidOut(a);
    PyType to = whereLaidOut(b);
    return from == to || from.base() == to.base() && slotNames(from).equals(slotNames(to));
  }

  /** The class that last added something to the instances. */
  private static PyType whereLaidOut(PyType t) {
    PyType c = t;
    for (PyType up = c.base(); up != null && up.isHeap && addsNothing(c, up); up = c.base()) {
      c = up;
    }
    return c;
  }

  private static boolean addsNothing(PyType c, PyType base) {
    return c.slotCount == base.slotCount
        && c.hasDict == base.hasDict
        && c.weakReferable == base.weakReferable;
  }

  private static java.util.List<String> slotNames(PyType t) {
    java.util.List<String> out = new java.util.ArrayList<>();
    for (PyType c : t.mro) {
      PyDict d = c.dict();
      for (int i = d.nextIndex(0); i >= 0; i = d.nextIndex(i + 1)) {
        if (d.valueAt(i) instanceof PyMember m) {
          out.add(m.index + " " + m.name);
        }
      }
    }
    return out;
  }

  @Builtin("__dir__(self, /)")
  static PyObject dir(PyObject self) {
    PyDict all = new PyDict();
    PyObject own = Obj.getAttrOrNull(self, Names.DICT);
    if (own instanceof PyDict d) {
      all.update(d);
    }
    PyObject cls = Obj.getAttrOrNull(self, Names.CLASS);
    if (cls instanceof PyType t) {
      TypeMethods.mergeNames(all, t);
    }
    return Obj.toList(all);
  }

  @Builtin("__format__(self, format_spec, /)")
  static PyObject format(PyObject self, PyObject spec) {
    if (!(spec instanceof PyStr s)) {
      throw Exc.typeError("__format__() argument must be str, not " + spec.type.name);
    }
    if (s.length() > 0) {
      throw Exc.typeError("unsupported format string passed to " + self.type.name + ".__format__");
    }
    return Obj.strObject(self);
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyObject self) {
    return 16 + 8L * self.type.slotCount;
  }

  @Builtin(value = "__init_subclass__(cls, /)", kind = Builtin.Kind.CLASS)
  static void initSubclass(PyObject cls) {}

  @Builtin(value = "__subclasshook__(cls, object, /)", kind = Builtin.Kind.CLASS)
  static PyObject subclassHook(PyObject cls, PyObject object) {
    return PyNotImplemented.INSTANCE;
  }

  @Builtin("__getstate__(self, /)")
  static PyObject getState(PyObject self) {
    return Reduction.state(self, false);
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyObject self) {
    return Reduction.reduce(self, 0);
  }

  @Builtin("__reduce_ex__(self, protocol, /)")
  static PyObject reduceEx(PyObject self, int protocol) {
    PyObject f = Obj.getAttr(self, PyStr.intern("__reduce__"));
    PyObject of = self.type.lookup(PyStr.intern("__reduce__"));
    if (of != PyType.OBJECT.dict().get(PyStr.intern("__reduce__"))) {
      return f.call0();
    }
    return Reduction.reduce(self, protocol);
  }
}
