package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** {@code filter}. */
@BuiltinType("filter")
public final class PyFilter extends PyInstance {
  public static final PyType TYPE = PyType.builtin("filter", new PyFilterTable());
  private PyObject function;
  private PyObject iterator;

  private PyFilter(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, function, iterable, /)")
  static PyObject create(PyType cls, PyObject function, PyObject iterable) {
    PyFilter f = new PyFilter(cls);
    f.function = function;
    f.iterator = Obj.iter(iterable);
    return f;
  }

  private PyObject step() {
    while (true) {
      PyObject v = iterator.next();
      if (v == null) {
        return null;
      }
      PyObject good = function == PyNone.NONE || function == PyBool.TYPE ? v : function.call1(v);
      if (Obj.isTrue(good)) {
        return v;
      }
    }
  }

  @Override
  public PyObject next() {
    return type == TYPE || type.slotIsBuiltin(Slot.NEXT) ? step() : super.next();
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return this;
  }

  @Builtin("__next__(self, /)")
  PyObject nextItem() {
    return Obj.orStop(step());
  }

  @Builtin("__reduce__(self, /)")
  PyObject reduce() {
    return PyTuple.of(type, PyTuple.of(function, iterator));
  }
}
