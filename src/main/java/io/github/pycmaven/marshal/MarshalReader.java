package io.github.pycmaven.marshal;

import io.github.pycmaven.marshal.PycFormatException.Kind;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.PythonVersion;
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
 * <p>Any bytes give a value or a {@link PycFormatException}: nesting is bounded as in CPython and
 * takes no stack, and every element that is announced but not yet read counts against the bytes
 * that are left, so no forged length makes the reader reserve more than a small multiple of its
 * input.
 *
 * @param <T> the type of the values that the factory makes
 * @cpython Python/marshal.c:r_object
 */
public final class MarshalReader<T> {
  private static final int MAX_DEPTH = 2000;
  private static final int UNKNOWN = Integer.MAX_VALUE;
  private static final int CODE_PARTS = 10;

  private final ConstantFactory<T> factory;
  private final boolean hasLocalsPlus;
  private final byte[] data;
  private final int end;
  private int at;

  /** The innermost container that is being read, or null. */
  private OpenValue<T> open;

  /** How many containers are being read. */
  private int depth;

  /** Elements of open containers that have been announced and not been read. */
  private long owed;

  /** How many sets, frozensets and keys are being read, whose elements are hashed. */
  private int hashing;

  private final List<T> refs = new ArrayList<>();

  /** Whether the value of a number is still being read; only tuples can be referred to then. */
  private boolean[] unfinished = new boolean[64];

  /**
   * A reader over part of an array.
   *
   * @param target whose code objects to expect
   */
  public MarshalReader(ConstantFactory<T> factory, Target target, byte[] data, int from, int to) {
    this(factory, target.version(), data, from, to);
  }

  /**
   * A reader over part of an array, for whom nothing else of a version need be loaded.
   *
   * @param version whose code objects to expect
   */
  public MarshalReader(
      ConstantFactory<T> factory, PythonVersion version, byte[] data, int from, int to) {
    this.factory = factory;
    this.hasLocalsPlus = Feature.LOCALS_PLUS.isIn(version);
    this.data = data;
    this.at = from;
    this.end = to;
  }

