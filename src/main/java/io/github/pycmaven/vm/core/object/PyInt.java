package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import java.math.BigInteger;

/**
 * {@code int}: a long, or in the subclass {@link Big} a {@link BigInteger} outside of long's range.
 *
 * <p>{@code getClass() == PyInt.class} tests for exactly {@code int} with a small value.
 */
public class PyInt extends PyObject {
  public static final PyType TYPE = PyType.builtin("int", new IntMethodsTable()).notWeak();
  private static final int CACHED_BELOW = -128;
  private static final PyInt[] CACHE = new PyInt[128 + 1024];
  public static final PyInt ZERO;
  public static final PyInt ONE;
  static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new PyInt(TYPE, i + CACHED_BELOW);
    }
    ZERO = CACHE[128];
    ONE = CACHE[129];
  }

  /** The value, if it is small. */
  public final long value;

  protected PyInt(PyType type, long value) {
    super(type);
    this.value = value;
  }

  /** The int of a long. */
  public static PyInt of(long v) {
    if (v >= CACHED_BELOW && v < 1024) {
      return CACHE[(int) v - CACHED_BELOW];
    }
    return new PyInt(TYPE, v);
  }

  /** The int of a big value, small if it fits. */
  public static PyInt of(BigInteger v) {
    if (v.bitLength() < 64) {
      return of(v.longValue());
    }
    return new Big(TYPE, v);
  }

  /** Whether the value does not fit a long. */
  public boolean isBig() {
    return false;
  }

  /** The value as a BigInteger. */
  public BigInteger big() {
    return BigInteger.valueOf(value);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(value);
  }

  /** The same value as exactly an {@code int}. */
  public PyInt plain() {
    return type == TYPE ? this : of(value);
  }

  /** The value clipped to the range of a long. */
  public final long clipped() {
    return isBig() ? (signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : value;
  }

  /** The value clipped to the range of an int. */
  public final int clippedInt() {
    long v = clipped();
    return v < Integer.MIN_VALUE
        ? Integer.MIN_VALUE
        : v > Integer.MAX_VALUE ? Integer.MAX_VALUE : (int) v;
  }

  /** An int outside of long's range. */
  static class Big extends PyInt {
    final BigInteger big;

    Big(PyType type, BigInteger big) {
      super(type, big.longValue());
      this.big = big;
    }

    @Override
    public boolean isBig() {
      return big.bitLength() >= 64;
    }

    @Override
    public BigInteger big() {
      return big;
    }

    @Override
    public int signum() {
      return big.signum();
    }

    @Override
    public PyInt plain() {
      return type == TYPE ? this : of(big);
    }
  }

  /** An instance of a class that derives from int. */
  static final class Sub extends Big {
    private final Extras extras = new Extras();

    Sub(PyType type, BigInteger value) {
      super(type, value);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  @Override
  public String toString() {
    return isBig() ? IntText.toString(big(), 10) : Long.toString(value);
  }
}
