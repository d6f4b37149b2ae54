package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.Extras;
import io.github.pycmaven.vm.core.type.PyType;
import java.util.HashMap;

/**
 * {@code str}.
 *
 * <p>Nearly every text holds no surrogate, then {@link #value} is the text and an index into it is
 * a Python index. Otherwise (characters beyond the BMP, lone surrogates) {@link #points} holds the
 * characters and {@link #value} their UTF-16.
 */
public class PyStr extends PyObject implements Comparable<PyStr> {
  private static final HashMap<String, PyStr> INTERNED = new HashMap<>(4096);
  private static final PyStr[] LATIN1 = new PyStr[256];
  public static final PyType TYPE =
      PyType.builtin("str", new StrMethodsTable()).asSequence().notWeak();
  public static final PyStr EMPTY = intern("");

  public final String value;

  /** The characters if some of {@link #value} are surrogates, otherwise null. */
  public final int[] points;

  private PyStr canonical;
  private int hash;

  protected PyStr(PyType type, String value, int[] points) {
    super(type);
    this.value = value;
    this.points = points;
  }

  /** The str of a Java text. */
  public static PyStr of(String s) {
    int n = s.length();
    if (n <= 1) {
      if (n == 0) {
        return EMPTY;
      }
      char c = s.charAt(0);
      if (c < 256) {
        return latin1(c);
      }
    }
    for (int i = 0; i < n; i++) {
      if ((s.charAt(i) & 0xf800) == 0xd800) {
        return new PyStr(TYPE, s, s.codePoints().toArray());
      }
    }
    return new PyStr(TYPE, s, null);
  }

  /** The str of a Java text that holds no surrogate. */
  public static PyStr narrow(String s) {
    return s.length() <= 1 ? of(s) : new PyStr(TYPE, s, null);
  }

  /** The str, or None for null. */
  public static PyObject ofNullable(String s) {
    return s == null ? PyNone.NONE : of(s);
  }

  /** The str of one character. */
  public static PyStr ofPoint(int c) {
    if (c < 256) {
      return latin1(c);
    }
    if (c >>> 11 != 0x1b && c < 0x10000) {
      return new PyStr(TYPE, String.valueOf((char) c), null);
    }
    return new PyStr(TYPE, new String(new int[] {c}, 0, 1), new int[] {c});
  }

  /** The str of the characters. */
  public static PyStr ofPoints(int[] p, int from, int to) {
    for (int i = from; i < to; i++) {
      int c = p[i];
      if (c >>> 11 == 0x1b || c >= 0x10000) {
        return new PyStr(
            TYPE, new String(p, from, to - from), java.util.Arrays.copyOfRange(p, from, to));
      }
    }
    return narrow(new String(p, from, to - from));
  }

  private static PyStr latin1(int c) {
    PyStr s = LATIN1[c];
    if (s == null) {
      s = intern(String.valueOf((char) c));
      LATIN1[c] = s;
    }
    return s;
  }

  /** The one str that all equal names share. */
  public static PyStr intern(String s) {
    PyStr p = INTERNED.get(s);
    if (p == null) {
      int[] points = null;
      for (int i = 0; i < s.length(); i++) {
        if ((s.charAt(i) & 0xf800) == 0xd800) {
          points = s.codePoints().toArray();
          break;
        }
      }
      p = new PyStr(TYPE, s, points);
      p.canonical = p;
      INTERNED.put(s, p);
    }
    return p;
  }

  /** The one str that all equal names share. */
  public final PyStr interned() {
    PyStr c = canonical;
    if (c == null) {
      c = points == null ? intern(value) : internWide();
      canonical = c;
    }
    return c;
  }

  private PyStr internWide() {
    PyStr p = INTERNED.get(value);
    if (p == null) {
      p = new PyStr(TYPE, value, points);
      p.canonical = p;
      INTERNED.put(value, p);
    }
    return p.equals(this) ? p : this;
  }

  /** Whether this is the shared instance. */
  public final boolean isInterned() {
    return canonical == this;
  }

  static final class Sub extends PyStr {
    private final Extras extras = new Extras();

    Sub(PyType type, PyStr s) {
      super(type, s.value, s.points);
    }

