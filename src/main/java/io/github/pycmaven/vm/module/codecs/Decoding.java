package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.Arrays;

/** Bytes of UTF-8 or ASCII to text; what is wrong goes to the error handler. */
final class Decoding {
  private final byte[] bytes;
  private final String name;
  private final String errors;
  private final boolean last;
  private int[] out;
  private int n;

  Decoding(byte[] bytes, String name, String errors, boolean last) {
    this.bytes = bytes;
    this.name = name;
    this.errors = errors;
    this.last = last;
    this.out = new int[bytes.length + 4];
  }

  private void put(int c) {
    if (n == out.length) {
      out = Arrays.copyOf(out, n * 2);
    }
    out[n++] = c;
  }

  PyObject run() {
    boolean utf8 = name.equals("utf-8");
    int i = 0;
    while (i < bytes.length) {
      int b = bytes[i] & 0xff;
      if (b < 0x80) {
        put(b);
        i++;
        continue;
      }
      if (!utf8) {
        i = handle(i, i + 1, "ordinal not in range(128)");
        continue;
      }
      int need =
          b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0;
      if (need == 0) {
        i = handle(i, i + 1, "invalid start byte");
        continue;
      }
      int c = b & 0x3f >> need;
      int k = 1;
      while (k <= need && i + k < bytes.length && continues(b, k, bytes[i + k] & 0xff)) {
        c = c << 6 | bytes[i + k] & 0x3f;
        k++;
      }
      if (k > need) {
        put(c);
        i += k;
      } else if (i + k < bytes.length) {
        i = handle(i, i + k, "invalid continuation byte");
      } else if (last) {
        i = handle(i, bytes.length, "unexpected end of data");
      } else {
        break;
      }
    }
    return PyTuple.of(PyStr.ofPoints(out, 0, n), PyInt.of(i));
  }

  private static boolean continues(int first, int k, int b) {
    if (b < 0x80 || b > 0xbf) {
      return false;
    }
    if (k > 1) {
      return true;
    }
    switch (first) {
      case 0xe0:
        return b >= 0xa0;
      case 0xed:
        return b < 0xa0;
      case 0xf0:
        return b >= 0x90;
      case 0xf4:
        return b < 0x90;
      default:
        return true;
    }
  }

  private int handle(int from, int to, String reason) {
    PyObject e =
        Exc.make(
            Exc.UnicodeDecodeError,
            PyStr.of(name),
            new PyBytes(bytes),
            PyInt.of(from),
            PyInt.of(to),
            PyStr.of(reason));
    PyObject r = CodecsModule.lookupError(errors).call1(e);
    if (!(r instanceof PyTuple t) || t.items.length != 2 || !(t.items[0] instanceof PyStr s)) {
      throw Exc.typeError("decoding error handler must return (str, int) tuple");
    }
    for (int i = 0; i < s.length(); i++) {
      put(s.at(i));
    }
    long next = Obj.index(t.items[1]).clipped();
    next = next < 0 ? next + bytes.length : next;
    if (next < 0 || next > bytes.length) {
      throw Exc.indexError("position " + next + " from error handler out of bounds");
    }
    return (int) next;
  }
}
