package io.github.pycmaven.marshal;

import io.github.pycmaven.marshal.PycFormatException.Kind;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.Wtf8;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one marshalled value, of any marshal version up to that of the newest target.
 *
 * <p>Any bytes give a value or a {@link PycFormatException}: nesting is bounded as in CPython, and
 * every element that is announced but not yet read counts against the bytes that are left, so no
 * forged length makes the reader reserve more than a small multiple of its input.
 *
 * @param <T> the type of the values that the factory makes
 * @cpython Python/marshal.c:r_object
 */
public final class MarshalReader<T> {
  private static final int MAX_DEPTH = 2000;

  private final ConstantFactory<T> factory;
  private final boolean hasLocalsPlus;
  private final byte[] data;
  private final int end;
  private int at;
  private int depth;

  /** Elements of open containers that have been announced and not been read. */
  private long owed;

  /** How many sets, frozensets and keys are being read, whose elements are hashed. */
  private int hashing;

  private final List<T> refs = new ArrayList<>();

  /** Whether the value of a number is still being read; only tuples can be referred to then. */
  private boolean[] open = new boolean[64];

  /**
   * A reader over part of an array.
   *
   * @param target whose code objects to expect
   */
  public MarshalReader(
      ConstantFactory<T> factory, Target target, byte[] data, int from, int to) {
    this.factory = factory;
    this.hasLocalsPlus = target.has(Feature.LOCALS_PLUS);
    this.data = data;
    this.at = from;
    this.end = to;
  }

  /** Reads the next value. */
  public T read() throws PycFormatException {
    int start = at;
    try {
      T value = object();
      if (value == null) {
        throw typed("NULL object in marshal data for object");
      }
      return value;
    } catch (PycFormatException e) {
      if (e.offset() >= 0) {
        throw e;
      }
      throw new PycFormatException(e.kind(), Math.max(at - 1, start), e.reason());
    }
  }

  /** The offset of the first byte after what has been read. */
  public int position() {
    return at;
  }

  private T object() throws PycFormatException {
    if (at >= end) {
      throw new PycFormatException(Kind.END_OF_DATA, at, "EOF read where object expected");
    }
    int code = data[at++] & 0xff;
    if (++depth > MAX_DEPTH) {
      throw bad("recursion limit exceeded");
    }
    boolean flagged = code >= TypeCode.FLAG_REF;
    int type = code & 0x7f;
    T value;
    switch (type) {
      case TypeCode.NULL:
        value = null;
        break;
      case TypeCode.NONE:
        value = factory.none();
        break;
      case TypeCode.STOP_ITERATION:
        value = factory.stopIteration();
        break;
      case TypeCode.ELLIPSIS:
        value = factory.ellipsis();
        break;
      case TypeCode.FALSE:
        value = factory.bool(false);
        break;
      case TypeCode.TRUE:
        value = factory.bool(true);
        break;
      case TypeCode.REF:
        value = reference();
        break;
      case TypeCode.SMALL_TUPLE:
        value = tuple(oneByte(), flagged);
        break;
      case TypeCode.TUPLE:
        value = tuple(length("tuple"), flagged);
        break;
      case TypeCode.LIST:
      case TypeCode.DICT:
      case TypeCode.SET:
        value = mutable(type, flagged);
        break;
      case TypeCode.FROZENSET:
        value = frozenSet(flagged);
        break;
      case TypeCode.SLICE:
        value = slice(flagged);
        break;
      case TypeCode.CODE:
        value = code(flagged);
        break;
      default:
        value = leaf(type);
        if (flagged) {
          refs.add(value);
        }
        break;
    }
    depth--;
    return value;
  }

  private T leaf(int type) throws PycFormatException {
    switch (type) {
      case TypeCode.INT:
        return factory.integer(oneInt());
      case TypeCode.INT64:
        return factory.integer(oneLong());
      case TypeCode.LONG:
        return longInteger();
      case TypeCode.FLOAT:
        return factory.floating(floatText());
      case TypeCode.BINARY_FLOAT:
        return factory.floating(Double.longBitsToDouble(oneLong()));
      case TypeCode.COMPLEX:
        double real = floatText();
        return factory.complex(real, floatText());
      case TypeCode.BINARY_COMPLEX:
        double re = Double.longBitsToDouble(oneLong());
        return factory.complex(re, Double.longBitsToDouble(oneLong()));
      case TypeCode.BYTES:
        return bytes(length("bytes object"));
      case TypeCode.SHORT_ASCII:
      case TypeCode.SHORT_ASCII_INTERNED:
        return latin1(oneByte(), type == TypeCode.SHORT_ASCII_INTERNED);
      case TypeCode.ASCII:
      case TypeCode.ASCII_INTERNED:
        return latin1(length("string"), type == TypeCode.ASCII_INTERNED);
      case TypeCode.UNICODE:
      case TypeCode.INTERNED:
        return utf8(length("string"), type == TypeCode.INTERNED);
      default:
        throw bad("bad marshal data (unknown type code)");
    }
  }

