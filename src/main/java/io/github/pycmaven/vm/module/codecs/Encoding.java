package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.io.ByteArrayOutputStream;

/** Text to bytes; characters that do not fit go to the error handler, as long as they come. */
final class Encoding {
  private final PyStr text;
  private final int limit;
  private final String name;
  private final String errors;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Encoding(PyStr text, int limit, String name, String errors) {
    this.text = text;
    this.limit = limit;
    this.name = name;
    this.errors = errors;
  }

  private boolean fits(int c) {
    return c < limit && (limit <= 256 || c >>> 11 != 0x1b);
  }

  private void put(int c) {
    if (c < 0x80 || limit <= 256) {
      out.write(c);
    } else if (c < 0x800) {
      out.write(0xc0 | c >> 6);
      out.write(0x80 | c & 63);
    } else if (c < 0x10000) {
      out.write(0xe0 | c >> 12);
      out.write(0x80 | c >> 6 & 63);
      out.write(0x80 | c & 63);
    } else {
      out.write(0xf0 | c >> 18);
      out.write(0x80 | c >> 12 & 63);
      out.write(0x80 | c >> 6 & 63);
      out.write(0x80 | c & 63);
    }
  }

  byte[] run() {
    int n = text.length();
    int i = 0;
    while (i < n) {
      if (fits(text.at(i))) {
        put(text.at(i++));
        continue;
      }
      int end = i + 1;
      while (end < n && !fits(text.at(end))) {
        end++;
      }
      i = handle(i, end, n);
    }
    return out.toByteArray();
  }

  private PyObject error(int from, int to) {
    String reason = limit > 256 ? "surrogates not allowed" : "ordinal not in range(" + limit + ")";
    return Exc.make(
        Exc.UnicodeEncodeError,
        PyStr.of(name),
        text,
        PyInt.of(from),
        PyInt.of(to),
        PyStr.of(reason));
  }

  private int handle(int from, int to, int n) {
    PyObject r = CodecsModule.lookupError(errors).call1(error(from, to));
    if (!(r instanceof PyTuple t)
        || t.items.length != 2
        || !(t.items[0] instanceof PyStr || t.items[0] instanceof Buffer)) {
      throw Exc.typeError("encoding error handler must return (str/bytes, int) tuple");
    }
    if (t.items[0] instanceof Buffer b) {
      out.writeBytes(b.bufferBytes());
    } else {
      PyStr s = (PyStr) t.items[0];
      for (int i = 0; i < s.length(); i++) {
        if (!fits(s.at(i))) {
          throw Exc.raise((io.github.pycmaven.vm.core.error.PyException) error(from, to));
        }
        put(s.at(i));
      }
    }
    long next = Obj.index(t.items[1]).clipped();
    next = next < 0 ? next + n : next;
    if (next < 0 || next > n) {
      throw Exc.indexError("position " + next + " from error handler out of bounds");
    }
    return (int) next;
  }
}
