package io.github.pycmaven.vm.module.queue;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.ArrayDeque;

/** {@code _queue.SimpleQueue}. */
@BuiltinType("_queue.SimpleQueue")
public final class PySimpleQueue extends PyInstance {
  private static final PyType TYPE = PyType.builtin("_queue.SimpleQueue", new PySimpleQueueTable());
  private static final PyType EMPTY = Exc.declare("_queue", "Empty", Exc.Exception);

  private final ArrayDeque<PyObject> items = new ArrayDeque<>();

  private PySimpleQueue(PyType type) {
    super(type);
  }

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.named("_queue");
    m.dict.put("SimpleQueue", TYPE);
    m.dict.put("Empty", EMPTY);
    return m;
  }

  @Builtin("__new__(cls, /)")
  static PyObject make(PyType cls) {
    return new PySimpleQueue(cls);
  }

  @Builtin("put(self, /, item, block=True, timeout=None)")
  synchronized void put(PyObject item, PyObject block, PyObject timeout) {
    items.add(item);
    notify();
  }

  @Builtin("put_nowait(self, /, item)")
  synchronized void putNow(PyObject item) {
    items.add(item);
    notify();
  }

  @Builtin("get(self, /, block=True, timeout=None)")
  PyObject get(boolean block, PyObject timeout) {
    long nanos = 0;
    if (block) {
      nanos = timeout == null || timeout == PyNone.NONE ? -1 : Blocking.nanos(timeout);
      if (nanos < 0 && timeout != null && timeout != PyNone.NONE) {
        throw Exc.valueError("'timeout' must be a non-negative number");
      }
    }
    PyObject[] got = new PyObject[1];
    if (take(got) || nanos != 0 && Blocking.await(this, () -> take(got), nanos)) {
      return got[0];
    }
    throw Exc.raise((PyException) EMPTY.call0());
  }

  private synchronized boolean take(PyObject[] got) {
    got[0] = items.poll();
    return got[0] != null;
  }

  @Builtin("get_nowait(self, /)")
  PyObject getNow() {
    return get(false, null);
  }

  @Builtin("empty(self, /)")
  synchronized boolean isEmpty() {
    return items.isEmpty();
  }

  @Builtin("qsize(self, /)")
  synchronized int size() {
    return items.size();
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
