package io.github.pycmaven.vm.op;

import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.IntMethods;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;

/** The binary and unary operators; numbers as in {@code BINARY_OP}, from 13 on in place. */
public final class Operators {
  public static final int ADD = 0;
  public static final int AND = 1;
  public static final int FLOOR_DIVIDE = 2;
  public static final int LSHIFT = 3;
  public static final int MATRIX_MULTIPLY = 4;
  public static final int MULTIPLY = 5;
  public static final int REMAINDER = 6;
  public static final int OR = 7;
  public static final int POWER = 8;
  public static final int RSHIFT = 9;
  public static final int SUBTRACT = 10;
  public static final int TRUE_DIVIDE = 11;
  public static final int XOR = 12;
  private static final int IN_PLACE = 13;

  private static final String[] SYMBOLS = {
    "+", "&", "//", "<<", "@", "*", "%", "|", "** or pow()", ">>", "-", "/", "^",
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="
  };
  private static final PyObject NI = PyNotImplemented.INSTANCE;

  private Operators() {}

  /** Compares two small ints. */
  public static PyObject compareInts(long a, long b, int op) {
    switch (op) {
      case 0:
        return PyBool.of(a < b);
      case 1:
        return PyBool.of(a <= b);
      case 2:
        return PyBool.of(a == b);
      case 3:
        return PyBool.of(a != b);
      case 4:
        return PyBool.of(a > b);
      default:
        return PyBool.of(a >= b);
    }
  }

  /** {@code +} and {@code +=}. */
  public static PyObject add(PyObject a, PyObject b, int op) {
    if (a.type == PyStr.TYPE && b.type == PyStr.TYPE) {
      return ((PyStr) a).concat((PyStr) b);
    }
    return binary(op, a, b);
  }

