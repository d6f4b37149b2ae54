package io.github.pycmaven.vm.module.array;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;

/** Arrays to and from lists, text, files and pickles. */
@BuiltinType("array.array")
final class ArrayConversion {
  private static final int LAST_FORMAT = 21;

  private ArrayConversion() {}

  @Getter("typecode")
  static PyObject typeCode(PyArray self) {
    return PyStr.ofPoint(self.code);
  }

  @Getter("itemsize")
  static int itemSize(PyArray self) {
    return self.width;
  }

  @Builtin("buffer_info(self, /)")
  static PyObject bufferInfo(PyArray self) {
    return PyTuple.of(PyInt.of(System.identityHashCode(self)), PyInt.of(self.size));
  }

  @Builtin("byteswap(self, /)")
  static void byteSwap(PyArray self) {
    int w = self.width;
    byte[] b = self.store;
    for (int at = 0; at < self.size * w; at += w) {
      for (int i = at, j = at + w - 1; i < j; i++, j--) {
        byte t = b[i];
        b[i] = b[j];
        b[j] = t;
      }
    }
  }

  @Builtin("tolist(self, /)")
  static PyObject toList(PyArray self) {
    return self.list();
  }

  @Builtin("fromlist(self, list, /)")
  static void fromList(PyArray self, PyObject list) {
    if (!(list instanceof PyList l)) {
      throw Exc.typeError("arg must be list");
    }
    int before = self.size;
    int n = l.size();
    try {
      for (int i = 0; i < n; i++) {
        self.add(l.get(i));
        if (l.size() != n) {
          throw Exc.runtimeError("list changed size during iteration");
        }
      }
    } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
      self.resize(before);
      throw e;
    }
  }

  @Builtin("tobytes(self, /)")
  static PyObject toBytes(PyArray self) {
    return new PyBytes(self.bufferBytes());
  }

  @Builtin("tofile(self, f, /)")
  static void toFile(PyArray self, PyObject file) {
    byte[] b = self.bufferBytes();
    int block = 64 * 1024;
    for (int at = 0; at < b.length; at += block) {
      PyArray.write(file, java.util.Arrays.copyOfRange(b, at, Math.min(b.length, at + block)));
    }
  }

  @Builtin("fromfile(self, f, n, /)")
  static void fromFile(PyArray self, PyObject file, PyObject count) {
    long n = Obj.index(count).clipped();
    if (n < 0) {
      throw Exc.valueError("negative count");
    }
    if (n > Long.MAX_VALUE / self.width) {
      throw Exc.memoryError();
    }
    PyObject r = Calls.method(file, "read", PyInt.of(n * self.width));
    if (!(r instanceof PyBytes b)) {
      throw Exc.typeError("read() didn't return bytes");
    }
    self.fromBytes(r);
    if (b.value.length != n * self.width) {
      throw Exc.raise(Exc.EOFError, "read() didn't return enough bytes");
    }
  }

  @Builtin("fromunicode(self, ustr, /)")
  static void fromUnicode(PyArray self, PyObject text) {
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("fromunicode() argument must be str, not " + text.type.name);
    }
    if (!ItemCode.isText(self.code)) {
      throw Exc.valueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    self.addText(s);
  }

  @Builtin("tounicode(self, /)")
  static PyObject toUnicode(PyArray self) {
    if (!ItemCode.isText(self.code)) {
      throw Exc.valueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
    }
    int[] points = new int[self.size];
    for (int i = 0; i < points.length; i++) {
      points[i] = ((PyStr) self.get(i)).at(0);
    }
    return PyStr.ofPoints(points, 0, points.length);
  }

  /** The number of the format that an array's bytes have, which does not depend on the machine. */
  private static int format(char code) {
    switch (code) {
      case 'B':
        return 0;
      case 'b':
        return 1;
      case 'f':
        return 14;
      case 'd':
        return 16;
      case 'u':
      case 'w':
        return 20;
      default:
        int size = MemoryItem.size(code);
        int first = size == 2 ? 2 : size == 4 ? 6 : 10;
        return MemoryItem.isSigned(code) ? first + 2 : first;
    }
  }

  @Builtin("__reduce_ex__(self, value, /)")
  static PyObject reduce(PyArray self, PyObject value) {
    if (!(value instanceof PyInt protocol)) {
      throw Exc.typeError("__reduce_ex__ argument should be an integer");
    }
    PyDict d = self.dict(true);
    PyObject state = d == null || d.size() == 0 && !self.type.hasDict ? PyNone.NONE : d;
    PyObject code = PyStr.ofPoint(self.code);
    if (protocol.value < 3) {
      return PyTuple.of(self.type, PyTuple.of(code, self.list()), state);
    }
    PyObject make =
        ((PyModule) Obj.importModule("array")).dict.get(PyStr.intern("_array_reconstructor"));
    return PyTuple.of(
        make, PyTuple.of(self.type, code, PyInt.of(format(self.code)), toBytes(self)), state);
  }

  /** Makes an array from a pickle. */
  static PyObject rebuild(PyObject cls, PyObject code, PyObject format, PyObject items) {
    if (!(cls instanceof PyType t)) {
      throw Exc.typeError("first argument must be a type object, not " + cls.type.name);
    }
    if (!t.isSubtype(PyArray.TYPE)) {
      throw Exc.typeError(t.name + " is not a subtype of array.array");
    }
    if (!(code instanceof PyStr s) || s.length() != 1) {
      throw Exc.typeError(
          "_array_reconstructor() argument 2 must be a unicode character, not " + code.type.name);
    }
    if (s.at(0) > 127 || ItemCode.ALL.indexOf(s.at(0)) < 0) {
      throw Exc.valueError("second argument must be a valid type code");
    }
    int f = Obj.index(format).clippedInt();
    if (f < 0 || f > LAST_FORMAT) {
      throw Exc.valueError("third argument must be a valid machine format code.");
    }
    if (!(items instanceof PyBytes b)) {
      throw Exc.typeError("fourth argument should be bytes, not " + items.type.name);
    }
    return fill((PyArray) Obj.call(t, code), f, b.value);
  }

  private static PyObject fill(PyArray a, int format, byte[] b) {
    if (format >= 18) {
      String[] names = {"utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"};
      a.addText((PyStr) Calls.method(new PyBytes(b), "decode", PyStr.of(names[format - 18])));
      return a;
    }
    int size =
        format < 2 ? 1 : format < 6 ? 2 : format < 10 || format == 14 || format == 15 ? 4 : 8;
    boolean little = format < 2 || (format & 1) == 0;
    String letters = "Bbhhhhiiiiqqqqffdd";
    char letter = letters.charAt(format);
    if (format >= 2 && format < 14 && (format & 2) != 0) {
      letter = Character.toUpperCase(letter);
    }
    if (b.length % size != 0) {
      throw Exc.valueError("string length not a multiple of item size");
    }
    for (int at = 0; at < b.length; at += size) {
      a.add(MemoryItem.read(letter, b, at, size, little));
    }
    return a;
  }
}
