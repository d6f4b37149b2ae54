package io.github.pycmaven.vm.module.codecs;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.Arrays;

/** Bytes to text; what is wrong goes to the error handler. */
abstract class ByteDecoder {
  final String name;
  private final String errors;

  /** Whether nothing more comes: what is incomplete is wrong then. */
  final boolean last;

  byte[] bytes;
  private int[] out;

  /** How many characters there are. */
  int size;

  ByteDecoder(byte[] bytes, String name, String errors, boolean last) {
    this.bytes = bytes;
    this.name = name;
    this.errors = errors == null ? "strict" : errors;
    this.last = last;
    this.out = new int[bytes.length + 4];
  }

  /** Decodes all; the number of bytes that were used. */
  abstract int decode();

  final void put(int c) {
    if (size == out.length) {
      out = Arrays.copyOf(out, size * 2);
    }
    out[size++] = c;
  }

  final PyStr text() {
    return PyStr.ofPoints(out, 0, size);
  }

  final PyObject run() {
    int used = decode();
    return PyTuple.of(text(), PyInt.of(used));
  }

  /** Lets the handler speak; where to go on. */
  final int handle(int from, int to, String reason) {
    PyException e =
        Exc.make(
            Exc.UnicodeDecodeError,
            PyStr.of(name),
            new PyBytes(bytes),
            PyInt.of(from),
            PyInt.of(to),
            PyStr.of(reason));
    if (errors.equals("strict")) {
      throw Exc.raise(e);
    }
    PyObject r = CodecsModule.lookupError(errors).call1(e);
    if (!(r instanceof PyTuple t) || t.items.length != 2 || !(t.items[0] instanceof PyStr s)) {
      throw Exc.typeError("decoding error handler must return (str, int) tuple");
    }
    // A handler may put other bytes in the place of those that it was shown.
    PyObject now = Obj.getAttr(e, "object");
    if (!(now instanceof PyBytes b)) {
      throw Exc.typeError("exception attribute object must be bytes");
    }
    bytes = b.value;
    long next = Obj.index(t.items[1]).clipped();
    next = next < 0 ? next + bytes.length : next;
    if (next < 0 || next > bytes.length) {
      throw Exc.indexError("position " + next + " from error handler out of bounds");
    }
    for (int i = 0; i < s.length(); i++) {
      put(s.at(i));
    }
    return (int) next;
  }

  /** ASCII. */
  static final class Ascii extends ByteDecoder {
    Ascii(byte[] bytes, String errors) {
      super(bytes, "ascii", errors, true);
    }

    @Override
    int decode() {
      int i = 0;
      while (i < bytes.length) {
        if (bytes[i] >= 0) {
          put(bytes[i++]);
        } else {
          i = handle(i, i + 1, "ordinal not in range(128)");
        }
      }
      return i;
    }
  }

  /** A table or mapping from bytes to characters. */
  static final class Charmap extends ByteDecoder {
    private final PyObject mapping;

    Charmap(byte[] bytes, PyObject mapping, String errors) {
      super(bytes, "charmap", errors, true);
      this.mapping = mapping;
    }

    @Override
    int decode() {
      int i = 0;
      while (i < bytes.length) {
        int b = bytes[i] & 0xff;
        boolean good;
        if (mapping.type == PyStr.TYPE) {
          PyStr table = (PyStr) mapping;
          int c = b < table.length() ? table.at(b) : 0xfffe;
          good = c != 0xfffe;
          if (good) {
            put(c);
          }
        } else {
          good = mapped(b);
        }
        i = good ? i + 1 : handle(i, i + 1, "character maps to <undefined>");
      }
      return i;
    }

    private boolean mapped(int b) {
      PyObject x;
      try {
        x = Obj.getItem(mapping, PyInt.of(b));
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
        if (i.isBig() || i.value < 0 || i.value > 0x10ffff) {
          throw Exc.typeError("character mapping must be in range(0x110000)");
        }
        if (i.value == 0xfffe) {
          return false;
        }
        put((int) i.value);
      } else if (x instanceof PyStr s) {
        if (s.length() == 1 && s.at(0) == 0xfffe) {
          return false;
        }
        for (int k = 0; k < s.length(); k++) {
          put(s.at(k));
        }
      } else {
        throw Exc.typeError("character mapping must return integer, None or str");
      }
      return true;
    }
  }
}
