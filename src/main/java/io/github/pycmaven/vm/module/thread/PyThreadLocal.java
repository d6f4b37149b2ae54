package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.util.Map;
import java.util.WeakHashMap;

/** {@code _thread._local}: each thread has attributes of its own. */
@BuiltinType("_thread._local")
final class PyThreadLocal extends PyObject {
  static final PyType TYPE = PyType.builtin("_thread._local", new PyThreadLocalTable()).withDict();

  private final Map<ThreadState, PyDict> attributes = new WeakHashMap<>();
  private final Extras extras = new Extras();
  private final PyObject[] args;
  private final PyDict keywords;

  private PyThreadLocal(PyType type, PyObject[] args, PyDict keywords) {
    super(type);
    this.args = args;
    this.keywords = keywords;
  }

  @Override
  public Extras extras() {
    return extras;
  }

  /** The thread's dictionary; a thread that comes for the first time runs {@code __init__}. */
  private PyDict own() {
    ThreadState t = ThreadState.current();
    PyDict d = attributes.get(t);
    if (d == null) {
      d = new PyDict();
      boolean first = attributes.isEmpty();
      attributes.put(t, d);
      if (!first && hasInit(type)) {
        PyObject[] all = Calls.prepend(this, args);
        try {
          Calls.callDict(Obj.getAttr(type, "__init__"), all, keywords);
        } catch (RuntimeException e) {
          attributes.remove(t);
          throw e;
        }
      }
    }
    return d;
  }

  private static boolean hasInit(PyType cls) {
    return Obj.getAttr(cls, "__init__") != Obj.getAttr(PyType.OBJECT, "__init__");
  }

  @Override
  public PyDict dict(boolean create) {
    return own();
  }

  @Override
  public PyObject instanceGet(PyStr name) {
    return own().get(name);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    if ((args.length > 0 || keywords != null) && !hasInit(cls)) {
      throw Exc.typeError("Initialization arguments are not supported");
    }
    PyThreadLocal l = new PyThreadLocal(cls, args, keywords);
    l.own();
    return l;
  }

  @Getter("__dict__")
  PyObject dictionary() {
    return own();
  }
}
