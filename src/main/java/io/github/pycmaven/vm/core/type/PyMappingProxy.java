package io.github.pycmaven.vm.core.type;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** A view of a mapping that cannot write. */
@BuiltinType("mappingproxy")
public final class PyMappingProxy extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("mappingproxy", new PyMappingProxyTable())
          .matchesMappings()
          .forbidSubclasses();
  private final PyObject mapping;

  public PyMappingProxy(PyObject mapping) {
    super(TYPE);
    this.mapping = mapping;
  }

  @Builtin("__new__(cls, mapping)")
  static PyObject create(PyType cls, PyObject mapping) {
    if (mapping.type.slot(Slot.GETITEM) == null
        || mapping instanceof PyList
        || mapping instanceof PyTuple
        || mapping instanceof PyStr) {
      throw Exc.typeError("mappingproxy() argument must be a mapping, not " + mapping.type.name);
    }
    return new PyMappingProxy(mapping);
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return Obj.getItem(mapping, key);
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    return Obj.contains(mapping, key);
  }

  @Builtin("__len__(self, /)")
  int length() {
    return Obj.length(mapping);
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return Obj.iter(mapping);
  }

  @Builtin("__reversed__(self, /)")
  PyObject reversed() {
    return Calls.method(mapping, PyStr.intern("__reversed__"));
  }

  @Builtin("get(self, key, default=None, /)")
  PyObject get(PyObject key, PyObject fallback) {
    if (mapping.type == PyDict.TYPE) {
      PyObject v = ((PyDict) mapping).get(key);
      return v != null ? v : PyNone.orNone(fallback);
    }
    return Obj.getAttr(mapping, "get").call2(key, PyNone.orNone(fallback));
  }

  @Builtin("keys(self, /)")
  PyObject keys() {
    return Calls.method(mapping, "keys");
  }

  @Builtin("values(self, /)")
  PyObject values() {
    return Calls.method(mapping, "values");
  }

  @Builtin("items(self, /)")
  PyObject items() {
    return Calls.method(mapping, "items");
  }

  @Builtin("copy(self, /)")
  PyObject copy() {
    return Calls.method(mapping, "copy");
  }

  private static PyObject unwrap(PyObject o) {
    return o instanceof PyMappingProxy p ? p.mapping : o;
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject self, PyObject other) {
    return combine(unwrap(self), unwrap(other));
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject self, PyObject other) {
    return combine(unwrap(other), unwrap(self));
  }

  private static PyObject combine(PyObject a, PyObject b) {
    PyObject f = a.type.slot(Slot.BINARY + 3 * 7);
    return f == null ? PyNotImplemented.INSTANCE : f.call2(a, b);
  }

  @Builtin("__ior__(self, value, /)")
  PyObject ior(PyObject other) {
    throw Exc.typeError("'|=' is not supported by mappingproxy; use '|' instead");
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    return Obj.compare(mapping, unwrap(other), op);
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return Obj.hash(mapping);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "mappingproxy(" + Obj.repr(mapping) + ")";
  }

  @Builtin("__str__(self, /)")
  PyObject str() {
    return Obj.strObject(mapping);
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
