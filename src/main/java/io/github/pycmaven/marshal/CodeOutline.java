package io.github.pycmaven.marshal;

import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.Wtf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over a marshalled code object without making any value: whether it is whole, each field of
 * its type, and which file it records. An up-to-date check asks that of every cache of a tree, so
 * no object is made of what is read.
 *
 * <p>Stricter than {@link MarshalReader}: types that no compiler writes are refused too.
 *
 * @cpython Python/marshal.c:r_object
 */
public final class CodeOutline {
  private static final int MAX_DEPTH = 2000;
  private static final int INT = 4;
  private static final int DOUBLE = 8;
  private static final int LEADING_INTS = 5;
  private static final int TYPE = 0x7f;

  // Shapes: a type's value is so many bytes long, or one of these.
  private static final byte SHORT = -1;
  private static final byte REF = -2;
  private static final byte LONG_TEXT = -3;
  private static final byte WIDE_TEXT = -4;
  private static final byte DIGITS = -5;
  private static final byte TWO_TEXTS = -6;
  private static final byte SMALL_TUPLE = -7;
  private static final byte TUPLE = -8;
  private static final byte SLICE = -9;
  private static final byte CODE = -10;
  private static final byte UNKNOWN = -11;

  /** The shape of each type, and what kind of field of a code object it can be. */
  private static final byte[] SHAPES = new byte[TYPE + 1];

  private static final byte[] KINDS = new byte[TYPE + 1];

  /** The fields of a code object: {@code b}ytes, {@code (} for a tuple, {@code t}ext. */
  private static final byte[] FIELDS = {'b', '(', '(', '(', 'b', 't', 't', 't', 'b', 'b'};

  private static final int FILE_NAME = 5;

  /** So many fields are followed by the first line. */
  private static final int BEFORE_LINE = 8;

  static {
    Arrays.fill(SHAPES, UNKNOWN);
    shape(0, '?', TypeCode.NONE, TypeCode.TRUE, TypeCode.FALSE, TypeCode.ELLIPSIS);
    shape(INT, '?', TypeCode.INT);
    shape(DOUBLE, '?', TypeCode.INT64, TypeCode.BINARY_FLOAT);
    shape(2 * DOUBLE, '?', TypeCode.BINARY_COMPLEX);
    shape(SHORT, 't', TypeCode.SHORT_ASCII, TypeCode.SHORT_ASCII_INTERNED);
    shape(SHORT, '?', TypeCode.FLOAT);
    shape(TWO_TEXTS, '?', TypeCode.COMPLEX);
    shape(REF, '?', TypeCode.REF);
    shape(LONG_TEXT, 't', TypeCode.ASCII, TypeCode.ASCII_INTERNED);
    shape(LONG_TEXT, 'b', TypeCode.BYTES);
    shape(WIDE_TEXT, 't', TypeCode.UNICODE, TypeCode.INTERNED);
    shape(DIGITS, '?', TypeCode.LONG);
    shape(SMALL_TUPLE, '(', TypeCode.SMALL_TUPLE);
    shape(TUPLE, '(', TypeCode.TUPLE);
    shape(TUPLE, '?', TypeCode.FROZENSET);
    shape(SLICE, '?', TypeCode.SLICE);
    shape(CODE, '?', TypeCode.CODE);
  }

  private final byte[] data;
  private final int end;
  private int at;

  /** Where the value of each number begins; -1 while it is open. */
  private int[] refs = new int[256];

  private int refCount;

  /** For each open container: where it began, and its number or -1. */
  private int[] start = new int[64];

  private int[] number = new int[64];

  /** For what is around each open container: how many values it still wants; is it code. */
  private int[] wanted = new int[64];

  private boolean[] isCode = new boolean[64];

  private int depth;
  private int fileName = -1;

  private CodeOutline(byte[] data, int from, int end) {
    this.data = data;
    this.at = from;
    this.end = end;
  }

  private static void shape(int shape, char kind, int... types) {
    for (int type : types) {
      SHAPES[type] = (byte) shape;
      KINDS[type] = (byte) kind;
    }
  }

  /** Whether it can walk over code objects of a version; older ones have other fields. */
  public static boolean knows(Target target) {
    return target.has(Feature.LOCALS_PLUS);
  }

  /**
   * The name of the file that a code object records.
   *
   * @param data the bytes; from {@code from} up to {@code end} they must be one code object
   * @return the name, or null if the bytes are anything else
   */
  public static String fileName(byte[] data, int from, int end) {
    if (from >= end || (data[from] & TYPE) != TypeCode.CODE) {
      return null;
    }
    CodeOutline outline = new CodeOutline(data, from, end);
    return outline.walk() && outline.at == end ? outline.text(outline.fileName) : null;
  }

