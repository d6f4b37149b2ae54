package io.github.pycmaven.vm.interp;

import io.github.pycmaven.vm.core.call.Pending;
import io.github.pycmaven.vm.core.call.PyCell;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.Surprises;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.frame.Opcode;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.frame.PyGenerator;
import io.github.pycmaven.vm.frame.Tier;
import io.github.pycmaven.vm.op.AttributeSites;
import io.github.pycmaven.vm.op.GlobalSites;
import io.github.pycmaven.vm.op.Operators;

/**
 * Runs decoded code: one loop, one switch. Frequent operations are here, the rest is in {@link
 * ColdOperations}, because a method beyond 8,000 bytes of JVM code would never be compiled.
 */
public final class Interpreter implements Tier {
  @Override
  public PyObject run(PyFrame f) {
    ThreadState ts = ThreadState.current();
    ts.push(f);
    try {
      if (Pending.requested) {
        Pending.handle();
      }
      PyCode code = f.code;
      if (code.instructions == null) {
        code.prepare();
      }
      if (ts.hooked) {
        return Tracing.run(f, code, ts);
      }
      PyObject r = loop(f, code, ts, code.instructions);
      return r != null ? r : Tracing.resume(f, code, ts);
    } catch (PyRaise e) {
      f.finished = true;
      throw e;
    } finally {
      if (f.escaped || f.finished && f.back == null && f.generator == null) {
        leave(f, ts);
      }
      ts.pop();
    }
  }

  @Override
  public void setTracer(PyObject function) {
    Tracing.setTracer(function);
  }

  @Override
  public void setProfiler(PyObject function) {
    Tracing.setProfiler(function);
  }

  private static void leave(PyFrame f, ThreadState ts) {
    if (f.escaped) {
      int d = ts.depth - 2;
      // A generator's frame has a caller only while it runs.
      f.back = d >= 0 && f.generator == null ? (PyFrame) ts.stack[d] : null;
      if (f.back != null) {
        f.back.escaped = true;
      }
    }
  }

