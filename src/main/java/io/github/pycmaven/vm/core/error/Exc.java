package io.github.pycmaven.vm.core.error;

import io.github.pycmaven.vm.core.call.BuiltinTable;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The builtin exception classes, and how Java code raises them. */
public final class Exc {
  private static final Map<String, PyType> ALL = new LinkedHashMap<>();

  public static final PyType BaseException =
      own("BaseException", PyType.OBJECT, new PyExceptionTable());
  public static final PyType Exception = sub("Exception", BaseException);
  public static final PyType GeneratorExit = sub("GeneratorExit", BaseException);
  public static final PyType KeyboardInterrupt = sub("KeyboardInterrupt", BaseException);
  public static final PyType SystemExit = own("SystemExit", BaseException, new PySystemExitTable());
  public static final PyType BaseExceptionGroup =
      own("BaseExceptionGroup", BaseException, new PyExceptionGroupTable());
  public static final PyType ArithmeticError = sub("ArithmeticError", Exception);
  public static final PyType FloatingPointError = sub("FloatingPointError", ArithmeticError);
  public static final PyType OverflowError = sub("OverflowError", ArithmeticError);
  public static final PyType ZeroDivisionError = sub("ZeroDivisionError", ArithmeticError);
  public static final PyType AssertionError = sub("AssertionError", Exception);
  public static final PyType AttributeError =
      own("AttributeError", Exception, new PyAttributeErrorTable());
  public static final PyType BufferError = sub("BufferError", Exception);
  public static final PyType EOFError = sub("EOFError", Exception);
  public static final PyType ImportError = own("ImportError", Exception, new PyImportErrorTable());
  public static final PyType ModuleNotFoundError = sub("ModuleNotFoundError", ImportError);
  public static final PyType LookupError = sub("LookupError", Exception);
  public static final PyType IndexError = sub("IndexError", LookupError);
  public static final PyType KeyError = shared("KeyError", LookupError, new KeyErrorMethodsTable());
  public static final PyType MemoryError = sub("MemoryError", Exception);
  public static final PyType NameError = own("NameError", Exception, new PyNameErrorTable());
  public static final PyType UnboundLocalError = sub("UnboundLocalError", NameError);
  public static final PyType OSError = own("OSError", Exception, new PyOSErrorTable());
  public static final PyType BlockingIOError = sub("BlockingIOError", OSError);
  public static final PyType ChildProcessError = sub("ChildProcessError", OSError);
  public static final PyType ConnectionError = sub("ConnectionError", OSError);
  public static final PyType BrokenPipeError = sub("BrokenPipeError", ConnectionError);
  public static final PyType ConnectionAbortedError =
      sub("ConnectionAbortedError", ConnectionError);
  public static final PyType ConnectionRefusedError =
      sub("ConnectionRefusedError", ConnectionError);
  public static final PyType ConnectionResetError = sub("ConnectionResetError", ConnectionError);
  public static final PyType FileExistsError = sub("FileExistsError", OSError);
  public static final PyType FileNotFoundError = sub("FileNotFoundError", OSError);
  public static final PyType InterruptedError = sub("InterruptedError", OSError);
  public static final PyType IsADirectoryError = sub("IsADirectoryError", OSError);
  public static final PyType NotADirectoryError = sub("NotADirectoryError", OSError);
  public static final PyType PermissionError = sub("PermissionError", OSError);
  public static final PyType ProcessLookupError = sub("ProcessLookupError", OSError);
  public static final PyType TimeoutError = sub("TimeoutError", OSError);
  public static final PyType ReferenceError = sub("ReferenceError", Exception);
  public static final PyType RuntimeError = sub("RuntimeError", Exception);
  public static final PyType NotImplementedError = sub("NotImplementedError", RuntimeError);
  public static final PyType RecursionError = sub("RecursionError", RuntimeError);
  public static final PyType PythonFinalizationError = sub("PythonFinalizationError", RuntimeError);
  public static final PyType StopAsyncIteration = sub("StopAsyncIteration", Exception);
  public static final PyType StopIteration =
      own("StopIteration", Exception, new PyStopIterationTable());
  public static final PyType SyntaxError = own("SyntaxError", Exception, new PySyntaxErrorTable());
  public static final PyType IndentationError = sub("IndentationError", SyntaxError);
  public static final PyType TabError = sub("TabError", IndentationError);
  public static final PyType IncompleteInputError = sub("_IncompleteInputError", SyntaxError);
  public static final PyType SystemError = sub("SystemError", Exception);
  public static final PyType TypeError = sub("TypeError", Exception);
  public static final PyType ValueError = sub("ValueError", Exception);
  public static final PyType UnicodeError = sub("UnicodeError", ValueError);
  public static final PyType UnicodeDecodeError =
      own("UnicodeDecodeError", UnicodeError, new PyUnicodeErrorTable());
  public static final PyType UnicodeEncodeError =
      own("UnicodeEncodeError", UnicodeError, new PyUnicodeErrorTable());
  public static final PyType UnicodeTranslateError =
      own("UnicodeTranslateError", UnicodeError, new PyUnicodeErrorTable());
  public static final PyType Warning = sub("Warning", Exception);
  public static final PyType BytesWarning = sub("BytesWarning", Warning);
  public static final PyType DeprecationWarning = sub("DeprecationWarning", Warning);
  public static final PyType EncodingWarning = sub("EncodingWarning", Warning);
  public static final PyType FutureWarning = sub("FutureWarning", Warning);
  public static final PyType ImportWarning = sub("ImportWarning", Warning);
  public static final PyType PendingDeprecationWarning = sub("PendingDeprecationWarning", Warning);
  public static final PyType ResourceWarning = sub("ResourceWarning", Warning);
  public static final PyType RuntimeWarning = sub("RuntimeWarning", Warning);
  public static final PyType SyntaxWarning = sub("SyntaxWarning", Warning);
  public static final PyType UnicodeWarning = sub("UnicodeWarning", Warning);
  public static final PyType UserWarning = sub("UserWarning", Warning);

