package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Identity;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;

/** The attributes of {@code frame}. */
@BuiltinType("frame")
final class FrameMethods {
  private FrameMethods() {}

  @Getter("f_back")
  static PyObject back(PyFrame self) {
    return PyNone.orNone(self.caller());
  }

  @Getter("f_code")
  static PyObject code(PyFrame self) {
    return self.code;
  }

  @Getter("f_globals")
  static PyObject globals(PyFrame self) {
    return self.globals;
  }

  @Getter("f_builtins")
  static PyObject builtins(PyFrame self) {
    return io.github.pycmaven.vm.core.object.BuiltinsMapping.shown(self.builtins);
  }

  @Getter("f_locals")
  static PyObject locals(PyFrame self) {
    return self.code.isOptimized() ? new PyFrameLocals(self) : self.localsSnapshot();
  }

  @Getter("f_lineno")
  static PyObject line(PyFrame self) {
    int l = self.line();
    return l < 0 ? PyNone.NONE : PyInt.of(l);
  }

  @Setter("f_lineno")
  static void setLine(PyFrame self, PyObject v) {
    throw Exc.valueError("f_lineno can only be set in a trace function");
  }

  @Getter("f_lasti")
  static int lasti(PyFrame self) {
    return self.lasti();
  }

  @Getter("f_generator")
  static PyObject generator(PyFrame self) {
    return PyNone.orNone(self.generator);
  }

  @Getter("f_trace")
  static PyObject trace(PyFrame self) {
    return PyNone.orNone(self.trace);
  }

  @Setter("f_trace")
  static void setTrace(PyFrame self, PyObject v) {
    self.trace = v == PyNone.NONE ? null : v;
    if (self.trace != null && ThreadState.current().hooked && !self.traced) {
      self.code.interrupt();
    }
  }

  @Getter(value = "f_trace_lines", member = true)
  static boolean traceLines(PyFrame self) {
    return self.traceLines;
  }

  @Setter("f_trace_lines")
  static void setTraceLines(PyFrame self, PyObject v) {
    self.traceLines = Obj.isTrue(v);
  }

  @Getter("f_trace_opcodes")
  static boolean traceOpcodes(PyFrame self) {
    return self.traceOpcodes;
  }

  @Setter("f_trace_opcodes")
  static void setTraceOpcodes(PyFrame self, PyObject v) {
    self.traceOpcodes = Obj.isTrue(v);
  }

  @Builtin("clear(self, /)")
  static void clear(PyFrame self) {
    if (self.generator instanceof PyCoroutine c && !c.started && !self.finished) {
      c.end();
      return;
    }
    if (!self.finished) {
      if (self.generator != null && !self.generator.running) {
        self.generator.close();
      } else {
        throw Exc.runtimeError("cannot clear an executing frame");
      }
    }
    java.util.Arrays.fill(self.s, null);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFrame self) {
    return "<frame at "
        + Identity.address(self)
        + ", file "
        + Obj.repr(self.code.filename)
        + ", line "
        + self.line()
        + ", code "
        + self.code.name
        + ">";
  }
}
