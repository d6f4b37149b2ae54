package io.github.pycmaven.compiler.arithmetic;

import io.github.pycmaven.code.Constant;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Elements and slices of constant tuples, texts and bytes.
 *
 * @cpython Objects/sliceobject.c:PySlice_Unpack, Objects/sliceobject.c:PySlice_AdjustIndices
 */
final class Subscripts {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Subscripts() {}

  static Constant get(Constant container, Constant key) {
    if (container instanceof Constant.Tuple tuple) {
      int[] indices = indices(key, tuple.elements().size());
      if (indices == null) {
        return null;
      }
      if (!(key instanceof Constant.Slice)) {
        return tuple.elements().get(indices[0]);
      }
      Constant[] picked = new Constant[indices.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = tuple.elements().get(indices[i]);
      }
      return new Constant.Tuple(Arrays.asList(picked));
    }
    if (container instanceof Constant.Str text) {
      int[] points = text.toCodePoints();
      int[] indices = indices(key, points.length);
      if (indices == null) {
        return null;
      }
      int[] picked = new int[indices.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = points[indices[i]];
      }
      return Constant.Str.ofCodePoints(picked, picked.length);
    }
    return container instanceof Constant.Bytes bytes ? get(bytes.value(), key) : null;
  }

  private static Constant get(byte[] bytes, Constant key) {
    int[] indices = indices(key, bytes.length);
    if (indices == null) {
      return null;
    }
    if (!(key instanceof Constant.Slice)) {
      return new Constant.Int(bytes[indices[0]] & 0xff);
    }
    byte[] picked = new byte[indices.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = bytes[indices[i]];
    }
    return new Constant.Bytes(picked);
  }

  /** The indices that a key picks; null if Python would raise. */
  private static int[] indices(Constant key, int size) {
    if (key instanceof Constant.Slice slice) {
      return sliceIndices(slice, size);
    }
    BigInteger index = Numbers.integer(key);
    if (index == null) {
      return null;
    }
    BigInteger from0 = index.signum() < 0 ? index.add(BigInteger.valueOf(size)) : index;
    boolean isInside = from0.signum() >= 0 && from0.compareTo(BigInteger.valueOf(size)) < 0;
    return isInside ? new int[] {from0.intValue()} : null;
  }

  private static int[] sliceIndices(Constant.Slice slice, int size) {
    if (!isBound(slice.start()) || !isBound(slice.stop()) || !isBound(slice.step())) {
      return null;
    }
    long step = bound(slice.step(), 1);
    if (step == 0) {
      return null;
    }
    long start = clip(bound(slice.start(), step < 0 ? Long.MAX_VALUE : 0), size, step);
    long stop = clip(bound(slice.stop(), step < 0 ? Long.MIN_VALUE : Long.MAX_VALUE), size, step);
    long span = step < 0 ? start - stop : stop - start;
    int count = span <= 0 ? 0 : (int) ((span - 1) / Math.abs(step) + 1);
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[i] = (int) (start + i * step);
    }
    return indices;
  }

  private static boolean isBound(Constant bound) {
    return bound == Constant.Singleton.NONE || Numbers.integer(bound) != null;
  }

  private static long bound(Constant bound, long fallback) {
    if (bound == Constant.Singleton.NONE) {
      return fallback;
    }
    // The lowest is one off, so that a step can be negated.
    return Numbers.integer(bound).min(MOST).max(MOST.negate()).longValue();
  }

  private static long clip(long index, int size, long step) {
    long from0 = index < 0 && index > Long.MIN_VALUE ? index + size : index;
    if (from0 < 0) {
      return step < 0 ? -1 : 0;
    }
    if (from0 >= size) {
      return step < 0 ? size - 1 : size;
    }
    return from0;
  }
}
