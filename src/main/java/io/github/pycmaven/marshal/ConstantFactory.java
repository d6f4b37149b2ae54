package io.github.pycmaven.marshal;

import java.math.BigInteger;
import java.util.List;

/**
 * Makes the values that {@link MarshalReader} finds.
 *
 * <p>The lists that are handed over are not changed afterwards. What a factory cannot represent it
 * refuses with {@link #refuse}; an exception of its own passes through the reader.
 *
 * @param <T> the type of the values
 */
public interface ConstantFactory<T> {
  /** {@code None}. */
  T none() throws PycFormatException;

  /** {@code True} or {@code False}. */
  T bool(boolean value) throws PycFormatException;

  /** {@code Ellipsis}. */
  T ellipsis() throws PycFormatException;

  /** The class {@code StopIteration}. */
  T stopIteration() throws PycFormatException;

  /** An int that fits 64 bits. */
  T integer(long value) throws PycFormatException;

  /** An int that does not fit 64 bits. */
  T integer(BigInteger value) throws PycFormatException;

  /** A float. */
  T floating(double value) throws PycFormatException;

  /** A complex number. */
  T complex(double real, double imaginary) throws PycFormatException;

  /**
   * A str.
   *
   * @param codePoints the exact characters if {@code text} does not tell them (a high surrogate
   *     followed by a low one as two characters), otherwise null
   */
  T str(String text, int[] codePoints, boolean interned) throws PycFormatException;

  /** A bytes object; the array is the factory's own. */
  T bytes(byte[] value) throws PycFormatException;

  /**
   * A tuple whose elements are yet to come, for {@link #finishTuple}; or null, then no element of
   * it may refer to it.
   */
  default T startTuple(int size) throws PycFormatException {
    return null;
  }

  /** A tuple. */
  T tuple(List<T> elements) throws PycFormatException;

  /** Fills a tuple that {@link #startTuple} made. */
  default void finishTuple(T tuple, List<T> elements) throws PycFormatException {
    throw refuse("cannot fill tuples");
  }

  /** A frozenset; the elements may hold equal ones. */
  T frozenSet(List<T> elements) throws PycFormatException;

  /** A slice. */
  T slice(T start, T stop, T step) throws PycFormatException;

  /** An empty list. */
  default T newList() throws PycFormatException {
    throw refuse("a list is no constant");
  }

  /** Appends to a list. */
  default void append(T list, T element) throws PycFormatException {
    throw refuse("a list is no constant");
  }

  /** An empty dict. */
  default T newDict() throws PycFormatException {
    throw refuse("a dict is no constant");
  }

  /** Adds to a dict. */
  default void put(T dict, T key, T value) throws PycFormatException {
    throw refuse("a dict is no constant");
  }

  /** An empty set. */
  default T newSet() throws PycFormatException {
    throw refuse("a set is no constant");
  }

  /** Adds to a set. */
  default void add(T set, T element) throws PycFormatException {
    throw refuse("a set is no constant");
  }

  /** A code object. */
  T code(CodeFields<T> fields) throws PycFormatException;

  /** A fault of which the reader will know the place. */
  static PycFormatException refuse(String reason) {
    return new PycFormatException(PycFormatException.Kind.BAD_TYPE, -1, reason);
  }
}
