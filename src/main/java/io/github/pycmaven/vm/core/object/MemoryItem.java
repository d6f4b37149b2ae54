package io.github.pycmaven.vm.core.object;

/** Numbers as they lie in memory: what memoryview, struct and array read and write. */
public final class MemoryItem {
  private MemoryItem() {}

  /** The native size of a format's letter, 0 if there is no such format. */
  public static int size(char code) {
    switch (code) {
      case 'b':
      case 'B':
      case 'c':
      case '?':
        return 1;
      case 'h':
      case 'H':
      case 'e':
        return 2;
      case 'i':
      case 'I':
      case 'f':
        return 4;
      case 'l':
      case 'L':
      case 'q':
      case 'Q':
      case 'n':
      case 'N':
      case 'P':
      case 'd':
        return 8;
      default:
        return 0;
    }
  }

  /** Whether the letter is that of an integer with a sign. */
  public static boolean isSigned(char code) {
    return "bhilqn".indexOf(code) >= 0;
  }

  /** Whether the letter is that of an integer. */
  public static boolean isInteger(char code) {
    return "bBhHiIlLqQnNP".indexOf(code) >= 0;
  }

  /** The bits of an item, the upper ones zero. */
  public static long bits(byte[] b, int at, int size, boolean little) {
    long v = 0;
    for (int i = 0; i < size; i++) {
      v = v << 8 | b[little ? at + size - 1 - i : at + i] & 0xff;
    }
    return v;
  }

  /** Stores the lower bits. */
  public static void putBits(byte[] b, int at, int size, boolean little, long v) {
    for (int i = 0; i < size; i++) {
      b[little ? at + i : at + size - 1 - i] = (byte) (v >>> 8 * i);
    }
  }

  /** The value of an item. */
  public static PyObject read(char code, byte[] b, int at, int size, boolean little) {
    long v = bits(b, at, size, little);
    switch (code) {
      case 'c':
        return new PyBytes(new byte[] {(byte) v});
      case '?':
        return PyBool.of(v != 0);
      case 'd':
        return new PyFloat(Double.longBitsToDouble(v));
      case 'f':
        return new PyFloat(Float.intBitsToFloat((int) v));
      case 'e':
        return new PyFloat(halfToDouble((int) v));
      default:
        if (isSigned(code)) {
          return PyInt.of(v << 64 - 8 * size >> 64 - 8 * size);
        }
        return v >= 0
            ? PyInt.of(v)
            : PyInt.of(java.math.BigInteger.valueOf(v).add(java.math.BigInteger.ONE.shiftLeft(64)));
    }
  }

  /** Whether an integer fits an item. */
  public static boolean fits(PyInt v, char code, int size) {
    if (isSigned(code)) {
      return v.big().bitLength() < 8 * size;
    }
    return v.signum() >= 0 && v.big().bitLength() <= 8 * size;
  }

  /** The double of half-precision bits. */
  public static double halfToDouble(int h) {
    int e = h >> 10 & 31;
    int m = h & 1023;
    double v;
    if (e == 31) {
      v = m == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      v = e == 0 ? Math.scalb((double) m, -24) : Math.scalb(1024.0 + m, e - 25);
    }
    return (h & 0x8000) != 0 ? -v : v;
  }

  /** The half-precision bits of a double, rounded to even; -1 if it is too large. */
  public static int doubleToHalf(double d) {
    int sign = Double.doubleToRawLongBits(d) < 0 ? 0x8000 : 0;
    double a = Math.abs(d);
    if (Double.isNaN(d)) {
      return sign | 0x7e00;
    }
    if (Double.isInfinite(d)) {
      return sign | 0x7c00;
    }
    if (a < Math.scalb(1.0, -14)) {
      return sign | (int) Math.rint(Math.scalb(a, 24));
    }
    int e = Math.getExponent(a);
    int m = (int) Math.rint(Math.scalb(a, 10 - e));
    if (m == 2048) {
      m = 1024;
      e++;
    }
    return e > 15 ? -1 : sign | e + 15 << 10 | m - 1024;
  }
}
