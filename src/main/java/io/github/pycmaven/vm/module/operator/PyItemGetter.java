package io.github.pycmaven.vm.module.operator;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code operator.itemgetter}. */
@BuiltinType("operator.itemgetter")
final class PyItemGetter extends PyObject {
  static final PyType TYPE =
      PyType.builtin("operator.itemgetter", new PyItemGetterTable()).forbidSubclasses();
  private final PyObject[] keys;

  private PyItemGetter(PyObject[] keys) {
    super(TYPE);
    this.keys = keys;
  }

  @Builtin("__new__(cls, item, /, *items)")
  static PyObject create(PyType cls, PyObject item, PyObject[] items) {
    PyObject[] all = new PyObject[items.length + 1];
    all[0] = item;
    System.arraycopy(items, 0, all, 1, items.length);
    return new PyItemGetter(all);
  }

  private PyObject get(PyObject o) {
    if (keys.length == 1) {
      return Obj.getItem(o, keys[0]);
    }
    PyObject[] out = new PyObject[keys.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Obj.getItem(o, keys[i]);
    }
    return new PyTuple(out);
  }

  @Override
  public PyObject call1(PyObject o) {
    return get(o);
  }

  @Builtin("__call__(self, /, *args, **kwargs)")
  PyObject call(PyObject[] args, PyDict keywords) {
    if (keywords != null) {
      throw Exc.typeError("itemgetter() takes no keyword arguments");
    }
    if (args.length != 1) {
      throw Exc.typeError("itemgetter expected 1 argument, got " + args.length);
    }
    return get(args[0]);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    String all = Obj.repr(new PyTuple(keys));
    return "operator.itemgetter" + (keys.length == 1 ? "(" + Obj.repr(keys[0]) + ")" : all);
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type, new PyTuple(keys));
  }
}
