package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.module.posix.Paths;

/** The module {@code _io}. */
@BuiltinModule("_io")
public final class IoModule {
  private static final int DEFAULT_BUFFER_SIZE = 131072;

  static final PyType UNSUPPORTED = unsupportedOperation();

  private static PyType unsupportedOperation() {
    PyDict d = new PyDict();
    d.put(Names.MODULE, PyStr.intern("io"));
    return (PyType)
        PyType.TYPE.call3(
            PyStr.intern("UnsupportedOperation"), PyTuple.of(Exc.OSError, Exc.ValueError), d);
  }

  /** A standard stream of the process. */
  public static PyObject standard(int descriptor, boolean unbuffered) {
    PyFileIO raw = PyFileIO.standard(descriptor);
    boolean lines = !unbuffered && (descriptor == 2 || OpenFiles.isTerminal(descriptor));
    PyObject buffer =
        unbuffered && descriptor != 0
            ? raw
            : PyBuffered.over(
                descriptor == 0 ? PyBuffered.READER : PyBuffered.WRITER, raw, DEFAULT_BUFFER_SIZE);
    PyTextFile t =
        PyTextFile.over(
            buffer,
            descriptor == 2 ? "backslashreplace" : "strict",
            lines,
            unbuffered && descriptor != 0);
    t.instanceSet(PyStr.intern("mode"), PyStr.intern(descriptor == 0 ? "r" : "w"));
    return t;
  }

  private IoModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new IoModuleTable());
    m.dict.put("DEFAULT_BUFFER_SIZE", PyInt.of(DEFAULT_BUFFER_SIZE));
    m.dict.put("_IOBase", PyIOBase.TYPE);
    m.dict.put("_RawIOBase", PyIOBase.RAW);
    m.dict.put("_BufferedIOBase", PyIOBase.BUFFERED);
    m.dict.put("_TextIOBase", PyIOBase.TEXT);
    m.dict.put("BytesIO", PyBytesIO.TYPE);
    m.dict.put("_BytesIOBuffer", PyBytesIO.View.TYPE);
    m.dict.put("StringIO", PyStringIO.TYPE);
    m.dict.put("BufferedReader", PyBuffered.READER);
    m.dict.put("BufferedWriter", PyBuffered.WRITER);
    m.dict.put("BufferedRandom", PyBuffered.RANDOM);
    m.dict.put("BufferedRWPair", PyBufferedPair.TYPE);
    m.dict.put("TextIOWrapper", PyTextFile.TYPE);
    m.dict.put("IncrementalNewlineDecoder", PyNewlineDecoder.TYPE);
    m.dict.put("FileIO", PyFileIO.TYPE);
    m.dict.put("UnsupportedOperation", UNSUPPORTED);
    m.dict.put("BlockingIOError", Exc.BlockingIOError);
    return m;
  }

  @Builtin(
      "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, "
          + "closefd=True, opener=None)")
  static PyObject open(
      PyObject file,
      String mode,
      int buffering,
      PyObject encoding,
      PyObject errors,
      PyObject newline,
      boolean closefd,
      PyObject opener) {
    boolean isBinary = mode.indexOf('b') >= 0;
    if (isBinary && mode.indexOf('t') >= 0) {
      throw Exc.valueError("can't have text and binary mode at once");
    }
    if (isBinary) {
      refuse(encoding, "encoding");
      refuse(errors, "errors");
      refuse(newline, "newline");
    } else if (buffering == 0) {
      throw Exc.valueError("can't have unbuffered text I/O");
    }
    boolean isNumber = Obj.special(file, PyStr.intern("__index__")) != null;
    PyObject place = isNumber ? file : Paths.fspath(file);
    PyFileIO raw = PyFileIO.over(place, mode.replace("b", "").replace("t", ""), closefd, opener);
    if (buffering == 0) {
      return raw;
    }
    try {
      PyType kind =
          mode.indexOf('+') >= 0
              ? PyBuffered.RANDOM
              : mode.indexOf('r') >= 0 ? PyBuffered.READER : PyBuffered.WRITER;
      PyObject buffered =
          kind.call2(raw, PyInt.of(buffering > 1 ? buffering : DEFAULT_BUFFER_SIZE));
      if (isBinary) {
        return buffered;
      }
      PyObject text =
          PyTextFile.TYPE.callN(
              new PyObject[] {
                buffered,
                PyNone.orNone(encoding),
                PyNone.orNone(errors),
                PyNone.orNone(newline),
                PyBool.of(buffering == 1)
              });
      Obj.setAttr(text, PyStr.intern("mode"), PyStr.of(mode));
      return text;
    } catch (PyRaise e) {
      PyFileIO.close(raw);
      throw e;
    }
  }

  private static void refuse(PyObject argument, String name) {
    if (argument != null && argument != PyNone.NONE) {
      throw Exc.valueError(
          "binary mode doesn't take "
              + (name.equals("newline") ? "a " : "an ")
              + name
              + " argument");
    }
  }

  @Builtin("text_encoding(encoding, stacklevel=2, /)")
  static PyObject textEncoding(PyObject encoding, int level) {
    return encoding == PyNone.NONE ? PyStr.of("locale") : encoding;
  }

  @Builtin("open_code(path)")
  static PyObject openCode(PyObject path) {
    return PyFileIO.over(path, "rb", true, null);
  }
}