  // Containers.

  private T tuple(int size, boolean flagged) throws PycFormatException {
    int index = flagged ? reserve() : -1;
    T started = flagged ? factory.startTuple(size) : null;
    if (started != null) {
      refs.set(index, started);
    }
    List<T> elements = elements(size, "tuple");
    T value = started;
    if (started != null) {
      factory.finishTuple(started, elements);
    } else {
      value = factory.tuple(elements);
    }
    return close(index, value);
  }

  private T frozenSet(boolean flagged) throws PycFormatException {
    int size = length("set");
    int index = flagged ? reserve() : -1;
    hashing++;
    List<T> elements = elements(size, "set");
    hashing--;
    return close(index, factory.frozenSet(elements));
  }

  private T slice(boolean flagged) throws PycFormatException {
    int index = flagged ? reserve() : -1;
    T start = part("slice");
    T stop = part("slice");
    T step = part("slice");
    return close(index, factory.slice(start, stop, step));
  }

  @SuppressWarnings("unchecked")
  private List<T> elements(int size, String owner) throws PycFormatException {
    owe(size);
    Object[] elements = new Object[size];
    for (int i = 0; i < size; i++) {
      owed--;
      elements[i] = part(owner);
    }
    return (List<T>) Arrays.asList(elements);
  }

  private T mutable(int type, boolean flagged) throws PycFormatException {
    T value;
    if (type == TypeCode.DICT) {
      value = factory.newDict();
      if (flagged) {
        refs.add(value);
      }
      dictItems(value);
      return value;
    }
    int size = length(type == TypeCode.LIST ? "list" : "set");
    value = type == TypeCode.LIST ? factory.newList() : factory.newSet();
    if (flagged) {
      refs.add(value);
    }
    owe(size);
    hashing += type == TypeCode.SET ? 1 : 0;
    for (int i = 0; i < size; i++) {
      owed--;
      if (type == TypeCode.LIST) {
        factory.append(value, part("list"));
      } else {
        factory.add(value, part("set"));
      }
    }
    hashing -= type == TypeCode.SET ? 1 : 0;
    return value;
  }

  private void dictItems(T dict) throws PycFormatException {
    while (true) {
      hashing++;
      T key = object();
      hashing--;
      T value = key == null ? null : object();
      if (value == null) {
        return;
      }
      factory.put(dict, key, value);
    }
  }

  private T part(String owner) throws PycFormatException {
    T value = object();
    if (value == null) {
      throw typed("NULL object in marshal data for " + owner);
    }
    return value;
  }

  private T code(boolean flagged) throws PycFormatException {
    int start = at - 1;
    int index = flagged ? reserve() : -1;
    CodeFields<T> fields = hasLocalsPlus ? codeFields() : legacyCodeFields();
    try {
      return close(index, factory.code(fields));
    } catch (PycFormatException e) {
      throw e.offset() >= 0 ? e : new PycFormatException(e.kind(), start, e.reason());
    }
  }

  private CodeFields<T> codeFields() throws PycFormatException {
    int argCount = oneInt();
    int posOnlyArgCount = oneInt();
    int kwOnlyArgCount = oneInt();
    int stackSize = oneInt();
    int flags = oneInt();
    T code = part("code object");
    T consts = part("code object");
    T names = part("code object");
    T localsPlusNames = part("code object");
    T localsPlusKinds = part("code object");
    T filename = part("code object");
    T name = part("code object");
    T qualname = part("code object");
    int firstLine = oneInt();
    T lineTable = part("code object");
    T exceptionTable = part("code object");
    return new CodeFields<>(
        argCount, posOnlyArgCount, kwOnlyArgCount, -1, stackSize, flags, code, consts, names,
        localsPlusNames, localsPlusKinds, null, null, filename, name, qualname, firstLine,
        lineTable, exceptionTable);
  }

  private CodeFields<T> legacyCodeFields() throws PycFormatException {
    int argCount = oneInt();
    int posOnlyArgCount = oneInt();
    int kwOnlyArgCount = oneInt();
    int localCount = oneInt();
    int stackSize = oneInt();
    int flags = oneInt();
    T code = part("code object");
    T consts = part("code object");
    T names = part("code object");
    T varNames = part("code object");
    T freeVars = part("code object");
    T cellVars = part("code object");
    T filename = part("code object");
    T name = part("code object");
    int firstLine = oneInt();
    T lineTable = part("code object");
    return new CodeFields<>(
        argCount, posOnlyArgCount, kwOnlyArgCount, localCount, stackSize, flags, code, consts,
        names, varNames, null, freeVars, cellVars, filename, name, null, firstLine, lineTable,
        null);
  }

  // References.

