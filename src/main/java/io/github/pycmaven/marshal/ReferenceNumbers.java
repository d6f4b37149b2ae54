package io.github.pycmaven.marshal;

import io.github.pycmaven.code.Constant;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of the values that have been marked so far, by identity, or by value where there is
 * only one object of a value.
 */
final class ReferenceNumbers {
  /** What is answered for a value that was not marked before; it is from then on. */
  static final int NEW = -1;

  private final IdentityTable numbers = new IdentityTable(256);
  private final Map<String, Integer> texts = new HashMap<>();
  private final Interning interning;
  private int[] ints;
  private int[] shortBytes;
  private int emptyTuple;
  private int next;

  ReferenceNumbers(Interning interning) {
    this.interning = interning;
  }

  /** Takes the next number for something that will not be met again. */
  int take() {
    return next++;
  }

  int numberOfText(String value) {
    Integer known = texts.putIfAbsent(value, next);
    if (known != null) {
      return known;
    }
    next++;
    return NEW;
  }

  int numberOf(Constant value) {
    if (value instanceof Constant.Int i && interning.isSmall(i)) {
      ints = ints == null ? new int[interning.greatestInt - Interning.LEAST_INT + 1] : ints;
      return numberIn(ints, (int) i.value() - Interning.LEAST_INT);
    }
    if (value instanceof Constant.Bytes b && b.value().length <= 1) {
      shortBytes = shortBytes == null ? new int[257] : shortBytes;
      return numberIn(shortBytes, b.value().length == 0 ? 256 : b.value()[0] & 0xff);
    }
    if (value instanceof Constant.Tuple t && t.elements().isEmpty()) {
      int known = emptyTuple - 1;
      emptyTuple = known < 0 ? ++next : emptyTuple;
      return known;
    }
    Object key = MarshalWriter.identity(value);
    int known = numbers.get(key) - 1;
    if (known < 0) {
      numbers.put(key, ++next);
    }
    return known;
  }

  /** Numbers are kept one too high, so that 0 is none. */
  private int numberIn(int[] table, int index) {
    int known = table[index] - 1;
    if (known < 0) {
      table[index] = ++next;
    }
    return known;
  }
}
