package io.github.pycmaven.vm.module.struct;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyComplex;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import java.math.BigInteger;

/**
 * {@code struct.Struct}.
 *
 * @cpython Modules/_struct.c
 */
@BuiltinType("_struct.Struct")
public final class PyStruct extends PyInstance {
  public static final PyType TYPE = PyType.builtin("_struct.Struct", new PyStructTable());

  private Layout layout;
  private PyStr format;

  private PyStruct(PyType type) {
    super(type);
  }

  /** A compiled format. */
  static PyStruct of(PyObject format) {
    PyStruct s = new PyStruct(TYPE);
    s.init(format);
    return s;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    PyStruct s = new PyStruct(cls);
    PyObject f = args.length > 0 ? args[0] : keywords == null ? null : keywords.get("format");
    if (cls != TYPE && f != null && (f instanceof PyStr || f instanceof Buffer)) {
      s.init(f);
    }
    return s;
  }

  @Builtin("__init__(self, /, format)")
  void init(PyObject given) {
    PyStr f;
    if (given instanceof PyStr s) {
      for (int i = 0; i < s.length(); i++) {
        if (s.at(i) > 127) {
          Obj.call(Obj.getAttr(s, "encode"), PyStr.of("ascii"));
        }
      }
      f = s.plain();
    } else if (given instanceof PyBytes b) {
      f = PyStr.of(new String(b.value, java.nio.charset.StandardCharsets.ISO_8859_1));
    } else {
      throw Exc.typeError(
          "Struct() argument 1 must be a str or bytes object, not " + given.type.name);
    }
    layout = new Layout(f.value);
    format = f;
  }

  private Layout layout() {
    if (layout == null) {
      throw Exc.runtimeError("Struct object is not initialized");
    }
    return layout;
  }

  @Getter("format")
  PyObject format() {
    layout();
    return format;
  }

  @Getter("size")
  int size() {
    return layout().size;
  }

  @Builtin("__sizeof__(self, /)")
  int sizeOf() {
    return 56 + 32 * (layout().fields.length + 1);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    layout();
    return type.shortName() + "(" + Obj.repr(format) + ")";
  }

  // ---- unpacking ----

  private PyObject[] read(byte[] b, int from) {
    Layout l = layout;
    PyObject[] out = new PyObject[l.values];
    int n = 0;
    for (Layout.Field f : l.fields) {
      int at = from + f.offset;
      if (f.code == 's') {
        out[n++] = new PyBytes(java.util.Arrays.copyOfRange(b, at, at + f.size));
      } else if (f.code == 'p') {
        int length = f.size == 0 ? 0 : Math.min(b[at] & 0xff, f.size - 1);
        int start = Math.min(at + 1, b.length);
        out[n++] = new PyBytes(java.util.Arrays.copyOfRange(b, start, start + length));
      } else if (f.code == 'F' || f.code == 'D') {
        for (int i = 0; i < f.count; i++, at += f.size) {
          out[n++] = complex(f, b, at);
        }
      } else {
        for (int i = 0; i < f.count; i++, at += f.size) {
          out[n++] = MemoryItem.read(f.code, b, at, f.size, l.little);
        }
      }
    }
    return out;
  }

  private PyObject complex(Layout.Field f, byte[] b, int at) {
    int half = f.size / 2;
    long re = MemoryItem.bits(b, at, half, layout.little);
    long im = MemoryItem.bits(b, at + half, half, layout.little);
    return f.code == 'F'
        ? new PyComplex(Float.intBitsToFloat((int) re), Float.intBitsToFloat((int) im))
        : new PyComplex(Double.longBitsToDouble(re), Double.longBitsToDouble(im));
  }

