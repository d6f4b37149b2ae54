package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.call.PyMethodDescriptor;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/** The methods of {@code bytes}. */
@BuiltinType("bytes")
final class BytesMethods {
  private BytesMethods() {}

  @Builtin("__new__(cls, source=b'', encoding=<utf-8>, errors=<strict>)")
  static PyObject create(PyType cls, PyObject source, PyObject encoding, PyObject errors) {
    PyObject f =
        source == null || encoding != null || errors != null || source.type == PyBytes.TYPE
            ? null
            : source.type.lookup(Names.BYTES);
    PyBytes made;
    if (f != null && !(source instanceof PyBytes && f instanceof PyMethodDescriptor)) {
      made = fromMethod(Obj.bind(f, source));
    } else {
      byte[] b = make(source, encoding, errors);
      made = source != null && source.type == PyBytes.TYPE ? (PyBytes) source : new PyBytes(b);
    }
    return cls == PyBytes.TYPE ? made : new PyBytes.Sub(cls, made.value);
  }

  private static PyBytes fromMethod(PyObject method) {
    PyObject r = method.call0();
    if (!(r instanceof PyBytes b)) {
      throw Exc.typeError("__bytes__ returned non-bytes (type " + r.type.name + ")");
    }
    return b;
  }

  /** The bytes that the constructors of bytes and bytearray make of their arguments. */
  static byte[] make(PyObject source, PyObject encoding, PyObject errors) {
    if (source == null) {
      if (encoding != null || errors != null) {
        throw Exc.typeError(
            encoding != null
                ? "encoding without a string argument"
                : "errors without a string argument");
      }
      return new byte[0];
    }
    if (source instanceof PyStr s) {
      if (encoding == null) {
        throw Exc.typeError("string argument without an encoding");
      }
      return ((PyBytes)
              Codecs.encode(
                  s,
                  Codecs.name(encoding, "encoding"),
                  errors == null ? "strict" : Codecs.name(errors, "errors")))
          .value;
    }
    if (encoding != null || errors != null) {
      throw Exc.typeError(
          encoding != null
              ? "encoding without a string argument"
              : "errors without a string argument");
    }
    if (source instanceof Buffer b) {
      return b.bufferBytes().clone();
    }
    if (source.type.slot(Slot.INDEX) != null) {
      PyInt n = Obj.index(source);
      if (n.isBig()) {
        throw Exc.overflowError("cannot fit 'int' into an index-sized integer");
      }
      if (n.signum() < 0) {
        throw Exc.valueError("negative count");
      }
      if (n.value > Integer.MAX_VALUE - 16) {
        throw Exc.memoryError();
      }
      return new byte[(int) n.value];
    }
    if (Obj.lendsBuffer(source)) {
      return Obj.bytesOf(source).clone();
    }
    if (source.type.slot(Slot.ITER) == null && source.type.slot(Slot.GETITEM) == null) {
      throw Exc.typeError("cannot convert '" + source.type.name + "' object to bytes");
    }
    return PyBytes.fromIterable(source);
  }

  @Builtin("__len__(self, /)")
  static int length(PyBytes self) {
    return self.value.length;
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyBytes self) {
    return repr(self.value);
  }

  static String repr(byte[] b) {
    boolean single = false;
    boolean dbl = false;
    for (byte x : b) {
      single |= x == '\'';
      dbl |= x == '"';
    }
    char quote = single && !dbl ? '"' : '\'';
    StringBuilder s = new StringBuilder(b.length + 3).append('b').append(quote);
    for (byte x : b) {
      int c = x & 0xff;
      if (c == quote || c == '\\') {
        s.append('\\').append((char) c);
      } else if (c == '\t') {
        s.append("\\t");
      } else if (c == '\n') {
        s.append("\\n");
      } else if (c == '\r') {
        s.append("\\r");
      } else if (c < ' ' || c >= 127) {
        StrText.hex(s, c);
      } else {
        s.append((char) c);
      }
    }
    return s.append(quote).toString();
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyBytes self) {
    // As the hash of the str of the same characters, which programs may rely on.
    int h = 0;
    for (byte b : self.value) {
      h = 31 * h + (b & 0xff);
    }
    return PyStr.spread(h);
  }

