package io.github.pycmaven.vm.module.ast;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
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
      for (int i = keywords.nextIndex(0); i >= 0; i = keywords.nextIndex(i + 1)) {
        PyStr name = (PyStr) keywords.keyAt(i);
        for (int k = 0; k < args.length; k++) {
          if (name.equals(fields[k])) {
            throw Exc.typeError(
                self.type.shortName() + " got multiple values for argument '" + name + "'");
          }
        }
        Obj.setAttr(self, name, keywords.valueAt(i));
      }
    }
    defaults(self);
  }

  private static void defaults(PyNode self) {
    PyObject kinds = Obj.getAttrOrNull(self.type, PyStr.intern("_kinds"));
    if (!(kinds instanceof PyStr k)) {
      return;
    }
    for (String field : k.value.split(",")) {
      char kind = field.charAt(field.length() - 1);
      PyStr name = PyStr.intern(field.substring(0, field.length() - 1));
      if (kind == '*' && self.instanceGet(name) == null) {
        Obj.setAttr(self, name, new PyList());
      } else if (kind == '!' && self.instanceGet(name) == null) {
        PyObject load = Obj.getAttr(Obj.importModule("_ast"), "Load");
        Obj.setAttr(self, name, load.call0());
      }
    }
  }

  @Builtin("__reduce__(self, /)")
  static PyObject reduce(PyNode self) {
    return PyTuple.of(self.type, PyTuple.EMPTY, self.dict(true));
  }
}