  /** Runs until the frame returns or yields; null if it came to a STOP. */
  static PyObject loop(PyFrame f, PyCode code, ThreadState ts, int[] ins) {
    PyObject[] s = f.s;
    Object[] sites = code.sites;
    PyObject[] consts = code.consts;
    int sp = f.sp;
    int pc = f.pc;
    if (f.generator != null && f.generator.pending != null) {
      PyException e = f.generator.pending;
      f.generator.pending = null;
      pc = Unwinding.raise(f, pc, Exc.raise(e));
      sp = f.sp;
    }
    while (true) {
      try {
        while (true) {
          int w = ins[pc++];
          int arg = w >>> 8;
          f.pc = pc;
          switch (w & 0xff) {
            case Opcode.LOAD_FAST:
            case Opcode.LOAD_FAST_BORROW:
              s[sp++] = s[arg];
              break;
            case Opcode.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
            case Opcode.LOAD_FAST_LOAD_FAST:
              s[sp] = s[arg >> 4];
              s[sp + 1] = s[arg & 15];
              sp += 2;
              break;
            case Opcode.LOAD_CONST:
              s[sp++] = consts[arg];
              break;
            case Opcode.LOAD_SMALL_INT:
              s[sp++] = PyInt.of(arg);
              break;
            case Opcode.STORE_FAST:
              s[arg] = s[--sp];
              break;
            case Opcode.STORE_FAST_LOAD_FAST:
              s[arg >> 4] = s[sp - 1];
              s[sp - 1] = s[arg & 15];
              break;
            case Opcode.STORE_FAST_STORE_FAST:
              s[arg >> 4] = s[sp - 1];
              s[arg & 15] = s[sp - 2];
              sp -= 2;
              break;
            case Opcode.POP_TOP:
            case Opcode.POP_ITER:
              s[--sp] = null;
              break;
            case Opcode.PUSH_NULL:
              s[sp++] = null;
              break;
            case Opcode.COPY:
              s[sp] = s[sp - arg];
              sp++;
              break;
            case Opcode.SWAP:
              {
                PyObject t = s[sp - 1];
                s[sp - 1] = s[sp - arg];
                s[sp - arg] = t;
                break;
              }
            case Opcode.LOAD_GLOBAL:
              {
                Object site = sites[pc - 1];
                PyObject v =
                    site instanceof GlobalSites.Site g && g.isFresh(f.globals, f.builtins)
                        ? g.value()
                        : GlobalSites.load(f.globals, f.builtins, code.names[arg], sites, pc - 1);
                s[sp++] = v;
                break;
              }
            case Opcode.LOAD_GLOBAL_NULL:
              {
                Object site = sites[pc - 1];
                PyObject v =
                    site instanceof GlobalSites.Site g && g.isFresh(f.globals, f.builtins)
                        ? g.value()
                        : GlobalSites.load(f.globals, f.builtins, code.names[arg], sites, pc - 1);
                s[sp] = v;
                s[sp + 1] = null;
                sp += 2;
                break;
              }
            case Opcode.LOAD_ATTR:
              {
                PyObject o = s[sp - 1];
                s[sp - 1] = AttributeSites.load(o, code.names[arg], sites, pc - 1);
                break;
              }
            case Opcode.LOAD_METHOD:
              {
                PyObject o = s[sp - 1];
                PyObject m = AttributeSites.method(o, code.names[arg], sites, pc - 1);
                if (m != null) {
                  s[sp - 1] = m;
                  s[sp++] = o;
                } else {
                  s[sp - 1] = AttributeSites.load(o, code.names[arg], sites, pc - 1);
                  s[sp++] = null;
                }
                break;
              }
            case Opcode.STORE_ATTR:
              sp -= 2;
              AttributeSites.store(s[sp + 1], code.names[arg], s[sp], sites, pc - 1);
              s[sp] = null;
              s[sp + 1] = null;
              break;
            case Opcode.CALL:
              {
                int base = sp - arg - 2;
                f.sp = sp;
                PyObject callable = s[base];
                PyObject self = s[base + 1];
                PyObject r;
                switch (self == null ? Math.min(arg, 7) : arg + 8) {
                  case 0:
                    r = callable.call0();
                    break;
                  case 1:
                    r = callable.call1(s[sp - 1]);
                    break;
                  case 2:
                    r = callable.call2(s[sp - 2], s[sp - 1]);
                    break;
                  case 3:
                    r = callable.call3(s[sp - 3], s[sp - 2], s[sp - 1]);
                    break;
                  case 8:
                    r = callable.call1(self);
                    break;
                  case 9:
                    r = callable.call2(self, s[sp - 1]);
                    break;
                  case 10:
                    r = callable.call3(self, s[sp - 2], s[sp - 1]);
                    break;
                  default:
                    r = ColdOperations.call(callable, self, s, sp, arg);
                    break;
                }
                while (sp > base) {
                  s[--sp] = null;
                }
                s[sp++] = r;
                break;
              }
            case Opcode.RETURN_VALUE:
              {
                PyObject r = s[sp - 1];
                f.finished = true;
                return r;
              }
            case Opcode.BINARY_ADD:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
                  long x = ((PyInt) a).value;
                  long y = ((PyInt) b).value;
                  long r = x + y;
                  if (((x ^ r) & (y ^ r)) >= 0) {
                    s[sp - 1] = PyInt.of(r);
                    break;
                  }
                } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
                  s[sp - 1] = new PyFloat(((PyFloat) a).value + ((PyFloat) b).value);
                  break;
                }
                s[sp - 1] = Operators.add(a, b, arg);
                break;
              }
            case Opcode.BINARY_SUBTRACT:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
                  long x = ((PyInt) a).value;
                  long y = ((PyInt) b).value;
                  long r = x - y;
                  if (((x ^ y) & (x ^ r)) >= 0) {
                    s[sp - 1] = PyInt.of(r);
                    break;
                  }
                } else if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
                  s[sp - 1] = new PyFloat(((PyFloat) a).value - ((PyFloat) b).value);
                  break;
                }
                s[sp - 1] = Operators.binary(arg, a, b);
                break;
              }
            case Opcode.BINARY_MULTIPLY:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                if (a.getClass() == PyFloat.class && b.getClass() == PyFloat.class) {
                  s[sp - 1] = new PyFloat(((PyFloat) a).value * ((PyFloat) b).value);
                  break;
                }
                s[sp - 1] = Operators.multiply(a, b, arg);
                break;
              }
            case Opcode.BINARY_AND:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
                  s[sp - 1] = PyInt.of(((PyInt) a).value & ((PyInt) b).value);
                  break;
                }
                s[sp - 1] = Operators.binary(arg, a, b);
                break;
              }
            case Opcode.BINARY_SUBSCR:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                if (b.getClass() == PyInt.class) {
                  long i = ((PyInt) b).value;
                  if (a.getClass() == PyList.class) {
                    PyList l = (PyList) a;
                    if (i >= 0 && i < l.size) {
                      s[sp - 1] = l.items[(int) i];
                      break;
                    }
                  } else if (a.getClass() == PyTuple.class) {
                    PyObject[] items = ((PyTuple) a).items;
                    if (i >= 0 && i < items.length) {
                      s[sp - 1] = items[(int) i];
                      break;
                    }
                  }
                }
                s[sp - 1] = Obj.getItem(a, b);
                break;
              }
            case Opcode.BINARY_OP:
              {
                PyObject b = s[--sp];
                s[sp - 1] = Operators.binary(arg, s[sp - 1], b);
                break;
              }
            case Opcode.COMPARE_OP:
              {
                PyObject b = s[--sp];
                PyObject a = s[sp - 1];
                PyObject r;
                if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
                  r = Operators.compareInts(((PyInt) a).value, ((PyInt) b).value, arg & 7);
                } else {
                  r = Obj.compare(a, b, arg & 7);
                  if ((arg & 8) != 0 && !(r instanceof PyBool)) {
                    r = PyBool.of(Obj.isTrue(r));
                  }
                }
                s[sp - 1] = r;
                break;
              }
            case Opcode.IS_OP:
              {
                PyObject b = s[--sp];
                s[sp - 1] = PyBool.of((s[sp - 1] == b) == (arg == 0));
                break;
              }
            case Opcode.CONTAINS_OP:
              {
                PyObject b = s[--sp];
                s[sp - 1] = PyBool.of(Obj.contains(b, s[sp - 1]) == (arg == 0));
                break;
              }
            case Opcode.TO_BOOL:
              {
                PyObject v = s[sp - 1];
                if (!(v instanceof PyBool)) {
                  s[sp - 1] = PyBool.of(Obj.isTrue(v));
                }
                break;
              }
            case Opcode.UNARY_NOT:
              s[sp - 1] = s[sp - 1] == PyBool.TRUE ? PyBool.FALSE : PyBool.TRUE;
              break;
            case Opcode.POP_JUMP_IF_FALSE:
              if (s[--sp] == PyBool.FALSE) {
                pc = arg;
              }
              break;
            case Opcode.POP_JUMP_IF_TRUE:
              if (s[--sp] == PyBool.TRUE) {
                pc = arg;
              }
              break;
            case Opcode.POP_JUMP_IF_NONE:
              if (s[--sp] == PyNone.NONE) {
                pc = arg;
              }
              break;
            case Opcode.POP_JUMP_IF_NOT_NONE:
              if (s[--sp] != PyNone.NONE) {
                pc = arg;
              }
              break;
            case Opcode.JUMP_FORWARD:
            case Opcode.JUMP_BACKWARD_NO_INTERRUPT:
              pc = arg;
              break;
            case Opcode.JUMP_BACKWARD:
              pc = arg;
              if (Pending.requested) {
                Pending.handle();
              }
              break;
            case Opcode.GET_ITER:
              s[sp - 1] = Obj.iter(s[sp - 1]);
              break;
            case Opcode.FOR_ITER:
              {
                PyObject v = s[sp - 1].next();
                if (v != null) {
                  s[sp++] = v;
                } else {
                  pc = arg;
                }
                break;
              }
            case Opcode.LOAD_DEREF:
              {
                PyObject v = ((PyCell) s[arg]).value;
                if (v == null) {
                  throw ColdOperations.unboundCell(code, arg);
                }
                s[sp++] = v;
                break;
              }
            case Opcode.STORE_DEREF:
              ((PyCell) s[arg]).value = s[--sp];
              break;
            case Opcode.STORE_SUBSCR:
              sp -= 3;
              Obj.setItem(s[sp + 1], s[sp + 2], s[sp]);
              break;
            case Opcode.UNPACK_SEQUENCE:
              {
                PyObject v = s[--sp];
                if (v.getClass() == PyTuple.class && ((PyTuple) v).items.length == arg) {
                  PyObject[] items = ((PyTuple) v).items;
                  for (int i = arg - 1; i >= 0; i--) {
                    s[sp++] = items[i];
                  }
                } else {
                  sp = ColdOperations.unpack(v, s, sp, arg);
                }
                break;
              }
            case Opcode.BUILD_TUPLE:
              {
                PyObject[] items = new PyObject[arg];
                sp -= arg;
                System.arraycopy(s, sp, items, 0, arg);
                s[sp++] = PyTuple.over(items);
                break;
              }
            case Opcode.BUILD_LIST:
              {
                PyObject[] items = new PyObject[arg];
                sp -= arg;
                System.arraycopy(s, sp, items, 0, arg);
                s[sp++] = new PyList(items);
                break;
              }
            case Opcode.LIST_APPEND:
              sp--;
              ((PyList) s[sp - arg]).append(s[sp]);
              break;
            case Opcode.STOP:
              f.pc = pc - 1;
              f.sp = sp;
              return null;
            case Opcode.YIELD_VALUE:
              {
                PyObject v = s[--sp];
                f.sp = sp;
                return v;
              }
            case Opcode.RETURN_GENERATOR:
              {
                f.sp = sp;
                f.pc = pc;
                return PyGenerator.of(f);
              }
            case Opcode.SEND:
              {
                PyObject v = s[sp - 1];
                PyObject receiver = s[sp - 2];
                PyObject r;
                if (receiver instanceof PyGenerator g && receiver.type == PyGenerator.TYPE) {
                  if (g.isFinished()) {
                    s[sp - 1] = PyNone.NONE;
                    pc = arg;
                    break;
                  }
                  r = g.resume(v);
                  s[sp - 1] = r;
                  if (g.isFinished()) {
                    pc = arg;
                  }
                  break;
                }
                r = ColdOperations.send(receiver, v, f);
                s[sp - 1] = r;
                if (f.sp < 0) {
                  pc = arg;
                }
                break;
              }
            default:
              sp = ColdOperations.execute(f, w & 0xff, arg, s, sp, ts);
              pc = f.pc;
              break;
          }
        }
      } catch (PyRaise e) {
        pc = Unwinding.raise(f, pc, e);
        sp = f.sp;
      } catch (StackOverflowError e) {
        pc = Unwinding.raise(f, pc, Unwinding.stackOverflow());
        sp = f.sp;
      } catch (OutOfMemoryError e) {
        pc = Unwinding.raise(f, pc, Unwinding.outOfMemory());
        sp = f.sp;
      } catch (RuntimeException | LinkageError | AssertionError e) {
        pc = Unwinding.raise(f, pc, Surprises.asPython(e));
        sp = f.sp;
      }
    }
  }
}
