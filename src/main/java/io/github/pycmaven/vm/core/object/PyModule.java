package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.BuiltinTable;
import io.github.pycmaven.vm.core.call.PyBuiltin;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.Shadowing;
import io.github.pycmaven.vm.core.type.GenericAttributes;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** A module. */
@BuiltinType("module")
public final class PyModule extends PyInstance {
  public static final PyType TYPE = PyType.builtin("module", new PyModuleTable()).withDict();

  public PyDict dict = new PyDict();

  public PyModule(PyType type) {
    super(type);
  }

  /** A module with a name. */
  public static PyModule named(String name) {
    PyModule m = new PyModule(TYPE);
    m.start(PyStr.intern(name), PyNone.NONE);
    return m;
  }

  /** A module with the functions of a table. */
  public static PyModule of(BuiltinTable table) {
    PyModule m = named(table.owner);
    m.add(table);
    return m;
  }

  /** Adds the functions of a table. */
  public void add(BuiltinTable table) {
    String[] texts = table.signatures();
    PyObject name = dict.get(Names.NAME);
    for (int i = 0; i < texts.length; i++) {
      String n = texts[i].substring(0, texts[i].indexOf('('));
      dict.put(PyStr.intern(n), new PyBuiltin(table, i, n, null, name, null));
    }
  }

  private void start(PyObject name, PyObject doc) {
    dict.put(Names.NAME, name);
    dict.put(Names.DOC, doc);
    dict.put(Names.PACKAGE, PyNone.NONE);
    dict.put(Names.LOADER, PyNone.NONE);
    dict.put(Names.SPEC, PyNone.NONE);
  }

  /** The message for an attribute that is not there. */
  public String missingAttribute(PyStr name) {
    PyObject n = dict.get(Names.NAME);
    if (!(n instanceof PyStr)) {
      return "module has no attribute '" + name + "'";
    }
    Shadowing s = new Shadowing(dict.get(Names.SPEC), n);
    String plain = "module '" + n + "' has no attribute '" + name + "'";
    if (s.hidesLibrary) {
      return plain
          + " (consider renaming '"
          + s.origin
          + "' since it has the same name as the standard library module named '"
          + n
          + "' and prevents importing that standard library module)";
    }
    if (s.initializing && s.possible) {
      return plain
          + " (consider renaming '"
          + s.origin
          + "' if it has the same name as a library you intended to import)";
    }
    if (s.initializing) {
      return "partially initialized module '"
          + n
          + (s.origin == null ? "'" : "' from '" + s.origin + "'")
          + " has no attribute '"
          + name
          + "' (most likely due to a circular import)";
    }
    return plain;
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    PyObject v = GenericAttributes.get(this, name);
    if (v != null) {
      return v;
    }
    PyObject hook = dict.get(Names.GETATTR);
    return hook == null ? null : hook.call1(name);
  }

  @Override
  public PyObject instanceGet(PyStr name) {
    return dict.get(name);
  }

  @Override
  public boolean instanceSet(PyStr name, PyObject value) {
    if (value == null) {
      return dict.remove(name) != null;
    }
    dict.put(name, value);
    return true;
  }

  @Override
  public PyDict dict(boolean create) {
    return dict;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyModule(cls);
  }

  @Builtin("__init__(self, name, doc=None)")
  static void init(PyModule self, PyObject name, PyObject doc) {
    if (!(name instanceof PyStr)) {
      throw Exc.typeError("module() argument 'name' must be str, not " + name.type.name);
    }
    self.start(name, PyNone.orNone(doc));
  }

  @Builtin("__repr__(self, /)")
  static PyObject repr(PyModule self) {
    PyObject importlib = Obj.loadedModule(PyStr.intern("_frozen_importlib"));
    if (importlib != null) {
      return Obj.getAttr(importlib, "_module_repr").call1(self);
    }
    return PyStr.of("<module " + Obj.repr(self.dict.get(Names.NAME)) + ">");
  }

  @Builtin("__dir__(self, /)")
  static PyObject dir(PyModule self) {
    PyObject d = Obj.getAttr(self, Names.DICT);
    if (!(d instanceof PyDict)) {
      throw Exc.typeError("<module>.__dict__ is not a dictionary");
    }
    PyObject f = ((PyDict) d).get(Names.DIR);
    return f != null ? f.call0() : Obj.toList(d);
  }

  @Builtin("__getattribute__(self, name, /)")
  static PyObject getAttribute(PyModule self, PyObject name) {
    PyStr n = Obj.attributeName(name);
    PyObject v = self.getAttrDefault(n);
    if (v == null) {
      throw Exc.noAttribute(self, n);
    }
    return v;
  }

  @Getter(value = "__dict__", member = true)
  static PyObject dictionary(PyModule self) {
    return self.dict;
  }

  @Getter("__annotations__")
  static PyObject annotations(PyModule self) {
    PyObject a = self.dict.get(Names.ANNOTATIONS);
    if (a == null) {
      PyObject f = self.dict.get(Names.ANNOTATE);
      a = f == null || f == PyNone.NONE ? new PyDict() : f.call1(PyInt.ONE);
      self.dict.put(Names.ANNOTATIONS, a);
    }
    return a;
  }

  @Setter("__annotations__")
  static void setAnnotations(PyModule self, PyObject v) {
    if (v == null) {
      if (self.dict.remove(Names.ANNOTATIONS) == null) {
        throw Exc.attributeError("__annotations__", self, Names.ANNOTATIONS);
      }
    } else {
      self.dict.put(Names.ANNOTATIONS, v);
    }
    self.dict.remove(Names.ANNOTATE);
  }

  @Getter("__annotate__")
  static PyObject annotate(PyModule self) {
    PyObject f = self.dict.get(Names.ANNOTATE);
    if (f == null) {
      self.dict.put(Names.ANNOTATE, PyNone.NONE);
      return PyNone.NONE;
    }
    return f;
  }

  @Setter("__annotate__")
  static void setAnnotate(PyModule self, PyObject v) {
    if (v == null) {
      throw Exc.typeError("cannot delete __annotate__ attribute");
    }
    self.dict.put(Names.ANNOTATE, v);
    if (v != PyNone.NONE) {
      self.dict.remove(Names.ANNOTATIONS);
    }
  }
}
