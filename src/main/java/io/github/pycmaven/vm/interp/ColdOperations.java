package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyExceptionGroup;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PyStopIteration;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PySlice;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PySuper;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.frame.Opcode;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyCoroutine;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.frame.PyGenerator;
import io.github.pycmaven.vm.op.Awaiting;
import io.github.pycmaven.vm.op.Building;
import io.github.pycmaven.vm.op.GlobalSites;
import io.github.pycmaven.vm.op.Importing;
import io.github.pycmaven.vm.op.Matching;
import io.github.pycmaven.vm.op.NamedVariables;
import io.github.pycmaven.vm.op.Operators;

/** The less frequent operations. Each returns the new stack pointer; a jump sets the frame's pc. */
final class ColdOperations {
  private ColdOperations() {}

  static PyObject call(PyObject callable, PyObject self, PyObject[] s, int sp, int n) {
    int extra = self == null ? 0 : 1;
    PyObject[] args = new PyObject[n + extra];
    System.arraycopy(s, sp - n, args, extra, n);
    if (extra == 1) {
      args[0] = self;
    }
    return callable.callN(args);
  }

  static RuntimeException unboundCell(PyCode code, int i) {
    PyStr name = code.localNames[i];
    if (code.isFree(i)) {
      return Exc.raise(
          Exc.make(
              Exc.NameError,
              PyStr.of(
                  "cannot access free variable '"
                      + name
                      + "' where it is not associated with a value in enclosing scope")));
    }
    return unbound(name);
  }

  private static RuntimeException unbound(PyStr name) {
    return Exc.raise(
        Exc.make(
            Exc.UnboundLocalError,
            PyStr.of(
                "cannot access local variable '"
                    + name
                    + "' where it is not associated with a value")));
  }

  static int unpack(PyObject v, PyObject[] s, int sp, int n) {
    PyObject[] items = Building.unpack(v, n);
    for (int i = n - 1; i >= 0; i--) {
      s[sp++] = items[i];
    }
    return sp;
  }

  /**
   * Sends into an iterator that is no generator; a negative {@code f.sp} tells that it has ended.
   */
  static PyObject send(PyObject receiver, PyObject v, PyFrame f) {
    f.sp = 0;
    if (receiver instanceof PyCoroutine g) {
      PyObject r = g.resume(v);
      if (g.isFinished()) {
        f.sp = -1;
      }
      return r;
    }
    try {
      if (v == PyNone.NONE) {
        PyObject r;
        if (receiver instanceof PyGenerator) {
          r = Obj.getAttr(receiver, Names.SEND).call1(v);
        } else {
          PyObject next = receiver.type.slot(io.github.pycmaven.vm.core.type.Slot.NEXT);
          if (next == null) {
            r = Obj.getAttr(receiver, Names.SEND).call1(v);
          } else {
            r = next.call1(receiver);
          }
        }
        return r;
      }
      return Obj.getAttr(receiver, Names.SEND).call1(v);
    } catch (PyRaise e) {
      if (!e.matches(Exc.StopIteration)) {
        throw e;
      }
      f.sp = -1;
      return PyNone.orNone(((PyStopIteration) e.value).value);
    }
  }

