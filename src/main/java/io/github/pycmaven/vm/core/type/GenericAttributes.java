package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/**
 * Attribute access of ordinary objects: data descriptor, instance, descriptor, class.
 *
 * @cpython Objects/object.c:_PyObject_GenericGetAttrWithDict
 */
public final class GenericAttributes {
  private GenericAttributes() {}

  /** The attribute or null. */
  public static PyObject get(PyObject o, PyStr name) {
    PyType t = o.type;
    PyObject d = t.lookup(name);
    if (d == null) {
      return o.instanceGet(name);
    }
    int kind = d.type.descriptorKind();
    if (kind == PyType.DATA) {
      return d.descriptorGet(o, t);
    }
    PyObject v = o.instanceGet(name);
    if (v != null) {
      return v;
    }
    return (kind & PyType.HAS_GET) != 0 ? d.descriptorGet(o, t) : d;
  }

  /** Sets the attribute, or deletes it for a null value. */
  public static void set(PyObject o, PyStr name, PyObject value) {
    PyType t = o.type;
    PyObject d = t.lookup(name);
    if (d != null && (d.type.descriptorKind() & PyType.HAS_SET) != 0) {
      Descriptors.set(d, o, value);
      return;
    }
    if (o.instanceSet(name, value)) {
      return;
    }
    throw missing(o, name, value, d);
  }

  private static RuntimeException missing(PyObject o, PyStr name, PyObject value, PyObject d) {
    String type = o.type.name;
    boolean hasDict = o.type.hasDict || o.dict(false) != null;
    if (hasDict && value == null) {
      return Exc.attributeError("'" + type + "' object has no attribute '" + name + "'", o, name);
    }
    if (d == null) {
      return Exc.attributeError(
          "'"
              + type
              + "' object has no attribute '"
              + name
              + "'"
              + (value == null ? "" : " and no __dict__ for setting new attributes"),
          o,
          name);
    }
    return Exc.attributeError(
        "'" + type + "' object attribute '" + name + "' is read-only", o, name);
  }
}
