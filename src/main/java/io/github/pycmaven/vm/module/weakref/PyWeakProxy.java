package io.github.pycmaven.vm.module.weakref;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** A weak proxy: attributes, items, iteration, calls and comparison are those of its object. */
@BuiltinType("weakref.ProxyType")
final class PyWeakProxy extends PyObject {
  static final PyType TYPE =
      PyType.builtin("weakref.ProxyType", new PyWeakProxyTable()).uninstantiable();
  static final PyType CALLABLE =
      PyType.builtin("weakref.CallableProxyType", TYPE, new PyWeakProxy_CallableTable())
          .sharing()
          .uninstantiable();
  private final PyWeakReference reference;

  private PyWeakProxy(PyType type, PyWeakReference reference) {
    super(type);
    this.reference = reference;
  }

  static PyObject of(PyObject o, PyObject callback) {
    PyObject r = PyWeakReference.create(PyWeakReference.TYPE, o, callback);
    return new PyWeakProxy(Calls.isCallable(o) ? CALLABLE : TYPE, (PyWeakReference) r);
  }

  private PyObject object() {
    PyObject o = reference.get();
    if (o == null) {
      throw Exc.raise(Exc.ReferenceError, "weakly-referenced object no longer exists");
    }
    return o;
  }

  private static PyObject strip(PyObject o) {
    return o instanceof PyWeakProxy p ? p.object() : o;
  }

  @Override
  public PyObject getAttrDefault(PyStr name) {
    return Obj.getAttr(object(), name);
  }

  @Override
  public void setAttrDefault(PyStr name, PyObject value) {
    Obj.setAttr(object(), name, value);
  }

  @Builtin("__str__(self, /)")
  PyObject str() {
    return Obj.strObject(object());
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    PyObject o = reference.get();
    return "<weakproxy at "
        + io.github.pycmaven.vm.core.object.Identity.address(this)
        + (o == null
            ? "; dead>"
            : "; to '"
                + o.type.name
                + "' at "
                + io.github.pycmaven.vm.core.object.Identity.address(o)
                + ">");
  }

  @Builtin("__bool__(self, /)")
  boolean truth() {
    return Obj.isTrue(object());
  }

  @Builtin("__len__(self, /)")
  int length() {
    return Obj.length(object());
  }

  @Builtin("__getitem__(self, key, /)")
  PyObject getItem(PyObject key) {
    return Obj.getItem(object(), key);
  }

  @Builtin("__setitem__(self, key, value, /)")
  void setItem(PyObject key, PyObject value) {
    Obj.setItem(object(), key, value);
  }

  @Builtin("__delitem__(self, key, /)")
  void deleteItem(PyObject key) {
    Obj.deleteItem(object(), key);
  }

  @Builtin("__contains__(self, key, /)")
  boolean contains(PyObject key) {
    return Obj.contains(object(), key);
  }

  @Builtin("__iter__(self, /)")
  PyObject iter() {
    return Obj.iter(object());
  }

  @RichCompare
  PyObject compare(PyObject other, int op) {
    return Obj.compare(object(), strip(other), op);
  }

  /** What only proxies of callable objects have. */
  @BuiltinType("weakref.CallableProxyType")
  static final class Callable {
    private Callable() {}

    @Builtin("__call__(self, /, *args, **kwargs)")
    static PyObject call(PyWeakProxy self, PyObject[] args, PyDict keywords) {
      return Calls.callDict(self.object(), args, keywords);
    }
  }
}
