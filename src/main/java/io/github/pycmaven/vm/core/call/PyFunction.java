package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** A function written in Python. */
@BuiltinType("function")
public final class PyFunction extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("function", new PyFunctionTable()).forbidSubclasses().withDict();

  public CallTarget target;
  public final PyDict globals;
  public final PyDict builtins;
  public PyStr name;
  public PyStr qualname;

  /** The defaults of positional parameters, or null. */
  public PyObject[] defaults;

  public PyDict keywordDefaults;
  public PyCell[] closure;
  public PyObject doc;
  public PyObject module;
  PyObject annotations;
  PyObject annotate;
  PyObject typeParams;
  private PyDict dict;

  public PyFunction(
      CallTarget target, PyDict globals, PyDict builtins, PyStr name, PyStr qualname) {
    super(TYPE);
    this.target = target;
    this.globals = globals;
    this.builtins = builtins;
    this.name = name;
    this.qualname = qualname;
  }

  @Override
  public PyObject call0() {
    return target.call0(this);
  }

  @Override
  public PyObject call1(PyObject a) {
    return target.call1(this, a);
  }

  @Override
  public PyObject call2(PyObject a, PyObject b) {
    return target.call2(this, a, b);
  }

  @Override
  public PyObject call3(PyObject a, PyObject b, PyObject c) {
    return target.call3(this, a, b, c);
  }

  @Override
  public PyObject callN(PyObject[] args) {
    return target.callN(this, args);
  }

  @Override
  public PyObject callKw(PyObject[] args, PyStr[] names) {
    return names.length == 0 ? target.callN(this, args) : target.callKw(this, args, names);
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType owner) {
    return obj == null ? this : new PyMethod(this, obj);
  }

  @Override
  public PyObject instanceGet(PyStr n) {
    return dict == null ? null : dict.get(n);
  }

  @Override
  public PyDict dict(boolean create) {
    if (dict == null && create) {
      dict = new PyDict();
    }
    return dict;
  }

  @Override
  public void setDict(PyDict d) {
    dict = d;
  }

  /** Sets what {@code SET_FUNCTION_ATTRIBUTE} carries. */
  public void setAnnotations(PyObject value) {
    annotations = value;
  }

  /** Sets the function that computes the annotations. */
  public void setAnnotate(PyObject value) {
    annotate = value;
  }

  /** Sets the type parameters. */
  public void setTypeParams(PyObject value) {
    typeParams = value;
  }

  @Builtin("__new__(cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)")
  static PyObject create(
      PyType cls,
      PyObject code,
      PyObject globals,
      PyObject name,
      PyObject defaults,
      PyObject closure,
      PyObject keywordDefaults) {
    if (!(code instanceof CallTarget t)) {
      throw Exc.typeError("function() argument 'code' must be code, not " + code.type.name);
    }
    if (!(globals instanceof PyDict g)) {
      throw Exc.typeError("function() argument 'globals' must be dict, not " + globals.type.name);
    }
    PyStr n = (PyStr) Obj.getAttr(code, "co_name");
    PyStr q = (PyStr) Obj.getAttr(code, "co_qualname");
    if (name != null && name != PyNone.NONE) {
      if (!(name instanceof PyStr given)) {
        throw Exc.typeError("arg 3 (name) must be None or string");
      }
      n = given;
      q = given;
    }
    if (defaults != null && defaults != PyNone.NONE && !(defaults instanceof PyTuple)) {
      throw Exc.typeError("arg 4 (defaults) must be None or tuple");
    }
    PyCell[] cells = null;
    int free = t.freeCount();
    if (closure != null && closure != PyNone.NONE) {
      if (!(closure instanceof PyTuple tuple)) {
        throw Exc.typeError("arg 5 (closure) must be tuple");
      }
      if (tuple.items.length != free) {
        throw Exc.valueError(
            n + " requires closure of length " + free + ", not " + tuple.items.length);
      }
      cells = cells(tuple, "arg 5 (closure) expected cell, found ");
    } else if (free > 0) {
      throw closure == null || closure == PyNone.NONE
          ? Exc.typeError("arg 5 (closure) must be tuple")
          : Exc.valueError(n + " requires closure of length " + free + ", not 0");
    }
    PyFunction f = new PyFunction(t, g, builtinsOf(g), n, q);
    f.module = g.get(Names.NAME);
    f.defaults = defaults instanceof PyTuple d ? d.items : null;
    f.keywordDefaults = keywordDefaults instanceof PyDict d ? d : null;
    f.closure = cells;
    f.doc = Obj.getAttrOrNull(code, PyStr.intern("co_doc"));
    return f;
  }

  private static PyCell[] cells(PyTuple t, String message) {
    PyCell[] cells = new PyCell[t.items.length];
    for (int i = 0; i < cells.length; i++) {
      if (!(t.items[i] instanceof PyCell c)) {
        throw Exc.typeError(message + t.items[i].type.name);
      }
      cells[i] = c;
    }
    return cells;
  }

  /** The builtins that code with these globals sees. */
  public static PyDict builtinsOf(PyDict globals) {
    PyObject b = globals.get(Names.BUILTINS);
    if (b instanceof PyDict d) {
      return d;
    }
    if (b instanceof io.github.pycmaven.vm.core.object.PyModule m) {
      return m.dict;
    }
    return b == null
        ? Obj.runtime().currentBuiltins()
        : new io.github.pycmaven.vm.core.object.BuiltinsMapping(b);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  static PyObject call(PyFunction self, PyObject[] args, PyDict keywords) {
    return Calls.callDict(self, args, keywords);
  }

  @Builtin("__get__(self, instance, owner=None, /)")
  static PyObject get(PyFunction self, PyObject instance, PyObject owner) {
    if (instance == PyNone.NONE && (owner == null || owner == PyNone.NONE)) {
      throw Exc.typeError("__get__(None, None) is invalid");
    }
    return self.descriptorGet(
        instance == PyNone.NONE && owner != PyNone.NONE.type ? null : instance, null);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFunction self) {
    return "<function " + self.qualname + " at " + Identity.address(self) + ">";
  }

  @Getter("__name__")
  static PyObject name(PyFunction self) {
    return self.name;
  }

  @Setter("__name__")
  static void setName(PyFunction self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__name__ must be set to a string object");
    }
    self.name = s;
  }

  @Getter("__qualname__")
  static PyObject qualname(PyFunction self) {
    return self.qualname;
  }

  @Setter("__qualname__")
  static void setQualname(PyFunction self, PyObject v) {
    if (!(v instanceof PyStr s)) {
      throw Exc.typeError("__qualname__ must be set to a string object");
    }
    self.qualname = s;
  }

  @Getter("__doc__")
  static PyObject doc(PyFunction self) {
    return PyNone.orNone(self.doc);
  }

  @Setter("__doc__")
  static void setDoc(PyFunction self, PyObject v) {
    self.doc = v;
  }

  @Getter("__module__")
  static PyObject module(PyFunction self) {
    return PyNone.orNone(self.module);
  }

  @Setter("__module__")
  static void setModule(PyFunction self, PyObject v) {
    self.module = v;
  }

  @Getter(value = "__globals__", member = true)
  static PyObject globals(PyFunction self) {
    return self.globals;
  }

  @Getter(value = "__builtins__", member = true)
  static PyObject builtins(PyFunction self) {
    return io.github.pycmaven.vm.core.object.BuiltinsMapping.shown(self.builtins);
  }

  @Getter("__code__")
  static PyObject code(PyFunction self) {
    return self.target.code();
  }

  @Setter("__code__")
  static void setCode(PyFunction self, PyObject v) {
    if (!(v instanceof CallTarget t)) {
      throw Exc.typeError("__code__ must be set to a code object");
    }
    int have = self.closure == null ? 0 : self.closure.length;
    if (t.freeCount() != have) {
      throw Exc.valueError(
          self.name
              + "() requires a code object with "
              + have
              + " free vars, not "
              + t.freeCount());
    }
    int kinds = 32 | 128 | 512;
    if ((t.flags() & kinds) != (self.target.flags() & kinds)) {
      Obj.warn(
          Exc.DeprecationWarning,
          "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a"
              + " plain function)");
    }
    self.target = t;
  }

  @Getter("__defaults__")
  static PyObject defaults(PyFunction self) {
    return self.defaults == null ? PyNone.NONE : PyTuple.over(self.defaults);
  }

  @Setter("__defaults__")
  static void setDefaults(PyFunction self, PyObject v) {
    if (v != null && v != PyNone.NONE && !(v instanceof PyTuple)) {
      throw Exc.typeError("__defaults__ must be set to a tuple object");
    }
    self.defaults = v instanceof PyTuple t ? t.items : null;
  }

  @Getter("__kwdefaults__")
  static PyObject keywordDefaults(PyFunction self) {
    return PyNone.orNone(self.keywordDefaults);
  }

  @Setter("__kwdefaults__")
  static void setKeywordDefaults(PyFunction self, PyObject v) {
    if (v != null && v != PyNone.NONE && !(v instanceof PyDict)) {
      throw Exc.typeError("__kwdefaults__ must be set to a dict object");
    }
    self.keywordDefaults = v instanceof PyDict d ? d : null;
  }

  @Getter(value = "__closure__", member = true)
  static PyObject closure(PyFunction self) {
    return self.closure == null ? PyNone.NONE : PyTuple.over(self.closure.clone());
  }

  @Getter("__annotations__")
  static PyObject annotations(PyFunction self) {
    if (self.annotations == null) {
      if (self.annotate == null || self.annotate == PyNone.NONE) {
        self.annotations = new PyDict();
      } else {
        PyObject a = self.annotate.call1(PyInt.ONE);
        if (!(a instanceof PyDict)) {
          throw Exc.typeError("__annotate__() must return a dict, not " + a.type.name);
        }
        self.annotations = a;
      }
    } else if (self.annotations instanceof PyTuple t) {
      PyDict d = new PyDict();
      for (int i = 0; i + 1 < t.items.length; i += 2) {
        d.put(t.items[i], t.items[i + 1]);
      }
      self.annotations = d;
    }
    return self.annotations;
  }

  @Setter("__annotations__")
  static void assignAnnotations(PyFunction self, PyObject v) {
    if (v != null && v != PyNone.NONE && !(v instanceof PyDict)) {
      throw Exc.typeError("__annotations__ must be set to a dict object");
    }
    self.annotations = v == PyNone.NONE ? null : v;
    self.annotate = null;
  }

  @Getter("__annotate__")
  static PyObject annotate(PyFunction self) {
    return PyNone.orNone(self.annotate);
  }

  @Setter("__annotate__")
  static void assignAnnotate(PyFunction self, PyObject v) {
    if (v == null) {
      throw Exc.typeError("__annotate__ cannot be deleted");
    }
    if (v != PyNone.NONE && !Calls.isCallable(v)) {
      throw Exc.typeError("__annotate__ must be callable or None");
    }
    self.annotate = v;
    if (v != PyNone.NONE) {
      self.annotations = null;
    }
  }

  @Getter("__type_params__")
  static PyObject typeParams(PyFunction self) {
    return self.typeParams == null ? PyTuple.EMPTY : self.typeParams;
  }

  @Setter("__type_params__")
  static void assignTypeParams(PyFunction self, PyObject v) {
    if (!(v instanceof PyTuple)) {
      throw Exc.typeError("__type_params__ must be set to a tuple");
    }
    self.typeParams = v;
  }

  @Getter("__dict__")
  static PyObject dictionary(PyFunction self) {
    return self.dict(true);
  }

  @Setter("__dict__")
  static void assignDictionary(PyFunction self, PyObject v) {
    if (!(v instanceof PyDict d)) {
      throw Exc.typeError(
          "__dict__ must be set to a dictionary, not a '"
              + (v == null ? "NoneType" : v.type.name)
              + "'");
    }
    self.dict = d;
  }
}
