package io.github.pycmaven.vm.module.builtins;

import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.BuiltinsMapping;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;

/** {@code compile}, {@code exec} and {@code eval}. */
@BuiltinModule("builtins")
public final class Execution {
  /** Turns source into code; set by the façade. */
  public interface SourceCompiler {
    /** What {@code compile(...)} gives. */
    PyObject compile(
        PyObject source, PyObject filename, String mode, int flags, boolean inherit, int optimize);
  }

  private static SourceCompiler compiler;

  private Execution() {}

  /** Sets the compiler. */
  public static void setCompiler(SourceCompiler c) {
    compiler = c;
  }

  private static SourceCompiler compiler() {
    if (compiler == null) {
      throw Exc.notImplemented("the compiler is not part of this virtual machine");
    }
    return compiler;
  }

  @Builtin(
      "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, "
          + "_feature_version=-1)")
  static PyObject compile(
      PyObject source,
      PyObject filename,
      String mode,
      int flags,
      boolean dontInherit,
      int optimize,
      int featureVersion) {
    if (!mode.equals("exec")
        && !mode.equals("eval")
        && !mode.equals("single")
        && !mode.equals("func_type")) {
      throw Exc.valueError("compile() mode must be 'exec', 'eval' or 'single'");
    }
    return compiler().compile(source, filename, mode, flags, !dontInherit, optimize);
  }

  @Builtin("exec(source, /, globals=None, locals=None, *, closure=None)")
  static void exec(PyObject source, PyObject globals, PyObject locals, PyObject closure) {
    PyDict g = globals("exec", globals, locals);
    PyObject l = locals(globals, locals, g);
    PyCode code =
        source instanceof PyCode c
            ? c
            : (PyCode) compiler().compile(source, PyStr.of("<string>"), "exec", 0, true, -1);
    PyCell[] cells = closure(code, closure);
    run(code, g, l, cells);
  }

  private static PyCell[] closure(PyCode code, PyObject closure) {
    int n = code.freeCount();
    if (closure == null || closure == PyNone.NONE) {
      if (n > 0) {
        throw Exc.typeError("code object requires a closure of exactly length " + n);
      }
      return null;
    }
    if (n == 0) {
      throw Exc.typeError("cannot use a closure with this code object");
    }
    if (!(closure instanceof PyTuple t) || t.items.length != n) {
      throw Exc.typeError("code object requires a closure of exactly length " + n);
    }
    PyCell[] cells = new PyCell[n];
    for (int i = 0; i < n; i++) {
      if (!(t.items[i] instanceof PyCell c)) {
        throw Exc.typeError("closure can only contain cells");
      }
      cells[i] = c;
    }
    return cells;
  }

  @Builtin("eval(source, /, globals=None, locals=None)")
  static PyObject eval(PyObject source, PyObject globals, PyObject locals) {
    PyDict g = globals("eval", globals, locals);
    PyObject l = locals(globals, locals, g);
    PyCode code;
    if (source instanceof PyCode c) {
      if (c.freeCount() > 0) {
        throw Exc.typeError("code object passed to eval() may not contain free variables");
      }
      code = c;
    } else {
      code =
          (PyCode) compiler().compile(stripped(source), PyStr.of("<string>"), "eval", 0, true, -1);
    }
    return run(code, g, l, null);
  }

  /** An expression may begin with spaces and tabs. */
  private static PyObject stripped(PyObject source) {
    if (!(source instanceof PyStr s) || s.value.isEmpty() || s.value.charAt(0) > ' ') {
      return source;
    }
    int i = 0;
    while (i < s.value.length() && (s.value.charAt(i) == ' ' || s.value.charAt(i) == '\t')) {
      i++;
    }
    return PyStr.of(s.value.substring(i));
  }

  private static PyDict globals(String name, PyObject globals, PyObject locals) {
    PyDict g;
    if (globals == null || globals == PyNone.NONE) {
      g = PyFrame.current(0).globals;
    } else if (globals instanceof PyDict d) {
      g = d;
    } else {
      throw Exc.typeError(
          name.equals("eval")
              ? globals.type.slot(Slot.GETITEM) != null
                  ? "globals must be a real dict; try eval(code, {}, mapping)"
                  : "globals must be a dict"
              : "exec() globals must be a dict, not " + globals.type.name);
    }
    if (locals != null && locals != PyNone.NONE && locals.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError(
          name.equals("eval")
              ? "locals must be a mapping"
              : "locals must be a mapping or None, not " + locals.type.name);
    }
    if (g.get(Names.BUILTINS) == null) {
      PyFrame f = PyFrame.current(0);
      g.put(
          Names.BUILTINS, f == null ? Obj.runtime().builtins() : BuiltinsMapping.shown(f.builtins));
    }
    return g;
  }

  private static PyObject locals(PyObject globals, PyObject locals, PyDict g) {
    if (locals != null && locals != PyNone.NONE) {
      return locals;
    }
    return globals == null || globals == PyNone.NONE ? PyFrame.current(0).localsSnapshot() : g;
  }

  /** Runs code in namespaces. */
  public static PyObject run(PyCode code, PyDict globals, PyObject locals, PyCell[] closure) {
    PyDict builtins = PyFunction.builtinsOf(globals);
    if (closure != null) {
      PyFunction f = new PyFunction(code, globals, builtins, code.name, code.qualname);
      f.closure = closure;
      PyFrame frame = new PyFrame(code, f);
      frame.locals = locals;
      return PyCode.tier().run(frame);
    }
    return PyCode.tier().run(new PyFrame(code, globals, builtins, locals));
  }
}
