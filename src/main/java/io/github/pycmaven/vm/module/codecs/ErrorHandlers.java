package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.io.ByteArrayOutputStream;

/**
 * The error handlers that every interpreter has.
 *
 * @cpython Python/codecs.c
 */
@BuiltinModule("_codecs")
final class ErrorHandlers {
  private ErrorHandlers() {}

  private static int number(PyObject e, String name) {
    return Obj.index(Obj.getAttr(e, name)).clippedInt();
  }

  private static boolean isEncode(PyObject e) {
    return e.type.isSubtype(Exc.UnicodeEncodeError);
  }

  private static boolean isDecode(PyObject e) {
    return e.type.isSubtype(Exc.UnicodeDecodeError);
  }

  private static RuntimeException wrong(PyObject e) {
    return Exc.typeError("don't know how to handle " + e.type.name + " in error callback");
  }

  private static PyObject answer(PyObject with, PyObject e) {
    return PyTuple.of(with, PyInt.of(number(e, "end")));
  }

  private static int[] failing(PyObject e) {
    PyStr s = (PyStr) Obj.getAttr(e, "object");
    return s.sub(number(e, "start"), number(e, "end")).toPoints();
  }

  @Builtin("strict_errors(exception, /)")
  static PyObject strict(PyObject e) {
    if (e instanceof PyException x) {
      throw Exc.raise(x);
    }
    throw Exc.typeError("codec must pass exception instance");
  }

  @Builtin("ignore_errors(exception, /)")
  static PyObject ignore(PyObject e) {
    return answer(PyStr.EMPTY, e);
  }

  @Builtin("replace_errors(exception, /)")
  static PyObject replace(PyObject e) {
    int n = number(e, "end") - number(e, "start");
    if (isEncode(e)) {
      return answer(PyStr.of("?".repeat(n)), e);
    }
    return answer(PyStr.of("\ufffd".repeat(isDecode(e) ? 1 : n)), e);
  }

  @Builtin("xmlcharrefreplace_errors(exception, /)")
  static PyObject xml(PyObject e) {
    if (!isEncode(e)) {
      throw wrong(e);
    }
    StringBuilder b = new StringBuilder();
    for (int c : failing(e)) {
      b.append("&#").append(c).append(';');
    }
    return answer(PyStr.of(b.toString()), e);
  }

  @Builtin("backslashreplace_errors(exception, /)")
  static PyObject backslash(PyObject e) {
    StringBuilder b = new StringBuilder();
    if (isDecode(e)) {
      byte[] bytes = ((Buffer) Obj.getAttr(e, "object")).bufferBytes();
      for (int i = number(e, "start"); i < number(e, "end"); i++) {
        hex(b.append("\\x"), bytes[i] & 0xff, 2);
      }
      return answer(PyStr.of(b.toString()), e);
    }
    for (int c : failing(e)) {
      if (c < 256) {
        hex(b.append("\\x"), c, 2);
      } else if (c < 65536) {
        hex(b.append("\\u"), c, 4);
      } else {
        hex(b.append("\\U"), c, 8);
      }
    }
    return answer(PyStr.of(b.toString()), e);
  }

  private static void hex(StringBuilder b, int v, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      b.append("0123456789abcdef".charAt(v >> shift & 15));
    }
  }

  @Builtin("namereplace_errors(exception, /)")
  static PyObject name(PyObject e) {
    if (!isEncode(e)) {
      throw wrong(e);
    }
    PyObject name = Obj.getAttr(Obj.importModule("unicodedata"), "name");
    StringBuilder b = new StringBuilder();
    for (int c : failing(e)) {
      PyObject n = name.call2(PyStr.ofPoint(c), PyNone.NONE);
      if (n != PyNone.NONE) {
        b.append("\\N{").append(n).append('}');
      } else if (c < 256) {
        hex(b.append("\\x"), c, 2);
      } else {
        hex(b.append(c < 65536 ? "\\u" : "\\U"), c, c < 65536 ? 4 : 8);
      }
    }
    return answer(PyStr.of(b.toString()), e);
  }

  @Builtin("surrogateescape_errors(exception, /)")
  static PyObject surrogateEscape(PyObject e) {
    if (isDecode(e)) {
      byte[] bytes = ((Buffer) Obj.getAttr(e, "object")).bufferBytes();
      int start = number(e, "start");
      int end = Math.min(number(e, "end"), start + 4);
      int n = 0;
      int[] out = new int[4];
      while (n < end - start && bytes[start + n] < 0) {
        out[n] = 0xdc00 + (bytes[start + n] & 0xff);
        n++;
      }
      if (n == 0) {
        return strict(e);
      }
      return PyTuple.of(PyStr.ofPoints(out, 0, n), PyInt.of(start + n));
    }
    if (!isEncode(e)) {
      throw wrong(e);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int c : failing(e)) {
      if (c < 0xdc80 || c > 0xdcff) {
        return strict(e);
      }
      out.write(c - 0xdc00);
    }
    return answer(new PyBytes(out.toByteArray()), e);
  }

  /** The bytes of a unit and their order, by the name of an encoding; 0 if it has no surrogates. */
  private static int unit(PyObject e) {
    String n = Obj.getAttr(e, "encoding").toString().toLowerCase(java.util.Locale.ROOT);
    n = n.replace('_', '-');
    if (n.equals("utf-8") || n.equals("utf8") || n.equals("cp65001")) {
      return 3;
    }
    if (!n.startsWith("utf-16")
        && !n.startsWith("utf-32")
        && !n.startsWith("utf16")
        && !n.startsWith("utf32")) {
      return 0;
    }
    int size = n.contains("16") ? 2 : 4;
    return n.endsWith("be") ? -size : size;
  }

  @Builtin("surrogatepass_errors(exception, /)")
  static PyObject surrogatePass(PyObject e) {
    if (!isEncode(e) && !isDecode(e)) {
      throw wrong(e);
    }
    int unit = unit(e);
    if (unit == 0) {
      return strict(e);
    }
    if (isEncode(e)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int c : failing(e)) {
        if (c >>> 11 != 0x1b) {
          return strict(e);
        }
        if (unit == 3) {
          out.write(0xe0 | c >> 12);
          out.write(0x80 | c >> 6 & 63);
          out.write(0x80 | c & 63);
        } else {
          byte[] b = new byte[Math.abs(unit)];
          MemoryItem.putBits(b, 0, b.length, unit > 0, c);
          out.writeBytes(b);
        }
      }
      return answer(new PyBytes(out.toByteArray()), e);
    }
    byte[] b = ((Buffer) Obj.getAttr(e, "object")).bufferBytes();
    int i = number(e, "start");
    int size = Math.abs(unit);
    int c = 0;
    if (i + size <= b.length) {
      if (unit != 3) {
        c = (int) MemoryItem.bits(b, i, size, unit > 0);
      } else if ((b[i] & 0xf0) == 0xe0 && b[i + 1] < -64 && b[i + 2] < -64) {
        c = (b[i] & 15) << 12 | (b[i + 1] & 63) << 6 | b[i + 2] & 63;
      }
    }
    return c >>> 11 == 0x1b ? PyTuple.of(PyStr.ofPoint(c), PyInt.of(i + size)) : strict(e);
  }
}
