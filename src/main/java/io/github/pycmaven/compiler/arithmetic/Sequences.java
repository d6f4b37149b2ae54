package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Concatenation and repetition of constant tuples, texts and bytes.
 *
 * @cpython Python/flowgraph.c:const_folding_safe_multiply
 */
final class Sequences {
  private static final int MAX_ELEMENTS = 256;
  private static final int MAX_TEXT = 4096;

  /** Including the elements of tuples inside. */
  private static final int MAX_TOTAL = 1024;

  private Sequences() {}

  static Constant concatenate(Constant left, Constant right) {
    if (left instanceof Constant.Tuple a && right instanceof Constant.Tuple b) {
      Constant[] all = new Constant[a.elements().size() + b.elements().size()];
      for (int i = 0; i < all.length; i++) {
        int other = i - a.elements().size();
        all[i] = other < 0 ? a.elements().get(i) : b.elements().get(other);
      }
      return new Constant.Tuple(Arrays.asList(all));
    }
    if (left instanceof Constant.Str a && right instanceof Constant.Str b) {
      return concatenate(a, b);
    }
    if (left instanceof Constant.Bytes a && right instanceof Constant.Bytes b) {
      byte[] all = Arrays.copyOf(a.value(), a.value().length + b.value().length);
      System.arraycopy(b.value(), 0, all, a.value().length, b.value().length);
      return new Constant.Bytes(all);
    }
    return null;
  }

  private static Constant concatenate(Constant.Str a, Constant.Str b) {
    boolean isPlain = a.codePoints() == null && b.codePoints() == null;
    if (isPlain && !(endsHigh(a.value()) && startsLow(b.value()))) {
      return new Constant.Str(a.value() + b.value());
    }
    int[] first = a.toCodePoints();
    int[] second = b.toCodePoints();
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return Constant.Str.ofCodePoints(all, all.length);
  }

  private static boolean endsHigh(String text) {
    return !text.isEmpty() && text.charAt(text.length() - 1) >>> 10 == 0x36;
  }

  private static boolean startsLow(String text) {
    return !text.isEmpty() && text.charAt(0) >>> 10 == 0x37;
  }

  static Constant repeat(Constant value, BigInteger count) {
    int size = size(value);
    if (size < 0 || count.bitLength() > 63) {
      return null;
    }
    if (size == 0) {
      return value;
    }
    int limit = value instanceof Constant.Tuple ? MAX_ELEMENTS : MAX_TEXT;
    if (count.signum() < 0 || count.longValue() > limit / size) {
      return null;
    }
    int n = count.intValue();
    if (value instanceof Constant.Tuple tuple) {
      boolean isTooLarge = n > 0 && remaining(tuple, MAX_TOTAL / n) < 0;
      return isTooLarge ? null : repeat(tuple.elements(), n);
    }
    if (value instanceof Constant.Bytes bytes) {
      byte[] all = new byte[size * n];
      for (int i = 0; i < all.length; i++) {
        all[i] = bytes.value()[i % size];
      }
      return new Constant.Bytes(all);
    }
    int[] points = ((Constant.Str) value).toCodePoints();
    int[] all = new int[size * n];
    for (int i = 0; i < all.length; i++) {
      all[i] = points[i % size];
    }
    return Constant.Str.ofCodePoints(all, all.length);
  }

  private static Constant repeat(List<Constant> elements, int count) {
    Constant[] all = new Constant[elements.size() * count];
    for (int i = 0; i < all.length; i++) {
      all[i] = elements.get(i % elements.size());
    }
    return new Constant.Tuple(Arrays.asList(all));
  }

  private static int size(Constant value) {
    if (value instanceof Constant.Tuple tuple) {
      return tuple.elements().size();
    }
    if (value instanceof Constant.Bytes bytes) {
      return bytes.value().length;
    }
    return value instanceof Constant.Str text ? text.toCodePoints().length : -1;
  }

  /**
   * What is left of a limit after all elements, those of inner tuples included; negative if none.
   */
  private static int remaining(Constant value, int limit) {
    int left = limit;
    if (value instanceof Constant.Tuple tuple) {
      left -= tuple.elements().size();
      for (int i = 0; left >= 0 && i < tuple.elements().size(); i++) {
        left = remaining(tuple.elements().get(i), left);
      }
    }
    return left;
  }
}
