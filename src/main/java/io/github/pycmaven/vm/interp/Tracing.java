package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.PyBuiltin;
import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyStopIteration;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.frame.Opcode;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.frame.PyGenerator;
import io.github.pycmaven.vm.frame.TraceLines;
import java.util.Arrays;

/**
 * Runs activations for {@code sys.settrace} and {@code sys.setprofile}: the same loop, one
 * instruction at a time, with events between. Costs nothing while there is no such function.
 *
 * @cpython Python/legacy_tracing.c:call_trace_func
 */
final class Tracing {
  private static final PyStr CALL = PyStr.intern("call");
  private static final PyStr LINE = PyStr.intern("line");
  private static final PyStr RETURN = PyStr.intern("return");
  private static final PyStr EXCEPTION = PyStr.intern("exception");
  private static final PyStr OPCODE = PyStr.intern("opcode");
  private static final PyStr C_CALL = PyStr.intern("c_call");
  private static final PyStr C_RETURN = PyStr.intern("c_return");
  private static final PyStr C_EXCEPTION = PyStr.intern("c_exception");

  private static final int GENERATORS =
      PyCode.GENERATOR | PyCode.COROUTINE | PyCode.ASYNC_GENERATOR;

  private Tracing() {}

  /** Sets the thread's trace function, null for none; frames with their own one take part. */
  static void setTracer(PyObject f) {
    ThreadState ts = ThreadState.current();
    ts.tracer = f;
    ts.hooked = !ts.inHook && (f != null || ts.profiler != null);
    if (f != null) {
      for (int i = 0; i < ts.depth; i++) {
        PyFrame frame = (PyFrame) ts.stack[i];
        if (frame.trace != null && !frame.traced) {
          frame.code.interrupt();
        }
      }
    }
  }

  /** Sets the thread's profile function, null for none. */
  static void setProfiler(PyObject f) {
    ThreadState ts = ThreadState.current();
    ts.profiler = f;
    ts.hooked = !ts.inHook && (f != null || ts.tracer != null);
    if (f != null) {
      for (int i = 0; i < ts.depth; i++) {
        PyFrame frame = (PyFrame) ts.stack[i];
        if (!frame.traced) {
          frame.code.interrupt();
        }
      }
    }
  }

  /** Goes on with an activation that came to a STOP outside of tracing. */
  static PyObject resume(PyFrame f, PyCode code, ThreadState ts) {
    while (true) {
      if (ts.hooked && (f.trace != null || ts.profiler != null)) {
        return steps(f, code, ts, true);
      }
      PyObject r = Interpreter.loop(f, code, ts, code.instructions);
      if (r != null) {
        return r;
      }
    }
  }

  /** Runs an activation from its start or from where a generator was suspended. */
  static PyObject run(PyFrame f, PyCode code, ThreadState ts) {
    if (f.generator == null && (code.flags() & GENERATORS) != 0) {
      // What only makes the generator is no call.
      PyObject r = Interpreter.loop(f, code, ts, code.instructions);
      return r != null ? r : resume(f, code, ts);
    }
    return steps(f, code, ts, false);
  }