  /**
   * Walks over one value and what is in it. The values that are many are skipped here, without
   * calls and with few branches: a whole tree is walked before HotSpot has optimised anything, and
   * each branch that the first files do not take makes it begin again.
   */
  private boolean walk() {
    byte[] bytes = data;
    int position = at;
    int left = 1;
    boolean inCode = false;
    for (; ; ) {
      if (position >= end) {
        return false;
      }
      int begin = position;
      int type = bytes[position++];
      int shape = SHAPES[type & TYPE];
      if (shape >= 0) {
        position += shape;
      } else if (shape == SHORT) {
        position += 1 + (position < end ? bytes[position] & 0xff : 0);
      } else if (shape == REF) {
        at = position;
        int index = oneInt();
        if (index < 0 || index >= refCount || refs[index] < 0) {
          return false;
        }
        begin = refs[index];
        position += INT;
      } else {
        at = position;
        int own = type < 0 ? reserve() : -1;
        int held = body(shape);
        position = at;
        if (held > 0) {
          if (!push(begin, own, held)) {
            return false;
          }
          wanted[depth] = left;
          isCode[depth++] = inCode;
          left = held;
          inCode = shape == CODE;
          continue;
        }
        if (held < 0) {
          return false;
        }
        if (own >= 0) {
          refs[own] = begin;
        }
      }
      if (position > end) {
        return false;
      }
      if (type < 0 && shape >= SHORT && shape != 0) {
        int own = reserve();
        refs[own] = begin;
      }
      // The value is whole, and with it the containers that it is the last one of.
      for (; ; ) {
        left--;
        if (inCode) {
          at = position;
          if (!isField(FIELDS.length - 1 - left, begin)) {
            return false;
          }
          position = at;
        }
        if (left > 0) {
          break;
        }
        if (depth == 0) {
          at = position;
          return true;
        }
        begin = start[--depth];
        if (number[depth] >= 0) {
          refs[number[depth]] = begin;
        }
        left = wanted[depth];
        inCode = isCode[depth];
      }
    }
  }

  /** Skips what follows a type; returns how many values are in it, or -1 if it is not good. */
  private int body(int shape) {
    switch (shape) {
      case SMALL_TUPLE:
        return oneByte();
      case TUPLE:
        return oneInt();
      case LONG_TEXT:
        return skip(oneInt());
      case WIDE_TEXT:
        int length = oneInt();
        return skip(length) < 0 || Wtf8.scan(data, at - length, at) >= 0 ? -1 : 0;
      case DIGITS:
        return skip(2L * Math.abs((long) oneInt()));
      case TWO_TEXTS:
        return skip(oneByte()) < 0 ? -1 : skip(oneByte());
      case SLICE:
        return 3;
      case CODE:
        return skip(LEADING_INTS * INT) < 0 ? -1 : FIELDS.length;
      default:
        return -1;
    }
  }

  /** Makes room for a container. */
  private boolean push(int begin, int own, int held) {
    // Each value takes a byte at least, so no forged number makes the walk long.
    if (depth == MAX_DEPTH || held > end - at) {
      return false;
    }
    if (depth == start.length) {
      start = Arrays.copyOf(start, 2 * depth);
      number = Arrays.copyOf(number, 2 * depth);
      wanted = Arrays.copyOf(wanted, 2 * depth);
      isCode = Arrays.copyOf(isCode, 2 * depth);
    }
    start[depth] = begin;
    number[depth] = own;
    return true;
  }

  private boolean isField(int index, int value) {
    if (FIELDS[index] != KINDS[data[value] & TYPE]) {
      return false;
    }
    if (index == FILE_NAME && depth == 1) {
      fileName = value;
    }
    return index + 1 != BEFORE_LINE || skip(INT) == 0;
  }

  private int reserve() {
    if (refCount == refs.length) {
      refs = Arrays.copyOf(refs, 2 * refCount);
    }
    refs[refCount] = -1;
    return refCount++;
  }

  private String text(int begin) {
    at = begin + 1;
    int type = data[begin] & TYPE;
    boolean isShort = type == TypeCode.SHORT_ASCII || type == TypeCode.SHORT_ASCII_INTERNED;
    int length = isShort ? oneByte() : oneInt();
    if (type == TypeCode.UNICODE || type == TypeCode.INTERNED) {
      int[] points = Wtf8.codePoints(data, at, at + length);
      return new String(points, 0, points.length);
    }
    return new String(data, at, length, StandardCharsets.ISO_8859_1);
  }

  private int skip(long bytes) {
    if (bytes < 0 || bytes > end - at) {
      return -1;
    }
    at += (int) bytes;
    return 0;
  }

  /** The next byte, or -1. */
  private int oneByte() {
    return at < end ? data[at++] & 0xff : -1;
  }

  /** The next number, or -1. */
  private int oneInt() {
    if (end - at < INT) {
      return -1;
    }
    int value =
        data[at] & 0xff
            | (data[at + 1] & 0xff) << 8
            | (data[at + 2] & 0xff) << 16
            | data[at + 3] << 24;
    at += INT;
    return value;
  }
}
