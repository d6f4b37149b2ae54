package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code super}. */
@BuiltinType("super")
public final class PySuper extends PyInstance {
  public static final PyType TYPE = PyType.builtin("super", new PySuperTable());

  private PyType thisClass;
  private PyObject self;
  private PyType selfClass;

  private PySuper(PyType type) {
    super(type);
  }

  /** What {@code super(cls, obj).name} finds, null if nothing; no super object is made. */
  public static PyObject lookup(PyType cls, PyObject obj, PyType start, PyStr name) {
    PyObject found = find(cls, start, name);
    if (found == null) {
      return null;
    }
    if ((found.type.descriptorKind() & PyType.HAS_GET) != 0) {
      return found.descriptorGet(obj == start ? null : obj, start);
    }
    return found;
  }

  /** The first definition after {@code cls} in the MRO of {@code start}. */
  public static PyObject find(PyType cls, PyType start, PyStr name) {
    PyType[] mro = start.mro;
    int i = 0;
    while (i < mro.length && mro[i] != cls) {
      i++;
    }
    PyStr n = name.interned();
    for (i++; i < mro.length; i++) {
      PyObject v = mro[i].dict().get(n);
      if (v != null) {
        return v;
      }
    }
    return null;
  }

  /** The class from which the lookup of {@code super(cls, obj)} starts. */
  public static PyType check(PyType cls, PyObject obj) {
    if (obj instanceof PyType t && t.isSubtype(cls)) {
      return t;
    }
    if (obj.type.isSubtype(cls)) {
      return obj.type;
    }
    PyObject c = Obj.getAttrOrNull(obj, Names.CLASS);
    if (c instanceof PyType t && c != obj.type && t.isSubtype(cls)) {
      return t;
    }
    throw Exc.typeError(
        "super(type, obj): obj ("
            + (obj instanceof PyType t ? "type " + t.name : "instance of " + obj.type.name)
            + ") is not an instance or subtype of type ("
            + cls.name
            + ").");
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    if (selfClass != null && name.interned() != Names.CLASS) {
      PyObject v = lookup(thisClass, self, selfClass, name);
      if (v != null) {
        return v;
      }
    }
    return super.getAttrDefault(name);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PySuper(cls);
  }

  @Builtin("__init__(self, type=<frame>, object_or_type=None, /)")
  static void init(PySuper self, PyObject cls, PyObject obj) {
    PyObject object = obj;
    PyObject given = cls;
    if (given == null) {
      PyObject[] found = Obj.superArguments();
      given = found[0];
      object = found[1];
    }
    if (!(given instanceof PyType t)) {
      throw Exc.typeError("super() argument 1 must be a type, not " + given.type.name);
    }
    self.thisClass = t;
    if (object == null || object == PyNone.NONE) {
      self.self = null;
      self.selfClass = null;
    } else {
      self.selfClass = check(t, object);
      self.self = object;
    }
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    if (obj == null || self != null) {
      return this;
    }
    if (type != TYPE) {
      return type.call2(thisClass, obj);
    }
    PySuper s = new PySuper(TYPE);
    s.thisClass = thisClass;
    s.selfClass = check(thisClass, obj);
    s.self = obj;
    return s;
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PySuper self, PyObject instance, PyObject cls) {
    return self.descriptorGet(PyNone.toNull(instance), null);
  }

  @Builtin("__getattribute__(self, name, /)")
  static PyObject getAttribute(PySuper self, PyObject name) {
    PyStr n = Obj.attributeName(name);
    PyObject v = self.getAttrDefault(n);
    if (v == null) {
      throw Exc.noAttribute(self, n);
    }
    return v;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PySuper self) {
    String c = self.thisClass == null ? "NULL" : self.thisClass.name;
    return self.selfClass == null
        ? "<super: <class '" + c + "'>, NULL>"
        : "<super: <class '" + c + "'>, <" + self.selfClass.name + " object>>";
  }

  @Getter(value = "__thisclass__", member = true)
  static PyObject thisClass(PySuper self) {
    return PyNone.orNone(self.thisClass);
  }

  @Getter(value = "__self__", member = true)
  static PyObject selfObject(PySuper self) {
    return PyNone.orNone(self.self);
  }

  @Getter(value = "__self_class__", member = true)
  static PyObject selfClass(PySuper self) {
    return PyNone.orNone(self.selfClass);
  }
}
