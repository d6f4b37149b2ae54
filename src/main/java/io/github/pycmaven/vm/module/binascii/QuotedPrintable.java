package io.github.pycmaven.vm.module.binascii;

import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.io.ByteArrayOutputStream;

/** Quoted-printable text. */
@BuiltinModule("binascii")
final class QuotedPrintable {
  private static final int LINE = 76;

  private QuotedPrintable() {}

  /** The value of a hexadecimal digit, -1 if it is none. */
  static int digit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int l = c | 0x20;
    return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
  }

  @Builtin("a2b_qp(data, header=False)")
  static PyObject decode(PyObject data, boolean header) {
    byte[] b = BinasciiModule.ascii(data);
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    int i = 0;
    while (i < b.length) {
      if (b[i] != '=') {
        out.write(header && b[i] == '_' ? ' ' : b[i]);
        i++;
        continue;
      }
      i++;
      if (i >= b.length) {
        break;
      }
      if (b[i] == '\n' || b[i] == '\r') {
        while (i < b.length && b[i] != '\n') {
          i++;
        }
        i++;
      } else if (b[i] == '=') {
        out.write('=');
        i++;
      } else if (i + 1 < b.length && digit(b[i]) >= 0 && digit(b[i + 1]) >= 0) {
        out.write(digit(b[i]) << 4 | digit(b[i + 1]));
        i += 2;
      } else {
        out.write('=');
      }
    }
    return new PyBytes(out.toByteArray());
  }

  /** Text in lines, as it is written. */
  private static final class Lines {
    private byte[] out;
    private int size;
    private int column;
    private final boolean crlf;

    Lines(int expected, boolean crlf) {
      out = new byte[expected];
      this.crlf = crlf;
    }

    void put(int c) {
      if (size == out.length) {
        out = java.util.Arrays.copyOf(out, size * 2 + 16);
      }
      out[size++] = (byte) c;
    }

    void end() {
      if (crlf) {
        put('\r');
      }
      put('\n');
      column = 0;
    }

    void softBreak() {
      put('=');
      end();
    }

    void hex(int c) {
      put('=');
      put("0123456789ABCDEF".charAt(c >> 4 & 15));
      put("0123456789ABCDEF".charAt(c & 15));
    }
  }

  private static boolean isQuoted(
      byte[] b, int i, int column, boolean tabs, boolean text, boolean header) {
    int c = b[i] & 0xff;
    boolean last = i + 1 == b.length;
    if (c > 126 || c == '=' || header && c == '_') {
      return true;
    }
    if (c == '.' && column == 0) {
      return last || b[i + 1] == '\n' || b[i + 1] == '\r' || b[i + 1] == 0;
    }
    if (c == '\r' || c == '\n') {
      return !text;
    }
    if (c == '\t' || c == ' ') {
      return last || tabs;
    }
    return c < 33;
  }

  @Builtin("b2a_qp(data, quotetabs=False, istext=True, header=False)")
  static PyObject encode(PyObject data, boolean tabs, boolean text, boolean header) {
    byte[] b = BinasciiModule.bytes(data);
    int newline = 0;
    while (newline < b.length && b[newline] != '\n') {
      newline++;
    }
    boolean crlf = newline < b.length && newline > 0 && b[newline - 1] == '\r';
    Lines out = new Lines(b.length + 16, crlf);
    int i = 0;
    while (i < b.length) {
      if (isQuoted(b, i, out.column, tabs, text, header)) {
        if (out.column + 3 >= LINE) {
          out.softBreak();
        }
        out.hex(b[i++]);
        out.column += 3;
      } else if (text && (b[i] == '\n' || i + 1 < b.length && b[i] == '\r' && b[i + 1] == '\n')) {
        if (out.size > 0 && (out.out[out.size - 1] == ' ' || out.out[out.size - 1] == '\t')) {
          int blank = out.out[--out.size];
          out.hex(blank);
        }
        out.end();
        i += b[i] == '\r' ? 2 : 1;
      } else {
        if (i + 1 != b.length && b[i + 1] != '\n' && out.column + 1 >= LINE) {
          out.softBreak();
        }
        out.column++;
        out.put(header && b[i] == ' ' ? '_' : b[i]);
        i++;
      }
    }
    return new PyBytes(java.util.Arrays.copyOf(out.out, out.size));
  }
}
