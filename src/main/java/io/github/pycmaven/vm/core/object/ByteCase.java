package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.util.Arrays;

/** Letters, digits and columns of ASCII: the methods that bytes and bytearray share. */
@BuiltinType("bytes")
final class ByteCase {
  private static final int UPPER = 1;
  private static final int LOWER = 2;
  private static final int DIGIT = 4;
  private static final int SPACE = 8;

  private ByteCase() {}

  private static int kind(byte c) {
    if (c >= 'A' && c <= 'Z') {
      return UPPER;
    }
    if (c >= 'a' && c <= 'z') {
      return LOWER;
    }
    return c >= '0' && c <= '9' ? DIGIT : ByteText.isSpace(c) ? SPACE : 0;
  }

  private static boolean all(PyObject self, int kinds) {
    byte[] b = ByteText.raw(self);
    for (byte c : b) {
      if ((kind(c) & kinds) == 0) {
        return false;
      }
    }
    return b.length > 0;
  }

  @Builtin("isalpha(self, /)")
  static boolean isAlpha(PyObject self) {
    return all(self, UPPER | LOWER);
  }

  @Builtin("isalnum(self, /)")
  static boolean isAlnum(PyObject self) {
    return all(self, UPPER | LOWER | DIGIT);
  }

  @Builtin("isdigit(self, /)")
  static boolean isDigit(PyObject self) {
    return all(self, DIGIT);
  }

  @Builtin("isspace(self, /)")
  static boolean isSpace(PyObject self) {
    return all(self, SPACE);
  }

  @Builtin("isascii(self, /)")
  static boolean isAscii(PyObject self) {
    for (byte c : ByteText.raw(self)) {
      if (c < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean cased(PyObject self, int wanted, int other) {
    boolean found = false;
    for (byte c : ByteText.raw(self)) {
      int k = kind(c);
      if (k == other) {
        return false;
      }
      found |= k == wanted;
    }
    return found;
  }

  @Builtin("isupper(self, /)")
  static boolean isUpper(PyObject self) {
    return cased(self, UPPER, LOWER);
  }

  @Builtin("islower(self, /)")
  static boolean isLower(PyObject self) {
    return cased(self, LOWER, UPPER);
  }

  @Builtin("istitle(self, /)")
  static boolean isTitle(PyObject self) {
    boolean inside = false;
    boolean found = false;
    for (byte c : ByteText.raw(self)) {
      int k = kind(c);
      if (k == UPPER && inside || k == LOWER && !inside) {
        return false;
      }
      inside = k == UPPER || k == LOWER;
      found |= inside;
    }
    return found;
  }

  private static byte up(byte c) {
    return kind(c) == LOWER ? (byte) (c - 32) : c;
  }

  private static byte down(byte c) {
    return kind(c) == UPPER ? (byte) (c + 32) : c;
  }

  @Builtin("upper(self, /)")
  static PyObject upper(PyObject self) {
    byte[] b = ByteText.raw(self).clone();
    for (int i = 0; i < b.length; i++) {
      b[i] = up(b[i]);
    }
    return ByteText.like(self, b);
  }

  @Builtin("lower(self, /)")
  static PyObject lower(PyObject self) {
    byte[] b = ByteText.raw(self).clone();
    for (int i = 0; i < b.length; i++) {
      b[i] = down(b[i]);
    }
    return ByteText.like(self, b);
  }

  @Builtin("swapcase(self, /)")
  static PyObject swapCase(PyObject self) {
    byte[] b = ByteText.raw(self).clone();
    for (int i = 0; i < b.length; i++) {
      b[i] = kind(b[i]) == LOWER ? up(b[i]) : down(b[i]);
    }
    return ByteText.like(self, b);
  }

  @Builtin("capitalize(self, /)")
  static PyObject capitalize(PyObject self) {
    byte[] b = ByteText.raw(self).clone();
    for (int i = 0; i < b.length; i++) {
      b[i] = i == 0 ? up(b[i]) : down(b[i]);
    }
    return ByteText.like(self, b);
  }

  @Builtin("title(self, /)")
  static PyObject title(PyObject self) {
    byte[] b = ByteText.raw(self).clone();
    boolean inside = false;
    for (int i = 0; i < b.length; i++) {
      b[i] = inside ? down(b[i]) : up(b[i]);
      inside = (kind(b[i]) & (UPPER | LOWER)) != 0;
    }
    return ByteText.like(self, b);
  }

  private static PyObject pad(PyObject self, long width, PyObject fill, int where, String name) {
    byte f = ' ';
    if (fill != null) {
      if (!(fill instanceof PyBytes || fill instanceof PyByteArray)) {
        throw Exc.typeError(
            name
                + "() argument 2 must be a byte string of length 1, not "
                + (fill == PyNone.NONE ? "None" : fill.type.name));
      }
      byte[] given = ByteText.raw(fill);
      if (given.length != 1) {
        throw Exc.typeError(
            name
                + "(): argument 2 must be a byte string of length 1, not a "
                + fill.type.name
                + " object of length "
                + given.length);
      }
      f = given[0];
    }
    byte[] b = ByteText.raw(self);
    long total = width - b.length;
    if (total <= 0) {
      return ByteText.part(self, 0, b.length);
    }
    if (width > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    int left = (int) (where < 0 ? 0 : where > 0 ? total : total / 2 + (total & width & 1));
    byte[] out = new byte[(int) width];
    Arrays.fill(out, f);
    System.arraycopy(b, 0, out, left, b.length);
    return ByteText.like(self, out);
  }

  @Builtin("ljust(self, width, fillchar=b' ', /)")
  static PyObject ljust(PyObject self, long width, PyObject fill) {
    return pad(self, width, fill, -1, "ljust");
  }

  @Builtin("rjust(self, width, fillchar=b' ', /)")
  static PyObject rjust(PyObject self, long width, PyObject fill) {
    return pad(self, width, fill, 1, "rjust");
  }

  @Builtin("center(self, width, fillchar=b' ', /)")
  static PyObject center(PyObject self, long width, PyObject fill) {
    return pad(self, width, fill, 0, "center");
  }

  @Builtin("zfill(self, width, /)")
  static PyObject zfill(PyObject self, long width) {
    byte[] b = ByteText.raw(self);
    if (width <= b.length) {
      return ByteText.part(self, 0, b.length);
    }
    byte[] out = new byte[(int) width];
    Arrays.fill(out, (byte) '0');
    int gap = out.length - b.length;
    System.arraycopy(b, 0, out, gap, b.length);
    if (b.length > 0 && (b[0] == '+' || b[0] == '-')) {
      out[0] = b[0];
      out[gap] = '0';
    }
    return ByteText.like(self, out);
  }

  @Builtin("expandtabs(self, /, tabsize=8)")
  static PyObject expandTabs(PyObject self, int size) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    int column = 0;
    for (byte c : ByteText.raw(self)) {
      if (c == '\t') {
        int n = size > 0 ? size - column % size : 0;
        column += n;
        while (n-- > 0) {
          out.write(' ');
        }
      } else {
        out.write(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return ByteText.like(self, out.toByteArray());
  }
}
