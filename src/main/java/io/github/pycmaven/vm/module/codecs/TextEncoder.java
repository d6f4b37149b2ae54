package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.Arrays;

/** Text to bytes; characters that do not fit go to the error handler. */
abstract class TextEncoder {
  final PyStr text;
  final String name;
  private final String errors;
  private byte[] out;
  private int size;

  TextEncoder(PyStr text, String name, String errors) {
    this.text = text;
    this.name = name;
    this.errors = errors == null ? "strict" : errors;
    this.out = new byte[text.length() + 16];
  }

  /** Writes a character; false, and nothing, if it does not fit. */
  abstract boolean put(int c);

  /** Why a character does not fit. */
  abstract String reason();

  /** Whether characters that do not fit go to the handler together. */
  boolean inRuns() {
    return true;
  }

  /** The bytes of one unit; what a handler gives must be a multiple of it. */
  int unit() {
    return 1;
  }

  final void write(int b) {
    if (size == out.length) {
      out = Arrays.copyOf(out, size * 2);
    }
    out[size++] = (byte) b;
  }

  final PyBytes run() {
    int n = text.length();
    int i = 0;
    while (i < n) {
      if (put(text.at(i))) {
        i++;
        continue;
      }
      int end = i + 1;
      if (inRuns()) {
        int before = size;
        while (end < n && !put(text.at(end))) {
          end++;
        }
        size = before;
      }
      i = handle(i, end);
    }
    return new PyBytes(Arrays.copyOf(out, size));
  }

  private PyException error(int from, int to) {
    return Exc.make(
        Exc.UnicodeEncodeError,
        PyStr.of(name),
        text,
        PyInt.of(from),
        PyInt.of(to),
        PyStr.of(reason()));
  }

  private int handle(int from, int to) {
    PyException e = error(from, to);
    if (errors.equals("strict")) {
      throw Exc.raise(e);
    }
    PyObject r = CodecsModule.lookupError(errors).call1(e);
    if (!(r instanceof PyTuple t)
        || t.items.length != 2
        || !(t.items[0] instanceof PyStr || t.items[0] instanceof PyBytes)) {
      throw Exc.typeError("encoding error handler must return (str/bytes, int) tuple");
    }
    int n = text.length();
    long next = Obj.index(t.items[1]).clipped();
    next = next < 0 ? next + n : next;
    if (next < 0 || next > n) {
      throw Exc.indexError("position " + next + " from error handler out of bounds");
    }
    if (t.items[0] instanceof Buffer b) {
      byte[] bytes = b.bufferBytes();
      if (bytes.length % unit() != 0) {
        throw Exc.raise(e);
      }
      for (byte x : bytes) {
        write(x);
      }
      return (int) next;
    }
    PyStr s = (PyStr) t.items[0];
    for (int i = 0; i < s.length(); i++) {
      if (unit() > 1 && s.at(i) > 127 || !put(s.at(i))) {
        throw Exc.raise(e);
      }
    }
    return (int) next;
  }

  /** ASCII and Latin-1. */
  static final class Narrow extends TextEncoder {
    private final int limit;

    Narrow(PyStr text, int limit, String name, String errors) {
      super(text, name, errors);
      this.limit = limit;
    }

    @Override
    boolean put(int c) {
      if (c >= limit) {
        return false;
      }
      write(c);
      return true;
    }

    @Override
    String reason() {
      return "ordinal not in range(" + limit + ")";
    }
  }

  /** UTF-8. */
  static final class Utf8 extends TextEncoder {
    Utf8(PyStr text, String errors) {
      super(text, "utf-8", errors);
    }

    @Override
    boolean put(int c) {
      if (c < 0x80) {
        write(c);
      } else if (c < 0x800) {
        write(0xc0 | c >> 6);
        write(0x80 | c & 63);
      } else if (c >>> 11 == 0x1b) {
        return false;
      } else if (c < 0x10000) {
        write(0xe0 | c >> 12);
        write(0x80 | c >> 6 & 63);
        write(0x80 | c & 63);
      } else {
        write(0xf0 | c >> 18);
        write(0x80 | c >> 12 & 63);
        write(0x80 | c >> 6 & 63);
        write(0x80 | c & 63);
      }
      return true;
    }

    @Override
    String reason() {
      return "surrogates not allowed";
    }
  }

  /** UTF-16 and UTF-32. */
  static final class Wide extends TextEncoder {
    private final int unit;
    private final boolean little;

    Wide(PyStr text, int unit, int order, String errors) {
      super(
          text,
          (unit == 2 ? "utf-16" : "utf-32") + (order == 0 ? "" : order < 0 ? "-le" : "-be"),
          errors);
      this.unit = unit;
      this.little = order <= 0;
      if (order == 0) {
        unit(0xfeff);
      }
    }

    @Override
    int unit() {
      return unit;
    }

    @Override
    boolean inRuns() {
      return false;
    }

    private void unit(int v) {
      for (int i = 0; i < unit; i++) {
        write(v >>> 8 * (little ? i : unit - 1 - i));
      }
    }

    @Override
    boolean put(int c) {
      if (c >>> 11 == 0x1b) {
        return false;
      }
      if (unit == 2 && c >= 0x10000) {
        unit(0xd7c0 + (c >> 10));
        unit(0xdc00 | c & 0x3ff);
      } else {
        unit(c);
      }
      return true;
    }

    @Override
    String reason() {
      return "surrogates not allowed";
    }
  }

  /** A mapping from characters to bytes. */
  static final class Charmap extends TextEncoder {
    private final PyObject mapping;

    Charmap(PyStr text, PyObject mapping, String errors) {
      super(text, "charmap", errors);
      this.mapping = mapping;
    }

    @Override
    boolean put(int c) {
      if (mapping instanceof PyEncodingMap m) {
        int b = m.find(c);
        if (b >= 0) {
          write(b);
        }
        return b >= 0;
      }
      PyObject x;
      try {
        x = Obj.getItem(mapping, PyInt.of(c));
      } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
        if (e.matches(Exc.LookupError)) {
          return false;
        }
        throw e;
      }
      if (x == io.github.pycmaven.vm.core.object.PyNone.NONE) {
        return false;
      }
      if (x instanceof PyInt i) {
        if (i.isBig() || i.value < 0 || i.value > 255) {
          throw Exc.typeError("character mapping must be in range(256)");
        }
        write((int) i.value);
      } else if (x instanceof PyBytes b) {
        for (byte v : b.value) {
          write(v);
        }
      } else {
        throw Exc.typeError(
            "character mapping must return integer, bytes or None, not " + x.type.name);
      }
      return true;
    }

    @Override
    String reason() {
      return "character maps to <undefined>";
    }
  }
}
