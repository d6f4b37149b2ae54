package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.util.FloatRepr;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** {@code float}. */
@BuiltinType("float")
public class PyFloat extends PyObject {
  public static final PyType TYPE = PyType.builtin("float", new PyFloatTable()).notWeak();
  private static final PyObject NI = PyNotImplemented.INSTANCE;

  public final double value;

  public PyFloat(double value) {
    super(TYPE);
    this.value = value;
  }

  PyFloat(PyType type, double value) {
    super(type);
    this.value = value;
  }

  /** The float. */
  public static PyFloat of(double v) {
    return new PyFloat(v);
  }

  private static final class Sub extends PyFloat {
    private final Extras extras = new Extras();

    Sub(PyType type, double value) {
      super(type, value);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  @Override
  public String toString() {
    return FloatRepr.repr(value);
  }

  @Builtin("__new__(cls, x=0, /, **kwargs)")
  static PyObject create(PyType cls, PyObject x, PyDict keywords) {
    if (keywords != null && (cls == TYPE || !cls.overrides(Names.INIT, PyType.OBJECT))) {
      throw Exc.typeError("float() takes no keyword arguments");
    }
    double v = x == null ? 0 : parseOrConvert(x);
    return cls == TYPE ? x != null && x.type == TYPE ? x : new PyFloat(v) : new Sub(cls, v);
  }

  private static double parseOrConvert(PyObject x) {
    if (x instanceof PyStr s && (x.type == PyStr.TYPE || x.type.slot(Slot.FLOAT) == null)) {
      return FloatText.parse(s);
    }
    if (Obj.isBytesLike(x)) {
      return FloatText.parse(x, Obj.bytesOf(x));
    }
    if (x.type.slot(Slot.FLOAT) == null && x.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError(
          "float() argument must be a string or a real number, not '" + x.type.name + "'");
    }
    return Obj.toDouble(x);
  }

  @Builtin(value = "from_number(cls, number, /)", kind = Builtin.Kind.CLASS)
  static PyObject fromNumber(PyType cls, PyObject x) {
    if (x.type == TYPE && cls == TYPE) {
      return x;
    }
    PyFloat v = new PyFloat(Obj.toDouble(x));
    return cls == TYPE ? v : cls.call1(v);
  }

  /** The double of a float or int operand; NaN with {@link #convertible} false otherwise. */
  private static double operand(PyObject o) {
    return o instanceof PyFloat f ? f.value : IntMethods.toDouble((PyInt) o);
  }

  private static boolean convertible(PyObject o) {
    return o instanceof PyFloat || o instanceof PyInt;
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyFloat a, PyObject b) {
    return convertible(b) ? of(a.value + operand(b)) : NI;
  }

  @Builtin("__radd__(self, value, /)")
  static PyObject radd(PyFloat a, PyObject b) {
    return convertible(b) ? of(operand(b) + a.value) : NI;
  }

  @Builtin("__sub__(self, value, /)")
  static PyObject sub(PyFloat a, PyObject b) {
    return convertible(b) ? of(a.value - operand(b)) : NI;
  }

  @Builtin("__rsub__(self, value, /)")
  static PyObject rsub(PyFloat a, PyObject b) {
    return convertible(b) ? of(operand(b) - a.value) : NI;
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyFloat a, PyObject b) {
    return convertible(b) ? of(a.value * operand(b)) : NI;
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyFloat a, PyObject b) {
    return convertible(b) ? of(operand(b) * a.value) : NI;
  }

  private static PyObject divide(double a, double b) {
    if (b == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    return of(a / b);
  }

  @Builtin("__truediv__(self, value, /)")
  static PyObject truediv(PyFloat a, PyObject b) {
    return convertible(b) ? divide(a.value, operand(b)) : NI;
  }

  @Builtin("__rtruediv__(self, value, /)")
  static PyObject rtruediv(PyFloat a, PyObject b) {
    return convertible(b) ? divide(operand(b), a.value) : NI;
  }

  @Builtin("__floordiv__(self, value, /)")
  static PyObject floordiv(PyFloat a, PyObject b) {
    return convertible(b) ? of(FloatMath.floorDivide(a.value, operand(b))) : NI;
  }

  @Builtin("__rfloordiv__(self, value, /)")
  static PyObject rfloordiv(PyFloat a, PyObject b) {
    return convertible(b) ? of(FloatMath.floorDivide(operand(b), a.value)) : NI;
  }

  @Builtin("__mod__(self, value, /)")
  static PyObject mod(PyFloat a, PyObject b) {
    return convertible(b) ? of(FloatMath.remainder(a.value, operand(b))) : NI;
  }

  @Builtin("__rmod__(self, value, /)")
  static PyObject rmod(PyFloat a, PyObject b) {
    return convertible(b) ? of(FloatMath.remainder(operand(b), a.value)) : NI;
  }

  @Builtin("__divmod__(self, value, /)")
  static PyObject divmod(PyFloat a, PyObject b) {
    return convertible(b) ? pair(a.value, operand(b)) : NI;
  }

  @Builtin("__rdivmod__(self, value, /)")
  static PyObject rdivmod(PyFloat a, PyObject b) {
    return convertible(b) ? pair(operand(b), a.value) : NI;
  }

  private static PyObject pair(double a, double b) {
    return PyTuple.of(of(FloatMath.floorDivide(a, b)), of(FloatMath.remainder(a, b)));
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyFloat a, PyObject b, PyObject mod) {
    if (mod != null && mod != PyNone.NONE) {
      throw Exc.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return convertible(b) ? power(a.value, operand(b)) : NI;
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static PyObject rpow(PyFloat a, PyObject b, PyObject mod) {
    if (mod != null && mod != PyNone.NONE) {
      throw Exc.typeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    return convertible(b) ? power(operand(b), a.value) : NI;
  }

  private static PyObject power(double x, double y) {
    if (x < 0 && !Double.isInfinite(x) && !Double.isInfinite(y) && y == y && y != Math.floor(y)) {
      return PyComplex.power(new PyComplex(x, 0), new PyComplex(y, 0));
    }
    return of(FloatMath.power(x, y));
  }

  @Builtin("__neg__(self, /)")
  static PyObject neg(PyFloat a) {
    return of(-a.value);
  }

  @Builtin("__pos__(self, /)")
  static PyObject pos(PyFloat a) {
    return a.type == TYPE ? a : of(a.value);
  }

  @Builtin("__abs__(self, /)")
  static PyObject abs(PyFloat a) {
    return of(Math.abs(a.value));
  }

  @Builtin("__bool__(self, /)")
  static boolean truth(PyFloat a) {
    return a.value != 0;
  }

  @Builtin("__int__(self, /)")
  static PyObject toInt(PyFloat a) {
    return FloatMath.truncate(a.value);
  }

  @Builtin("__trunc__(self, /)")
  static PyObject trunc(PyFloat a) {
    return FloatMath.truncate(a.value);
  }

  @Builtin("__floor__(self, /)")
  static PyObject floor(PyFloat a) {
    return FloatMath.truncate(Math.floor(a.value));
  }

  @Builtin("__ceil__(self, /)")
  static PyObject ceil(PyFloat a) {
    return FloatMath.truncate(Math.ceil(a.value));
  }

  @Builtin("__float__(self, /)")
  static PyObject toFloat(PyFloat a) {
    return pos(a);
  }

  @Builtin("conjugate(self, /)")
  static PyObject conjugate(PyFloat a) {
    return pos(a);
  }

  @Builtin("__round__(self, ndigits=None, /)")
  static PyObject round(PyFloat a, PyObject digits) {
    double x = a.value;
    if (digits == null || digits == PyNone.NONE) {
      return FloatMath.truncate(Math.rint(x));
    }
    PyInt n = Obj.index(digits);
    if (Double.isNaN(x) || Double.isInfinite(x) || x == 0) {
      return of(x);
    }
    int d = n.clippedInt();
    if (d > 323) {
      return of(x);
    }
    if (d < -308) {
      return of(Math.copySign(0.0, x));
    }
    double r = new BigDecimal(x).setScale(d, RoundingMode.HALF_EVEN).doubleValue();
    if (Double.isInfinite(r)) {
      throw Exc.overflowError("rounded value too large to represent");
    }
    return of(Math.copySign(r, x));
  }

  @RichCompare
  static PyObject compare(PyFloat a, PyObject b, int op) {
    double x = a.value;
    if (b instanceof PyFloat f) {
      double y = f.value;
      switch (op) {
        case 0:
          return PyBool.of(x < y);
        case 1:
          return PyBool.of(x <= y);
        case 2:
          return PyBool.of(x == y);
        case 3:
          return PyBool.of(x != y);
        case 4:
          return PyBool.of(x > y);
        default:
          return PyBool.of(x >= y);
      }
    }
    if (b instanceof PyInt i) {
      if (Double.isNaN(x)) {
        return PyBool.of(op == 3);
      }
      return Obj.compareResult(FloatMath.compare(x, i), op);
    }
    return NI;
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyFloat a) {
    return FloatMath.hash(a.value, a);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyFloat a) {
    return FloatRepr.repr(a.value);
  }

  @Builtin("__format__(self, format_spec, /)")
  static PyObject format(PyFloat a, PyObject spec) {
    return NumberFormat.format(a, spec);
  }

  @Builtin("is_integer(self, /)")
  static boolean isInteger(PyFloat a) {
    return !Double.isInfinite(a.value) && a.value == Math.floor(a.value);
  }

  @Builtin("as_integer_ratio(self, /)")
  static PyObject ratio(PyFloat a) {
    double v = a.value;
    if (Double.isNaN(v)) {
      throw Exc.valueError("cannot convert NaN to integer ratio");
    }
    if (Double.isInfinite(v)) {
      throw Exc.overflowError("cannot convert Infinity to integer ratio");
    }
    BigDecimal d = new BigDecimal(v);
    BigInteger n = d.unscaledValue();
    BigInteger m = BigInteger.ONE;
    if (d.scale() > 0) {
      m = BigInteger.TEN.pow(d.scale());
    } else {
      n = n.multiply(BigInteger.TEN.pow(-d.scale()));
    }
    BigInteger g = n.gcd(m);
    if (g.signum() != 0) {
      n = n.divide(g);
      m = m.divide(g);
    }
    return PyTuple.of(PyInt.of(n), PyInt.of(m));
  }

  @Builtin("hex(self, /)")
  static String hex(PyFloat a) {
    return FloatText.hex(a.value);
  }

  @Builtin(value = "fromhex(cls, string, /)", kind = Builtin.Kind.CLASS)
  static PyObject fromHex(PyType cls, String text) {
    PyFloat v = of(FloatText.fromHex(text));
    return cls == TYPE ? v : cls.call1(v);
  }

  @Builtin(value = "__getformat__(cls, typestr, /)", kind = Builtin.Kind.CLASS)
  static String getFormat(PyObject cls, String kind) {
    if (!kind.equals("double") && !kind.equals("float")) {
      throw Exc.valueError("__getformat__() argument 1 must be 'double' or 'float'");
    }
    return "IEEE, little-endian";
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyFloat a) {
    return PyTuple.of(of(a.value));
  }

  @Getter("real")
  static PyObject real(PyFloat a) {
    return pos(a);
  }

  @Getter("imag")
  static PyObject imag(PyFloat a) {
    return of(0.0);
  }
}
