package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.io.ByteArrayOutputStream;

/** Backslash escapes as in source text, with the rules of str literals and of bytes literals. */
final class Escapes extends ByteDecoder {
  private static final String PLAIN = "\\'\"bftnrva";
  private static final String MEANING = "\\'\"\b\f\t\n\r\u000b\u0007";
  private static final PyStr GETCODE = PyStr.intern("lookup");

  private final boolean raw;

  Escapes(byte[] bytes, boolean raw, String errors, boolean last) {
    super(bytes, raw ? "rawunicodeescape" : "unicodeescape", errors, last);
    this.raw = raw;
  }

  private static int digit(int c) {
    int d = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    return d >= 0 && d < 16 && (c <= '9' || (c | 0x20) >= 'a') ? d : -1;
  }

  @Override
  int decode() {
    int warned = -1;
    int i = 0;
    while (i < bytes.length) {
      int c = bytes[i] & 0xff;
      if (c != '\\') {
        put(c);
        i++;
        continue;
      }
      int start = i++;
      if (raw) {
        int next = rawEscape(start);
        if (next == -1) {
          return start;
        }
        i = next;
        continue;
      }
      if (i >= bytes.length) {
        if (!last) {
          return start;
        }
        i = handle(start, i, "\\ at end of string");
        continue;
      }
      c = bytes[i++] & 0xff;
      int plain = PLAIN.indexOf(c);
      if (plain >= 0) {
        put(MEANING.charAt(plain));
      } else if (c >= '0' && c <= '7') {
        int v = c - '0';
        for (int k = 0; k < 2 && i < bytes.length && isOctal(bytes[i]); k++) {
          v = v * 8 + bytes[i++] - '0';
        }
        warned = v > 255 && warned < 0 ? v : warned;
        put(v);
      } else if (c == 'x' || c == 'u' || c == 'U') {
        int next = hexEscape(start, i, c);
        if (next == -1) {
          return start;
        }
        i = next;
      } else if (c == 'N') {
        int next = named(start, i);
        if (next == -1) {
          return start;
        }
        i = next;
      } else if (c != '\n') {
        warned = warned < 0 ? c : warned;
        put('\\');
        put(c);
      }
    }
    warn(warned);
    return i;
  }

  private static boolean isOctal(byte b) {
    return b >= '0' && b <= '7';
  }

  /** Warns of the first escape that is none. */
  static void warn(int c) {
    if (c > 255) {
      Obj.warn(
          Exc.DeprecationWarning,
          "\"\\"
              + Integer.toOctalString(c)
              + "\" is an invalid octal escape sequence. "
              + "Such sequences will not work in the future. ");
    } else if (c >= 0) {
      Obj.warn(
          Exc.DeprecationWarning,
          "\"\\"
              + (char) c
              + "\" is an invalid escape sequence. "
              + "Such sequences will not work in the future. ");
    }
  }

  private int hexEscape(int start, int from, int kind) {
    int count = kind == 'x' ? 2 : kind == 'u' ? 4 : 8;
    long v = 0;
    int i = from;
    for (int k = 0; k < count; k++, i++) {
      int d = i < bytes.length ? digit(bytes[i]) : -1;
      if (d < 0) {
        if (i >= bytes.length && !last) {
          return -1;
        }
        String form = "\\" + (char) kind + "XXXXXXXX".substring(0, count);
        return handle(start, i, "truncated " + form + " escape");
      }
      v = v << 4 | d;
    }
    if (v > 0x10ffff) {
      return handle(start, i, raw ? "\\Uxxxxxxxx out of range" : "illegal Unicode character");
    }
    put((int) v);
    return i;
  }

  private int rawEscape(int start) {
    int i = start + 1;
    if (i >= bytes.length) {
      if (!last) {
        return -1;
      }
      put('\\');
      return i;
    }
    int c = bytes[i];
    if (c == 'u' || c == 'U') {
      return hexEscape(start, i + 1, c);
    }
    put('\\');
    put(c & 0xff);
    return i + 1;
  }

