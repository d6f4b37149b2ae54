package io.github.pycmaven.vm.module.select;

import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.Readiness;
import java.nio.channels.Channel;

/** The module {@code select}: waits for files; those of the disk are always ready. */
@BuiltinModule("select")
public final class SelectModule {
  static final int IN = 1;
  static final int OUT = 4;
  static final int HUP = 16;
  static final int INVALID = 32;

  private SelectModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new SelectModuleTable());
    m.dict.put("error", Exc.OSError);
    m.dict.put("PIPE_BUF", PyInt.of(4096));
    Object[] numbers = {
      "POLLIN",
      IN,
      "POLLPRI",
      2,
      "POLLOUT",
      OUT,
      "POLLERR",
      8,
      "POLLHUP",
      HUP,
      "POLLNVAL",
      INVALID,
      "POLLRDNORM",
      64,
      "POLLRDBAND",
      128,
      "POLLWRNORM",
      256,
      "POLLWRBAND",
      512,
      "POLLMSG",
      1024
    };
    for (int i = 0; i < numbers.length; i += 2) {
      m.dict.put((String) numbers[i], PyInt.of((Integer) numbers[i + 1]));
    }
    return m;
  }

  /** The number of a file, or of an object that has one. */
  static int descriptor(PyObject o) {
    PyObject n = o;
    if (!(o instanceof PyInt)) {
      if (Obj.getAttrOrNull(o, io.github.pycmaven.vm.core.object.PyStr.intern("fileno")) == null) {
        throw Exc.typeError("argument must be an int, or have a fileno() method");
      }
      n = Calls.method(o, "fileno");
      if (!(n instanceof PyInt)) {
        throw Exc.typeError("fileno() returned a non-integer");
      }
    }
    int fd = ((PyInt) n).clippedInt();
    if (fd < 0) {
      throw Exc.valueError("file descriptor cannot be a negative integer (" + fd + ")");
    }
    return fd;
  }

  /** Which of the wanted events a file has. */
  static int events(int descriptor, int wanted) {
    if (!OpenFiles.isOpen(descriptor)) {
      return INVALID;
    }
    Channel c = OpenFiles.channel(descriptor);
    if (!(c instanceof Readiness r)) {
      return wanted & (IN | OUT);
    }
    return (r.canRead() ? wanted & IN : 0)
        | (r.canWrite() ? wanted & OUT : 0)
        | (r.isHungUp() ? HUP : 0);
  }

  @Builtin("select(rlist, wlist, xlist, timeout=None, /)")
  static PyObject select(PyObject r, PyObject w, PyObject x, PyObject timeout) {
    PyObject[] reads = Obj.toArray(r);
    PyObject[] writes = Obj.toArray(w);
    Obj.toArray(x);
    int[] in = descriptors(reads);
    int[] out = descriptors(writes);
    long nanos = timeout == null || timeout == PyNone.NONE ? -1 : Blocking.nanos(timeout);
    if (nanos < -1) {
      throw Exc.valueError("timeout must be non-negative");
    }
    PyList gotIn = new PyList();
    PyList gotOut = new PyList();
    Blocking.await(
        Readiness.CHANGES,
        () -> {
          for (int i = 0; i < in.length; i++) {
            if (events(in[i], IN) != 0) {
              gotIn.append(reads[i]);
            }
          }
          for (int i = 0; i < out.length; i++) {
            if (events(out[i], OUT) != 0) {
              gotOut.append(writes[i]);
            }
          }
          return gotIn.size + gotOut.size > 0;
        },
        nanos);
    return PyTuple.of(gotIn, gotOut, new PyList());
  }

  private static int[] descriptors(PyObject[] all) {
    int[] out = new int[all.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = descriptor(all[i]);
      if (!OpenFiles.isOpen(out[i])) {
        throw io.github.pycmaven.vm.host.HostErrors.of(9, null);
      }
    }
    return out;
  }

  @Builtin("poll()")
  static PyObject poll() {
    return new PyPoll();
  }
}