  static int execute(PyFrame f, int op, int arg, PyObject[] s, int sp, ThreadState ts) {
    PyCode code = f.code;
    switch (op) {
      case Opcode.LOAD_FAST_CHECK:
        if (s[arg] == null) {
          throw unbound(code.localNames[arg]);
        }
        s[sp] = s[arg];
        return sp + 1;
      case Opcode.LOAD_FAST_AND_CLEAR:
        s[sp] = s[arg];
        s[arg] = null;
        return sp + 1;
      case Opcode.DELETE_FAST:
        if (s[arg] == null) {
          throw unbound(code.localNames[arg]);
        }
        s[arg] = null;
        return sp;
      case Opcode.MAKE_CELL:
        s[arg] = new PyCell(s[arg]);
        return sp;
      case Opcode.COPY_FREE_VARS:
        System.arraycopy(f.function.closure, 0, s, code.localCount - arg, arg);
        return sp;
      case Opcode.DELETE_DEREF:
        {
          PyCell c = (PyCell) s[arg];
          if (c.value == null) {
            throw unboundCell(code, arg);
          }
          c.value = null;
          return sp;
        }
      case Opcode.LOAD_NAME:
        s[sp] = NamedVariables.load(f.locals, f.globals, f.builtins, code.names[arg]);
        return sp + 1;
      case Opcode.STORE_NAME:
        NamedVariables.store(f.locals, code.names[arg], s[sp - 1]);
        s[sp - 1] = null;
        return sp - 1;
      case Opcode.DELETE_NAME:
        NamedVariables.delete(f.locals, code.names[arg]);
        return sp;
      case Opcode.STORE_GLOBAL:
        f.globals.put(code.names[arg], s[sp - 1]);
        return sp - 1;
      case Opcode.DELETE_GLOBAL:
        if (f.globals.remove(code.names[arg]) == null) {
          throw Exc.nameError(code.names[arg]);
        }
        return sp;
      case Opcode.LOAD_LOCALS:
        s[sp] = f.locals;
        return sp + 1;
      case Opcode.LOAD_FROM_DICT_OR_GLOBALS:
        {
          PyObject v = NamedVariables.get(s[sp - 1], code.names[arg]);
          s[sp - 1] = v != null ? v : GlobalSites.loadAny(f.globals, f.builtins, code.names[arg]);
          return sp;
        }
      case Opcode.LOAD_FROM_DICT_OR_DEREF:
        {
          PyObject v = NamedVariables.get(s[sp - 1], code.localNames[arg]);
          if (v == null) {
            v = ((PyCell) s[arg]).value;
            if (v == null) {
              throw unboundCell(code, arg);
            }
          }
          s[sp - 1] = v;
          return sp;
        }
      case Opcode.DELETE_ATTR:
        Obj.setAttr(s[sp - 1], code.names[arg], null);
        return sp - 1;
      case Opcode.DELETE_SUBSCR:
        Obj.deleteItem(s[sp - 2], s[sp - 1]);
        return sp - 2;
      case Opcode.BINARY_SLICE:
        s[sp - 3] = Building.getSlice(s[sp - 3], s[sp - 2], s[sp - 1]);
        return sp - 2;
      case Opcode.STORE_SLICE:
        Obj.setItem(s[sp - 3], new PySlice(s[sp - 2], s[sp - 1], PyNone.NONE), s[sp - 4]);
        return sp - 4;
      case Opcode.UNARY_NEGATIVE:
        s[sp - 1] = Operators.negative(s[sp - 1]);
        return sp;
      case Opcode.UNARY_INVERT:
        s[sp - 1] = Operators.invert(s[sp - 1]);
        return sp;
      case Opcode.END_FOR:
        s[sp - 1] = null;
        return sp - 1;
      case Opcode.END_SEND:
        s[sp - 2] = s[sp - 1];
        s[sp - 1] = null;
        return sp - 1;
      case Opcode.EXIT_INIT_CHECK:
        return sp - 1;
      default:
        return containers(f, op, arg, s, sp, ts);
    }
  }

