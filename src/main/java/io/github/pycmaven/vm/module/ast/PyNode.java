package io.github.pycmaven.vm.module.ast;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.object.PyUnion;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code ast.AST}, the base of all tree nodes. */
@BuiltinType("ast.AST")
final class PyNode extends PyInstance {
  static final PyType TYPE = PyType.builtin("ast.AST", new PyNodeTable()).withDict();

  static {
    TYPE.put(PyStr.intern("_fields"), PyTuple.EMPTY);
    TYPE.put(PyStr.intern("_attributes"), PyTuple.EMPTY);
    TYPE.put(PyStr.intern("__match_args__"), PyTuple.EMPTY);
  }

  private PyNode(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyNode(cls);
  }

  @Builtin("__init__(self, /, *args, **kwargs)")
  static void init(PyNode self, PyObject[] args, PyDict keywords) {
    PyObject[] fields = Obj.toArray(Obj.getAttr(self.type, "_fields"));
    if (args.length > fields.length) {
      throw Exc.typeError(
          self.type.shortName()
              + " constructor takes at most "
              + fields.length
              + " positional argument"
              + (fields.length == 1 ? "" : "s"));
    }
    for (int i = 0; i < args.length; i++) {
      Obj.setAttr(self, (PyStr) fields[i], args[i]);
    }
    if (keywords != null) {
      take(self, keywords, fields, args.length);
    }
    defaults(self, fields);
  }

  private static void take(PyNode self, PyDict keywords, PyObject[] fields, int given) {
    PyObject attributes = Obj.getAttr(self.type, "_attributes");
    for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
      PyStr name = (PyStr) keywords.keyAt(i);
      int k = indexOf(fields, name);
      if (k >= 0 && k < given) {
        throw Exc.typeError(
            self.type.shortName() + " got multiple values for argument '" + name + "'");
      }
      if (k < 0 && !Obj.contains(attributes, name)) {
        deprecated(
            self.type.shortName()
                + ".__init__ got an unexpected keyword argument '"
                + name
                + "'. Support for arbitrary keyword arguments is deprecated and will be removed "
                + "in Python 3.15.");
      }
      Obj.setAttr(self, name, keywords.valueAt(i));
    }
  }

  private static int indexOf(PyObject[] fields, PyStr name) {
    for (int i = 0; i < fields.length; i++) {
      if (name.equals(fields[i])) {
        return i;
      }
    }
    return -1;
  }

  private static void deprecated(String message) {
    Obj.runtime().warn(Exc.DeprecationWarning, message, 1);
  }

  /** What a field is when it was not given follows from its type. */
  private static void defaults(PyNode self, PyObject[] fields) {
    PyObject types = Obj.getAttrOrNull(self.type, PyStr.intern("_field_types"));
    if (!(types instanceof PyDict d)) {
      return;
    }
    for (PyObject f : fields) {
      PyStr name = (PyStr) f;
      if (self.instanceGet(name) != null) {
        continue;
      }
      PyObject type = d.get(name);
      if (type == null) {
        deprecated(
            "Field '"
                + name
                + "' is missing from "
                + self.type.shortName()
                + "._field_types. This will become an error in Python 3.15.");
      } else if (type instanceof PyGenericAlias) {
        Obj.setAttr(self, name, new PyList());
      } else if (type instanceof PyType t && t.shortName().equals("expr_context")) {
        Obj.setAttr(self, name, Obj.getAttr(Obj.importModule("_ast"), "Load").call0());
      } else if (!(type instanceof PyUnion)) {
        deprecated(
            self.type.shortName()
                + ".__init__ missing 1 required positional argument: '"
                + name
                + "'. This will become an error in Python 3.15.");
      }
    }
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyNode self) {
    return PyTuple.of(self.type, PyTuple.EMPTY, self.dict(true));
  }
}
