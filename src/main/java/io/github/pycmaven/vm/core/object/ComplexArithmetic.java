package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;

/**
 * Construction and arithmetic of complex numbers. A real operand stays real: it has no imaginary
 * part whose sign could matter.
 *
 * @cpython Objects/complexobject.c
 */
@BuiltinType("complex")
final class ComplexArithmetic {
  private static final PyObject NI = PyNotImplemented.INSTANCE;

  private ComplexArithmetic() {}

  private static final class Sub extends PyComplex {
    private final Extras extras = new Extras();

    Sub(PyType type, double re, double im) {
      super(re, im);
      this.type = type;
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  private static PyObject make(PyType cls, double re, double im) {
    return cls == PyComplex.TYPE ? new PyComplex(re, im) : new Sub(cls, re, im);
  }

  @Builtin("__new__(cls, real=0, imag=0)")
  static PyObject create(PyType cls, PyObject real, PyObject imag) {
    if (real instanceof PyStr s) {
      if (imag != null) {
        throw Exc.typeError("complex() argument 'real' must be a real number, not str");
      }
      PyComplex c = ComplexText.parse(s);
      return make(cls, c.real, c.imaginary);
    }
    if (imag == null && real != null && real.type == PyComplex.TYPE && cls == PyComplex.TYPE) {
      return real;
    }
    if (imag instanceof PyStr) {
      throw Exc.typeError("complex() argument 'imag' must be a real number, not str");
    }
    PyComplex a = part(real, "real");
    // Only the real part may come of a __complex__ method.
    PyComplex b = imag instanceof PyComplex c ? c : null;
    if (imag != null) {
      warnIfComplex(a, real, "real");
      warnIfComplex(b, imag, "imag");
    }
    double re = a == null ? real == null ? 0 : real(real, imag == null ? null : "real") : a.real;
    double im = a == null ? 0 : a.imaginary;
    if (b != null) {
      re -= b.imaginary;
      im = a == null ? b.real : im + b.real;
    } else if (imag != null) {
      double v = real(imag, "imag");
      im = a == null ? v : im + v;
    }
    return make(cls, re, im);
  }

  private static void warnIfComplex(PyComplex found, PyObject given, String name) {
    if (found != null) {
      Obj.warn(
          Exc.DeprecationWarning,
          "complex() argument '" + name + "' must be a real number, not " + given.type.fullName());
    }
  }

  private static PyComplex part(PyObject o, String name) {
    if (o instanceof PyComplex c) {
      return c;
    }
    if (o == null || o instanceof PyFloat || o instanceof PyInt) {
      return null;
    }
    PyObject f = Obj.special(o, PyStr.intern("__complex__"));
    if (f == null) {
      return null;
    }
    PyObject r = f.call0();
    if (!(r instanceof PyComplex c)) {
      throw Exc.typeError(o.type.name + ".__complex__() must return a complex, not " + r.type.name);
    }
    return c;
  }

  private static double real(PyObject o, String name) {
    if (!(o instanceof PyFloat)
        && o.type.slot(Slot.FLOAT) == null
        && o.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError(
          name == null
              ? "complex() argument must be a string or a number, not " + o.type.name
              : "complex() argument '" + name + "' must be a real number, not " + o.type.name);
    }
    return Obj.toDouble(o);
  }

  private static boolean isReal(PyObject o) {
    return o instanceof PyFloat || o instanceof PyInt;
  }

  private static PyObject of(double re, double im) {
    return new PyComplex(re, im);
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyComplex a, PyObject o) {
    if (o instanceof PyComplex b) {
      return of(a.real + b.real, a.imaginary + b.imaginary);
    }
    return isReal(o) ? of(a.real + Obj.toDouble(o), a.imaginary) : NI;
  }

  @Builtin("__radd__(self, value, /)")
  static PyObject radd(PyComplex a, PyObject o) {
    return add(a, o);
  }

  @Builtin("__sub__(self, value, /)")
  static PyObject sub(PyComplex a, PyObject o) {
    if (o instanceof PyComplex b) {
      return of(a.real - b.real, a.imaginary - b.imaginary);
    }
    return isReal(o) ? of(a.real - Obj.toDouble(o), a.imaginary) : NI;
  }

  @Builtin("__rsub__(self, value, /)")
  static PyObject rsub(PyComplex b, PyObject o) {
    return isReal(o) ? of(Obj.toDouble(o) - b.real, -b.imaginary) : NI;
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyComplex a, PyObject o) {
    if (o instanceof PyComplex b) {
      return ComplexProducts.product(a.real, a.imaginary, b.real, b.imaginary);
    }
    if (!isReal(o)) {
      return NI;
    }
    double d = Obj.toDouble(o);
    return of(a.real * d, a.imaginary * d);
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyComplex a, PyObject o) {
    return mul(a, o);
  }

  @Builtin("__truediv__(self, value, /)")
  static PyObject divide(PyComplex a, PyObject o) {
    if (o instanceof PyComplex b) {
      return ComplexProducts.quotient(a.real, a.imaginary, b.real, b.imaginary);
    }
    if (!isReal(o)) {
      return NI;
    }
    double d = Obj.toDouble(o);
    if (d == 0) {
      throw Exc.zeroDivision("division by zero");
    }
    return of(a.real / d, a.imaginary / d);
  }

  @Builtin("__rtruediv__(self, value, /)")
  static PyObject rdivide(PyComplex b, PyObject o) {
    return isReal(o) ? ComplexProducts.quotient(Obj.toDouble(o), b.real, b.imaginary) : NI;
  }

  private static PyComplex whole(PyObject o) {
    if (o instanceof PyComplex c) {
      return c;
    }
    return isReal(o) ? new PyComplex(Obj.toDouble(o), 0) : null;
  }

  private static PyObject power(PyComplex a, PyComplex b, PyObject mod) {
    if (mod != null && mod != PyNone.NONE) {
      throw Exc.valueError("complex modulo");
    }
    if (b.imaginary == 0 && b.real == Math.floor(b.real) && Math.abs(b.real) <= 100) {
      return finite((PyComplex) integral(a, (int) b.real));
    }
    return finite((PyComplex) PyComplex.power(a, b));
  }

  private static PyObject finite(PyComplex r) {
    if (Double.isInfinite(r.real) || Double.isInfinite(r.imaginary)) {
      throw Exc.overflowError("complex exponentiation");
    }
    return r;
  }

  /** A power by squaring, the way that loses least for small exponents. */
  private static PyObject integral(PyComplex a, int n) {
    PyComplex r = new PyComplex(1, 0);
    PyComplex p = a;
    for (int k = Math.abs(n); k > 0; k >>= 1) {
      if ((k & 1) != 0) {
        r = (PyComplex) mul(r, p);
      }
      p = (PyComplex) mul(p, p);
    }
    if (n >= 0) {
      return r;
    }
    if (a.real == 0 && a.imaginary == 0) {
      throw Exc.zeroDivision("zero to a negative or complex power");
    }
    return ComplexProducts.quotient(1, 0, r.real, r.imaginary);
  }

  @Builtin("__pow__(self, value, mod=None, /)")
  static PyObject pow(PyComplex a, PyObject o, PyObject mod) {
    PyComplex b = whole(o);
    return b == null ? NI : power(a, b, mod);
  }

  @Builtin("__rpow__(self, value, mod=None, /)")
  static PyObject rpow(PyComplex b, PyObject o, PyObject mod) {
    PyComplex a = whole(o);
    return a == null ? NI : power(a, b, mod);
  }

  @Builtin("__neg__(self, /)")
  static PyObject negative(PyComplex a) {
    return of(-a.real, -a.imaginary);
  }

  @Builtin("__pos__(self, /)")
  static PyObject positive(PyComplex a) {
    return a.type == PyComplex.TYPE ? a : of(a.real, a.imaginary);
  }

  @Builtin("__abs__(self, /)")
  static double absolute(PyComplex a) {
    double r = Math.hypot(a.real, a.imaginary);
    if (Double.isInfinite(r) && !Double.isInfinite(a.real) && !Double.isInfinite(a.imaginary)) {
      throw Exc.overflowError("absolute value too large");
    }
    return r;
  }

  @Builtin("conjugate(self, /)")
  static PyObject conjugate(PyComplex a) {
    return of(a.real, -a.imaginary);
  }

  @Builtin(value = "from_number(cls, number, /)", kind = Builtin.Kind.CLASS)
  static PyObject fromNumber(PyType cls, PyObject number) {
    if (number.type == PyComplex.TYPE && cls == PyComplex.TYPE) {
      return number;
    }
    PyComplex c = part(number, "real");
    if (c == null
        && !(number instanceof PyFloat)
        && number.type.slot(Slot.FLOAT) == null
        && number.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("must be real number, not " + number.type.name);
    }
    PyObject value = c != null ? of(c.real, c.imaginary) : new PyComplex(Obj.toDouble(number), 0);
    return cls == PyComplex.TYPE ? value : cls.call1(value);
  }

  @Builtin("__format__(self, format_spec, /)")
  static PyObject format(PyComplex self, PyObject spec) {
    return NumberFormat.format(self, spec);
  }

  @Builtin("__complex__(self, /)")
  static PyObject complex(PyComplex a) {
    return positive(a);
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyComplex a) {
    return PyTuple.of(new PyFloat(a.real), new PyFloat(a.imaginary));
  }
}