  @RichCompare
  static PyObject compare(PyBytes self, PyObject other, int op) {
    if (!(other instanceof Buffer o)) {
      return PyNotImplemented.INSTANCE;
    }
    return Obj.compareResult(Arrays.compareUnsigned(self.value, o.bufferBytes()), op);
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyBytes self, PyObject key) {
    byte[] b = self.value;
    if (key instanceof PySlice s) {
      return new PyBytes(slice(b, b.length, s));
    }
    if (!(key instanceof PyInt) && key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("byte indices must be integers or slices, not " + key.type.name);
    }
    long i = Positions.sequenceIndex(key, "byte");
    if (i < 0) {
      i += b.length;
    }
    if (i < 0 || i >= b.length) {
      throw Exc.indexError("index out of range");
    }
    return PyInt.of(b[(int) i] & 0xff);
  }

  static byte[] slice(byte[] b, int length, PySlice s) {
    long[] r = s.indices(length);
    if (r[2] == 1) {
      return Arrays.copyOfRange(b, (int) r[0], (int) (r[0] + r[3]));
    }
    byte[] out = new byte[(int) r[3]];
    for (int i = 0; i < out.length; i++) {
      out[i] = b[(int) (r[0] + i * r[2])];
    }
    return out;
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyBytes self, PyObject other) {
    if (!(other instanceof Buffer o)) {
      throw Exc.typeError("can't concat " + other.type.name + " to bytes");
    }
    byte[] b = o.bufferBytes();
    byte[] out = Arrays.copyOf(self.value, self.value.length + b.length);
    System.arraycopy(b, 0, out, self.value.length, b.length);
    return new PyBytes(out);
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyBytes self) {
    return new BytesIterator(self);
  }

  static int find(byte[] b, byte[] what, int from, int to) {
    if (LongSearch.pays(to - from, what.length)) {
      int k = LongSearch.find(i -> b[from + i], to - from, i -> what[i], what.length);
      return k < 0 ? -1 : from + k;
    }
    for (int i = from; i + what.length <= to; i++) {
      int j = 0;
      while (j < what.length && b[i + j] == what[j]) {
        j++;
      }
      if (j == what.length) {
        return i;
      }
    }
    return -1;
  }

  @Builtin("__bytes__(self, /)")
  static PyObject bytes(PyBytes self) {
    return self.type == PyBytes.TYPE ? self : new PyBytes(self.value);
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyBytes self) {
    return PyTuple.of(new PyBytes(self.value));
  }

  /** Iterates over bytes. */
  @BuiltinType("bytes_iterator")
  static final class BytesIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("bytes_iterator", new BytesMethods_BytesIteratorTable()).forbidSubclasses();
    private PyBytes bytes;
    private int at;

    BytesIterator(PyBytes bytes) {
      super(TYPE);
      this.bytes = bytes;
    }

    @Override
    public PyObject next() {
      if (bytes == null) {
        return null;
      }
      if (at < bytes.value.length) {
        return PyInt.of(bytes.value[at++] & 0xff);
      }
      bytes = null;
      return null;
    }

    @Builtin("__iter__(self, /)")
    PyObject iter() {
      return this;
    }

    @Builtin("__next__(self, /)")
    PyObject nextItem() {
      return Obj.orStop(next());
    }

    @Builtin("__length_hint__(self, /)")
    int hint() {
      return bytes == null ? 0 : bytes.value.length - at;
    }

    @Builtin("__reduce__(self, /)")
    PyObject reduce() {
      PyObject function = Obj.builtin("iter");
      return bytes == null
          ? PyTuple.of(function, PyTuple.of(PyTuple.EMPTY))
          : PyTuple.of(function, PyTuple.of(bytes), PyInt.of(at));
    }

    @Builtin("__setstate__(self, state, /)")
    void setState(PyObject state) {
      if (bytes != null) {
        at = Math.max(0, Math.min(Obj.index(state).clippedInt(), bytes.value.length));
      }
    }
  }
}