  private static PyObject steps(PyFrame f, PyCode code, ThreadState ts, boolean under) {
    TraceLines lines = code.traceLines();
    boolean begun = under;
    boolean before = f.traced;
    int[] step = new int[code.instructions.length];
    Arrays.fill(step, Opcode.STOP);
    int[] at = new int[1];
    int last = under ? lines.unit(Math.max(f.pc - 1, 0)) : -1;
    f.traced = true;
    try {
      int from = -1;
      while (true) {
        if (!ts.hooked) {
          f.traced = false;
          PyObject r = Interpreter.loop(f, code, ts, code.instructions);
          return r != null ? r : resume(f, code, ts);
        }
        int i = f.pc;
        if (!begun && (f.generator != null || !lines.isPrologue(i))) {
          begun = true;
          if (!safely(f, at, () -> enter(f, ts, lines))) {
            continue;
          }
          from = f.generator != null ? i - 1 : -2;
        }
        if (begun && f.generator != null && f.generator.pending != null) {
          step[i] = code.instructions[i];
          PyObject r = Interpreter.loop(f, code, ts, step);
          step[i] = Opcode.STOP;
          last = -1;
          if (r != null) {
            return leave(f, ts, r);
          }
          from = -1;
          continue;
        }
        if (begun && f.trace != null && ts.tracer != null) {
          int unit = lines.unit(i);
          int first = from == -2 ? lines.body() : from < 0 ? unit : lines.arrival(from, i);
          int previous = last;
          if (!safely(f, at, () -> visit(f, ts, lines, at, first, unit, previous))) {
            from = -1;
            last = unit;
            continue;
          }
          last = unit;
        } else {
          last = lines.unit(i);
        }
        if (f.pc != i) {
          // The trace function has set another line.
          from = -1;
          last = -1;
          continue;
        }
        int instruction = code.instructions[i];
        PyObject callee = begun && ts.profiler != null ? callee(f, instruction) : null;
        if (callee != null) {
          profile(f, ts, C_CALL, callee);
        }
        step[i] = instruction;
        PyObject r;
        try {
          r = Interpreter.loop(f, code, ts, step);
        } finally {
          step[i] = Opcode.STOP;
        }
        if (callee != null && ts.profiler != null) {
          profile(f, ts, f.pc == i + 1 ? C_RETURN : C_EXCEPTION, callee);
        }
        if (r != null) {
          return begun ? leave(f, ts, r) : r;
        }
        from = i;
        if (begun && f.pc < i && (instruction & 0xff) == Opcode.JUMP_BACKWARD) {
          backwards(f, ts, lines, i);
        }
        endOfGenerator(f, ts, instruction, i);
      }
    } catch (PyRaise e) {
      if (begun && ts.hooked) {
        event(f, ts, f.trace, RETURN, PyNone.NONE, 0);
        profile(f, ts, RETURN, PyNone.NONE);
      }
      throw e;
    } finally {
      f.traced = before;
    }
  }

  /**
   * Runs a callback; its exception is raised in the frame, then the answer is false. {@code at}
   * tells whether the frame was before its next instruction, at one that does nothing.
   */
  private static boolean safely(PyFrame f, int[] at, Runnable callback) {
    at[0] = 1;
    try {
      callback.run();
      return true;
    } catch (PyRaise e) {
      f.pc = Unwinding.raise(f, f.pc + at[0], e);
      return false;
    }
  }

  private static void enter(PyFrame f, ThreadState ts, TraceLines lines) {
    PyObject tracer = ts.tracer;
    if (tracer != null) {
      f.trace = null;
      event(f, ts, tracer, CALL, PyNone.NONE, lines.resumption(f) + 1);
    }
    profile(f, ts, CALL, PyNone.NONE);
  }

  private static PyObject leave(PyFrame f, ThreadState ts, PyObject result) {
    if (ts.tracer != null) {
      event(f, ts, f.trace, RETURN, result, 0);
    }
    profile(f, ts, RETURN, result);
    return result;
  }

  /** The events on the way from one code unit to the instruction that comes next. */
  private static void visit(
      PyFrame f, ThreadState ts, TraceLines lines, int[] at, int from, int to, int last) {
    int previous = last;
    for (int unit = from; unit <= to; unit++) {
      int line = lines.line(unit);
      if (lines.starts(unit) && line >= 0) {
        if (f.traceLines && (previous < 0 || lines.line(previous) != line)) {
          at[0] = unit == to ? 1 : 0;
          lineEvent(f, ts, unit);
        }
        previous = unit;
      }
    }
    if (f.traceOpcodes) {
      event(f, ts, f.trace, OPCODE, PyNone.NONE, to + 1);
    }
  }

  private static void lineEvent(PyFrame f, ThreadState ts, int unit) {
    event(f, ts, f.trace, LINE, PyNone.NONE, unit + 1);
  }

