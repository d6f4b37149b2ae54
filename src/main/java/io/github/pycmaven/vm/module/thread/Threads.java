package io.github.pycmaven.vm.module.thread;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.Surprises;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyStructSequence;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.module.sys.ErrorDisplay;
import java.util.ArrayList;
import java.util.List;

/** The threads that programs start: threads of the JVM, one of which runs at a time. */
final class Threads {
  static final PyType HOOK_ARGUMENTS =
      PyStructSequence.type(
          "_thread._ExceptHookArgs", "exc_type", "exc_value", "exc_traceback", "thread");

  /** Room for the recursion that a thread's limit allows. */
  private static final long STACK = 1L << 28;

  private static final long LEAST_STACK = 32768;

  private static final List<PyThreadHandle> AWAITED = new ArrayList<>();
  private static int running;
  private static long asked;

  private Threads() {}

  static void start(
      PyObject function, PyObject[] args, PyDict keywords, PyThreadHandle handle, boolean daemon) {
    ThreadState state = new ThreadState();
    handle.begin(state.id);
    Thread t =
        new Thread(null, () -> run(state, function, args, keywords, handle), "python", STACK);
    t.setDaemon(true);
    InterpreterLock.add(state);
    synchronized (AWAITED) {
      running++;
      if (!daemon) {
        AWAITED.add(handle);
      }
    }
    try {
      t.start();
    } catch (OutOfMemoryError e) {
      handle.failed();
      gone(state, handle);
      throw Exc.runtimeError("can't start new thread");
    }
  }

  private static void run(
      ThreadState state,
      PyObject function,
      PyObject[] args,
      PyDict keywords,
      PyThreadHandle handle) {
    InterpreterLock.acquire(state);
    try {
      Calls.callDict(function, args, keywords);
    } catch (PyRaise e) {
      unhandled(function, e.value);
    } catch (StackOverflowError e) {
      unhandled(function, Exc.raise(Exc.RecursionError, "maximum recursion depth exceeded").value);
    } catch (OutOfMemoryError e) {
      unhandled(function, Exc.memoryError().value);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      unhandled(function, Surprises.asPython(e).value);
    } finally {
      gone(state, handle);
      handle.end();
      InterpreterLock.release();
    }
  }

  private static void gone(ThreadState state, PyThreadHandle handle) {
    InterpreterLock.remove(state);
    synchronized (AWAITED) {
      running--;
      AWAITED.remove(handle);
    }
  }

  private static void unhandled(PyObject function, PyException e) {
    if (e.type.isSubtype(Exc.SystemExit)) {
      return;
    }
    Obj.runtime()
        .unraisable("Exception ignored in thread started by " + Obj.repr(function), e, null);
  }

  static int count() {
    synchronized (AWAITED) {
      return running;
    }
  }

  static long stackSize(long size) {
    if (size != 0 && size < LEAST_STACK) {
      throw Exc.valueError("size not valid: " + size + " bytes");
    }
    long old = asked;
    asked = size;
    return old;
  }

  /** Waits for all threads that are not daemons. */
  static void joinAll() {
    while (true) {
      PyThreadHandle next = null;
      synchronized (AWAITED) {
        for (PyThreadHandle h : AWAITED) {
          if (h.ident() != ThreadState.current().id) {
            next = h;
            break;
          }
        }
      }
      if (next == null) {
        return;
      }
      next.join(PyNone.NONE);
    }
  }

  /** What {@code threading.excepthook} prints. */
  static void report(PyObject args) {
    if (args.type != HOOK_ARGUMENTS) {
      throw Exc.typeError("_thread.excepthook argument type must be ExceptHookArgs");
    }
    PyObject type = Obj.getItem(args, io.github.pycmaven.vm.core.object.PyInt.ZERO);
    if (type == Exc.SystemExit) {
      return;
    }
    PyObject thread = Obj.getAttr(args, "thread");
    PyObject sys = Obj.importModule("sys");
    PyObject err = Obj.getAttrOrNull(sys, PyStr.intern("stderr"));
    if (err == null || err == PyNone.NONE) {
      err = thread == PyNone.NONE ? err : Obj.getAttrOrNull(thread, PyStr.intern("_stderr"));
      if (err == null || err == PyNone.NONE) {
        return;
      }
    }
    PyObject name = thread == PyNone.NONE ? null : Obj.getAttrOrNull(thread, PyStr.intern("_name"));
    String text = name == null ? Long.toString(ThreadState.current().id) : Obj.str(name);
    Calls.method(err, Names.WRITE, PyStr.of("Exception in thread " + text + ":\n"));
    ErrorDisplay.printTo(err, Obj.getAttr(args, "exc_value"), Obj.getAttr(args, "exc_traceback"));
  }
}
