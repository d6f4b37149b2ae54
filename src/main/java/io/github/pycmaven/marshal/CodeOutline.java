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

  /** The fields of a code object: {@code b}ytes, {@code (} for a tuple, {@code t}ext. */
  private static final String FIELDS = "b(((btttbb";

  private static final int FILE_NAME = 5;

  /** So many fields are followed by the first line. */
  private static final int BEFORE_LINE = 8;

  private final byte[] data;
  private int at;

  /** Where the value of each number begins; -1 while it is open. */
  private int[] refs = new int[256];

  private int refCount;

  /** For each open container: how many values it holds in all, has so far, and where it began. */
  private int[] size = new int[64];

  private int[] filled = new int[64];
  private int[] start = new int[64];
  private boolean[] isCode = new boolean[64];

  /** Its number, or -1. */
  private int[] number = new int[64];

  private int depth;
  private int fileName = -1;

  private CodeOutline(byte[] data, int from) {
    this.data = data;
    this.at = from;
  }

  /** Whether it can walk over code objects of a version; older ones have other fields. */
  public static boolean knows(Target target) {
    return target.has(Feature.LOCALS_PLUS);
  }

  /**
   * The name of the file that a code object records.
   *
   * @param data the bytes; from {@code from} to their end they must be one code object
   * @return the name, or null if the bytes are anything else
   */
  public static String fileName(byte[] data, int from) {
    if (from >= data.length || (data[from] & 0x7f) != TypeCode.CODE) {
      return null;
    }
    CodeOutline outline = new CodeOutline(data, from);
    return outline.walk() && outline.at == data.length ? outline.text(outline.fileName) : null;
  }

  /**
   * Walks over one value and what is in it. The values that are many are skipped here, without
   * calls: a whole tree is walked before HotSpot has optimised anything, and until then every call
   * is counted, inlined or not.
   */
  private boolean walk() {
    byte[] bytes = data;
    int end = bytes.length;
    int position = at;
    do {
      if (position >= end) {
        return false;
      }
      int begin = position;
      int type = bytes[position++];
      boolean flagged = type < 0;
      type &= 0x7f;
      int length = 0;
      switch (type) {
        case TypeCode.NONE:
        case TypeCode.TRUE:
        case TypeCode.FALSE:
        case TypeCode.ELLIPSIS:
          flagged = false;
          break;
        case TypeCode.SHORT_ASCII:
        case TypeCode.SHORT_ASCII_INTERNED:
          length = position < end ? 1 + (bytes[position] & 0xff) : 1;
          break;
        case TypeCode.INT:
          length = INT;
          break;
        case TypeCode.REF:
          if (end - position < INT) {
            return false;
          }
          int index =
              bytes[position] & 0xff
                  | (bytes[position + 1] & 0xff) << 8
                  | (bytes[position + 2] & 0xff) << 16
                  | bytes[position + 3] << 24;
          if (index < 0 || index >= refCount || refs[index] < 0) {
            return false;
          }
          begin = refs[index];
          length = INT;
          flagged = false;
          break;
        default:
          at = position;
          int own = flagged ? reserve() : -1;
          flagged = false;
          int held = body(type);
          position = at;
          if (held < 0 || held > 0 && !push(begin, own, held)) {
            return false;
          }
          if (held > 0) {
            continue;
          }
          if (own >= 0) {
            refs[own] = begin;
          }
          break;
      }
      if (length > end - position) {
        return false;
      }
      position += length;
      if (flagged) {
        int own = reserve();
        refs[own] = begin;
      }
      int top = depth - 1;
      if (top >= 0 && !isCode[top] && filled[top] + 1 < size[top]) {
        filled[top]++;
      } else {
        at = position;
        if (!complete(begin)) {
          return false;
        }
        position = at;
      }
    } while (depth > 0);
    return true;
  }

  /** Skips what follows a type; returns how many values are in it, or -1 if it is not good. */
  private int body(int type) {
    switch (type) {
      case TypeCode.ASCII:
      case TypeCode.ASCII_INTERNED:
      case TypeCode.BYTES:
        return skip(oneInt());
      case TypeCode.UNICODE:
      case TypeCode.INTERNED:
        int length = oneInt();
        return skip(length) < 0 || Wtf8.scan(data, at - length, at) >= 0 ? -1 : 0;
      case TypeCode.SMALL_TUPLE:
        return oneByte();
      case TypeCode.TUPLE:
      case TypeCode.FROZENSET:
        return oneInt();
      case TypeCode.INT64:
      case TypeCode.BINARY_FLOAT:
        return skip(DOUBLE);
      case TypeCode.BINARY_COMPLEX:
        return skip(2 * DOUBLE);
      case TypeCode.LONG:
        return skip(2L * Math.abs((long) oneInt()));
      case TypeCode.FLOAT:
        return skip(oneByte());
      case TypeCode.COMPLEX:
        return skip(oneByte()) < 0 ? -1 : skip(oneByte());
      case TypeCode.SLICE:
        return 3;
      case TypeCode.CODE:
        return skip(LEADING_INTS * INT) < 0 ? -1 : FIELDS.length();
      default:
        return -1;
    }
  }

  private boolean push(int begin, int own, int held) {
    // Each value takes a byte at least, so no forged number makes the walk long.
    if (depth == MAX_DEPTH || held > data.length - at) {
      return false;
    }
    if (depth == size.length) {
      size = Arrays.copyOf(size, 2 * depth);
      filled = Arrays.copyOf(filled, 2 * depth);
      start = Arrays.copyOf(start, 2 * depth);
      isCode = Arrays.copyOf(isCode, 2 * depth);
      number = Arrays.copyOf(number, 2 * depth);
    }
    size[depth] = held;
    filled[depth] = 0;
    start[depth] = begin;
    isCode[depth] = (data[begin] & 0x7f) == TypeCode.CODE;
    number[depth++] = own;
    return true;
  }

  /** Hands a value to the containers around it, as far as they are full with it. */
  private boolean complete(int begin) {
    int value = begin;
    while (depth > 0) {
      int top = depth - 1;
      if (isCode[top] && !isField(top, value)) {
        return false;
      }
      if (++filled[top] < size[top]) {
        return true;
      }
      value = start[top];
      if (number[top] >= 0) {
        refs[number[top]] = value;
      }
      depth = top;
    }
    return true;
  }

  private boolean isField(int top, int value) {
    int index = filled[top];
    if (FIELDS.charAt(index) != kind(data[value] & 0x7f)) {
      return false;
    }
    if (index == FILE_NAME && top == 0) {
      fileName = value;
    }
    return index + 1 != BEFORE_LINE || skip(INT) == 0;
  }

  private static char kind(int type) {
    switch (type) {
      case TypeCode.BYTES:
        return 'b';
      case TypeCode.SMALL_TUPLE:
      case TypeCode.TUPLE:
        return '(';
      case TypeCode.SHORT_ASCII:
      case TypeCode.SHORT_ASCII_INTERNED:
      case TypeCode.ASCII:
      case TypeCode.ASCII_INTERNED:
      case TypeCode.UNICODE:
      case TypeCode.INTERNED:
        return 't';
      default:
        return '?';
    }
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
    int type = data[begin] & 0x7f;
    boolean isShort = type == TypeCode.SHORT_ASCII || type == TypeCode.SHORT_ASCII_INTERNED;
    int length = isShort ? oneByte() : oneInt();
    if (type == TypeCode.UNICODE || type == TypeCode.INTERNED) {
      int[] points = Wtf8.codePoints(data, at, at + length);
      return new String(points, 0, points.length);
    }
    return new String(data, at, length, StandardCharsets.ISO_8859_1);
  }

  private int skip(long bytes) {
    if (bytes < 0 || bytes > data.length - at) {
      return -1;
    }
    at += (int) bytes;
    return 0;
  }

  /** The next byte, or -1. */
  private int oneByte() {
    return at < data.length ? data[at++] & 0xff : -1;
  }

  /** The next number, or -1. */
  private int oneInt() {
    if (data.length - at < INT) {
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
