package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;

/** Python's truth of constants. */
public final class Truth {
  private Truth() {}

  public static boolean of(Constant value) {
    if (value instanceof Constant.Singleton s) {
      return s == Constant.Singleton.TRUE || s == Constant.Singleton.ELLIPSIS;
    }
    if (value instanceof Constant.Int i) {
      return i.value() != 0;
    }
    if (value instanceof Constant.Float f) {
      return f.value() != 0;
    }
    if (value instanceof Constant.Complex z) {
      return z.real() != 0 || z.imaginary() != 0;
    }
    if (value instanceof Constant.Str s) {
      return !s.value().isEmpty();
    }
    if (value instanceof Constant.Bytes b) {
      return b.value().length != 0;
    }
    if (value instanceof Constant.Tuple t) {
      return !t.elements().isEmpty();
    }
    if (value instanceof Constant.FrozenSet set) {
      return !set.elements().isEmpty();
    }
    return true;
  }
}