  private Exc() {}

  private static PyType own(String name, PyType base, BuiltinTable table) {
    PyType t = PyType.builtin(name, base, table).withDict();
    ALL.put(name, t);
    return t;
  }

  private static PyType shared(String name, PyType base, BuiltinTable table) {
    return own(name, base, table).sharing();
  }

  private static PyType sub(String name, PyType base) {
    return own(name, base, null).sharing();
  }

  /** All classes by name. */
  public static Map<String, PyType> all() {
    return ALL;
  }

  /** A module's own exception class, made as a class statement would. */
  public static PyType declare(String module, String name, PyType... bases) {
    io.github.pycmaven.vm.core.object.PyDict members =
        new io.github.pycmaven.vm.core.object.PyDict();
    members.put("__module__", PyStr.of(module));
    return (PyType) PyType.TYPE.call3(PyStr.of(name), PyTuple.over(bases.clone()), members);
  }

  // ---- raising ----

  /** Chains the exception to the one that is being handled, ready to be thrown. */
  public static PyRaise raise(PyException e) {
    PyException handled = ThreadState.current().handled();
    if (handled != null && handled != e) {
      e.chain(handled);
    }
    return new PyRaise(e);
  }

  /** An exception of a builtin class with a message. */
  public static PyRaise raise(PyType type, String message) {
    return raise(make(type, PyStr.of(message)));
  }

  /** An exception of a builtin class with arguments. */
  public static PyRaise raise(PyType type, PyObject... args) {
    return raise(make(type, args));
  }

  /** Makes an exception by calling its class. */
  public static PyException make(PyType type, PyObject... args) {
    if (!type.isHeap && type.layout == BaseException) {
      return new PyException(type, PyTuple.over(args));
    }
    return (PyException) type.callN(args);
  }

  public static PyRaise typeError(String m) {
    return raise(TypeError, m);
  }

  public static PyRaise valueError(String m) {
    return raise(ValueError, m);
  }

  public static PyRaise indexError(String m) {
    return raise(IndexError, m);
  }

  public static PyRaise keyError(PyObject key) {
    return raise(make(KeyError, key));
  }

  public static PyRaise overflowError(String m) {
    return raise(OverflowError, m);
  }

  public static PyRaise overflowError(int number, String m) {
    return raise(OverflowError, PyInt.of(number), PyStr.of(m));
  }

  public static PyRaise zeroDivision(String m) {
    return raise(ZeroDivisionError, m);
  }

  public static PyRaise runtimeError(String m) {
    return raise(RuntimeError, m);
  }

  public static PyRaise systemError(String m) {
    return raise(SystemError, m);
  }

  public static PyRaise memoryError() {
    return raise(MemoryError, new PyObject[0]);
  }

  public static PyRaise notImplemented(String m) {
    return raise(NotImplementedError, m);
  }

  public static PyRaise stopIteration(PyObject value) {
    return value == null ? raise(make(StopIteration)) : raise(PyStopIteration.withValue(value));
  }

  /** A NameError that knows the name. */
  public static PyRaise nameError(PyStr name) {
    PyNameError e =
        new PyNameError(NameError, PyTuple.of(PyStr.of("name '" + name + "' is not defined")));
    e.name = name;
    return raise(e);
  }

  /** An AttributeError that knows object and name. */
  public static PyRaise attributeError(String m, PyObject object, PyStr name) {
    PyAttributeError e = new PyAttributeError(AttributeError, PyTuple.of(PyStr.of(m)));
    e.object = object;
    e.name = name;
    return raise(e);
  }

  /** The AttributeError of a missing attribute. */
  public static PyRaise noAttribute(PyObject o, PyStr name) {
    if (o instanceof PyType t) {
      return attributeError(
          "type object '" + t.name + "' has no attribute '" + name + "'", o, name);
    }
    if (o instanceof io.github.pycmaven.vm.core.object.PyModule m) {
      return attributeError(m.missingAttribute(name), o, name);
    }
    return attributeError("'" + o.type.name + "' object has no attribute '" + name + "'", o, name);
  }

  /** An OSError of an error number, as the class that belongs to it. */
  public static PyRaise osError(int number, String text, PyObject filename) {
    PyObject[] args =
        filename == null
            ? new PyObject[] {PyInt.of(number), PyStr.of(text)}
            : new PyObject[] {PyInt.of(number), PyStr.of(text), filename};
    return raise((PyException) OSError.callN(args));
  }

  /** Adds a line to an exception's notes. */
  public static void addNote(PyException e, String note) {
    PyObject notes = Obj.getAttrOrNull(e, Names.NOTES);
    if (!(notes instanceof PyList)) {
      notes = new PyList();
      Obj.setAttr(e, Names.NOTES, notes);
    }
    ((PyList) notes).append(PyStr.of(note));
  }
}
