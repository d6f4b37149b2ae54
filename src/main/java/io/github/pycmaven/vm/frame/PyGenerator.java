package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.Lingering;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyStopIteration;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.OwnIdentity;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;

/**
 * A generator: a frame that is left at {@code yield} and entered again, on the caller's thread.
 * Base of coroutines and asynchronous generators, which differ in their methods.
 */
public class PyGenerator extends PyObject implements Lingering.Thing, OwnIdentity {
  public static final PyType TYPE =
      PyType.builtin("generator", new GeneratorMethodsTable()).forbidSubclasses();

  public final PyFrame frame;
  PyStr name;
  PyStr qualname;
  public boolean running;

  /** What the frame returned to an iteration, of which only tracing tells. */
  public PyObject result;

  boolean started;
  private ThreadState.Handling handling;

  PyGenerator(PyType type, PyFrame frame) {
    super(type);
    this.frame = frame;
    frame.generator = this;
    if (frame.function != null) {
      name = frame.function.name;
      qualname = frame.function.qualname;
    } else {
      name = frame.code.name;
      qualname = frame.code.qualname;
    }
  }

  /** The generator, coroutine or asynchronous generator of a frame that has bound its arguments. */
  public static PyGenerator of(PyFrame frame) {
    int flags = frame.code.flags;
    if ((flags & PyCode.COROUTINE) != 0) {
      return new PyCoroutine(frame);
    }
    if ((flags & PyCode.ASYNC_GENERATOR) != 0) {
      return new PyAsyncGenerator(frame);
    }
    return new PyGenerator(TYPE, frame);
  }

  String kind() {
    return "generator";
  }

  /** Whether the frame has ended. */
  public boolean isFinished() {
    return frame.finished;
  }

  /**
   * Resumes with a value. If the frame has finished afterwards ({@link #isFinished}), the result is
   * its return value, otherwise what it yielded.
   */
  public PyObject resume(PyObject value) {
    PyFrame f = frame;
    if (running) {
      throw Exc.valueError(kind() + " already executing");
    }
    if (f.finished) {
      return PyNone.NONE;
    }
    if (!started) {
      if (value != PyNone.NONE) {
        throw Exc.typeError("can't send non-None value to a just-started " + kind());
      }
      started = true;
    }
    f.s[f.sp++] = value;
    return enter();
  }

  private PyObject enter() {
    ThreadState ts = ThreadState.current();
    ThreadState.Handling before = ts.handling;
    ThreadState.Handling own = handling;
    if (own == null) {
      own = new ThreadState.Handling();
      handling = own;
    }
    own.previous = before;
    ts.handling = own;
    running = true;
    try {
      PyObject r = PyCode.tier().run(frame);
      if (!remembered && !frame.finished && needsEnd()) {
        remembered = true;
        Lingering.add(this);
      }
      return r;
    } finally {
      running = false;
      own.previous = null;
      ThreadState.current().handling = before;
    }
  }

  /** Raises an exception at the place where the frame is suspended. */
  PyObject raiseInside(PyException e) {
    if (running) {
      throw Exc.valueError(kind() + " already executing");
    }
    PyFrame f = frame;
    if (f.finished) {
      throw new PyRaise(e);
    }
    started = true;
    pending = e;
    return enter();
  }

  private long identity;

  @Override
  public long identity() {
    return identity;
  }

  @Override
  public void identity(long number) {
    identity = number;
  }

  boolean remembered;
  private Object watch;

  @Override
  public boolean needsEnd() {
    return !frame.finished && started && frame.code.hasCleanup();
  }

  @Override
  public void keep(Object w) {
    watch = w;
  }

  @Override
  public void end() {
    try {
      close();
    } catch (PyRaise e) {
      Obj.runtime()
          .unraisable("Exception ignored while closing generator " + Obj.repr(this), e.value, null);
    }
  }

  /** An exception to be raised on entry. */
  public PyException pending;

  @Override
  public PyObject next() {
    if (frame.finished && !running) {
      return null;
    }
    PyObject v = resume(PyNone.NONE);
    if (frame.finished) {
      result = v;
      return null;
    }
    return v;
  }

  /** The value sent on; StopIteration with the result at the end. */
  PyObject send(PyObject value) {
    boolean before = frame.finished;
    PyObject v = resume(value);
    if (!frame.finished) {
      return v;
    }
    if (before) {
      throw ended();
    }
    throw stop(v);
  }

  RuntimeException ended() {
    return Exc.stopIteration(null);
  }

  RuntimeException stop(PyObject v) {
    if (v == PyNone.NONE) {
      return Exc.stopIteration(null);
    }
    return Exc.raise(PyStopIteration.withValue(v));
  }

  /** What the frame is delegating to, or null. */
  public PyObject delegate() {
    PyFrame f = frame;
    if (running || f.finished || f.pc == 0 || !started) {
      return null;
    }
    // A frame that waits in "yield from" is suspended at a YIELD_VALUE that a SEND precedes.
    int[] in = f.code.instructions;
    int i = f.pc - 1;
    if (i > 0 && (in[i] & 0xff) == Opcode.YIELD_VALUE && (in[i - 1] & 0xff) == Opcode.SEND) {
      return f.s[f.sp - 1];
    }
    return null;
  }

