package io.github.pycmaven.code;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A value that a code object can hold: what {@code marshal} writes and the compiler folds.
 *
 * <p>Object identity matters: {@code marshal} writes an object that it meets twice as a reference,
 * so two equal constants of different identity give other bytes than one constant used twice. The
 * records' own {@code equals} is structural; who needs Python's rules (1 and 1.0 differ, 0.0 and
 * -0.0 differ) or identity says so.
 */
public sealed interface Constant {
  /** {@code None}, {@code True}, {@code False} and {@code Ellipsis}. */
  enum Singleton implements Constant {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS;

    /** The bool of a Java boolean. */
    public static Singleton of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /** An int that fits 64 bits. Larger ones are {@link BigInt}; the two ranges never overlap. */
  record Int(long value) implements Constant {}

  /** An int outside of the range of {@code long}. */
  record BigInt(BigInteger value) implements Constant {}

  /** A float; equality is that of the bits, so NaN equals itself and 0.0 differs from -0.0. */
  record Float(double value) implements Constant {}

  /** A complex number. */
  record Complex(double real, double imaginary) implements Constant {}

  /**
   * A str.
   *
   * <p>Python's text may hold a high surrogate followed by a low one as two characters, which
   * Java's UTF-16 cannot tell from one astral character. Only then {@code codePoints} is set (the
   * exact characters); otherwise it is null and {@code value} says all.
   *
   * <p>An <em>interned</em> str is the one object of its value in the interpreter: identifiers are,
   * and {@code marshal} marks them. Constants that look like identifiers become so when their code
   * object is made, whatever is said here. It plays no part in equality.
   */
  record Str(String value, int[] codePoints, boolean interned) implements Constant {
    /**
     * The text {@code %} as the rest of a format that was {@code %%}. All other texts of one
     * character up to U+00FF are one object each in the interpreter; CPython makes this one afresh.
     */
    public static final Str LONE_PERCENT = new Str("%");

    private static final Map<String, Str> STATIC_NAMES =
        Map.of(
            "<module>", new Str("<module>"),
            "<lambda>", new Str("<lambda>"),
            "<genexpr>", new Str("<genexpr>"),
            "<listcomp>", new Str("<listcomp>"),
            "<setcomp>", new Str("<setcomp>"),
            "<dictcomp>", new Str("<dictcomp>"));

    /**
     * The name of code that has none in the source, which is one object in the interpreter without
     * being interned until 3.12; null if it is no such name.
     */
    public static Str staticName(String name) {
      return STATIC_NAMES.get(name);
    }

    /** Whether this is the object of such a name. */
    public boolean isStaticName() {
      return !value.isEmpty() && value.charAt(0) == '<' && STATIC_NAMES.get(value) == this;
    }

    /** A text without such a pair. */
    public Str(String value) {
      this(value, null, false);
    }

    /** A text with its exact characters where {@code value} does not tell them. */
    public Str(String value, int[] codePoints) {
      this(value, codePoints, false);
    }

    /** The interned str of an identifier. */
    public static Str interned(String name) {
      return new Str(name, null, true);
    }

    /** The text made of the given code points, surrogates included. */
    public static Str ofCodePoints(int[] points, int length) {
      boolean ambiguous = false;
      for (int i = 0; i + 1 < length && !ambiguous; i++) {
        ambiguous = (points[i] >>> 10) == 0x36 && (points[i + 1] >>> 10) == 0x37;
      }
      String text = new String(points, 0, length);
      return new Str(text, ambiguous ? Arrays.copyOf(points, length) : null);
    }

    /** The characters, one int each. */
    public int[] toCodePoints() {
      return codePoints != null ? codePoints : value.codePoints().toArray();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Str s
          && value.equals(s.value)
          && Arrays.equals(codePoints, s.codePoints);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public String toString() {
      return "Str[" + value + "]";
    }
  }

  /** A bytes object; the array is never changed after construction. */
  record Bytes(byte[] value) implements Constant {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && Arrays.equals(value, b.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }
  }

  /** A tuple. */
  record Tuple(List<Constant> elements) implements Constant {}

  /** A frozenset, its elements in the order in which they are written. */
  record FrozenSet(List<Constant> elements) implements Constant {}

  /** A slice, since 3.14. */
  record Slice(Constant start, Constant stop, Constant step) implements Constant {}

  /** A nested code object; equal only to itself. */
  record Code(CodeObject code) implements Constant {
    @Override
    public boolean equals(Object other) {
      return other instanceof Code c && c.code == code;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(code);
    }
  }

  /** A nested code object of 3.10 and before; equal only to itself. */
  record LegacyCode(LegacyCodeObject code) implements Constant {
    @Override
    public boolean equals(Object other) {
      return other instanceof LegacyCode c && c.code == code;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(code);
    }
  }
}