  private static int containers(PyFrame f, int op, int arg, PyObject[] s, int sp, ThreadState ts) {
    switch (op) {
      case Opcode.BUILD_MAP:
        {
          int base = sp - 2 * arg;
          PyDict d = new PyDict();
          for (int i = base; i < sp; i += 2) {
            d.put(s[i], s[i + 1]);
          }
          s[base] = d;
          return base + 1;
        }
      case Opcode.BUILD_SET:
        {
          int base = sp - arg;
          PySet set = new PySet();
          for (int i = base; i < sp; i++) {
            set.add(s[i]);
          }
          s[base] = set;
          return base + 1;
        }
      case Opcode.BUILD_STRING:
        {
          int base = sp - arg;
          s[base] = Building.join(s, base, sp);
          return base + 1;
        }
      case Opcode.BUILD_SLICE:
        if (arg == 3) {
          s[sp - 3] = new PySlice(s[sp - 3], s[sp - 2], s[sp - 1]);
          return sp - 2;
        }
        s[sp - 2] = new PySlice(s[sp - 2], s[sp - 1], PyNone.NONE);
        return sp - 1;
      case Opcode.LIST_EXTEND:
        Building.extend((PyList) s[sp - 1 - arg], s[sp - 1]);
        return sp - 1;
      case Opcode.SET_ADD:
        ((PySet) s[sp - 1 - arg]).add(s[sp - 1]);
        return sp - 1;
      case Opcode.SET_UPDATE:
        ((PySet) s[sp - 1 - arg]).updateFrom(s[sp - 1]);
        return sp - 1;
      case Opcode.MAP_ADD:
        ((PyDict) s[sp - 2 - arg]).put(s[sp - 2], s[sp - 1]);
        return sp - 2;
      case Opcode.DICT_UPDATE:
        Building.update((PyDict) s[sp - 1 - arg], s[sp - 1]);
        return sp - 1;
      case Opcode.DICT_MERGE:
        Building.mergeKeywords((PyDict) s[sp - 1 - arg], s[sp - 1], s[sp - 4 - arg]);
        return sp - 1;
      case Opcode.UNPACK_EX:
        {
          int before = arg & 255;
          int after = arg >> 8;
          PyObject[] items = Building.unpackStarred(s[sp - 1], before, after);
          sp--;
          for (int i = items.length - 1; i >= 0; i--) {
            s[sp++] = items[i];
          }
          return sp;
        }
      case Opcode.FORMAT_SIMPLE:
        if (s[sp - 1].type != PyStr.TYPE) {
          s[sp - 1] = Obj.format(s[sp - 1], null);
        }
        return sp;
      case Opcode.FORMAT_WITH_SPEC:
        s[sp - 2] = Building.format(s[sp - 2], s[sp - 1]);
        return sp - 1;
      case Opcode.CONVERT_VALUE:
        s[sp - 1] =
            arg == 1
                ? Obj.strObject(s[sp - 1])
                : arg == 2 ? Obj.reprObject(s[sp - 1]) : Obj.ascii(s[sp - 1]);
        return sp;
      case Opcode.BUILD_INTERPOLATION:
        {
          boolean hasSpec = (arg & 1) != 0;
          PyObject spec = hasSpec ? s[--sp] : PyStr.EMPTY;
          s[sp - 2] = Building.interpolation(s[sp - 2], s[sp - 1], arg >> 2, spec);
          return sp - 1;
        }
      case Opcode.BUILD_TEMPLATE:
        s[sp - 2] = Building.template(s[sp - 2], s[sp - 1]);
        return sp - 1;
      case Opcode.LOAD_COMMON_CONSTANT:
        s[sp] = Building.commonConstant(arg);
        return sp + 1;
      case Opcode.LOAD_BUILD_CLASS:
        {
          PyObject v = GlobalSites.builtin(f.builtins, PyStr.intern("__build_class__"));
          if (v == null) {
            throw Exc.raise(Exc.NameError, "__build_class__ not found");
          }
          s[sp] = v;
          return sp + 1;
        }
      case Opcode.MAKE_FUNCTION:
        s[sp - 1] = makeFunction(f, (PyCode) s[sp - 1]);
        return sp;
      case Opcode.SET_FUNCTION_ATTRIBUTE:
        setFunctionAttribute((PyFunction) s[sp - 1], arg, s[sp - 2]);
        s[sp - 2] = s[sp - 1];
        return sp - 1;
      case Opcode.SETUP_ANNOTATIONS:
        if (NamedVariables.get(f.locals, Names.ANNOTATIONS) == null) {
          NamedVariables.store(f.locals, Names.ANNOTATIONS, new PyDict());
        }
        return sp;
      default:
        return calls(f, op, arg, s, sp, ts);
    }
  }

  private static PyObject makeFunction(PyFrame f, PyCode c) {
    PyFunction fn = new PyFunction(c, f.globals, f.builtins, c.name, c.qualname);
    fn.module = f.globals.get(Names.NAME);
    fn.doc = c.documentation();
    return fn;
  }

