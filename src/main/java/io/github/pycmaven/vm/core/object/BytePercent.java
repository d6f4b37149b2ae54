package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code bytes % values}: what is not of bytes itself is formatted as text, as it is ASCII.
 *
 * @cpython Objects/bytesobject.c:_PyBytes_FormatEx
 */
final class BytePercent {
  private final byte[] format;
  private final PyObject values;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int at;
  private int argument;

  private BytePercent(byte[] format, PyObject values) {
    this.format = format;
    this.values = values;
  }

  static byte[] format(byte[] format, PyObject values) {
    return new BytePercent(format, values).run();
  }

  private byte[] run() {
    boolean mapped = false;
    while (at < format.length) {
      if (format[at] != '%') {
        out.write(format[at++]);
        continue;
      }
      int start = at++;
      PyObject value = null;
      if (at < format.length && format[at] == '(') {
        value = keyed();
        mapped = true;
      }
      int specStart = at;
      specifier(start, specStart, value);
    }
    if (!mapped && values instanceof PyTuple t && argument < t.items.length
        || !mapped && !(values instanceof PyTuple) && argument == 0 && !isMapping()) {
      throw Exc.typeError("not all arguments converted during bytes formatting");
    }
    return out.toByteArray();
  }

  private boolean isMapping() {
    return values instanceof PyDict
        || values instanceof PyList
        || !(values instanceof Buffer) && !(values instanceof PyStr) && Obj.isSequence(values);
  }

  private PyObject keyed() {
    int depth = 1;
    int from = ++at;
    while (at < format.length && depth > 0) {
      depth += format[at] == '(' ? 1 : format[at] == ')' ? -1 : 0;
      at++;
    }
    if (depth > 0) {
      throw Exc.valueError("incomplete format key");
    }
    return Obj.getItem(values, new PyBytes(java.util.Arrays.copyOfRange(format, from, at - 1)));
  }

  private PyObject next() {
    if (values instanceof PyTuple t) {
      if (argument >= t.items.length) {
        throw Exc.typeError("not enough arguments for format string");
      }
      return t.items[argument++];
    }
    if (argument++ > 0) {
      throw Exc.typeError("not enough arguments for format string");
    }
    return values;
  }

  private void specifier(int start, int specStart, PyObject given) {
    StringBuilder spec = new StringBuilder("%");
    int precision = -1;
    int width = 0;
    boolean left = false;
    boolean dot = false;
    while (at < format.length && "#0- +.*123456789hlL".indexOf(format[at]) >= 0) {
      char c = (char) format[at++];
      if (c == '*') {
        PyObject n = next();
        if (!(n instanceof PyInt i)) {
          throw Exc.typeError("* wants int");
        }
        spec.append(i.value);
        if (dot) {
          precision = i.clippedInt();
        } else {
          width = Math.abs(i.clippedInt());
          left |= i.value < 0;
        }
        continue;
      }
      if ("hlL".indexOf(c) >= 0) {
        continue;
      }
      spec.append(c);
      if (c == '.') {
        dot = true;
        precision = 0;
      } else if (c == '-') {
        left = true;
      } else if (c >= '0' && c <= '9') {
        if (dot) {
          precision = precision * 10 + c - '0';
        } else {
          width = width * 10 + c - '0';
        }
      }
    }
    if (at >= format.length) {
      throw Exc.valueError("incomplete format");
    }
    char code = (char) format[at++];
    if (code == '%') {
      out.write('%');
      return;
    }
    PyObject v = given != null ? given : next();
    switch (code) {
      case 's':
      case 'b':
        pad(clip(bytesOf(v), precision), width, left);
        return;
      case 'c':
        pad(new byte[] {(byte) character(v)}, width, left);
        return;
      case 'a':
      case 'r':
        pad(clip(latin(Obj.ascii(v).value), precision), width, left);
        return;
      default:
        if ("diouxXeEfFgG".indexOf(code) < 0) {
          throw Exc.valueError(
              "unsupported format character '"
                  + code
                  + "' (0x"
                  + Integer.toHexString(code)
                  + ") at index "
                  + (at - 1));
        }
        PyObject text =
            io.github.pycmaven.vm.core.call.Calls.method(
                PyStr.of(spec.append(code).toString()), "__mod__", PyTuple.of(v));
        out.writeBytes(latin(((PyStr) text).value));
    }
  }

  private static byte[] latin(String s) {
    return s.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] clip(byte[] b, int precision) {
    return precision < 0 || precision >= b.length ? b : java.util.Arrays.copyOf(b, precision);
  }

  private static int character(PyObject v) {
    if (v instanceof Buffer b && b.byteLength() == 1) {
      return b.bufferBytes()[0];
    }
    if (v instanceof PyInt i) {
      if (i.isBig() || i.value < 0 || i.value > 255) {
        throw Exc.overflowError("%c arg not in range(256)");
      }
      return (int) i.value;
    }
    throw Exc.typeError(
        "%c requires an integer in range(256) or a single byte, not " + v.type.fullName());
  }

  private static byte[] bytesOf(PyObject v) {
    if (v instanceof Buffer b) {
      return b.bufferBytes();
    }
    PyObject f = Obj.special(v, Names.BYTES);
    if (f != null && f.call0() instanceof PyBytes b) {
      return b.value;
    }
    throw Exc.typeError(
        "%b requires a bytes-like object, or an object that implements __bytes__, not '"
            + v.type.name
            + "'");
  }

  private void pad(byte[] b, int width, boolean left) {
    if (left) {
      out.writeBytes(b);
    }
    for (int i = b.length; i < width; i++) {
      out.write(' ');
    }
    if (!left) {
      out.writeBytes(b);
    }
  }
}
