package io.github.pycmaven.marshal;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.ByteSink;
import io.github.pycmaven.util.Wtf8;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Writes what CPython writes for a freshly compiled code object.
 *
 * <p>CPython marks a value that it may meet again, and refers to it when it does. It cannot know
 * whether it will; it marks what has more than one reference. So the bytes depend on which equal
 * values are one object, which {@link Constant} identity tells, and on the number of places that
 * refer to it, which {@link ReferenceCounts} finds.
 *
 * @cpython Python/marshal.c:w_object
 */
public final class MarshalWriter {
  private static final int MAX_DEPTH = 2000;
  private static final int SHORT = 256;

  private final ByteSink out;
  private final ReferenceCounts counts;
  private final Interning interning;
  private final ReferenceNumbers numbers;
  private final boolean sortsMarked;
  private int depth;

  private MarshalWriter(
      ByteSink out, Interning interning, ReferenceCounts counts, boolean sortsMarked) {
    this.sortsMarked = sortsMarked;
    this.out = out;
    this.interning = interning;
    this.numbers = new ReferenceNumbers(interning);
    this.counts = counts;
  }

  /** The bytes of a code object, as they follow the header of a cache. */
  public static byte[] write(CodeObject code, Target target) {
    return write(new Constant.Code(code), target, !target.has(Feature.UNSHARED_TOP_CODE));
  }

  /** The bytes of a value that the caller holds a reference to. */
  public static byte[] write(Constant value, Target target) {
    return write(value, target, true);
  }

  private static byte[] write(Constant value, Target target, boolean isHeld) {
    Interning interning = new Interning(target);
    MarshalWriter writer =
        new MarshalWriter(
            new ByteSink(1 << 14),
            interning,
            ReferenceCounts.of(value, interning),
            target.has(Feature.MARKED_FROZENSETS));
    writer.put(value, isHeld, false);
    return writer.out.toByteArray();
  }

  /** What is needed of {@link Constant} identity: a code object is the same in whatever wrapper. */
  static Object identity(Constant value) {
    return value instanceof Constant.Code code ? code.code() : value;
  }

