package io.github.pycmaven.vm.module.select;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.Readiness;
import java.util.Map;
import java.util.TreeMap;

/** {@code select.poll}: files and the events that are waited for. */
@BuiltinType("select.poll")
final class PyPoll extends PyObject {
  static final PyType TYPE = PyType.builtin("select.poll", new PyPollTable()).uninstantiable();
  private static final int ALL = SelectModule.IN | 2 | SelectModule.OUT;
  private static final long NANOS = 1_000_000L;

  private final Map<Integer, Integer> wanted = new TreeMap<>();

  PyPoll() {
    super(TYPE);
  }

  @Builtin("register(self, fd, eventmask=7, /)")
  void register(PyObject fd, int events) {
    wanted.put(SelectModule.descriptor(fd), events);
  }

  @Builtin("modify(self, fd, eventmask, /)")
  void modify(PyObject fd, int events) {
    int n = SelectModule.descriptor(fd);
    if (!wanted.containsKey(n)) {
      throw HostErrors.of(2, null);
    }
    wanted.put(n, events);
  }

  @Builtin("unregister(self, fd, /)")
  void unregister(PyObject fd) {
    int n = SelectModule.descriptor(fd);
    if (wanted.remove(n) == null) {
      throw Exc.keyError(PyInt.of(n));
    }
  }

  @Builtin("poll(self, timeout=None, /)")
  PyObject poll(PyObject timeout) {
    long nanos = -1;
    if (timeout != null && timeout != PyNone.NONE) {
      double ms = Obj.toDouble(timeout);
      nanos = ms < 0 ? -1 : (long) Math.ceil(ms * NANOS);
    }
    PyList out = new PyList();
    Blocking.await(
        Readiness.CHANGES,
        () -> {
          for (Map.Entry<Integer, Integer> e : wanted.entrySet()) {
            int events = SelectModule.events(e.getKey(), e.getValue() & ALL);
            if (events != 0) {
              out.append(PyTuple.of(PyInt.of(e.getKey()), PyInt.of(events)));
            }
          }
          return out.size > 0;
        },
        nanos);
    return out;
  }
}
