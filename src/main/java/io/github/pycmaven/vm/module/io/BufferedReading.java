package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/** What buffered streams that can be read have beyond the others. */
@BuiltinType("_io.BufferedReader")
final class BufferedReading {
  private BufferedReading() {}

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyBuffered self, PyObject size) {
    self.raw();
    long n = size == null || size == PyNone.NONE ? -1 : Obj.index(size).clipped();
    if (n < -1) {
      throw Exc.valueError("read length must be non-negative or -1");
    }
    self.requireOpen("read");
    return n < 0 ? self.takeAll() : self.take((int) Math.min(n, Integer.MAX_VALUE - 16));
  }

  @Builtin("read1(self, size=-1, /)")
  static PyObject read1(PyBuffered self, PyObject size) {
    self.requireOpen("read");
    return self.takeOnce(PyIOBase.size(size));
  }

  @Builtin("peek(self, size=0, /)")
  static PyObject peek(PyBuffered self, PyObject size) {
    self.requireOpen("peek");
    return self.peek();
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyBuffered self, PyObject size) {
    self.requireOpen("readline");
    return self.line(PyIOBase.size(size));
  }

  @Builtin("__next__(self, /)")
  static PyObject following(PyBuffered self) {
    PyObject l =
        self.type.isHeap
            ? io.github.pycmaven.vm.core.call.Calls.method(self, "readline")
            : readLine(self, null);
    if (Obj.length(l) == 0) {
      throw Exc.stopIteration(null);
    }
    return l;
  }

  @Builtin("readinto(self, buffer, /)")
  static PyObject readInto(PyBuffered self, PyObject buffer) {
    self.raw();
    int n = self.readInto(buffer, false, "readinto");
    return n < 0 ? PyNone.NONE : PyInt.of(n);
  }

  @Builtin("readinto1(self, buffer, /)")
  static PyObject readInto1(PyBuffered self, PyObject buffer) {
    self.raw();
    int n = self.readInto(buffer, true, "readinto1");
    return n < 0 ? PyNone.NONE : PyInt.of(n);
  }
}
