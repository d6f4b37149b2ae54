package io.github.pycmaven.vm.module.operator;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code operator.methodcaller}. */
@BuiltinType("operator.methodcaller")
final class PyMethodCaller extends PyObject {
  static final PyType TYPE =
      PyType.builtin("operator.methodcaller", new PyMethodCallerTable()).forbidSubclasses();
  private final PyStr name;
  private final PyObject[] args;
  private final PyDict keywords;

  private PyMethodCaller(PyStr name, PyObject[] args, PyDict keywords) {
    super(TYPE);
    this.name = name;
    this.args = args;
    this.keywords = keywords;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] all, PyDict keywords) {
    if (all.length == 0) {
      throw Exc.typeError("methodcaller needs at least one argument, the method name");
    }
    if (!(all[0] instanceof PyStr s)) {
      throw Exc.typeError("method name must be a string");
    }
    PyObject[] rest = java.util.Arrays.copyOfRange(all, 1, all.length);
    return new PyMethodCaller(s.interned(), rest, keywords);
  }

  private PyObject apply(PyObject o) {
    return Calls.callDict(Obj.getAttr(o, name), args, keywords);
  }

  @Override
  public PyObject call1(PyObject o) {
    return apply(o);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] given, PyDict more) {
    if (more != null) {
      throw Exc.typeError("methodcaller() takes no keyword arguments");
    }
    if (given.length != 1) {
      throw Exc.typeError("methodcaller expected 1 argument, got " + given.length);
    }
    return apply(given[0]);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    StringBuilder b = new StringBuilder("operator.methodcaller(").append(Obj.repr(name));
    for (PyObject a : args) {
      b.append(", ").append(Obj.repr(a));
    }
    for (int i = keywords == null ? -1 : keywords.nextIndex(0);
        i >= 0;
        i = keywords.nextIndex(i + 1)) {
      b.append(", ").append(keywords.keyAt(i)).append('=');
      b.append(Obj.repr(keywords.valueAt(i)));
    }
    return b.append(')').toString();
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    PyObject[] all = Calls.prepend(name, args);
    if (keywords == null || keywords.size() == 0) {
      return PyTuple.of(type, new PyTuple(all));
    }
    PyObject partial = Obj.getAttr(Obj.importModule("functools"), "partial");
    PyObject made = Calls.callDict(partial, new PyObject[] {type, name}, keywords);
    return PyTuple.of(made, new PyTuple(args));
  }
}