  private static void setFunctionAttribute(PyFunction f, int which, PyObject v) {
    switch (which) {
      case 1:
        f.defaults = ((PyTuple) v).items;
        break;
      case 2:
        f.keywordDefaults = (PyDict) v;
        break;
      case 4:
        f.setAnnotations(v);
        break;
      case 8:
        {
          PyObject[] items = ((PyTuple) v).items;
          PyCell[] cells = new PyCell[items.length];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = (PyCell) items[i];
          }
          f.closure = cells;
          break;
        }
      default:
        f.setAnnotate(v);
        break;
    }
  }

  private static int calls(PyFrame f, int op, int arg, PyObject[] s, int sp, ThreadState ts) {
    PyCode code = f.code;
    switch (op) {
      case Opcode.CALL_KW:
        {
          PyObject[] given = ((PyTuple) s[sp - 1]).items;
          int base = sp - 3 - arg;
          PyObject self = s[base + 1];
          int extra = self == null ? 0 : 1;
          PyObject[] args = new PyObject[arg + extra];
          System.arraycopy(s, base + 2, args, extra, arg);
          if (extra == 1) {
            args[0] = self;
          }
          PyStr[] names = new PyStr[given.length];
          System.arraycopy(given, 0, names, 0, names.length);
          PyObject r = s[base].callKw(args, names);
          while (sp > base) {
            s[--sp] = null;
          }
          s[base] = r;
          return base + 1;
        }
      case Opcode.CALL_FUNCTION_EX:
        {
          int base = sp - 4;
          PyObject keywords = s[sp - 1];
          PyObject args = s[sp - 2];
          PyObject[] items = Building.starArguments(s[base], args);
          PyDict kw = keywords == null ? null : Building.keywordArguments(s[base], keywords);
          PyObject self = s[base + 1];
          PyObject r =
              Calls.callDict(s[base], self == null ? items : Calls.prepend(self, items), kw);
          while (sp > base) {
            s[--sp] = null;
          }
          s[base] = r;
          return base + 1;
        }
      case Opcode.LOAD_SUPER_ATTR:
      case Opcode.LOAD_SUPER_METHOD:
        {
          PyObject v = superAttribute(s, sp, code.names[arg >> 1], (arg & 1) != 0);
          s[sp - 3] = v;
          s[sp - 2] = null;
          s[sp - 1] = null;
          return op == Opcode.LOAD_SUPER_METHOD ? sp - 1 : sp - 2;
        }
      case Opcode.LOAD_SPECIAL:
        {
          PyObject o = s[sp - 1];
          PyObject m = Building.special(o, arg);
          s[sp - 1] = m;
          s[sp] = null;
          return sp + 1;
        }
      case Opcode.CALL_INTRINSIC_1:
        s[sp - 1] = Intrinsics.unary(arg, s[sp - 1], f);
        return sp;
      case Opcode.CALL_INTRINSIC_2:
        s[sp - 2] = Intrinsics.binary(arg, s[sp - 2], s[sp - 1]);
        return sp - 1;
      case Opcode.IMPORT_NAME:
        s[sp - 2] =
            Importing.importName(
                f.globals, f.locals, f.builtins, code.names[arg], s[sp - 2], s[sp - 1]);
        return sp - 1;
      case Opcode.IMPORT_FROM:
        s[sp] = Importing.importFrom(s[sp - 1], code.names[arg]);
        return sp + 1;
      case Opcode.GET_LEN:
        s[sp] = PyInt.of(Obj.length(s[sp - 1]));
        return sp + 1;
      case Opcode.MATCH_MAPPING:
        s[sp] = PyBool.of(Matching.isMapping(s[sp - 1]));
        return sp + 1;
      case Opcode.MATCH_SEQUENCE:
        s[sp] = PyBool.of(Matching.isSequence(s[sp - 1]));
        return sp + 1;
      case Opcode.MATCH_KEYS:
        s[sp] = Matching.keys(s[sp - 2], (PyTuple) s[sp - 1]);
        return sp + 1;
      case Opcode.MATCH_CLASS:
        s[sp - 3] = Matching.matchClass(s[sp - 3], s[sp - 2], arg, (PyTuple) s[sp - 1]);
        return sp - 2;
      case Opcode.GET_YIELD_FROM_ITER:
        s[sp - 1] = Awaiting.yieldFrom(s[sp - 1], code.flags());
        return sp;
      case Opcode.GET_AWAITABLE:
        s[sp - 1] = Awaiting.awaitable(s[sp - 1], arg);
        return sp;
      case Opcode.GET_AITER:
        s[sp - 1] = Awaiting.asyncIterator(s[sp - 1]);
        return sp;
      case Opcode.GET_ANEXT:
        s[sp] = Awaiting.asyncNext(s[sp - 1]);
        return sp + 1;
      default:
        return exceptions(f, op, arg, s, sp, ts);
    }
  }

  private static PyObject superAttribute(PyObject[] s, int sp, PyStr name, boolean explicit) {
    PyObject global = s[sp - 3];
    PyObject cls = s[sp - 2];
    PyObject self = s[sp - 1];
    if (global == PySuper.TYPE && cls instanceof PyType c) {
      PyType start = PySuper.check(c, self);
      if (name != Names.CLASS) {
        PyObject v = PySuper.lookup(c, self, start, name);
        if (v != null) {
          return v;
        }
      }
    }
    return Obj.getAttr(explicit ? global.call2(cls, self) : global.call0(), name);
  }

  private static int exceptions(PyFrame f, int op, int arg, PyObject[] s, int sp, ThreadState ts) {
    switch (op) {
      case Opcode.PUSH_EXC_INFO:
        {
          PyException now = (PyException) s[sp - 1];
          s[sp - 1] = PyNone.orNone(ts.handling.value);
          s[sp] = now;
          ts.handling.value = now;
          return sp + 1;
        }
      case Opcode.POP_EXCEPT:
        ts.handling.value = s[sp - 1] == PyNone.NONE ? null : (PyException) s[sp - 1];
        s[sp - 1] = null;
        return sp - 1;
      case Opcode.CHECK_EXC_MATCH:
        s[sp - 1] = PyBool.of(Raising.matches((PyException) s[sp - 2], s[sp - 1]));
        return sp;
      case Opcode.CHECK_EG_MATCH:
        {
          Raising.checkGroupType(s[sp - 1]);
          if (s[sp - 2] == PyNone.NONE) {
            s[sp - 1] = PyNone.NONE;
            return sp;
          }
          PyException[] parts = PyExceptionGroup.match((PyException) s[sp - 2], s[sp - 1]);
          s[sp - 2] = PyNone.orNone(parts[1]);
          s[sp - 1] = PyNone.orNone(parts[0]);
          if (parts[0] != null) {
            ts.handling.value = parts[0];
          }
          return sp;
        }
      case Opcode.RAISE_VARARGS:
        throw Raising.raise(f, arg, s, sp);
      case Opcode.RERAISE:
        {
          PyException e = (PyException) s[sp - 1];
          f.reraising = arg > 0 ? (int) ((PyInt) s[sp - 1 - arg]).value : f.pc - 1;
          throw new PyRaise(e);
        }
      case Opcode.WITH_EXCEPT_START:
        {
          PyException e = (PyException) s[sp - 1];
          PyObject exit = s[sp - 5];
          PyObject self = s[sp - 4];
          PyObject tb = PyNone.orNone(e.traceback);
          s[sp] =
              self == null
                  ? exit.call3(e.type, e, tb)
                  : exit.callN(new PyObject[] {self, e.type, e, tb});
          return sp + 1;
        }
      case Opcode.END_ASYNC_FOR:
        {
          PyException e = (PyException) s[sp - 1];
          if (e.type.isSubtype(Exc.StopAsyncIteration)) {
            s[sp - 1] = null;
            s[sp - 2] = null;
            return sp - 2;
          }
          f.reraising = f.pc - 1;
          throw new PyRaise(e);
        }
      case Opcode.CLEANUP_THROW:
        {
          PyException e = (PyException) s[sp - 1];
          if (e.type.isSubtype(Exc.StopIteration)) {
            s[sp - 3] = PyNone.NONE;
            s[sp - 2] = PyNone.orNone(((PyStopIteration) e).value);
            s[sp - 1] = null;
            return sp - 1;
          }
          f.reraising = f.pc - 1;
          throw new PyRaise(e);
        }
      default:
        throw Exc.systemError("operation " + op + " is not known");
    }
  }
}
