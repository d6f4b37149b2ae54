package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.Arrays;

/**
 * Decodes a stream piece by piece: UTF-8, ASCII and Latin-1 by itself, other encodings by the
 * incremental decoder of {@code codecs}; translates line ends.
 */
final class TextDecoder {
  private final String encoding;
  private final String errors;

  /** The library's decoder, null for encodings that need none. */
  private final PyObject decoder;

  private final PyNewlineDecoder newlines;
  private byte[] rest = new byte[0];

  TextDecoder(String encoding, String errors, boolean universal, boolean translate) {
    this.encoding = encoding;
    this.errors = errors;
    this.decoder = isSimple(encoding) ? null : made("getincrementaldecoder", encoding, errors);
    this.newlines = universal ? PyNewlineDecoder.of(PyNone.NONE, translate) : null;
  }

  /** Whether text of the encoding is coded here. */
  static boolean isSimple(String encoding) {
    switch (encoding) {
      case "utf-8":
      case "utf8":
      case "UTF-8":
      case "ascii":
      case "latin-1":
      case "latin1":
      case "iso-8859-1":
        return true;
      default:
        return false;
    }
  }

  /** An incremental decoder or encoder of the library. */
  static PyObject made(String factory, String encoding, String errors) {
    PyObject f = Calls.method(Obj.importModule("codecs"), factory, PyStr.of(encoding));
    return f.call1(PyStr.of(errors));
  }

  PyStr decode(PyObject bytes, boolean last) {
    PyObject text =
        decoder != null
            ? Calls.method(decoder, "decode", bytes, PyBool.of(last))
            : own(Obj.bytesOf(bytes), last);
    if (newlines != null) {
      text = PyNewlineDecoder.decode(newlines, text, last);
    }
    if (!(text instanceof PyStr s)) {
      throw io.github.pycmaven.vm.core.error.Exc.typeError(
          "decoder should return a string result, not '" + text.type.name + "'");
    }
    return s;
  }

  private PyObject own(byte[] bytes, boolean last) {
    byte[] all = bytes;
    if (rest.length > 0) {
      all = Arrays.copyOf(rest, rest.length + bytes.length);
      System.arraycopy(bytes, 0, all, rest.length, bytes.length);
      rest = new byte[0];
    }
    int n =
        last || encoding.charAt(0) != 'u' && encoding.charAt(0) != 'U' ? all.length : whole(all);
    if (n < all.length) {
      rest = Arrays.copyOfRange(all, n, all.length);
      all = Arrays.copyOf(all, n);
    }
    return Codecs.decode(new PyBytes(all), encoding, errors);
  }

  /** How many bytes at the start hold whole characters of UTF-8. */
  private static int whole(byte[] b) {
    int n = b.length;
    for (int back = 1; back <= 3 && back <= n; back++) {
      int c = b[n - back] & 0xff;
      if (c < 0x80) {
        return n;
      }
      if (c >= 0xc0) {
        int need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
        return need > back && c <= 0xf4 && c >= 0xc2 ? n - back : n;
      }
    }
    return n;
  }

  /** What is undecoded, and flags. */
  PyTuple state() {
    PyObject bytes = new PyBytes(rest);
    long flags = 0;
    if (decoder != null) {
      PyTuple t = (PyTuple) Calls.method(decoder, "getstate");
      bytes = t.items[0];
      flags = Obj.index(t.items[1]).clipped();
    }
    if (newlines != null) {
      long end = Obj.index(((PyTuple) PyNewlineDecoder.getState(newlines)).items[1]).clipped();
      flags = flags << 1 | end & 1;
    }
    return PyTuple.of(bytes, PyInt.of(flags));
  }

  void setState(PyObject bytes, long state) {
    long flags = state;
    if (newlines != null) {
      PyNewlineDecoder.setState(newlines, PyTuple.of(PyBytes.EMPTY, PyInt.of(flags & 1)));
      flags >>= 1;
    }
    if (decoder != null) {
      Calls.method(decoder, "setstate", PyTuple.of(bytes, PyInt.of(flags)));
    } else {
      rest = Obj.bytesOf(bytes).clone();
    }
  }

  void reset() {
    rest = new byte[0];
    if (newlines != null) {
      PyNewlineDecoder.reset(newlines);
    }
    if (decoder != null) {
      Calls.method(decoder, "reset");
    }
  }

  PyObject newlines() {
    return newlines == null ? PyNone.NONE : PyNewlineDecoder.newlines(newlines);
  }
}