  /** {@code close()}. */
  public PyObject close() {
    if (running) {
      throw Exc.valueError(kind() + " already executing");
    }
    if (frame.finished) {
      return PyNone.NONE;
    }
    if (!started) {
      frame.finished = true;
      java.util.Arrays.fill(frame.s, null);
      return PyNone.NONE;
    }
    PyException e;
    PyObject inner = delegate();
    if (inner != null) {
      try {
        running = true;
        closeInner(inner);
      } catch (PyRaise x) {
        running = false;
        return closeWith(x.value);
      } finally {
        running = false;
      }
    }
    e = Exc.make(Exc.GeneratorExit);
    return closeWith(e);
  }

  private PyObject closeWith(PyException e) {
    PyObject v;
    try {
      v = raiseInside(e);
    } catch (PyRaise x) {
      if (x.matches(Exc.GeneratorExit)) {
        java.util.Arrays.fill(frame.s, null);
        return PyNone.NONE;
      }
      if (x.matches(Exc.StopIteration)) {
        PyObject r = ((PyStopIteration) x.value).value;
        return PyNone.orNone(r);
      }
      throw x;
    }
    if (!frame.finished) {
      throw Exc.runtimeError(kind() + " ignored GeneratorExit");
    }
    return v;
  }

  private static void closeInner(PyObject inner) {
    if (inner instanceof PyGenerator g && !(inner instanceof PyAsyncGenerator)) {
      g.close();
      return;
    }
    PyObject f;
    try {
      f = Obj.getAttrOrNull(inner, Names.CLOSE);
    } catch (PyRaise e) {
      Obj.runtime().unraisable(null, e.value, inner);
      return;
    }
    if (f != null) {
      f.call0();
    }
  }

  /** {@code throw(type, value, traceback)}. */
  PyObject throwInto(PyObject type, PyObject value, PyObject tb) {
    PyException e = exception(type, value, tb);
    PyObject inner = delegate();
    if (inner == null || running) {
      return raiseInside(e);
    }
    if (e.type.isSubtype(Exc.GeneratorExit)) {
      try {
        running = true;
        closeInner(inner);
      } catch (PyRaise x) {
        running = false;
        return raiseInside(x.value);
      } finally {
        running = false;
      }
      return raiseInside(e);
    }
    PyObject result;
    running = true;
    ThreadState ts = ThreadState.current();
    ts.push(frame);
    try {
      if (inner instanceof PyGenerator g && !(inner instanceof PyAsyncGenerator)) {
        result = g.throwInto(type, value, tb);
        if (g.isFinished()) {
          throw Exc.raise(PyStopIteration.withValue(result));
        }
      } else {
        PyObject f = Obj.getAttrOrNull(inner, Names.THROW);
        if (f == null) {
          result = null;
        } else if (value == null && tb == null) {
          result = f.call1(type);
        } else {
          result = f.call3(type, PyNone.orNone(value), PyNone.orNone(tb));
        }
      }
    } catch (PyRaise x) {
      running = false;
      ts.pop();
      ts = null;
      if (x.matches(Exc.StopIteration)) {
        return finishDelegation(PyNone.orNone(((PyStopIteration) x.value).value));
      }
      return raiseInside(x.value);
    } finally {
      if (ts != null) {
        ts.pop();
      }
      running = false;
    }
    return result == null ? raiseInside(e) : result;
  }

  /** Goes on after the delegation, with its result. */
  private PyObject finishDelegation(PyObject result) {
    PyFrame f = frame;
    int send = f.code.instructions[f.pc - 2];
    // As SEND does at the end: receiver and result on the stack, jump to its target.
    f.s[f.sp++] = result;
    f.pc = send >>> 8;
    return enter();
  }

  static PyException exception(PyObject type, PyObject value, PyObject tb) {
    if (tb != null && tb != PyNone.NONE && !(tb instanceof PyTraceback)) {
      throw Exc.typeError("throw() third argument must be a traceback object");
    }
    PyException e;
    if (type instanceof PyType t && t.isSubtype(Exc.BaseException)) {
      if (value instanceof PyException v && v.type.isSubtype(t)) {
        e = v;
      } else {
        try {
          e = instance(made(t, value), t);
        } catch (PyRaise x) {
          // What goes wrong then is raised inside the generator too.
          e = x.value;
        }
      }
    } else if (type instanceof PyException given) {
      if (value != null && value != PyNone.NONE) {
        throw Exc.typeError("instance exception may not have a separate value");
      }
      e = given;
    } else {
      throw Exc.typeError(
          "exceptions must be classes or instances deriving from BaseException, not "
              + type.type.name);
    }
    if (tb instanceof PyTraceback t) {
      e.traceback = t;
    }
    return e;
  }

  private static PyObject made(PyType t, PyObject value) {
    if (value == null || value == PyNone.NONE) {
      return t.call0();
    }
    return value instanceof io.github.pycmaven.vm.core.object.PyTuple a
        ? t.callN(a.items)
        : t.call1(value);
  }

  private static PyException instance(PyObject o, PyType t) {
    if (o instanceof PyException e) {
      return e;
    }
    throw Exc.typeError(
        "calling "
            + Obj.repr(t)
            + " should have returned an instance of BaseException, not "
            + o.type.name);
  }
}
