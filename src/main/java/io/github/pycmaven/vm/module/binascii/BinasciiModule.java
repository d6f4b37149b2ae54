package io.github.pycmaven.vm.module.binascii;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.ByteText;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The module {@code binascii}: base 64, hexadecimal digits, checksums; uuencoded lines.
 *
 * @cpython Modules/binascii.c
 */
@BuiltinModule("binascii")
public final class BinasciiModule {
  private static final PyType ERROR = Exc.declare("binascii", "Error", Exc.ValueError);
  private static final byte[] LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
          .getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < 64; i++) {
      VALUES[LETTERS[i]] = (byte) i;
    }
  }

  private BinasciiModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new BinasciiModuleTable());
    m.add(new QuotedPrintableTable());
    m.dict.put("Error", ERROR);
    m.dict.put("Incomplete", Exc.declare("binascii", "Incomplete", Exc.Exception));
    return m;
  }

  private static PyRaise error(String message) {
    return Exc.raise((PyException) ERROR.call1(PyStr.of(message)));
  }

  /** The bytes of a buffer or of a str that is all ASCII. */
  static byte[] ascii(PyObject o) {
    if (o instanceof PyStr s) {
      String t = s.value;
      byte[] b = new byte[t.length()];
      for (int i = 0; i < b.length; i++) {
        char c = t.charAt(i);
        if (c > 127) {
          throw Exc.valueError("string argument should contain only ASCII characters");
        }
        b[i] = (byte) c;
      }
      return b;
    }
    if (!isBuffer(o)) {
      throw Exc.typeError(
          "argument should be bytes, buffer or ASCII string, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  private static boolean isBuffer(PyObject o) {
    return Obj.isBytesLike(o) || Obj.special(o, PyStr.intern("__buffer__")) != null;
  }

  static byte[] bytes(PyObject o) {
    if (!isBuffer(o)) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  @Builtin("b2a_base64(data, /, *, newline=True)")
  static PyObject toBase64(PyObject data, boolean newline) {
    byte[] b = bytes(data);
    byte[] out = new byte[(b.length + 2) / 3 * 4 + (newline ? 1 : 0)];
    int n = 0;
    int i = 0;
    for (; i + 2 < b.length; i += 3) {
      int v = (b[i] & 0xff) << 16 | (b[i + 1] & 0xff) << 8 | b[i + 2] & 0xff;
      out[n++] = LETTERS[v >> 18];
      out[n++] = LETTERS[v >> 12 & 63];
      out[n++] = LETTERS[v >> 6 & 63];
      out[n++] = LETTERS[v & 63];
    }
    if (i < b.length) {
      boolean two = i + 1 < b.length;
      int v = (b[i] & 0xff) << 16 | (two ? (b[i + 1] & 0xff) << 8 : 0);
      out[n++] = LETTERS[v >> 18];
      out[n++] = LETTERS[v >> 12 & 63];
      out[n++] = two ? LETTERS[v >> 6 & 63] : (byte) '=';
      out[n++] = '=';
    }
    if (newline) {
      out[n] = '\n';
    }
    return new PyBytes(out);
  }

  @Builtin("a2b_base64(data, /, *, strict_mode=False)")
  static PyObject fromBase64(PyObject data, boolean strict) {
    byte[] b = ascii(data);
    byte[] out = new byte[(b.length + 3) / 4 * 3];
    int n = 0;
    int quad = 0;
    int left = 0;
    int pads = 0;
    boolean padded = false;
    if (strict && b.length > 0 && b[0] == '=') {
      throw error("Leading padding not allowed");
    }
    for (int i = 0; i < b.length; i++) {
      if (b[i] == '=') {
        padded = true;
        if (strict && quad == 0) {
          throw error("Excess padding not allowed");
        }
        if (quad >= 2 && quad + ++pads >= 4) {
          if (strict && i + 1 < b.length) {
            throw error("Excess data after padding");
          }
          return new PyBytes(Arrays.copyOf(out, n));
        }
        continue;
      }
      int v = VALUES[b[i] & 0xff];
      if (v < 0) {
        if (strict) {
          throw error("Only base64 data is allowed");
        }
        continue;
      }
      if (strict && padded) {
        throw error("Discontinuous padding not allowed");
      }
      pads = 0;
      if (quad > 0) {
        // 2, 4, 6 bits of this letter end the byte that the one before began.
        out[n++] = (byte) (left << 2 * quad | v >> 6 - 2 * quad);
      }
      left = v & (1 << 6 - 2 * quad) - 1;
      quad = quad + 1 & 3;
    }
    if (quad == 1) {
      throw error(
          "Invalid base64-encoded string: number of data characters ("
              + (n / 3 * 4 + 1)
              + ") cannot be 1 more than a multiple of 4");
    }
    if (quad != 0) {
      throw error("Incorrect padding");
    }
    return new PyBytes(Arrays.copyOf(out, n));
  }

  @Builtin("b2a_hex(data, sep=<unrepresentable>, bytes_per_sep=1)")
  static PyObject toHex(PyObject data, PyObject sep, int group) {
    return PyBytes.latin1(ByteText.hex(bytes(data), sep, group));
  }

  @Builtin("hexlify(data, sep=<unrepresentable>, bytes_per_sep=1)")
  static PyObject hexlify(PyObject data, PyObject sep, int group) {
    return toHex(data, sep, group);
  }

  @Builtin("a2b_hex(hexstr, /)")
  static PyObject fromHex(PyObject text) {
    byte[] b = ascii(text);
    if (b.length % 2 != 0) {
      throw error("Odd-length string");
    }
    byte[] out = new byte[b.length / 2];
    for (int i = 0; i < out.length; i++) {
      int high = QuotedPrintable.digit(b[2 * i]);
      int low = QuotedPrintable.digit(b[2 * i + 1]);
      if (high < 0 || low < 0) {
        throw error("Non-hexadecimal digit found");
      }
      out[i] = (byte) (high << 4 | low);
    }
    return new PyBytes(out);
  }

  @Builtin("unhexlify(hexstr, /)")
  static PyObject unhexlify(PyObject text) {
    return fromHex(text);
  }

  @Builtin("crc32(data, crc=0, /)")
  static long crc32(PyObject data, PyObject start) {
    return crc32(bytes(data), start == null ? 0 : (int) Obj.index(start).big().longValue());
  }

  /** CRC-32 going on from a value. */
  public static long crc32(byte[] b, int start) {
    if (start == 0) {
      CRC32 c = new CRC32();
      c.update(b);
      return c.getValue();
    }
    int c = ~start;
    for (byte x : b) {
      c ^= x & 0xff;
      for (int k = 0; k < 8; k++) {
        c = (c & 1) != 0 ? c >>> 1 ^ 0xedb88320 : c >>> 1;
      }
    }
    return ~c & 0xffffffffL;
  }

  @Builtin("crc_hqx(data, crc, /)")
  static int crcHqx(PyObject data, PyObject start) {
    byte[] b = bytes(data);
    int c = (int) Obj.index(start).big().longValue() & 0xffff;
    for (byte x : b) {
      c ^= (x & 0xff) << 8;
      for (int k = 0; k < 8; k++) {
        c = (c & 0x8000) != 0 ? c << 1 ^ 0x1021 : c << 1;
      }
      c &= 0xffff;
    }
    return c;
  }

  @Builtin("b2a_uu(data, /, *, backtick=False)")
  static PyObject toUu(PyObject data, boolean backtick) {
    byte[] b = bytes(data);
    if (b.length > 45) {
      throw error("At most 45 bytes at once");
    }
    byte[] out = new byte[2 + (b.length + 2) / 3 * 4];
    int n = 0;
    out[n++] = uu(b.length, backtick);
    for (int i = 0; i < b.length; i += 3) {
      int v =
          (b[i] & 0xff) << 16
              | (i + 1 < b.length ? (b[i + 1] & 0xff) << 8 : 0)
              | (i + 2 < b.length ? b[i + 2] & 0xff : 0);
      for (int shift = 18; shift >= 0; shift -= 6) {
        out[n++] = uu(v >> shift & 63, backtick);
      }
    }
    out[n] = '\n';
    return new PyBytes(out);
  }

  private static byte uu(int v, boolean backtick) {
    return (byte) (v == 0 && backtick ? '`' : v + ' ');
  }

  @Builtin("a2b_uu(data, /)")
  static PyObject fromUu(PyObject data) {
    byte[] b = ascii(data);
    int length = b.length == 0 ? 32 : b[0] - ' ' & 63;
    byte[] out = new byte[length];
    int at = 1;
    int bits = 0;
    int have = 0;
    int n = 0;
    for (; n < length; at++) {
      int c = at < b.length ? b[at] & 0xff : 0;
      if (c == '\n' || c == '\r' || at >= b.length) {
        c = 0;
      } else if (c < ' ' || c > ' ' + 64) {
        throw error("Illegal char");
      } else {
        c = c - ' ' & 63;
      }
      bits = bits << 6 | c;
      have += 6;
      if (have >= 8) {
        have -= 8;
        out[n++] = (byte) (bits >> have);
        bits &= (1 << have) - 1;
      }
    }
    for (; at < b.length; at++) {
      if (b[at] != ' ' && b[at] != '`' && b[at] != '\n' && b[at] != '\r') {
        throw error("Trailing garbage");
      }
    }
    return new PyBytes(out);
  }
}