  /**
   * Writes a value.
   *
   * @param isHeld whether somebody outside of the containers refers to it too
   * @param inSlice whether it is a part of a slice, where texts are not interned for their looks
   */
  private void put(Constant value, boolean isHeld, boolean inSlice) {
    if (value instanceof Constant.Singleton s) {
      out.put(typeOf(s));
      return;
    }
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("object too deeply nested to marshal");
    }
    if (value instanceof Constant.Str text) {
      putText(text, isHeld, inSlice);
    } else {
      int flag = 0;
      if (isHeld || counts.isShared(value)) {
        int known = numbers.numberOf(value);
        if (known >= 0) {
          putReference(known);
          depth--;
          return;
        }
        flag = TypeCode.FLAG_REF;
      }
      putObject(value, flag, inSlice);
    }
    depth--;
  }

  private static int typeOf(Constant.Singleton singleton) {
    switch (singleton) {
      case NONE:
        return TypeCode.NONE;
      case TRUE:
        return TypeCode.TRUE;
      case FALSE:
        return TypeCode.FALSE;
      default:
        return TypeCode.ELLIPSIS;
    }
  }

  private void putReference(int number) {
    out.put(TypeCode.REF);
    out.putInt(number);
  }

  private void putObject(Constant value, int flag, boolean inSlice) {
    if (value instanceof Constant.Int i) {
      putInt(i.value(), flag);
    } else if (value instanceof Constant.Tuple tuple) {
      putTuple(tuple.elements(), flag);
    } else if (value instanceof Constant.Code code) {
      putCode(code.code(), flag);
    } else if (value instanceof Constant.Bytes bytes) {
      putBytes(bytes.value(), flag);
    } else if (value instanceof Constant.Float f) {
      out.put(TypeCode.BINARY_FLOAT | flag);
      out.putLong(Double.doubleToRawLongBits(f.value()));
    } else if (value instanceof Constant.BigInt i) {
      putLong(i.value(), flag);
    } else if (value instanceof Constant.Complex z) {
      out.put(TypeCode.BINARY_COMPLEX | flag);
      out.putLong(Double.doubleToRawLongBits(z.real()));
      out.putLong(Double.doubleToRawLongBits(z.imaginary()));
    } else if (value instanceof Constant.FrozenSet set) {
      putFrozenSet(set.elements(), flag);
    } else if (value instanceof Constant.Slice slice) {
      out.put(TypeCode.SLICE | flag);
      put(slice.start(), false, true);
      put(slice.stop(), false, true);
      put(slice.step(), false, true);
    } else {
      throw new IllegalArgumentException("no value that can be marshalled: " + value);
    }
  }

  private void putInt(long value, int flag) {
    if (value == (int) value) {
      out.put(TypeCode.INT | flag);
      out.putInt((int) value);
    } else {
      putLong(BigInteger.valueOf(value), flag);
    }
  }

  private void putLong(BigInteger value, int flag) {
    BigInteger size = value.abs();
    int digits = (size.bitLength() + 14) / 15;
    out.put(TypeCode.LONG | flag);
    out.putInt(value.signum() < 0 ? -digits : digits);
    byte[] bytes = size.toByteArray();
    for (int i = 0; i < digits; i++) {
      int bit = 15 * i;
      int from = bytes.length - 1 - (bit >> 3);
      int window =
          byteAt(bytes, from) | byteAt(bytes, from - 1) << 8 | byteAt(bytes, from - 2) << 16;
      out.putShort(window >> (bit & 7) & 0x7fff);
    }
  }

  private static int byteAt(byte[] bytes, int index) {
    return index < 0 ? 0 : bytes[index] & 0xff;
  }

  private void putBytes(byte[] value, int flag) {
    out.put(TypeCode.BYTES | flag);
    out.putInt(value.length);
    out.put(value);
  }

  private void putText(Constant.Str text, boolean isHeld, boolean inSlice) {
    boolean isInterned = interning.isInterned(text, inSlice);
    boolean isUnique = isInterned || interning.isUnique(text, inSlice);
    int flag = 0;
    if (isUnique || isHeld || counts.isShared(text)) {
      int known = isUnique ? numbers.numberOfText(text.value()) : numbers.numberOf(text);
      if (known >= 0) {
        putReference(known);
        return;
      }
      flag = TypeCode.FLAG_REF;
    }
    String value = text.value();
    if (isAscii(value)) {
      boolean isShort = value.length() < SHORT;
      int type = isShort ? TypeCode.SHORT_ASCII : TypeCode.ASCII;
      int interned = isShort ? TypeCode.SHORT_ASCII_INTERNED : TypeCode.ASCII_INTERNED;
      out.put((isInterned ? interned : type) | flag);
      if (isShort) {
        out.put(value.length());
      } else {
        out.putInt(value.length());
      }
      out.putAscii(value);
      return;
    }
    int[] points = text.codePoints();
    byte[] bytes = points == null ? Wtf8.encode(value) : Wtf8.encode(points);
    out.put((isInterned ? TypeCode.INTERNED : TypeCode.UNICODE) | flag);
    out.putInt(bytes.length);
    out.put(bytes);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private void putTuple(List<Constant> elements, int flag) {
    int size = elements.size();
    if (size < SHORT) {
      out.put(TypeCode.SMALL_TUPLE | flag);
      out.put(size);
    } else {
      out.put(TypeCode.TUPLE | flag);
      out.putInt(size);
    }
    for (int i = 0; i < size; i++) {
      put(elements.get(i), false, false);
    }
  }

  /**
   * Elements go in the order of what each would be written as alone. The list that they are sorted
   * in refers to each of them, so all are marked.
   */
  private void putFrozenSet(List<Constant> elements, int flag) {
    out.put(TypeCode.FROZENSET | flag);
    out.putInt(elements.size());
    Element[] sorted = new Element[elements.size()];
    for (int i = 0; i < sorted.length; i++) {
      MarshalWriter alone = new MarshalWriter(new ByteSink(32), interning, counts, sortsMarked);
      alone.depth = depth;
      alone.put(elements.get(i), sortsMarked, false);
      sorted[i] = new Element(alone.out.toByteArray(), elements.get(i));
    }
    Arrays.sort(sorted, (a, b) -> Arrays.compareUnsigned(a.bytes, b.bytes));
    for (Element element : sorted) {
      put(element.value, true, false);
    }
  }

  private record Element(byte[] bytes, Constant value) {}

  private void putCode(CodeObject code, int flag) {
    out.put(TypeCode.CODE | flag);
    out.putInt(code.argCount());
    out.putInt(code.posOnlyArgCount());
    out.putInt(code.kwOnlyArgCount());
    out.putInt(code.stackSize());
    out.putInt(code.flags());
    // The bytes of the code are made for the occasion and kept by the code object: two references.
    numbers.take();
    putBytes(code.code().value(), TypeCode.FLAG_REF);
    put(code.consts(), false, false);
    put(code.names(), false, false);
    put(code.localsPlusNames(), false, false);
    putKinds(code.localsPlusKinds());
    put(code.filename(), false, false);
    put(code.name(), false, false);
    put(code.qualname(), false, false);
    out.putInt(code.firstLine());
    put(code.lineTable(), false, false);
    put(code.exceptionTable(), false, false);
  }

  /** The kinds of locals are an object of their own, even of length 1. */
  private void putKinds(Constant.Bytes kinds) {
    if (kinds.value().length == 0) {
      put(kinds, false, false);
    } else {
      putBytes(kinds.value(), 0);
    }
  }
}
