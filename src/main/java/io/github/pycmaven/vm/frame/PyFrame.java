package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.PyTraceback;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.type.PyType;

/** One activation of a code object in the interpreter; also the Python frame object. */
public final class PyFrame extends PyObject implements PyTraceback.Lines {
  public static final PyType TYPE =
      PyType.builtin("frame", new FrameMethodsTable()).forbidSubclasses();

  public final PyCode code;

  /** The function that runs, null for module, class and exec code. */
  public final PyFunction function;

  public final PyDict globals;
  public final PyDict builtins;

  /** The namespace of code without fast locals. */
  public PyObject locals;

  /** Locals, cells, free variables, then the operand stack. */
  public final PyObject[] s;

  /** The index of the next instruction. */
  public int pc;

  /** The stack pointer while the frame is suspended. */
  public int sp;

  /** The caller, once the frame has left the thread's stack. */
  public PyFrame back;

  /** The generator that owns the frame, or null. */
  public PyGenerator generator;

  /** Whether the frame has returned or raised. */
  public boolean finished;

  /** The instruction whose exception is being raised again, or -1. */
  public int reraising = -1;

  /** Set when a program may hold the frame, so that its caller must stay known. */
  public boolean escaped;

  /** The frame's own trace function, or null. */
  public PyObject trace;

  /** Whether the trace function wants to hear of lines and of instructions. */
  public boolean traceLines = true;

  public boolean traceOpcodes;

  /** Whether it runs step by step. */
  public boolean traced;

  /** One more than the code unit of which a trace function hears, 0 outside of one. */
  public int eventPlace;

  PyDict extraLocals;

  public PyFrame(PyCode code, PyFunction f) {
    super(TYPE);
    this.code = code;
    this.function = f;
    this.globals = f.globals;
    this.builtins = f.builtins;
    if (!code.isOptimized()) {
      this.locals = f.globals;
    }
    int n = code.localCount;
    this.s = new PyObject[n + code.stackSize];
    this.sp = n;
  }

  public PyFrame(PyCode code, PyDict globals, PyDict builtins, PyObject locals) {
    super(TYPE);
    this.code = code;
    this.function = null;
    this.globals = globals;
    this.builtins = builtins;
    this.locals = locals;
    int n = code.localCount;
    this.s = new PyObject[n + code.stackSize];
    this.sp = n;
  }

  /** The byte offset of the instruction that runs. */
  public int lasti() {
    if (eventPlace > 0) {
      return 2 * (eventPlace - 1);
    }
    return pc == 0 ? -1 : code.offsetOf(pc - 1);
  }

  @Override
  public int lineAt(int lasti) {
    return code.lineAt(lasti);
  }

  /** The line that runs. */
  public int line() {
    return code.lineAt(lasti());
  }

  /** The caller's frame, or null. */
  public PyFrame caller() {
    ThreadState ts = ThreadState.current();
    for (int i = ts.depth - 1; i >= 0; i--) {
      if (ts.stack[i] == this) {
        return i == 0 ? null : escape((PyFrame) ts.stack[i - 1]);
      }
    }
    return back;
  }

  private static PyFrame escape(PyFrame f) {
    f.escaped = true;
    return f;
  }

  /** The innermost frame of the running thread at a depth below it, or null. */
  public static PyFrame current(int depth) {
    ThreadState ts = ThreadState.current();
    int i = ts.depth - 1 - depth;
    return i < 0 ? null : escape((PyFrame) ts.stack[i]);
  }

  /** The value of a local variable, looked for inside its cell. */
  PyObject local(int i) {
    PyObject v = s[i];
    if ((code.localKinds[i] & (PyCode.KIND_CELL | PyCode.KIND_FREE)) != 0
        && v instanceof PyCell c) {
      return c.value;
    }
    return v;
  }

  void setLocal(int i, PyObject v) {
    if ((code.localKinds[i] & (PyCode.KIND_CELL | PyCode.KIND_FREE)) != 0
        && s[i] instanceof PyCell c) {
      c.value = v;
    } else {
      s[i] = v;
    }
  }

  /** The namespace as {@code locals()} gives it. */
  public PyObject localsSnapshot() {
    if (!code.isOptimized()) {
      PyObject l = locals == null ? globals : locals;
      boolean hidden = false;
      for (byte k : code.localKinds) {
        hidden |= (k & PyCode.KIND_HIDDEN) != 0;
      }
      if (!hidden) {
        return l;
      }
      PyDict d = new PyDict();
      if (l instanceof PyDict ld) {
        d.update(ld);
      }
      boolean any = false;
      for (int i = 0; i < code.localCount; i++) {
        PyObject v = (code.localKinds[i] & PyCode.KIND_HIDDEN) != 0 ? local(i) : null;
        if (v != null) {
          any = true;
          d.put(code.localNames[i], v);
        }
      }
      return any ? d : l;
    }
    PyDict d = new PyDict();
    for (int i = 0; i < code.localCount; i++) {
      PyObject v = local(i);
      if (v != null) {
        d.put(code.localNames[i], v);
      }
    }
    return d;
  }

  /**
   * Clears what popped values left above the stacks of the running thread's frames, so that it
   * keeps no object alive; only of frames that are in a call, whose stack's height is known.
   */
  public static void dropLeftovers() {
    ThreadState ts = ThreadState.current();
    for (int i = 0; i < ts.depth; i++) {
      PyFrame f = (PyFrame) ts.stack[i];
      int op = f.pc > 0 && f.code.instructions != null ? f.code.instructions[f.pc - 1] & 0xff : -1;
      if (op == Opcode.CALL && f.sp >= f.code.localCount) {
        for (int k = f.sp; k < f.s.length; k++) {
          f.s[k] = null;
        }
      }
    }
  }
}
