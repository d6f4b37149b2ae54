package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.math.BigInteger;

/** The methods of {@code int}. */
@BuiltinType("int")
public final class IntMethods {
  private static final PyObject NI = PyNotImplemented.INSTANCE;

  private IntMethods() {}

  @Builtin("__new__(cls, x=<zero>, /, base=<ten>)")
  static PyObject create(PyType cls, PyObject x, PyObject base) {
    PyInt v;
    if (x == null) {
      if (base != null) {
        throw Exc.typeError("int() missing string argument");
      }
      v = PyInt.ZERO;
    } else if (base == null) {
      v = IntText.toInt(x);
    } else {
      PyInt b = Obj.index(base);
      if (b.isBig() || b.value != 0 && (b.value < 2 || b.value > 36)) {
        throw Exc.valueError("int() base must be >= 2 and <= 36, or 0");
      }
      if (!(x instanceof PyStr) && !(x instanceof PyBytes) && !(x instanceof PyByteArray)) {
        throw Exc.typeError("int() can't convert non-string with explicit base");
      }
      v = IntText.parse(x, (int) b.value);
    }
    return cls == PyInt.TYPE ? v.plain() : new PyInt.Sub(cls, v.big());
  }

  // ---- arithmetic ----

  /** The sum. */
  public static PyObject add(PyInt a, PyInt b) {
    if (!a.isBig() && !b.isBig()) {
      long x = a.value;
      long y = b.value;
      long r = x + y;
      if (((x ^ r) & (y ^ r)) >= 0) {
        return PyInt.of(r);
      }
    }
    return PyInt.of(a.big().add(b.big()));
  }

  /** The difference. */
  public static PyObject subtract(PyInt a, PyInt b) {
    if (!a.isBig() && !b.isBig()) {
      long x = a.value;
      long y = b.value;
      long r = x - y;
      if (((x ^ y) & (x ^ r)) >= 0) {
        return PyInt.of(r);
      }
    }
    return PyInt.of(a.big().subtract(b.big()));
  }

  /** The product. */
  public static PyObject multiply(PyInt a, PyInt b) {
    if (!a.isBig() && !b.isBig()) {
      long x = a.value;
      long y = b.value;
      long hi = Math.multiplyHigh(x, y);
      long lo = x * y;
      if (hi == 0 && lo >= 0 || hi == -1 && lo < 0) {
        return PyInt.of(lo);
      }
    }
    return PyInt.of(a.big().multiply(b.big()));
  }

  /** The quotient rounded down. */
  public static PyObject floorDivide(PyInt a, PyInt b) {
    if (!a.isBig() && !b.isBig() && !(a.value == Long.MIN_VALUE && b.value == -1)) {
      if (b.value == 0) {
        throw Exc.zeroDivision("division by zero");
      }
      return PyInt.of(Math.floorDiv(a.value, b.value));
    }
    return PyInt.of(divMod(a.big(), b.big())[0]);
  }

  /** The remainder with the sign of the divisor. */
  public static PyObject remainder(PyInt a, PyInt b) {
    if (!a.isBig() && !b.isBig()) {
      if (b.value == 0) {
        throw Exc.zeroDivision("integer modulo by zero");
      }
      return PyInt.of(Math.floorMod(a.value, b.value));
    }
    if (b.signum() == 0) {
      throw Exc.zeroDivision("integer modulo by zero");
    }
    return PyInt.of(divMod(a.big(), b.big())[1]);
  }

  static BigInteger[] divMod(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    BigInteger[] qr = a.divideAndRemainder(b);
    if (qr[1].signum() != 0 && qr[1].signum() != b.signum()) {
      qr[0] = qr[0].subtract(BigInteger.ONE);
      qr[1] = qr[1].add(b);
    }
    return qr;
  }