  /** Reads the next value. */
  public T read() throws PycFormatException {
    int start = at;
    try {
      T value = readAll();
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

  private T readAll() throws PycFormatException {
    while (true) {
      OpenValue<T> before = open;
      T value = readOne();
      if (open != before) {
        if (!open.isComplete()) {
          continue;
        }
        value = close();
      }
      // Hand the value to the container around it, which may be complete now, and so on.
      while (open != null) {
        if (value == null && open.type == TypeCode.SLICE) {
          drop();
          continue;
        }
        accept(value);
        if (!open.isComplete()) {
          break;
        }
        value = close();
      }
      if (open == null) {
        return value;
      }
    }
  }

  /** Reads a value without others in it, or opens a container. */
  private T readOne() throws PycFormatException {
    if (at >= end) {
      throw new PycFormatException(Kind.END_OF_DATA, at, "EOF read where object expected");
    }
    if (open != null && open.announcesSize()) {
      owed--;
    }
    int code = data[at++] & 0xff;
    if (depth >= MAX_DEPTH) {
      throw bad("recursion limit exceeded");
    }
    boolean flagged = code >= TypeCode.FLAG_REF;
    int type = code & 0x7f;
    switch (type) {
      case TypeCode.NULL:
        return null;
      case TypeCode.NONE:
        return factory.none();
      case TypeCode.STOP_ITERATION:
        return factory.stopIteration();
      case TypeCode.ELLIPSIS:
        return factory.ellipsis();
      case TypeCode.FALSE:
        return factory.bool(false);
      case TypeCode.TRUE:
        return factory.bool(true);
      case TypeCode.REF:
        return reference();
      case TypeCode.SMALL_TUPLE:
      case TypeCode.TUPLE:
      case TypeCode.LIST:
      case TypeCode.DICT:
      case TypeCode.SET:
      case TypeCode.FROZENSET:
      case TypeCode.SLICE:
      case TypeCode.CODE:
        open(type, flagged);
        return null;
      default:
        T value = leaf(type);
        if (flagged) {
          refs.add(value);
        }
        return value;
    }
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

  private void open(int type, boolean flagged) throws PycFormatException {
    switch (type) {
      case TypeCode.SMALL_TUPLE:
        openTuple(oneByte(), flagged);
        break;
      case TypeCode.TUPLE:
        openTuple(length("tuple"), flagged);
        break;
      case TypeCode.LIST:
        int elements = length("list");
        push(type, add(factory.newList(), flagged), null, elements, -1);
        owe(elements);
        break;
      case TypeCode.SET:
        int members = length("set");
        push(type, add(factory.newSet(), flagged), null, members, -1);
        owe(members);
        break;
      case TypeCode.DICT:
        push(type, add(factory.newDict(), flagged), null, UNKNOWN, -1);
        break;
      case TypeCode.FROZENSET:
        int size = length("set");
        owe(size);
        push(type, null, new Object[size], size, flagged ? reserve() : -1);
        break;
      case TypeCode.SLICE:
        push(type, null, new Object[3], 3, flagged ? reserve() : -1);
        break;
      default:
        openCode(flagged);
        break;
    }
  }

  private void openTuple(int size, boolean flagged) throws PycFormatException {
    owe(size);
    int ref = flagged ? reserve() : -1;
    T started = flagged ? factory.startTuple(size) : null;
    if (started != null) {
      refs.set(ref, started);
    }
    push(TypeCode.TUPLE, started, new Object[size], size, ref);
  }

  private void openCode(boolean flagged) throws PycFormatException {
    int start = at - 1;
    int ref = flagged ? reserve() : -1;
    push(TypeCode.CODE, null, new Object[CODE_PARTS], CODE_PARTS, ref);
    if (!hasLocalsPlus) {
      open.expected = CODE_PARTS - 1;
    }
    open.start = start;
    open.numbers = new int[7];
    for (int i = 0; i < (hasLocalsPlus ? 5 : 6); i++) {
      open.numbers[i] = oneInt();
    }
  }

  private void push(int type, T container, Object[] parts, int expected, int ref) {
    open = new OpenValue<>(open, type, ref, container, parts, expected);
    depth++;
    hashing += type == TypeCode.SET || type == TypeCode.FROZENSET || type == TypeCode.DICT ? 1 : 0;
  }

  /** Gives an element to the innermost container. */
  private void accept(T value) throws PycFormatException {
    OpenValue<T> to = open;
    if (value == null && to.type != TypeCode.DICT) {
      throw typed("NULL object in marshal data for " + nameOf(to.type));
    }
    switch (to.type) {
      case TypeCode.LIST:
        factory.append(to.container, value);
        to.filled++;
        break;
      case TypeCode.SET:
        factory.add(to.container, value);
        to.filled++;
        break;
      case TypeCode.DICT:
        acceptItem(to, value);
        break;
      default:
        to.parts[to.filled++] = value;
        if (to.type == TypeCode.CODE) {
          acceptLine(to);
        }
        break;
    }
  }

  private static String nameOf(int type) {
    switch (type) {
      case TypeCode.TUPLE:
        return "tuple";
      case TypeCode.LIST:
        return "list";
      case TypeCode.CODE:
        return "code object";
      default:
        return "set";
    }
  }

  /**
   * A dict ends with a NULL in the place of a key; CPython takes one in the place of a value too.
   */
  private void acceptItem(OpenValue<T> dict, T value) throws PycFormatException {
    if (value == null) {
      hashing += dict.key == null ? 0 : 1;
      dict.expected = dict.filled;
    } else if (dict.key == null) {
      dict.key = value;
      hashing--;
    } else {
      factory.put(dict.container, dict.key, value);
      dict.key = null;
      hashing++;
    }
  }

  /** The first line stands between the names and the tables of a code object. */
  private void acceptLine(OpenValue<T> code) throws PycFormatException {
    if (code.filled == code.expected - (hasLocalsPlus ? 2 : 1)) {
      code.numbers[6] = oneInt();
    }
  }

  /** Makes the value of the innermost container. */
  private T close() throws PycFormatException {
    OpenValue<T> done = open;
    T value = valueOf(done);
    if (done.ref >= 0) {
      refs.set(done.ref, value);
      unfinished[done.ref] = false;
    }
    pop();
    return value;
  }

  /** Gives the innermost container up; what refers to it will be refused. */
  private void drop() {
    pop();
  }

  private void pop() {
    int type = open.type;
    hashing -= type == TypeCode.SET || type == TypeCode.FROZENSET || type == TypeCode.DICT ? 1 : 0;
    open = open.outer;
    depth--;
  }

  private T valueOf(OpenValue<T> done) throws PycFormatException {
    switch (done.type) {
      case TypeCode.TUPLE:
        if (done.container == null) {
          return factory.tuple(elements(done));
        }
        factory.finishTuple(done.container, elements(done));
        return done.container;
      case TypeCode.FROZENSET:
        return factory.frozenSet(elements(done));
      case TypeCode.SLICE:
        return factory.slice(done.part(0), done.part(1), done.part(2));
      case TypeCode.CODE:
        return code(done);
      default:
        return done.container;
    }
  }

  @SuppressWarnings("unchecked")
  private List<T> elements(OpenValue<T> done) {
    return (List<T>) Arrays.asList(done.parts);
  }

  private T code(OpenValue<T> done) throws PycFormatException {
    try {
      return factory.code(hasLocalsPlus ? fields(done) : legacyFields(done));
    } catch (PycFormatException e) {
      throw e.offset() >= 0 ? e : new PycFormatException(e.kind(), done.start, e.reason());
    }
  }

  private CodeFields<T> fields(OpenValue<T> c) {
    int[] n = c.numbers;
    return new CodeFields<>(
        n[0], n[1], n[2], -1, n[3], n[4], c.part(0), c.part(1), c.part(2), c.part(3), c.part(4),
        null, null, c.part(5), c.part(6), c.part(7), n[6], c.part(8), c.part(9));
  }

  private CodeFields<T> legacyFields(OpenValue<T> c) {
    int[] n = c.numbers;
    return new CodeFields<>(
        n[0], n[1], n[2], n[3], n[4], n[5], c.part(0), c.part(1), c.part(2), c.part(3), null,
        c.part(4), c.part(5), c.part(6), c.part(7), null, n[6], c.part(8), null);
  }

  // References.

  private T add(T value, boolean flagged) {
    if (flagged) {
      refs.add(value);
    }
    return value;
  }

  private int reserve() {
    int index = refs.size();
    refs.add(null);
    if (index >= unfinished.length) {
      unfinished = Arrays.copyOf(unfinished, Math.max(2 * unfinished.length, index + 1));
    }
    unfinished[index] = true;
    return index;
  }

  private T reference() throws PycFormatException {
    int index = oneInt();
    if (index < 0 || index >= refs.size()) {
      throw bad("bad marshal data (invalid reference)");
    }
    T value = refs.get(index);
    // A tuple that is not filled has no hash; CPython crashes there.
    boolean isUnfinished = index < unfinished.length && unfinished[index];
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
    if (at >= end) {
      throw new PycFormatException(Kind.END_OF_DATA, at, "EOF read where not expected");
    }
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
    if (end - at < owed) {
      throw new PycFormatException(Kind.END_OF_DATA, end, "EOF read where object expected");
    }
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
