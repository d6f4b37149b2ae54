package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** {@code BufferedRWPair}: one stream to read from and another to write to. */
@BuiltinType("_io.BufferedRWPair")
public final class PyBufferedPair extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.BufferedRWPair", PyIOBase.BUFFERED, new PyBufferedPairTable()).withDict();

  private PyObject reader = PyNone.NONE;
  private PyObject writer = PyNone.NONE;

  private PyBufferedPair(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyBufferedPair(cls);
  }

  @Builtin("__init__(self, reader, writer, buffer_size=131072, /)")
  static void init(PyBufferedPair self, PyObject reader, PyObject writer, int size) {
    if (!Obj.isTrue(Calls.method(reader, "readable"))) {
      throw unsupported("File or stream is not readable.");
    }
    if (!Obj.isTrue(Calls.method(writer, "writable"))) {
      throw unsupported("File or stream is not writable.");
    }
    self.reader = PyBuffered.READER.call2(reader, PyInt.of(size));
    self.writer = PyBuffered.WRITER.call2(writer, PyInt.of(size));
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyBufferedPair self, PyObject size) {
    return Calls.method(self.reader, "read", PyNone.orNone(size));
  }

  @Builtin("read1(self, size=-1, /)")
  static PyObject read1(PyBufferedPair self, PyObject size) {
    return Calls.method(self.reader, "read1", PyNone.orNone(size));
  }

  @Builtin("peek(self, size=0, /)")
  static PyObject peek(PyBufferedPair self, PyObject size) {
    return Calls.method(self.reader, "peek");
  }

  @Builtin("readinto(self, buffer, /)")
  static PyObject readInto(PyBufferedPair self, PyObject buffer) {
    return Calls.method(self.reader, "readinto", buffer);
  }

  @Builtin("write(self, b, /)")
  static PyObject write(PyBufferedPair self, PyObject data) {
    return Calls.method(self.writer, "write", data);
  }

  @Builtin("flush(self, /)")
  static PyObject flush(PyBufferedPair self) {
    return Calls.method(self.writer, Names.FLUSH);
  }

  @Builtin("close(self, /)")
  static void close(PyBufferedPair self) {
    try {
      Calls.method(self.writer, Names.CLOSE);
    } finally {
      Calls.method(self.reader, Names.CLOSE);
    }
  }

  @Getter("closed")
  static PyObject isClosed(PyBufferedPair self) {
    return Obj.getAttr(self.writer, "closed");
  }

  @Builtin("readable(self, /)")
  static PyObject readable(PyBufferedPair self) {
    return Calls.method(self.reader, "readable");
  }

  @Builtin("writable(self, /)")
  static PyObject writable(PyBufferedPair self) {
    return Calls.method(self.writer, "writable");
  }

  @Builtin("isatty(self, /)")
  static PyObject isatty(PyBufferedPair self) {
    return PyBool.of(
        Obj.isTrue(Calls.method(self.reader, "isatty"))
            || Obj.isTrue(Calls.method(self.writer, "isatty")));
  }
}