  private int reserve() {
    int index = refs.size();
    refs.add(null);
    if (index >= open.length) {
      open = Arrays.copyOf(open, Math.max(2 * open.length, index + 1));
    }
    open[index] = true;
    return index;
  }

  private T close(int index, T value) {
    if (index >= 0) {
      refs.set(index, value);
      open[index] = false;
    }
    return value;
  }

  private T reference() throws PycFormatException {
    int index = oneInt();
    if (index < 0 || index >= refs.size()) {
      throw bad("bad marshal data (invalid reference)");
    }
    T value = refs.get(index);
    // A tuple that is not filled has no hash; CPython crashes there.
    boolean isUnfinished = index < open.length && open[index];
    if (value == null || isUnfinished && hashing > 0) {
      throw bad("bad marshal data (invalid reference)");
    }
    return value;
  }

  // Leaves.

  private T longInteger() throws PycFormatException {
    int count = oneInt();
    if (count == Integer.MIN_VALUE) {
      throw bad("bad marshal data (long size out of range)");
    }
    int digits = Math.abs(count);
    need(2L * digits);
    if (digits == 0) {
      return factory.integer(0);
    }
    byte[] magnitude = new byte[(int) ((15L * digits + 7) / 8)];
    for (int i = 0; i < digits; i++) {
      int digit = data[at] & 0xff | (data[at + 1] & 0xff) << 8;
      at += 2;
      if (digit >= 1 << 15) {
        throw bad("bad marshal data (digit out of range in long)");
      }
      if (digit == 0 && i == digits - 1) {
        throw bad("bad marshal data (unnormalized long data)");
      }
      int bit = (int) (15L * i & 7);
      int index = magnitude.length - 1 - (int) (15L * i >> 3);
      int shifted = digit << bit;
      magnitude[index] |= (byte) shifted;
      if (index > 0) {
        magnitude[index - 1] |= (byte) (shifted >> 8);
      }
      if (index > 1) {
        magnitude[index - 2] |= (byte) (shifted >> 16);
      }
    }
    BigInteger value = new BigInteger(count < 0 ? -1 : 1, magnitude);
    return value.bitLength() < 64 ? factory.integer(value.longValue()) : factory.integer(value);
  }

  private double floatText() throws PycFormatException {
    int length = oneByte();
    need(length);
    String text = new String(data, at, length, StandardCharsets.ISO_8859_1);
    at += length;
    return FloatText.parse(text, at - length);
  }

  private T bytes(int length) throws PycFormatException {
    need(length);
    byte[] value = Arrays.copyOfRange(data, at, at + length);
    at += length;
    return factory.bytes(value);
  }

  private T latin1(int length, boolean interned) throws PycFormatException {
    need(length);
    String text = new String(data, at, length, StandardCharsets.ISO_8859_1);
    at += length;
    return factory.str(text, null, interned);
  }

  private T utf8(int length, boolean interned) throws PycFormatException {
    need(length);
    int from = at;
    int kind = Wtf8.scan(data, from, from + length);
    if (kind >= 0) {
      throw new PycFormatException(Kind.BAD_DATA, kind, "malformed UTF-8");
    }
    at += length;
    if (kind != Wtf8.SURROGATES) {
      String text = new String(data, from, length, StandardCharsets.UTF_8);
      return factory.str(text, null, interned);
    }
    int[] points = Wtf8.codePoints(data, from, at);
    String text = new String(points, 0, points.length);
    boolean isExact = text.codePointCount(0, text.length()) == points.length;
    return factory.str(text, isExact ? null : points, interned);
  }

  // Bytes.

  private int oneByte() throws PycFormatException {
    need(1);
    return data[at++] & 0xff;
  }

  private int oneInt() throws PycFormatException {
    need(4);
    int value =
        data[at] & 0xff
            | (data[at + 1] & 0xff) << 8
            | (data[at + 2] & 0xff) << 16
            | data[at + 3] << 24;
    at += 4;
    return value;
  }

  private long oneLong() throws PycFormatException {
    long low = oneInt() & 0xffffffffL;
    return low | (long) oneInt() << 32;
  }

  private int length(String what) throws PycFormatException {
    int length = oneInt();
    if (length < 0) {
      throw bad("bad marshal data (" + what + " size out of range)");
    }
    return length;
  }

  private void owe(int elements) throws PycFormatException {
    owed += elements;
    need(owed);
  }

  private void need(long bytes) throws PycFormatException {
    if (end - at < bytes) {
      throw new PycFormatException(Kind.END_OF_DATA, at, "marshal data too short");
    }
  }

  private PycFormatException bad(String reason) {
    return new PycFormatException(Kind.BAD_DATA, at - 1, reason);
  }

  private PycFormatException typed(String reason) {
    return new PycFormatException(Kind.BAD_TYPE, at - 1, reason);
  }
}
