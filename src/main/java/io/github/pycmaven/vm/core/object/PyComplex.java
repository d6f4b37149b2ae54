package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.util.FloatRepr;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;

/** {@code complex}. */
@BuiltinType("complex")
public class PyComplex extends PyObject {
  public static final PyType TYPE =
      PyType.builtin("complex", new PyComplexTable()).with(new ComplexArithmeticTable()).notWeak();
  public final double real;
  public final double imaginary;

  public PyComplex(double real, double imaginary) {
    super(TYPE);
    this.real = real;
    this.imaginary = imaginary;
  }

  static PyObject power(PyComplex a, PyComplex b) {
    if (b.real == 0 && b.imaginary == 0) {
      return new PyComplex(1, 0);
    }
    if (a.real == 0 && a.imaginary == 0) {
      if (b.imaginary != 0 || b.real < 0) {
        throw Exc.zeroDivision("zero to a negative or complex power");
      }
      return new PyComplex(0, 0);
    }
    double vabs = Math.hypot(a.real, a.imaginary);
    double len = Math.pow(vabs, b.real);
    double at = Math.atan2(a.imaginary, a.real);
    double phase = at * b.real;
    if (b.imaginary != 0) {
      len *= Math.exp(-at * b.imaginary);
      phase += b.imaginary * Math.log(vabs);
    }
    return new PyComplex(len * Math.cos(phase), len * Math.sin(phase));
  }

  private static String text(double v) {
    String s = FloatRepr.repr(v);
    return s.endsWith(".0") ? s.substring(0, s.length() - 2) : s;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyComplex self) {
    if (self.real == 0 && 1 / self.real > 0) {
      return text(self.imaginary) + "j";
    }
    String i = text(self.imaginary);
    return "(" + text(self.real) + (i.startsWith("-") ? "" : "+") + i + "j)";
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyComplex self) {
    long h = FloatMath.hash(self.real, self) + 1000003 * FloatMath.hash(self.imaginary, self);
    return h == -1 ? -2 : h;
  }

  @RichCompare
  static PyObject compare(PyComplex self, PyObject other, int op) {
    if (op != 2 && op != 3) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same;
    if (other instanceof PyComplex c) {
      same = self.real == c.real && self.imaginary == c.imaginary;
    } else if (other instanceof PyFloat || other instanceof PyInt) {
      same = self.imaginary == 0 && Obj.equal(new PyFloat(self.real), other);
    } else {
      return PyNotImplemented.INSTANCE;
    }
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__bool__(self, /)")
  static boolean truth(PyComplex self) {
    return self.real != 0 || self.imaginary != 0;
  }

  @Getter(value = "real", member = true)
  static double real(PyComplex self) {
    return self.real;
  }

  @Getter(value = "imag", member = true)
  static double imag(PyComplex self) {
    return self.imaginary;
  }
}
