package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Makes frozensets of constants: of elements that Python finds equal, only the first stays. */
public final class FrozenSets {
  private FrozenSets() {}

  public static Constant of(Constant[] values) {
    List<Constant> elements = new ArrayList<>(values.length);
    for (Constant value : values) {
      boolean isNew = true;
      for (Constant element : elements) {
        isNew &= !equal(element, value);
      }
      if (isNew) {
        elements.add(value);
      }
    }
    return new Constant.FrozenSet(elements);
  }

  /** Python's {@code is} or {@code ==}. */
  static boolean equal(Constant a, Constant b) {
    if (a == b) {
      return true;
    }
    if (a instanceof Constant.Tuple x && b instanceof Constant.Tuple y) {
      boolean same = x.elements().size() == y.elements().size();
      for (int i = 0; same && i < x.elements().size(); i++) {
        same = equal(x.elements().get(i), y.elements().get(i));
      }
      return same;
    }
    if (a instanceof Constant.Slice x && b instanceof Constant.Slice y) {
      return equal(x.start(), y.start()) && equal(x.stop(), y.stop()) && equal(x.step(), y.step());
    }
    if (a instanceof Constant.Complex || b instanceof Constant.Complex) {
      return equalReal(realPart(a), realPart(b)) && equalReal(imaginaryPart(a), imaginaryPart(b));
    }
    if (Numbers.isReal(a) || Numbers.isReal(b)) {
      return equalReal(a, b);
    }
    return a.equals(b);
  }

  private static Constant realPart(Constant value) {
    return value instanceof Constant.Complex z ? new Constant.Float(z.real()) : value;
  }

  private static Constant imaginaryPart(Constant value) {
    return new Constant.Float(value instanceof Constant.Complex z ? z.imaginary() : 0);
  }

  private static boolean equalReal(Constant a, Constant b) {
    if (!Numbers.isReal(a) || !Numbers.isReal(b)) {
      return false;
    }
    BigInteger x = Numbers.integer(a);
    BigInteger y = Numbers.integer(b);
    if (x != null && y != null) {
      return x.equals(y);
    }
    if (x == null && y == null) {
      return Numbers.real(a) == Numbers.real(b);
    }
    double real = Numbers.real(x == null ? a : b);
    BigInteger whole = x == null ? y : x;
    return Math.abs(real) <= Double.MAX_VALUE
        && new BigDecimal(real).compareTo(new BigDecimal(whole)) == 0;
  }
}
