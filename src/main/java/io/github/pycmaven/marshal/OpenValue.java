package io.github.pycmaven.marshal;

/** A container that is being read: what it will be, and what is there of it. */
final class OpenValue<T> {
  /** The container around this one, or null. */
  final OpenValue<T> outer;

  /** Its type, of {@link TypeCode}. */
  final int type;

  /** Its number among the values that can be referred to, or -1. */
  final int ref;

  /** The container itself where it exists before its elements, otherwise null. */
  final T container;

  /** The elements so far where the container is made of them at the end, otherwise null. */
  final Object[] parts;

  /** How many elements there will be; of a dict, unknown until its end mark. */
  int expected;

  int filled;

  /** A dict's key that waits for its value. */
  T key;

  /** Of a code object: where it starts, and its numbers. */
  int start;

  int[] numbers;

  OpenValue(OpenValue<T> outer, int type, int ref, T container, Object[] parts, int expected) {
    this.outer = outer;
    this.type = type;
    this.ref = ref;
    this.container = container;
    this.parts = parts;
    this.expected = expected;
  }

  /** Whether the number of elements stands in the data, and may be forged. */
  boolean announcesSize() {
    return type != TypeCode.DICT && type != TypeCode.SLICE && type != TypeCode.CODE;
  }

  boolean isComplete() {
    return filled == expected;
  }

  @SuppressWarnings("unchecked")
  T part(int index) {
    return (T) parts[index];
  }
}