  private static byte[] bytes(PyObject o) {
    if (!Obj.isBytesLike(o) && Obj.special(o, PyStr.intern("__buffer__")) == null) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  @Builtin("unpack(self, buffer, /)")
  PyObject unpack(PyObject buffer) {
    byte[] b = bytes(buffer);
    if (b.length != layout().size) {
      throw StructModule.error("unpack requires a buffer of " + layout.size + " bytes");
    }
    return new PyTuple(read(b, 0));
  }

  @Builtin("unpack_from(self, /, buffer, offset=0)")
  PyObject unpackFrom(PyObject buffer, PyObject offset) {
    byte[] b = bytes(buffer);
    int size = layout().size;
    long at = offset == null ? 0 : place(offset);
    if (at < 0) {
      if (at + size > 0) {
        throw StructModule.error("not enough data to unpack " + size + " bytes at offset " + at);
      }
      if (at + b.length < 0) {
        throw outOfRange(at, b.length);
      }
      at += b.length;
    }
    if (b.length - at < size) {
      throw StructModule.error(
          "unpack_from requires a buffer of at least "
              + Long.toUnsignedString(size + at)
              + " bytes for unpacking "
              + size
              + " bytes at offset "
              + at
              + " (actual buffer size is "
              + b.length
              + ")");
    }
    return new PyTuple(read(b, (int) at));
  }

  private static long place(PyObject offset) {
    PyInt i = Obj.index(offset);
    if (i.isBig()) {
      throw Exc.indexError("cannot fit 'int' into an index-sized integer");
    }
    return i.value;
  }

  private static PyRaise outOfRange(long at, int length) {
    return StructModule.error("offset " + at + " out of range for " + length + "-byte buffer");
  }

  @Builtin("iter_unpack(self, buffer, /)")
  PyObject iterUnpack(PyObject buffer) {
    int size = layout().size;
    if (size == 0) {
      throw StructModule.error("cannot iteratively unpack with a struct of length 0");
    }
    byte[] b = bytes(buffer);
    if (b.length % size != 0) {
      throw StructModule.error(
          "iterative unpacking requires a buffer of a multiple of " + size + " bytes");
    }
    return new UnpackIterator(this, b);
  }

  // ---- packing ----

  /** The bytes of the arguments from one index on. */
  byte[] write(PyObject[] args, int from) {
    byte[] out = new byte[layout.size];
    int n = from;
    for (Layout.Field f : layout.fields) {
      int at = f.offset;
      if (f.code == 's' || f.code == 'p') {
        text(f, out, at, args[n++]);
        continue;
      }
      for (int i = 0; i < f.count; i++, at += f.size) {
        write(f, out, at, args[n++]);
      }
    }
    return out;
  }

  private static void text(Layout.Field f, byte[] out, int at, PyObject v) {
    if (!(v instanceof PyBytes) && !(v instanceof io.github.pycmaven.vm.core.object.PyByteArray)) {
      throw StructModule.error("argument for '" + f.code + "' must be a bytes object");
    }
    byte[] b = Obj.bytesOf(v);
    if (f.code == 's') {
      System.arraycopy(b, 0, out, at, Math.min(b.length, f.size));
    } else if (f.size > 0) {
      int n = Math.min(b.length, f.size - 1);
      System.arraycopy(b, 0, out, at + 1, n);
      out[at] = (byte) Math.min(n, 255);
    }
  }

  private void write(Layout.Field f, byte[] out, int at, PyObject v) {
    boolean little = layout.little;
    switch (f.code) {
      case 'c':
        if (!(v instanceof PyBytes b) || b.value.length != 1) {
          throw StructModule.error("char format requires a bytes object of length 1");
        }
        out[at] = b.value[0];
        break;
      case '?':
        out[at] = (byte) (Obj.isTrue(v) ? 1 : 0);
        break;
      case 'd':
        MemoryItem.putBits(out, at, 8, little, Double.doubleToRawLongBits(real(v)));
        break;
      case 'f':
        MemoryItem.putBits(out, at, 4, little, single(real(v)));
        break;
      case 'e':
        int h = MemoryItem.doubleToHalf(real(v));
        if (h < 0) {
          throw Exc.overflowError("float too large to pack with e format");
        }
        MemoryItem.putBits(out, at, 2, little, h);
        break;
      case 'F':
      case 'D':
        PyComplex c = complex(v);
        if (f.code == 'F') {
          MemoryItem.putBits(out, at, 4, little, single(c.real));
          MemoryItem.putBits(out, at + 4, 4, little, single(c.imaginary));
        } else {
          MemoryItem.putBits(out, at, 8, little, Double.doubleToRawLongBits(c.real));
          MemoryItem.putBits(out, at + 8, 8, little, Double.doubleToRawLongBits(c.imaginary));
        }
        break;
      default:
        integer(f, out, at, v);
    }
  }

  private void integer(Layout.Field f, byte[] out, int at, PyObject v) {
    if (!(v instanceof PyInt) && v.type.slot(Slot.INDEX) == null) {
      throw StructModule.error("required argument is not an integer");
    }
    PyInt i = Obj.index(v);
    if (f.code == 'P') {
      BigInteger b = i.big();
      if (b.bitLength() > 64 || b.signum() < 0 && b.bitLength() > 63) {
        throw StructModule.error("int too large to convert");
      }
      MemoryItem.putBits(out, at, 8, layout.little, b.longValue());
      return;
    }
    if (i.isBig() || f.size < 8 || i.value < 0) {
      if (!MemoryItem.fits(i, f.code, f.size)) {
        throw range(f);
      }
      MemoryItem.putBits(out, at, f.size, layout.little, i.big().longValue());
    } else {
      MemoryItem.putBits(out, at, f.size, layout.little, i.value);
    }
  }

  private static PyRaise range(Layout.Field f) {
    BigInteger all = BigInteger.ONE.shiftLeft(8 * f.size);
    boolean signed = MemoryItem.isSigned(f.code);
    BigInteger half = all.shiftRight(1);
    BigInteger low = signed ? half.negate() : BigInteger.ZERO;
    BigInteger high = (signed ? half : all).subtract(BigInteger.ONE);
    return StructModule.error("'" + f.code + "' format requires " + low + " <= number <= " + high);
  }

  private static double real(PyObject v) {
    if (v.type.slot(Slot.FLOAT) == null && v.type.slot(Slot.INDEX) == null) {
      throw StructModule.error("required argument is not a float");
    }
    return Obj.toDouble(v);
  }

  private static PyComplex complex(PyObject v) {
    if (v instanceof PyComplex c) {
      return c;
    }
    PyObject f = Obj.special(v, PyStr.intern("__complex__"));
    if (f != null && f.call0() instanceof PyComplex c) {
      return c;
    }
    if (v.type.slot(Slot.FLOAT) == null && v.type.slot(Slot.INDEX) == null) {
      throw StructModule.error("required argument is not a complex");
    }
    return new PyComplex(Obj.toDouble(v), 0);
  }

  private static int single(double d) {
    float s = (float) d;
    if (Float.isInfinite(s) && !Double.isInfinite(d)) {
      throw Exc.overflowError("float too large to pack with f format");
    }
    return Float.floatToRawIntBits(s);
  }

  @Builtin("pack(self, /, *args)")
  PyObject pack(PyObject[] args) {
    return pack(args, 0);
  }

  PyObject pack(PyObject[] args, int from) {
    if (args.length - from != layout().values) {
      throw StructModule.error(
          "pack expected "
              + layout.values
              + " items for packing (got "
              + (args.length - from)
              + ")");
    }
    return new PyBytes(write(args, from));
  }

  @Builtin("pack_into(self, /, *args)")
  void packInto(PyObject[] args) {
    packInto(args, 0);
  }

  void packInto(PyObject[] args, int from) {
    int given = args.length - from;
    int size = layout().size;
    if (given != layout.values + 2) {
      throw StructModule.error(
          given == 0
              ? "pack_into expected buffer argument"
              : given == 1
                  ? "pack_into expected offset argument"
                  : "pack_into expected "
                      + layout.values
                      + " items for packing (got "
                      + (given - 2)
                      + ")");
    }
    PyObject target = args[from];
    Buffer buffer = target instanceof Buffer b ? b : null;
    byte[] to = buffer == null ? null : buffer.writable();
    if (to == null) {
      throw Exc.typeError("read-write bytes-like object expected");
    }
    int length = buffer.byteLength();
    long at = place(args[from + 1]);
    if (at < 0) {
      if (at + size > 0) {
        throw StructModule.error("no space to pack " + size + " bytes at offset " + at);
      }
      if (at + length < 0) {
        throw outOfRange(at, length);
      }
      at += length;
    }
    if (length - at < size) {
      throw StructModule.error(
          "pack_into requires a buffer of at least "
              + Long.toUnsignedString(size + at)
              + " bytes for packing "
              + size
              + " bytes at offset "
              + at
              + " (actual buffer size is "
              + length
              + ")");
    }
    byte[] out = write(args, from + 2);
    System.arraycopy(out, 0, to, buffer.offset() + (int) at, size);
  }

  /** What {@code iter_unpack} gives. */
  @BuiltinType("_struct.unpack_iterator")
  static final class UnpackIterator extends PyObject {
    static final PyType TYPE =
        PyType.builtin("_struct.unpack_iterator", new PyStruct_UnpackIteratorTable())
            .uninstantiable();
    private final PyStruct struct;
    private byte[] bytes;
    private int at;

    UnpackIterator(PyStruct struct, byte[] bytes) {
      super(TYPE);
      this.struct = struct;
      this.bytes = bytes;
    }

    @Override
    public PyObject next() {
      if (bytes == null || at >= bytes.length) {
        bytes = null;
        return null;
      }
      PyObject r = new PyTuple(struct.read(bytes, at));
      at += struct.layout.size;
      return r;
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
      return bytes == null ? 0 : (bytes.length - at) / struct.layout.size;
    }
  }
}
