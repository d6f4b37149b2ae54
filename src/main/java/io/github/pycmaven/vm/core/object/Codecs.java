package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.util.Wtf8;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import java.nio.charset.StandardCharsets;

/** Text to bytes and back: the common cases here, the rest by the module {@code _codecs}. */
public final class Codecs {
  /** Whether names of codecs and error handlers are checked even if nobody needs them. */
  private static boolean strict;

  private Codecs() {}

  /** Checks all names from now on, as the development mode does. */
  public static void checkNames() {
    strict = true;
  }

  private static void check(String encoding, String errors) {
    // What looks them up decodes too.
    strict = false;
    try {
      PyObject codecs = Obj.importModule("_codecs");
      Calls.method(codecs, "lookup", PyStr.of(encoding));
      if (!errors.equals("strict")) {
        Calls.method(codecs, "lookup_error", PyStr.of(errors));
      }
    } finally {
      strict = true;
    }
  }

  static String name(PyObject o, String argument) {
    if (o instanceof PyStr s) {
      return s.value;
    }
    throw Exc.typeError("str() argument '" + argument + "' must be str, not " + o.type.name);
  }

  private static String normal(String encoding) {
    StringBuilder b = new StringBuilder();
    for (char c : encoding.toCharArray()) {
      b.append(c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return b.toString();
  }

  private static boolean isUtf8(String e) {
    return e.equals("utf-8") || e.equals("utf8");
  }

  private static boolean isLatin1(String e) {
    return e.equals("latin-1")
        || e.equals("latin1")
        || e.equals("iso-8859-1")
        || e.equals("iso8859-1");
  }

  private static boolean isAscii(String e) {
    return e.equals("ascii") || e.equals("us-ascii");
  }

  /** {@code s.encode(encoding, errors)}. */
  public static PyObject encode(PyStr s, String encoding, String errors) {
    String e = normal(encoding);
    if (strict) {
      check(encoding, errors);
    }
    if (isUtf8(e)) {
      if (s.points == null) {
        return new PyBytes(s.value.getBytes(StandardCharsets.UTF_8));
      }
      boolean surrogates = false;
      for (int p : s.points) {
        surrogates |= p >>> 11 == 0x1b;
      }
      if (!surrogates) {
        return new PyBytes(Wtf8.encode(s.points));
      }
    } else if (isAscii(e) || isLatin1(e)) {
      int limit = isAscii(e) ? 128 : 256;
      boolean fits = s.points == null;
      for (int i = 0; fits && i < s.value.length(); i++) {
        fits = s.value.charAt(i) < limit;
      }
      if (fits) {
        return new PyBytes(s.value.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    PyObject r =
        Calls.method(
            Obj.importModule("_codecs"), "encode", s, PyStr.of(encoding), PyStr.of(errors));
    if (!(r instanceof PyBytes)) {
      throw Exc.typeError(
          "'"
              + encoding
              + "' encoder returned '"
              + r.type.name
              + "' instead of 'bytes'; use codecs.encode() to encode to arbitrary types");
    }
    return r;
  }

  /** {@code bytes.decode(encoding, errors)}. */
  public static PyObject decode(PyObject bytes, String encoding, String errors) {
    String e = normal(encoding);
    if (strict) {
      check(encoding, errors);
    }
    byte[] b = Obj.bytesOf(bytes);
    if (isUtf8(e) || isAscii(e)) {
      int kind = Wtf8.scan(b, 0, b.length);
      if (kind == Wtf8.ASCII) {
        return PyStr.narrow(new String(b, StandardCharsets.ISO_8859_1));
      }
      if (isUtf8(e) && kind == Wtf8.UTF8) {
        return PyStr.of(new String(b, StandardCharsets.UTF_8));
      }
    } else if (isLatin1(e)) {
      return PyStr.narrow(new String(b, StandardCharsets.ISO_8859_1));
    }
    PyObject r =
        Calls.method(
            Obj.importModule("_codecs"), "decode", bytes, PyStr.of(encoding), PyStr.of(errors));
    if (!(r instanceof PyStr)) {
      throw Exc.typeError(
          "'"
              + encoding
              + "' decoder returned '"
              + r.type.name
              + "' instead of 'str'; use codecs.decode() to decode to arbitrary types");
    }
    return r;
  }
}
