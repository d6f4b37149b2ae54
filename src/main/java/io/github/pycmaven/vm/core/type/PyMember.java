package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.PyGetSet;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** The descriptor of one name in {@code __slots__}. */
public final class PyMember extends PyGetSet {
  public final int index;
  private final PyStr key;

  PyMember(PyType owner, PyStr name, int index) {
    super(MEMBER, owner, null, -1, -1, name.value);
    this.key = name;
    this.index = index;
  }

  @Override
  public PyObject descriptorGet(PyObject obj, PyType cls) {
    if (obj == null) {
      return this;
    }
    check(obj);
    PyObject v = obj.slotValues()[index];
    if (v == null) {
      String type = obj.type.fullName();
      throw Exc.attributeError(
          "'"
              + (type.startsWith("__main__.") ? type.substring(9) : type)
              + "' object has no attribute '"
              + name
              + "'",
          obj,
          key);
    }
    return v;
  }

  @Override
  public void descriptorSet(PyObject obj, PyObject value) {
    check(obj);
    PyObject[] v = obj.slotValues();
    if (value == null && v[index] == null) {
      throw Exc.attributeError(name, obj, key);
    }
    v[index] = value;
  }
}
