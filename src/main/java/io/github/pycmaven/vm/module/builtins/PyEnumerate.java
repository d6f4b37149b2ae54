package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.op.Operators;

/** {@code enumerate}. */
@BuiltinType("enumerate")
public final class PyEnumerate extends PyInstance {
  public static final PyType TYPE = PyType.builtin("enumerate", new PyEnumerateTable());
  private PyObject iterator;
  private PyInt count;

  private PyEnumerate(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, iterable, start=0)")
  static PyObject create(PyType cls, PyObject iterable, PyObject start) {
    PyEnumerate e = new PyEnumerate(cls);
    e.count = start == null ? PyInt.ZERO : Obj.index(start).plain();
    e.iterator = Obj.iter(iterable);
    return e;
  }

  private PyObject step() {
    PyObject v = iterator.next();
    if (v == null) {
      return null;
    }
    PyInt n = count;
    count = (PyInt) Operators.binary(Operators.ADD, n, PyInt.ONE);
    return PyTuple.of(n, v);
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
    return PyTuple.of(type, PyTuple.of(iterator, count));
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
