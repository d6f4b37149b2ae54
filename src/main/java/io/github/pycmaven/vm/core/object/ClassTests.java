package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;

/** {@code isinstance} and {@code issubclass}, with and without the class's own hooks. */
public final class ClassTests {
  private ClassTests() {}

  /** {@code isinstance(o, cls)}. */
  public static boolean isInstance(PyObject o, PyObject cls) {
    if (o.type == cls) {
      return true;
    }
    if (cls.type == PyType.TYPE) {
      return isInstanceReal(o, cls);
    }
    if (cls instanceof PyUnion u) {
      return isInstance(o, u.args());
    }
    if (cls instanceof PyTuple t) {
      ThreadState.current().enterNative(" in __instancecheck__");
      try {
        for (PyObject c : t.items) {
          if (isInstance(o, c)) {
            return true;
          }
        }
        return false;
      } finally {
        ThreadState.current().leaveNative();
      }
    }
    PyObject f = cls.type.lookup(Names.INSTANCECHECK);
    if (f != null) {
      ThreadState.current().enterNative(" in __instancecheck__");
      try {
        return Obj.isTrue(Obj.bind(f, cls).call1(o));
      } finally {
        ThreadState.current().leaveNative();
      }
    }
    return isInstanceReal(o, cls);
  }

  /** {@code isinstance} without the hook. */
  public static boolean isInstanceReal(PyObject o, PyObject cls) {
    if (cls instanceof PyType c) {
      if (o.type.isSubtype(c)) {
        return true;
      }
      PyObject k = Obj.getAttrOrNull(o, Names.CLASS);
      return k != o.type && k instanceof PyType t && t.isSubtype(c);
    }
    if (Obj.getAttrOrNull(cls, Names.BASES) instanceof PyTuple) {
      PyObject k = Obj.getAttrOrNull(o, Names.CLASS);
      return k != null && abstractSubclass(k, cls);
    }
    throw Exc.typeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }

  /** {@code issubclass(o, cls)}. */
  public static boolean isSubclass(PyObject o, PyObject cls) {
    if (cls.type == PyType.TYPE) {
      return o == cls || isSubclassReal(o, cls);
    }
    if (cls instanceof PyUnion u) {
      return isSubclass(o, u.args());
    }
    if (cls instanceof PyTuple t) {
      ThreadState.current().enterNative(" in __subclasscheck__");
      try {
        for (PyObject c : t.items) {
          if (isSubclass(o, c)) {
            return true;
          }
        }
        return false;
      } finally {
        ThreadState.current().leaveNative();
      }
    }
    PyObject f = cls.type.lookup(Names.SUBCLASSCHECK);
    if (f != null) {
      ThreadState.current().enterNative(" in __subclasscheck__");
      try {
        return Obj.isTrue(Obj.bind(f, cls).call1(o));
      } finally {
        ThreadState.current().leaveNative();
      }
    }
    return isSubclassReal(o, cls);
  }

  /** {@code issubclass} without the hook. */
  public static boolean isSubclassReal(PyObject o, PyObject cls) {
    if (o instanceof PyType a && cls instanceof PyType b) {
      return a.isSubtype(b);
    }
    if (!(o instanceof PyType) && !(Obj.getAttrOrNull(o, Names.BASES) instanceof PyTuple)) {
      throw Exc.typeError("issubclass() arg 1 must be a class");
    }
    if (!(cls instanceof PyType) && !(Obj.getAttrOrNull(cls, Names.BASES) instanceof PyTuple)) {
      throw Exc.typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
    }
    return abstractSubclass(o, cls);
  }

  private static boolean abstractSubclass(PyObject o, PyObject cls) {
    PyObject c = o;
    while (true) {
      if (c == cls) {
        return true;
      }
      if (!(Obj.getAttrOrNull(c, Names.BASES) instanceof PyTuple t) || t.items.length == 0) {
        return false;
      }
      if (t.items.length == 1) {
        c = t.items[0];
        continue;
      }
      ThreadState.current().enterNative(" in __issubclass__");
      try {
        for (PyObject b : t.items) {
          if (abstractSubclass(b, cls)) {
            return true;
          }
        }
        return false;
      } finally {
        ThreadState.current().leaveNative();
      }
    }
  }
}