    @Override
    public Extras extras() {
      return extras;
    }
  }

  /** The number of characters. */
  public final int length() {
    return points == null ? value.length() : points.length;
  }

  /** A character. */
  public final int at(int i) {
    return points == null ? value.charAt(i) : points[i];
  }

  /** A part. */
  public final PyStr sub(int from, int to) {
    if (points == null) {
      return from == 0 && to == value.length() && type == TYPE
          ? this
          : narrow(value.substring(from, to));
    }
    return ofPoints(points, from, to);
  }

  /** The characters. */
  public final int[] toPoints() {
    if (points != null) {
      return points;
    }
    int[] p = new int[value.length()];
    for (int i = 0; i < p.length; i++) {
      p[i] = value.charAt(i);
    }
    return p;
  }

  /** This text and another. */
  public final PyStr concat(PyStr o) {
    if (points == null && o.points == null) {
      if (value.isEmpty() && o.type == TYPE) {
        return o;
      }
      if (o.value.isEmpty() && type == TYPE) {
        return this;
      }
      if ((long) value.length() + o.value.length() > Integer.MAX_VALUE - 8) {
        throw Exc.memoryError();
      }
      return new PyStr(TYPE, value.concat(o.value), null);
    }
    int[] a = toPoints();
    int[] b = o.toPoints();
    int[] out = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return ofPoints(out, 0, out.length);
  }

  /** Where the text occurs first between two indices, -1 if nowhere. */
  public final int find(PyStr s, int from, int to) {
    int n = s.length();
    if (to - from < n) {
      return -1;
    }
    if (points == null) {
      if (s.points != null) {
        return -1;
      }
      if (LongSearch.pays(to - from, n)) {
        String text = value;
        String what = s.value;
        int k = LongSearch.find(i -> text.charAt(from + i), to - from, what::charAt, n);
        return k < 0 ? -1 : from + k;
      }
      int i = value.indexOf(s.value, from);
      return i < 0 || i + n > to ? -1 : i;
    }
    int[] p = s.toPoints();
    for (int i = from; i + n <= to; i++) {
      if (matches(p, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Where the text occurs last between two indices, -1 if nowhere. */
  public final int findLast(PyStr s, int from, int to) {
    int n = s.length();
    if (to - from < n) {
      return -1;
    }
    if (points == null) {
      if (s.points != null) {
        return -1;
      }
      if (LongSearch.pays(to - from, n)) {
        String text = value;
        String what = s.value;
        int k =
            LongSearch.find(
                i -> text.charAt(to - 1 - i), to - from, i -> what.charAt(n - 1 - i), n);
        return k < 0 ? -1 : to - n - k;
      }
      int i = value.lastIndexOf(s.value, to - n);
      return i < from ? -1 : i;
    }
    int[] p = s.toPoints();
    for (int i = to - n; i >= from; i--) {
      if (matches(p, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(int[] p, int at) {
    for (int j = 0; j < p.length; j++) {
      if (points[at + j] != p[j]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof PyStr)) {
      return false;
    }
    PyStr o = (PyStr) other;
    return points == null
        ? o.points == null && value.equals(o.value)
        : o.points != null && java.util.Arrays.equals(points, o.points);
  }

  @Override
  public final int hashCode() {
    int h = hash;
    if (h == 0) {
      hash = spread(value.hashCode());
      h = hash;
    }
    return h;
  }

  /** The hash of text whose Java hash is known; never 0 or -1. */
  static int spread(int javaHash) {
    int h = javaHash ^ javaHash >>> 15;
    return h == 0 || h == -1 ? 1 : h;
  }

  /** Order by characters. */
  @Override
  public final int compareTo(PyStr o) {
    if (points == null && o.points == null) {
      return value.compareTo(o.value);
    }
    int n = length();
    int m = o.length();
    for (int i = 0; i < n && i < m; i++) {
      int c = Integer.compare(at(i), o.at(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(n, m);
  }

  /** Another object of the same text. */
  final PyStr copy() {
    return new PyStr(TYPE, value, points);
  }

  /** Exactly {@code str}. */
  public final PyStr plain() {
    return type == TYPE ? this : new PyStr(TYPE, value, points);
  }

  @Override
  public String toString() {
    return value;
  }
}