  private int named(int start, int from) {
    String bad = "malformed \\N character escape";
    if (from >= bytes.length) {
      return last ? handle(start, from, bad) : -1;
    }
    if (bytes[from] != '{') {
      return handle(start, from, bad);
    }
    int i = from + 1;
    while (i < bytes.length && bytes[i] != '}') {
      i++;
    }
    if (i >= bytes.length) {
      return last ? handle(start, i, bad) : -1;
    }
    if (i == from + 1) {
      return handle(start, i, bad);
    }
    String name =
        new String(bytes, from + 1, i - from - 1, java.nio.charset.StandardCharsets.ISO_8859_1);
    try {
      PyObject c = Obj.getAttr(Obj.importModule("unicodedata"), GETCODE).call1(PyStr.of(name));
      if (c instanceof PyStr s && s.length() == 1) {
        put(s.at(0));
        return i + 1;
      }
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      if (!e.matches(Exc.KeyError)) {
        throw e;
      }
    }
    return handle(start, i + 1, "unknown Unicode character name");
  }

  /** Text with escapes for what is not ASCII (or not Latin-1, if raw). */
  static PyBytes encode(PyStr text, boolean raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      int c = text.at(i);
      if (c > 0xffff) {
        hex(out, 'U', c, 8);
      } else if (c > 0xff) {
        hex(out, 'u', c, 4);
      } else if (raw || c >= ' ' && c < 127 && c != '\\') {
        out.write(c);
      } else {
        int plain = "\t\n\r\\".indexOf(c);
        if (plain >= 0) {
          out.write('\\');
          out.write("tnr\\".charAt(plain));
        } else {
          hex(out, 'x', c, 2);
        }
      }
    }
    return new PyBytes(out.toByteArray());
  }

  private static void hex(ByteArrayOutputStream out, char kind, int v, int digits) {
    out.write('\\');
    out.write(kind);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.write("0123456789abcdef".charAt(v >> shift & 15));
    }
  }

  /** The bytes of a bytes literal. */
  static PyObject decodeBytes(byte[] b, String errors) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    int warned = -1;
    int i = 0;
    while (i < b.length) {
      if (b[i] != '\\') {
        out.write(b[i++]);
        continue;
      }
      if (++i >= b.length) {
        throw Exc.valueError("Trailing \\ in string");
      }
      int c = b[i++] & 0xff;
      int plain = PLAIN.indexOf(c);
      if (plain >= 0) {
        out.write(MEANING.charAt(plain));
      } else if (c >= '0' && c <= '7') {
        int v = c - '0';
        for (int k = 0; k < 2 && i < b.length && isOctal(b[i]); k++) {
          v = v * 8 + b[i++] - '0';
        }
        warned = v > 255 && warned < 0 ? v : warned;
        out.write(v);
      } else if (c == 'x') {
        int high = i < b.length ? digit(b[i]) : -1;
        int low = high >= 0 && i + 1 < b.length ? digit(b[i + 1]) : -1;
        if (low >= 0) {
          out.write(high << 4 | low);
          i += 2;
          continue;
        }
        badHex(out, i - 2, errors);
        i += high >= 0 ? 1 : 0;
      } else if (c != '\n') {
        warned = warned < 0 ? c : warned;
        out.write('\\');
        i--;
      }
    }
    warn(warned);
    return PyTuple.of(new PyBytes(out.toByteArray()), PyInt.of(b.length));
  }

  private static void badHex(ByteArrayOutputStream out, int at, String errors) {
    if (errors == null || errors.equals("strict")) {
      throw Exc.valueError("invalid \\x escape at position " + at);
    }
    if (errors.equals("replace")) {
      out.write('?');
    } else if (!errors.equals("ignore")) {
      throw Exc.valueError("decoding error; unknown error handling code: " + errors);
    }
  }

  /** Bytes with escapes. */
  static PyObject encodeBytes(PyObject data) {
    if (!(data instanceof PyBytes p)) {
      throw Exc.typeError("escape_encode() argument 1 must be bytes, not " + data.type.name);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(p.value.length + 8);
    for (byte x : p.value) {
      int c = x & 0xff;
      int plain = "\t\n\r\\'".indexOf(c);
      if (plain >= 0) {
        out.write('\\');
        out.write("tnr\\'".charAt(plain));
      } else if (c < ' ' || c >= 127) {
        hex(out, 'x', c, 2);
      } else {
        out.write(c);
      }
    }
    return PyTuple.of(new PyBytes(out.toByteArray()), PyInt.of(p.value.length));
  }
}
