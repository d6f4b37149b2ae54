package io.github.pycmaven.vm.module.array;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;

/** The type codes of arrays: sizes, reading and writing of one item. */
final class ItemCode {
  static final String ALL = "bBuwhHiIlLqQfd";

  private ItemCode() {}

  static boolean isText(char code) {
    return code == 'u' || code == 'w';
  }

  static int size(char code) {
    return isText(code) ? 4 : MemoryItem.size(code);
  }

  static PyObject read(char code, byte[] b, int at) {
    switch (code) {
      case 'B':
        return PyInt.of(b[at] & 0xff);
      case 'b':
        return PyInt.of(b[at]);
      case 'i':
        return PyInt.of((int) MemoryItem.bits(b, at, 4, true));
      case 'd':
        return new PyFloat(Double.longBitsToDouble(MemoryItem.bits(b, at, 8, true)));
      case 'u':
      case 'w':
        int c = (int) MemoryItem.bits(b, at, 4, true);
        if (c < 0 || c > 0x10ffff) {
          throw Exc.valueError(
              "character U+" + Integer.toHexString(c) + " is not in range [U+0000; U+10ffff]");
        }
        return PyStr.ofPoint(c);
      default:
        return MemoryItem.read(code, b, at, MemoryItem.size(code), true);
    }
  }

  /** The bits that an item is stored as. */
  static long bits(char code, PyObject v) {
    switch (code) {
      case 'd':
        return Double.doubleToRawLongBits(Obj.toDouble(v));
      case 'f':
        return Float.floatToRawIntBits((float) Obj.toDouble(v));
      case 'u':
      case 'w':
        if (!(v instanceof PyStr s)) {
          throw Exc.typeError("array item must be a unicode character, not " + v.type.name);
        }
        if (s.length() != 1) {
          throw Exc.typeError(
              "array item must be a unicode character, not a string of length " + s.length());
        }
        return s.at(0);
      default:
        return integer(code, v);
    }
  }

  private static long integer(char code, PyObject v) {
    PyInt i = Obj.index(v);
    int size = MemoryItem.size(code);
    if (!i.isBig() && size < 8 && MemoryItem.isSigned(code)) {
      long x = i.value;
      int unused = 64 - 8 * size;
      if (x << unused >> unused == x) {
        return x;
      }
    } else if (MemoryItem.fits(i, code, size)) {
      return i.big().longValue();
    }
    throw Exc.overflowError(problem(code, i));
  }

  private static String problem(char code, PyInt i) {
    boolean low = i.signum() < 0;
    String side = low ? " is less than minimum" : " is greater than maximum";
    boolean tooLong = i.isBig();
    switch (code) {
      case 'b':
        return tooLong ? "Python int too large to convert to C long" : "signed char" + side;
      case 'B':
        return tooLong
            ? "Python int too large to convert to C long"
            : "unsigned byte integer" + side;
      case 'h':
        return tooLong
            ? "Python int too large to convert to C long"
            : "signed short integer" + side;
      case 'H':
        return tooLong ? "Python int too large to convert to C long" : "unsigned short" + side;
      case 'i':
        return tooLong ? "Python int too large to convert to C long" : "signed integer" + side;
      case 'I':
      case 'L':
        if (low) {
          return "can't convert negative value to unsigned int";
        }
        return tooLong
            ? "Python int too large to convert to C unsigned long"
            : "unsigned int is greater than maximum";
      case 'Q':
        return low
            ? "can't convert negative value to unsigned int"
            : "Python int too large to convert to C unsigned long long";
      default:
        return code == 'q' ? "int too big to convert" : "Python int too large to convert to C long";
    }
  }
}