  /** The correctly rounded quotient. */
  public static double trueDivide(PyInt a, PyInt b) {
    if (b.signum() == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    final long exact = 1L << 53;
    if (!a.isBig()
        && !b.isBig()
        && Math.abs(a.value) <= exact
        && Math.abs(b.value) <= exact
        && a.value != Long.MIN_VALUE
        && b.value != Long.MIN_VALUE) {
      return (double) a.value / (double) b.value;
    }
    if (a.signum() == 0) {
      return b.signum() < 0 ? -0.0 : 0.0;
    }
    return FloatMath.divide(a.big(), b.big());
  }

  /** The power; a float for a negative exponent. */
  public static PyObject power(PyInt a, PyInt b) {
    if (b.signum() < 0) {
      double x = toDouble(a);
      return PyFloat.of(FloatMath.power(x, toDouble(b)));
    }
    if (b.isBig() || b.value > Integer.MAX_VALUE) {
      if (!a.isBig() && a.value >= -1 && a.value <= 1) {
        boolean odd = b.big().testBit(0);
        return a.value == -1 && !odd ? PyInt.ONE : a.plain();
      }
      throw Exc.memoryError();
    }
    int e = (int) b.value;
    if (!a.isBig()) {
      long base = a.value;
      long r = 1;
      int n = e;
      boolean fits = true;
      while (n > 0) {
        if ((n & 1) != 0) {
          long hi = Math.multiplyHigh(r, base);
          r *= base;
          if (hi != r >> 63) {
            fits = false;
            break;
          }
        }
        n >>= 1;
        if (n > 0) {
          long hi = Math.multiplyHigh(base, base);
          base *= base;
          if (hi != base >> 63) {
            fits = false;
            break;
          }
        }
      }
      if (fits) {
        return PyInt.of(r);
      }
    }
    if ((long) a.big().bitLength() * e > 8L * Integer.MAX_VALUE) {
      throw Exc.memoryError();
    }
    return PyInt.of(a.big().pow(e));
  }

  static double toDouble(PyInt a) {
    if (!a.isBig()) {
      return (double) a.value;
    }
    double d = FloatMath.toDouble(a.big());
    if (Double.isInfinite(d)) {
      throw Exc.overflowError("int too large to convert to float");
    }
    return d;
  }

  private static PyInt integer(PyObject o) {
    return o instanceof PyInt i ? i : null;
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : add((PyInt) a, y);
  }

  @Builtin("__radd__(self, value, /)")
  static PyObject radd(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : add(y, (PyInt) a);
  }

  @Builtin("__sub__(self, value, /)")
  static PyObject sub(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : subtract((PyInt) a, y);
  }

  @Builtin("__rsub__(self, value, /)")
  static PyObject rsub(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : subtract(y, (PyInt) a);
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : multiply((PyInt) a, y);
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : multiply(y, (PyInt) a);
  }

  @Builtin("__floordiv__(self, value, /)")
  static PyObject floordiv(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : floorDivide((PyInt) a, y);
  }

  @Builtin("__rfloordiv__(self, value, /)")
  static PyObject rfloordiv(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : floorDivide(y, (PyInt) a);
  }

  @Builtin("__mod__(self, value, /)")
  static PyObject mod(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : remainder((PyInt) a, y);
  }

  @Builtin("__rmod__(self, value, /)")
  static PyObject rmod(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : remainder(y, (PyInt) a);
  }

  @Builtin("__truediv__(self, value, /)")
  static PyObject truediv(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : PyFloat.of(trueDivide((PyInt) a, y));
  }

  @Builtin("__rtruediv__(self, value, /)")
  static PyObject rtruediv(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : PyFloat.of(trueDivide(y, (PyInt) a));
  }

  @Builtin("__divmod__(self, value, /)")
  static PyObject divmod(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : divmodPair((PyInt) a, y);
  }

  @Builtin("__rdivmod__(self, value, /)")
  static PyObject rdivmod(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : divmodPair(y, (PyInt) a);
  }

  private static PyObject divmodPair(PyInt a, PyInt b) {
    if (b.signum() == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    return PyTuple.of(floorDivide(a, b), remainder(a, b));
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyObject a, PyObject b, PyObject mod) {
    PyInt y = integer(b);
    if (y == null) {
      return NI;
    }
    if (mod == null || mod == PyNone.NONE) {
      return power((PyInt) a, y);
    }
    PyInt m = integer(mod);
    return m == null ? NI : modPower(((PyInt) a).big(), y.big(), m.big());
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static PyObject rpow(PyObject a, PyObject b, PyObject mod) {
    PyInt y = integer(b);
    return y == null ? NI : pow(y, a, mod);
  }

  private static PyObject modPower(BigInteger a, BigInteger e, BigInteger m) {
    if (m.signum() == 0) {
      throw Exc.valueError("pow() 3rd argument cannot be 0");
    }
    BigInteger abs = m.abs();
    BigInteger base = a;
    BigInteger exp = e;
    if (exp.signum() < 0) {
      exp = exp.negate();
      try {
        base = abs.equals(BigInteger.ONE) ? BigInteger.ZERO : base.modInverse(abs);
      } catch (ArithmeticException x) {
        throw Exc.valueError("base is not invertible for the given modulus");
      }
    }
    BigInteger r = base.modPow(exp, abs);
    if (m.signum() < 0 && r.signum() != 0) {
      r = r.add(m);
    }
    return PyInt.of(r);
  }

  // ---- bits ----

  @Builtin("__and__(self, value, /)")
  static PyObject and(PyObject a, PyObject b) {
    PyInt y = integer(b);
    if (y == null) {
      return NI;
    }
    PyInt x = (PyInt) a;
    return !x.isBig() && !y.isBig() ? PyInt.of(x.value & y.value) : PyInt.of(x.big().and(y.big()));
  }

  @Builtin("__rand__(self, value, /)")
  static PyObject rand(PyObject a, PyObject b) {
    return and(a, b);
  }

  @Builtin("__or__(self, value, /)")
  static PyObject or(PyObject a, PyObject b) {
    PyInt y = integer(b);
    if (y == null) {
      return NI;
    }
    PyInt x = (PyInt) a;
    return !x.isBig() && !y.isBig() ? PyInt.of(x.value | y.value) : PyInt.of(x.big().or(y.big()));
  }

  @Builtin("__ror__(self, value, /)")
  static PyObject ror(PyObject a, PyObject b) {
    return or(a, b);
  }

  @Builtin("__xor__(self, value, /)")
  static PyObject xor(PyObject a, PyObject b) {
    PyInt y = integer(b);
    if (y == null) {
      return NI;
    }
    PyInt x = (PyInt) a;
    return !x.isBig() && !y.isBig() ? PyInt.of(x.value ^ y.value) : PyInt.of(x.big().xor(y.big()));
  }

  @Builtin("__rxor__(self, value, /)")
  static PyObject rxor(PyObject a, PyObject b) {
    return xor(a, b);
  }

  /** Shifts left. */
  public static PyObject shiftLeft(PyInt x, PyInt y) {
    if (y.signum() < 0) {
      throw Exc.valueError("negative shift count");
    }
    if (x.signum() == 0) {
      return PyInt.ZERO;
    }
    if (y.isBig() || y.value > Integer.MAX_VALUE - 64) {
      throw y.isBig() ? Exc.overflowError("too many digits in integer") : Exc.memoryError();
    }
    int n = (int) y.value;
    if (!x.isBig() && n < 63) {
      long r = x.value << n;
      if (r >> n == x.value) {
        return PyInt.of(r);
      }
    }
    if ((long) n + x.big().bitLength() > Integer.MAX_VALUE - 64) {
      throw Exc.memoryError();
    }
    return PyInt.of(x.big().shiftLeft(n));
  }

  /** Shifts right. */
  public static PyObject shiftRight(PyInt x, PyInt y) {
    if (y.signum() < 0) {
      throw Exc.valueError("negative shift count");
    }
    if (y.isBig() || y.value > Integer.MAX_VALUE) {
      return PyInt.of(x.signum() < 0 ? -1 : 0);
    }
    int n = (int) y.value;
    return x.isBig() ? PyInt.of(x.big().shiftRight(n)) : PyInt.of(x.value >> Math.min(n, 63));
  }

  @Builtin("__lshift__(self, value, /)")
  static PyObject lshift(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : shiftLeft((PyInt) a, y);
  }

  @Builtin("__rlshift__(self, value, /)")
  static PyObject rlshift(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : shiftLeft(y, (PyInt) a);
  }

  @Builtin("__rshift__(self, value, /)")
  static PyObject rshift(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : shiftRight((PyInt) a, y);
  }

  @Builtin("__rrshift__(self, value, /)")
  static PyObject rrshift(PyObject a, PyObject b) {
    PyInt y = integer(b);
    return y == null ? NI : shiftRight(y, (PyInt) a);
  }

  // ---- unary ----

  @Builtin("__neg__(self, /)")
  static PyObject neg(PyInt a) {
    return a.isBig() || a.value == Long.MIN_VALUE ? PyInt.of(a.big().negate()) : PyInt.of(-a.value);
  }

  @Builtin("__pos__(self, /)")
  static PyObject pos(PyInt a) {
    return a.plain();
  }

  @Builtin("__abs__(self, /)")
  static PyObject abs(PyInt a) {
    return a.signum() < 0 ? neg(a) : a.plain();
  }

  @Builtin("__invert__(self, /)")
  static PyObject invert(PyInt a) {
    return a.isBig() ? PyInt.of(a.big().not()) : PyInt.of(~a.value);
  }

  @Builtin("__bool__(self, /)")
  static boolean truth(PyInt a) {
    return a.signum() != 0;
  }

  @Builtin("__int__(self, /)")
  static PyObject toInt(PyInt a) {
    return a.plain();
  }

  @Builtin("__index__(self, /)")
  static PyObject index(PyInt a) {
    return a.plain();
  }

  @Builtin("__trunc__(self, /)")
  static PyObject trunc(PyInt a) {
    return a.plain();
  }

  @Builtin("__floor__(self, /)")
  static PyObject floor(PyInt a) {
    return a.plain();
  }

  @Builtin("__ceil__(self, /)")
  static PyObject ceil(PyInt a) {
    return a.plain();
  }

  @Builtin("conjugate(self, /)")
  static PyObject conjugate(PyInt a) {
    return a.plain();
  }

  @Builtin("__float__(self, /)")
  static double toFloat(PyInt a) {
    return toDouble(a);
  }

  @Builtin("__round__(self, ndigits=None, /)")
  static PyObject round(PyInt a, PyObject digits) {
    if (digits == null || digits == PyNone.NONE) {
      return a.plain();
    }
    PyInt n = Obj.index(digits);
    if (n.signum() >= 0) {
      return a.plain();
    }
    if (n.isBig() || -n.value > a.big().abs().toString(16).length() * 2L) {
      return PyInt.ZERO;
    }
    BigInteger p = BigInteger.TEN.pow((int) -n.value);
    BigInteger[] qr = divMod(a.big(), p);
    BigInteger twice = qr[1].shiftLeft(1);
    int c = twice.compareTo(p);
    BigInteger q = c > 0 || c == 0 && qr[0].testBit(0) ? qr[0].add(BigInteger.ONE) : qr[0];
    return PyInt.of(q.multiply(p));
  }

  // ---- comparison, text ----

  static int compareValues(PyInt a, PyInt b) {
    return !a.isBig() && !b.isBig() ? Long.compare(a.value, b.value) : a.big().compareTo(b.big());
  }

  @RichCompare
  static PyObject compare(PyInt a, PyObject other, int op) {
    return other instanceof PyInt b ? Obj.compareResult(compareValues(a, b), op) : NI;
  }

  /** The hash that equal floats share. */
  public static long hashOf(PyInt a) {
    if (!a.isBig()) {
      long v = a.value;
      long m = FloatMath.HASH_MODULUS;
      if (v > -m && v < m) {
        return v == -1 ? -2 : v;
      }
      long r = v % m;
      return r == -1 ? -2 : r;
    }
    long r = a.big().abs().mod(BigInteger.valueOf(FloatMath.HASH_MODULUS)).longValue();
    r = a.signum() < 0 ? -r : r;
    return r == -1 ? -2 : r;
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyInt a) {
    return hashOf(a);
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyInt a) {
    return a.isBig() ? IntText.decimal(a.big()) : Long.toString(a.value);
  }

  @Builtin("__format__(self, format_spec, /)")
  static PyObject format(PyInt a, PyObject spec) {
    return NumberFormat.format(a, spec);
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyInt a) {
    return PyTuple.of(a.big().equals(BigInteger.valueOf(a.value)) ? PyInt.of(a.value) : a.plain());
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyInt a) {
    return 24 + 4L * Math.max(1, (a.big().abs().bitLength() + 29) / 30);
  }

  @Builtin("bit_length(self, /)")
  static long bitLength(PyInt a) {
    return a.isBig()
        ? a.big().abs().bitLength()
        : 64 - Long.numberOfLeadingZeros(Math.abs(a.value));
  }

  @Builtin("bit_count(self, /)")
  static long bitCount(PyInt a) {
    return a.isBig() ? a.big().abs().bitCount() : Long.bitCount(Math.abs(a.value));
  }

  @Builtin("as_integer_ratio(self, /)")
  static PyObject ratio(PyInt a) {
    return PyTuple.of(a.plain(), PyInt.ONE);
  }

  @Builtin("is_integer(self, /)")
  static boolean isInteger(PyInt a) {
    return true;
  }

  @Builtin("to_bytes(self, /, length=1, byteorder='big', *, signed=False)")
  static PyObject toBytes(PyInt a, PyObject length, PyObject order, boolean signed) {
    long n = length == null ? 1 : Arg.toLong(length);
    if (n < 0) {
      throw Exc.valueError("length argument must be non-negative");
    }
    boolean little = littleEndian(order);
    BigInteger v = a.big();
    if (v.signum() < 0 && !signed) {
      throw Exc.overflowError("can't convert negative int to unsigned");
    }
    int bits = signed ? v.bitLength() + (v.signum() == 0 ? 0 : 1) : v.bitLength();
    if (bits > 8 * n) {
      throw Exc.overflowError("int too big to convert");
    }
    byte[] out = new byte[(int) n];
    byte[] big = v.toByteArray();
    java.util.Arrays.fill(out, (byte) (v.signum() < 0 ? -1 : 0));
    for (int i = 0; i < out.length && i < big.length; i++) {
      out[out.length - 1 - i] = big[big.length - 1 - i];
    }
    if (little) {
      for (int i = 0; i < out.length / 2; i++) {
        byte t = out[i];
        out[i] = out[out.length - 1 - i];
        out[out.length - 1 - i] = t;
      }
    }
    return new PyBytes(out);
  }

  private static boolean littleEndian(PyObject order) {
    if (order == null) {
      return false;
    }
    if (!(order instanceof PyStr s)) {
      throw Exc.typeError("argument 'byteorder' must be str, not " + order.type.name);
    }
    if (s.value.equals("little")) {
      return true;
    }
    if (!s.value.equals("big")) {
      throw Exc.valueError("byteorder must be either 'little' or 'big'");
    }
    return false;
  }

  @Builtin(
      value = "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
      kind = Builtin.Kind.CLASS)
  static PyObject fromBytes(PyType cls, PyObject bytes, PyObject order, boolean signed) {
    boolean little = littleEndian(order);
    if (bytes instanceof PyInt || bytes instanceof PyStr) {
      throw Exc.typeError("cannot convert '" + bytes.type.name + "' object to bytes");
    }
    byte[] b =
        bytes instanceof Buffer
            ? Obj.bytesOf(bytes).clone()
            : Obj.bytesOf(PyBytes.TYPE.call1(bytes)).clone();
    if (little) {
      for (int i = 0; i < b.length / 2; i++) {
        byte t = b[i];
        b[i] = b[b.length - 1 - i];
        b[b.length - 1 - i] = t;
      }
    }
    BigInteger v =
        b.length == 0 ? BigInteger.ZERO : signed ? new BigInteger(b) : new BigInteger(1, b);
    PyInt i = PyInt.of(v);
    return cls == PyInt.TYPE ? i : cls.call1(i);
  }

  @Getter("real")
  static PyObject real(PyInt a) {
    return a.plain();
  }

  @Getter("imag")
  static PyObject imag(PyInt a) {
    return PyInt.ZERO;
  }

  @Getter("numerator")
  static PyObject numerator(PyInt a) {
    return a.plain();
  }

  @Getter("denominator")
  static PyObject denominator(PyInt a) {
    return PyInt.ONE;
  }
}
