package io.github.pycmaven.vm.module.functools;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import io.github.pycmaven.vm.expose.Setter;

/** What {@code cmp_to_key} gives: it makes keys, and a key is one with an object. */
@BuiltinType("functools.KeyWrapper")
final class PyComparisonKey extends PyObject {
  private static final PyType TYPE =
      PyType.builtin("functools.KeyWrapper", new PyComparisonKeyTable()).uninstantiable();
  private final PyObject compare;
  private PyObject object;

  PyComparisonKey(PyObject compare, PyObject object) {
    super(TYPE);
    this.compare = compare;
    this.object = object;
  }

  @Builtin("__call__(self, /, obj)")
  PyObject call(PyObject o) {
    return new PyComparisonKey(compare, o);
  }

  @Override
  public PyObject call1(PyObject o) {
    return new PyComparisonKey(compare, o);
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyComparisonKey k)) {
      throw Exc.typeError("other argument must be K instance");
    }
    if (object == null || k.object == null) {
      throw Exc.attributeError(
          "object", this, io.github.pycmaven.vm.core.object.PyStr.intern("object"));
    }
    return Obj.compare(compare.call2(object, k.object), PyInt.ZERO, op);
  }

  @Getter("obj")
  PyObject object() {
    return PyNone.orNone(object);
  }

  @Setter("obj")
  void setObject(PyObject o) {
    object = o;
  }
}
