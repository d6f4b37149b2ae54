package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** {@code property}. */
@BuiltinType("property")
public final class PyProperty extends PyInstance {
  public static final PyType TYPE = PyType.builtin("property", new PyPropertyTable());

  public PyObject getter;
  private PyObject setter;
  private PyObject deleter;
  private PyObject doc;
  private PyObject name;
  private boolean docFromGetter;

  private PyProperty(PyType type) {
    super(type);
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    if (type.slotIsBuiltin(Slot.GET)) {
      return read(obj);
    }
    return super.descriptorGet(obj, owner);
  }

  private PyObject read(PyObject obj) {
    if (obj == null) {
      return this;
    }
    if (getter == null) {
      throw missing(obj, "getter");
    }
    return getter.call1(obj);
  }

  private RuntimeException missing(PyObject obj, String what) {
    PyObject n = name();
    String label = n == null ? "property" : "property " + Obj.repr(n);
    return Exc.attributeError(
        label + " of " + Obj.repr(PyStr.of(obj.type.qualifiedName())) + " object has no " + what,
        null,
        null);
  }

  private PyObject name() {
    if (name != null) {
      return name;
    }
    return getter == null ? null : Obj.getAttrOrNull(getter, Names.NAME);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyProperty(cls);
  }

  @Builtin("__init__(self, /, fget=None, fset=None, fdel=None, doc=None)")
  static void init(PyProperty self, PyObject fget, PyObject fset, PyObject fdel, PyObject doc) {
    self.getter = nullable(fget);
    self.setter = nullable(fset);
    self.deleter = nullable(fdel);
    self.doc = null;
    self.name = null;
    self.docFromGetter = false;
    PyObject text = nullable(doc);
    if (text == null && self.getter != null) {
      text = nullable(Obj.getAttrOrNull(self.getter, Names.DOC));
      self.docFromGetter = text != null;
    }
    if (self.type == TYPE) {
      self.doc = text;
      return;
    }
    // In a subclass the instance has to hide the class's own documentation.
    try {
      Obj.setAttr(self, Names.DOC, PyNone.orNone(text));
    } catch (PyRaise e) {
      if (self.docFromGetter || !e.matches(Exc.AttributeError)) {
        throw e;
      }
    }
  }

  private static PyObject nullable(PyObject o) {
    return o == null || o == PyNone.NONE ? null : o;
  }

  private PyObject copy(PyObject g, PyObject s, PyObject d) {
    PyObject ng = g == null || g == PyNone.NONE ? getter : g;
    PyObject ns = s == null || s == PyNone.NONE ? setter : s;
    PyObject nd = d == null || d == PyNone.NONE ? deleter : d;
    PyObject text = docFromGetter && ng != null ? null : doc;
    PyObject p =
        type.callN(
            new PyObject[] {
              PyNone.orNone(ng), PyNone.orNone(ns), PyNone.orNone(nd), PyNone.orNone(text)
            });
    if (p instanceof PyProperty made) {
      made.name = name;
      return made;
    }
    return p;
  }

  @Builtin("getter(self, object, /)")
  static PyObject getter(PyProperty self, PyObject f) {
    return self.copy(f, null, null);
  }

  @Builtin("setter(self, object, /)")
  static PyObject setter(PyProperty self, PyObject f) {
    return self.copy(null, f, null);
  }

  @Builtin("deleter(self, object, /)")
  static PyObject deleter(PyProperty self, PyObject f) {
    return self.copy(null, null, f);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyProperty self, PyObject instance, PyObject cls) {
    return self.read(PyNone.toNull(instance));
  }

  @Builtin("__set__(self, instance, value, /)")
  static void set(PyProperty self, PyObject instance, PyObject value) {
    if (self.setter == null) {
      throw self.missing(instance, "setter");
    }
    self.setter.call2(instance, value);
  }

  @Builtin("__delete__(self, instance, /)")
  static void delete(PyProperty self, PyObject instance) {
    if (self.deleter == null) {
      throw self.missing(instance, "deleter");
    }
    self.deleter.call1(instance);
  }

  @Builtin("__set_name__(self, /, *args)")
  static void setName(PyProperty self, PyObject[] args) {
    if (args.length != 2) {
      throw Exc.typeError(
          "__set_name__() takes 2 positional arguments but " + args.length + " were given");
    }
    self.name = args[1];
  }

  @Getter(value = "fget", member = true)
  static PyObject fget(PyProperty self) {
    return PyNone.orNone(self.getter);
  }

  @Getter(value = "fset", member = true)
  static PyObject fset(PyProperty self) {
    return PyNone.orNone(self.setter);
  }

  @Getter(value = "fdel", member = true)
  static PyObject fdel(PyProperty self) {
    return PyNone.orNone(self.deleter);
  }

  @Getter(value = "__doc__", member = true)
  static PyObject doc(PyProperty self) {
    return PyNone.orNone(self.doc);
  }

  @Setter("__doc__")
  static void setDoc(PyProperty self, PyObject value) {
    self.doc = value;
  }

  @Getter("__name__")
  static PyObject nameOf(PyProperty self) {
    PyObject n = self.name();
    if (n == null) {
      throw Exc.noAttribute(self, Names.NAME);
    }
    return n;
  }

  @Setter("__name__")
  static void setNameOf(PyProperty self, PyObject value) {
    self.name = value;
  }

  @Getter("__isabstractmethod__")
  static PyObject isAbstract(PyProperty self) {
    return PyBool.of(
        Obj.isAbstract(self.getter) || Obj.isAbstract(self.setter) || Obj.isAbstract(self.deleter));
  }
}
