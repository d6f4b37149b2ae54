package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code _thread._local}: each thread has attributes of its own. */
@BuiltinType("_thread._local")
final class PyThreadLocal extends PyObject {
  static final PyType TYPE = PyType.builtin("_thread._local", new PyThreadLocalTable()).withDict();
  private final ThreadLocal<PyDict> attributes = ThreadLocal.withInitial(PyDict::new);
  private final Extras extras = new Extras();

  private PyThreadLocal(PyType type) {
    super(type);
  }

  @Override
  public Extras extras() {
    return extras;
  }

  @Override
  public PyDict dict(boolean create) {
    return attributes.get();
  }

  @Override
  public PyObject instanceGet(PyStr name) {
    return attributes.get().get(name);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyThreadLocal(cls);
  }

  @Getter("__dict__")
  PyObject dictionary() {
    return attributes.get();
  }
}