  private static void backwards(PyFrame f, ThreadState ts, TraceLines lines, int jump) {
    int line = lines.line(lines.unit(f.pc));
    if (ts.tracer != null
        && f.trace != null
        && f.traceLines
        && line >= 0
        && line == lines.line(lines.unit(jump))) {
      safely(f, new int[1], () -> lineEvent(f, ts, lines.unit(f.pc)));
    }
  }

  private static void endOfGenerator(PyFrame f, ThreadState ts, int instruction, int at) {
    int operation = instruction & 0xff;
    if (operation != Opcode.FOR_ITER && operation != Opcode.SEND
        || f.pc == at + 1
        || f.trace == null) {
      return;
    }
    PyObject iterator = f.s[f.sp - (operation == Opcode.SEND ? 2 : 1)];
    if (iterator instanceof PyGenerator g && g.isFinished()) {
      PyObject result = operation == Opcode.SEND ? f.s[f.sp - 1] : PyNone.orNone(g.result);
      PyException e = PyStopIteration.withValue(result);
      safely(
          f,
          new int[1],
          () -> event(f, ts, f.trace, EXCEPTION, PyTuple.of(e.type, e, PyNone.NONE), 0));
    }
  }

  /** Tells of an exception in a frame; gives what is raised in the end. */
  static PyRaise exception(PyFrame f, PyRaise e) {
    ThreadState ts = ThreadState.current();
    if (ts.tracer == null || f.trace == null) {
      return e;
    }
    PyException x = e.value;
    try {
      event(f, ts, f.trace, EXCEPTION, PyTuple.of(x.type, x, PyNone.orNone(x.traceback)), 0);
      return e;
    } catch (PyRaise other) {
      return other;
    }
  }

  /** Calls a trace function; what it returns becomes the frame's own one. */
  private static void event(
      PyFrame f, ThreadState ts, PyObject function, PyStr what, PyObject arg, int place) {
    if (function == null || ts.tracer == null) {
      return;
    }
    int sp = f.sp;
    ts.hooked = false;
    ts.inHook = true;
    f.eventPlace = place;
    PyObject r;
    try {
      r = function.call3(f, what, arg);
    } catch (PyRaise e) {
      f.trace = null;
      ts.tracer = null;
      throw e;
    } finally {
      f.eventPlace = 0;
      f.sp = sp;
      ts.inHook = false;
      ts.hooked = ts.tracer != null || ts.profiler != null;
    }
    if (r != PyNone.NONE) {
      f.trace = r;
    }
  }

  private static void profile(PyFrame f, ThreadState ts, PyStr what, PyObject arg) {
    PyObject function = ts.profiler;
    if (function == null) {
      return;
    }
    ts.hooked = false;
    ts.inHook = true;
    int sp = f.sp;
    try {
      function.call3(f, what, arg);
    } catch (PyRaise e) {
      ts.profiler = null;
      throw e;
    } finally {
      f.sp = sp;
      ts.inHook = false;
      ts.hooked = ts.tracer != null || ts.profiler != null;
    }
  }

  /** The builtin function that an instruction is going to call, or null. */
  private static PyObject callee(PyFrame f, int instruction) {
    int arg = instruction >>> 8;
    int base;
    switch (instruction & 0xff) {
      case Opcode.CALL:
        base = f.sp - arg - 2;
        break;
      case Opcode.CALL_KW:
        base = f.sp - arg - 3;
        break;
      case Opcode.CALL_FUNCTION_EX:
        base = f.sp - 4;
        break;
      default:
        return null;
    }
    PyObject callable = f.s[base];
    if (callable instanceof PyBuiltin && callable.type == PyBuiltin.TYPE) {
      return callable;
    }
    if (callable instanceof PyMethodDescriptor && callable.type == PyMethodDescriptor.TYPE) {
      PyObject self =
          f.s[base + 1] != null
              ? f.s[base + 1]
              : (instruction & 0xff) != Opcode.CALL_FUNCTION_EX && arg > 0 ? f.s[base + 2] : null;
      return self == null ? null : callable.descriptorGet(self, self.type);
    }
    return null;
  }
}