  /** {@code *} and {@code *=}. */
  public static PyObject multiply(PyObject a, PyObject b, int op) {
    if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
      return IntMethods.multiply((PyInt) a, (PyInt) b);
    }
    return binary(op, a, b);
  }

  /** A binary operator. */
  public static PyObject binary(int op, PyObject a, PyObject b) {
    if (a.getClass() == PyInt.class && b.getClass() == PyInt.class) {
      PyObject r = ints(op < IN_PLACE ? op : op - IN_PLACE, (PyInt) a, (PyInt) b);
      if (r != null) {
        return r;
      }
    } else if (a instanceof PyFloat x
        && b instanceof PyFloat y
        && a.type == PyFloat.TYPE
        && b.type == PyFloat.TYPE) {
      int plain = op < IN_PLACE ? op : op - IN_PLACE;
      if (plain == TRUE_DIVIDE && y.value != 0) {
        return new PyFloat(x.value / y.value);
      }
    }
    if (op >= IN_PLACE) {
      PyObject f = a.type.slot(Slot.BINARY + 3 * (op - IN_PLACE) + 2);
      if (f == PyNone.NONE) {
        throw Exc.typeError("'NoneType' object is not callable");
      }
      if (f != null) {
        PyObject r = f.call2(a, b);
        if (r != NI) {
          return r;
        }
      }
    }
    PyObject r = tryBinary(op < IN_PLACE ? op : op - IN_PLACE, a, b);
    if (r == NI) {
      throw unsupported(op, a, b);
    }
    return r;
  }

  private static PyObject ints(int op, PyInt a, PyInt b) {
    switch (op) {
      case FLOOR_DIVIDE:
        return IntMethods.floorDivide(a, b);
      case REMAINDER:
        return IntMethods.remainder(a, b);
      case TRUE_DIVIDE:
        return new PyFloat(IntMethods.trueDivide(a, b));
      case LSHIFT:
        return IntMethods.shiftLeft(a, b);
      case RSHIFT:
        return IntMethods.shiftRight(a, b);
      case OR:
        return PyInt.of(a.value | b.value);
      case AND:
        return PyInt.of(a.value & b.value);
      case XOR:
        return PyInt.of(a.value ^ b.value);
      case SUBTRACT:
        return IntMethods.subtract(a, b);
      case ADD:
        return IntMethods.add(a, b);
      case MULTIPLY:
        return IntMethods.multiply(a, b);
      case POWER:
        return IntMethods.power(a, b);
      default:
        return null;
    }
  }

  private static RuntimeException unsupported(int op, PyObject a, PyObject b) {
    if ((op == 9) && a.type.name.equals("builtin_function_or_method") && isPrint(a)) {
      return Exc.typeError(
          "unsupported operand type(s) for >>: '"
              + a.type.name
              + "' and '"
              + b.type.name
              + "'. Did you mean \"print(<message>, file=<output_stream>)\"?");
    }
    return Exc.typeError(
        "unsupported operand type(s) for "
            + SYMBOLS[op]
            + ": '"
            + a.type.name
            + "' and '"
            + b.type.name
            + "'");
  }

  private static boolean isPrint(PyObject a) {
    return a instanceof io.github.pycmaven.vm.core.call.PyBuiltin f && f.name.equals("print");
  }

  private static boolean gives(PyObject f) {
    return f instanceof PyMethodDescriptor m && m.owner.sequence;
  }

  /** Tries both operands' methods; NotImplemented if none has an answer. */
  public static PyObject tryBinary(int op, PyObject a, PyObject b) {
    PyType t = a.type;
    PyType u = b.type;
    PyObject f = t.slot(Slot.BINARY + 3 * op);
    if (f == PyNone.NONE) {
      f = null;
    }
    if (t == u) {
      return f == null ? NI : f.call2(a, b);
    }
    PyObject g = u.slot(Slot.BINARY + 3 * op + 1);
    if (g == PyNone.NONE) {
      g = null;
    }
    boolean sequence = op == ADD || op == MULTIPLY;
    boolean reflectedFirst =
        g != null
            && (u.isSubtype(t) && g != t.slot(Slot.BINARY + 3 * op + 1)
                || sequence && gives(f) && !gives(g));
    if (reflectedFirst) {
      PyObject r = g.call2(b, a);
      if (r != NI) {
        return r;
      }
      g = null;
    }
    if (f != null) {
      PyObject r = f.call2(a, b);
      if (r != NI) {
        return r;
      }
    }
    return g == null ? NI : g.call2(b, a);
  }

  /** {@code pow(a, b, mod)}. */
  public static PyObject power(PyObject a, PyObject b, PyObject mod) {
    if (mod == PyNone.NONE || mod == null) {
      return binary(POWER, a, b);
    }
    PyObject f = a.type.slot(Slot.BINARY + 3 * POWER);
    PyObject g = b.type == a.type ? null : b.type.slot(Slot.BINARY + 3 * POWER + 1);
    if (g != null && b.type.isSubtype(a.type) && g != a.type.slot(Slot.BINARY + 3 * POWER + 1)) {
      PyObject r = g.call3(b, a, mod);
      if (r != NI) {
        return r;
      }
      g = null;
    }
    if (f != null) {
      PyObject r = f.call3(a, b, mod);
      if (r != NI) {
        return r;
      }
    }
    if (g != null) {
      PyObject r = g.call3(b, a, mod);
      if (r != NI) {
        return r;
      }
    }
    throw Exc.typeError(
        "unsupported operand type(s) for ** or pow(): '"
            + a.type.name
            + "', '"
            + b.type.name
            + "', '"
            + mod.type.name
            + "'");
  }

  private static PyObject unary(PyObject a, int slot, String symbol) {
    PyObject f = a.type.slot(slot);
    if (f == null) {
      throw Exc.typeError("bad operand type for " + symbol + ": '" + a.type.name + "'");
    }
    return f.call1(a);
  }

  /** {@code -a}. */
  public static PyObject negative(PyObject a) {
    if (a.getClass() == PyFloat.class) {
      return new PyFloat(-((PyFloat) a).value);
    }
    return unary(a, Slot.NEG, "unary -");
  }

  /** {@code +a}. */
  public static PyObject positive(PyObject a) {
    return unary(a, Slot.POS, "unary +");
  }

  /** {@code ~a}. */
  public static PyObject invert(PyObject a) {
    return unary(a, Slot.INVERT, "unary ~");
  }

  /** {@code abs(a)}. */
  public static PyObject absolute(PyObject a) {
    return unary(a, Slot.ABS, "abs()");
  }
}
