package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.text.Unicode;

/** Repr, joining, splitting, stripping and replacing of text. */
public final class StrText {
  private StrText() {}

  /** {@code repr} of a str. */
  static PyStr repr(PyStr s) {
    int n = s.length();
    boolean single = s.value.indexOf('\'') >= 0;
    boolean dbl = s.value.indexOf('"') >= 0;
    char quote = single && !dbl ? '"' : '\'';
    StringBuilder b = new StringBuilder(n + 2);
    b.append(quote);
    for (int i = 0; i < n; i++) {
      int c = s.at(i);
      if (c == quote || c == '\\') {
        b.append('\\').append((char) c);
      } else if (c >= ' ' && c < 127) {
        b.append((char) c);
      } else {
        escape(b, c, Unicode.is(c, Unicode.PRINTABLE));
      }
    }
    return PyStr.of(b.append(quote).toString());
  }

  private static void escape(StringBuilder b, int c, boolean printable) {
    if (c == '\n') {
      b.append("\\n");
    } else if (c == '\r') {
      b.append("\\r");
    } else if (c == '\t') {
      b.append("\\t");
    } else if (printable) {
      b.appendCodePoint(c);
    } else {
      hex(b, c);
    }
  }

  static void hex(StringBuilder b, int c) {
    int width = c < 256 ? 2 : c < 65536 ? 4 : 8;
    b.append('\\').append(c < 256 ? 'x' : c < 65536 ? 'u' : 'U');
    for (int shift = 4 * (width - 1); shift >= 0; shift -= 4) {
      b.append("0123456789abcdef".charAt(c >> shift & 15));
    }
  }

  /** The text with escapes for all that is not ASCII. */
  static PyStr asciiOnly(PyStr s) {
    if (isAscii(s)) {
      return s;
    }
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      if (c < 128) {
        b.append((char) c);
      } else {
        hex(b, c);
      }
    }
    return PyStr.narrow(b.toString());
  }

  static boolean isAscii(PyStr s) {
    String v = s.value;
    for (int i = 0; i < v.length(); i++) {
      if (v.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  static PyStr join(PyStr separator, PyObject[] parts) {
    if (parts.length == 1 && parts[0].type == PyStr.TYPE) {
      return (PyStr) parts[0];
    }
    boolean narrow = separator.points == null;
    long total = 0;
    for (int i = 0; i < parts.length; i++) {
      if (!(parts[i] instanceof PyStr p)) {
        throw Exc.typeError(
            "sequence item " + i + ": expected str instance, " + parts[i].type.name + " found");
      }
      narrow &= p.points == null;
      total += p.value.length() + separator.value.length();
    }
    if (total > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    if (narrow) {
      StringBuilder b = new StringBuilder((int) total);
      for (int i = 0; i < parts.length; i++) {
        if (i > 0) {
          b.append(separator.value);
        }
        b.append(((PyStr) parts[i]).value);
      }
      return PyStr.narrow(b.toString());
    }
    int[] out = new int[(int) total];
    int n = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        n = append(out, n, separator);
      }
      n = append(out, n, (PyStr) parts[i]);
    }
    return PyStr.ofPoints(out, 0, n);
  }

  private static int append(int[] out, int n, PyStr s) {
    int m = s.length();
    for (int i = 0; i < m; i++) {
      out[n++] = s.at(i);
    }
    return n;
  }

  static PyObject replace(PyStr s, PyStr old, PyStr with, long count) {
    int n = s.length();
    long limit = count < 0 ? Long.MAX_VALUE : count;
    if (limit == 0 || n < old.length()) {
      return s.plain();
    }
    if (limit == Long.MAX_VALUE
        && old.length() > 0
        && s.points == null
        && with.points == null
        && old.points == null) {
      String r = s.value.replace(old.value, with.value);
      return r == s.value ? s.plain() : PyStr.narrow(r);
    }
    PyList parts = new PyList();
    int at = 0;
    if (old.length() == 0) {
      if (n == 0 && s.points == null) {
        return with.plain();
      }
      PyStr r = PyStr.EMPTY;
      for (int i = 0; i <= n; i++) {
        if (i < limit) {
          parts.append(with);
        }
        if (i < n) {
          parts.append(s.sub(i, i + 1));
        }
      }
      return join(r, parts.toArray());
    }
    while (limit-- > 0) {
      int i = s.find(old, at, n);
      if (i < 0) {
        break;
      }
      parts.append(s.sub(at, i));
      at = i + old.length();
    }
    if (at == 0 && parts.size == 0) {
      return s.plain();
    }
    parts.append(s.sub(at, n));
    return join(with, parts.toArray());
  }

  static PyList split(PyStr s, PyStr sep, int limit) {
    PyList out = new PyList();
    int n = s.length();
    int at = 0;
    if (sep == null) {
      while (true) {
        while (at < n && Unicode.isSpace(s.at(at))) {
          at++;
        }
        if (at == n) {
          return out;
        }
        if (out.size >= limit) {
          out.append(plainSub(s, at, n));
          return out;
        }
        int from = at;
        while (at < n && !Unicode.isSpace(s.at(at))) {
          at++;
        }
        out.append(plainSub(s, from, at));
      }
    }
    while (out.size < limit) {
      int i = s.find(sep, at, n);
      if (i < 0) {
        break;
      }
      out.append(plainSub(s, at, i));
      at = i + sep.length();
    }
    out.append(plainSub(s, at, n));
    return out;
  }

  private static PyStr plainSub(PyStr s, int from, int to) {
    return s.sub(from, to).plain();
  }

  static PyList splitRight(PyStr s, PyStr sep, int limit) {
    PyList out = new PyList();
    int end = s.length();
    if (sep == null) {
      while (true) {
        while (end > 0 && Unicode.isSpace(s.at(end - 1))) {
          end--;
        }
        if (end == 0) {
          break;
        }
        if (out.size >= limit) {
          out.append(plainSub(s, 0, end));
          break;
        }
        int to = end;
        while (end > 0 && !Unicode.isSpace(s.at(end - 1))) {
          end--;
        }
        out.append(plainSub(s, end, to));
      }
    } else {
      while (out.size < limit) {
        int i = s.findLast(sep, 0, end);
        if (i < 0) {
          break;
        }
        out.append(plainSub(s, i + sep.length(), end));
        end = i;
      }
      out.append(plainSub(s, 0, end));
    }
    out.reverse();
    return out;
  }

  private static boolean isLineBreak(int c) {
    return c >= 10 && c <= 13 || c >= 0x1c && c <= 0x1e || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  static PyList splitLines(PyStr s, boolean keepEnds) {
    PyList out = new PyList();
    int n = s.length();
    int from = 0;
    int i = 0;
    while (i < n) {
      int c = s.at(i);
      if (!isLineBreak(c)) {
        i++;
        continue;
      }
      int end = i;
      i += c == '\r' && i + 1 < n && s.at(i + 1) == '\n' ? 2 : 1;
      out.append(plainSub(s, from, keepEnds ? i : end));
      from = i;
    }
    if (from < n) {
      out.append(plainSub(s, from, n));
    }
    return out;
  }

  static PyObject strip(PyStr s, PyObject chars, boolean left, boolean right, String what) {
    PyStr set = null;
    if (chars != null && chars != PyNone.NONE) {
      if (!(chars instanceof PyStr given)) {
        throw Exc.typeError(what + " arg must be None or str");
      }
      set = given;
    }
    int from = 0;
    int to = s.length();
    while (left && from < to && strips(s.at(from), set)) {
      from++;
    }
    while (right && to > from && strips(s.at(to - 1), set)) {
      to--;
    }
    return plainSub(s, from, to);
  }

  private static boolean strips(int c, PyStr set) {
    if (set == null) {
      return Unicode.isSpace(c);
    }
    for (int i = 0; i < set.length(); i++) {
      if (set.at(i) == c) {
        return true;
      }
    }
    return false;
  }

  static PyObject pad(PyStr s, PyObject width, PyObject fill, int where) {
    long w = Obj.index(width).clipped();
    PyStr f = PyStr.ofPoint(' ');
    if (fill != null) {
      if (!(fill instanceof PyStr given)) {
        throw Exc.typeError(
            "The fill character must be a unicode character, not " + fill.type.name);
      }
      if (given.length() != 1) {
        throw Exc.typeError("The fill character must be exactly one character long");
      }
      f = given;
    }
    long total = w - s.length();
    if (total <= 0) {
      return s.plain();
    }
    if (w > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    long left = where < 0 ? 0 : where > 0 ? total : total / 2 + (total & w & 1);
    PyStr a = (PyStr) StrMethods.mul(f, PyInt.of(left));
    PyStr b = (PyStr) StrMethods.mul(f, PyInt.of(total - left));
    return a.concat(s).concat(b);
  }

  static PyObject expandTabs(PyStr s, int size) {
    StringBuilder b = new StringBuilder();
    int column = 0;
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      if (c == '\t') {
        if (size > 0) {
          int n = size - column % size;
          if ((long) b.length() + n > Integer.MAX_VALUE - 16) {
            throw Exc.overflowError("new string is too long");
          }
          b.append(" ".repeat(n));
          column += n;
        }
      } else {
        b.appendCodePoint(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return PyStr.of(b.toString());
  }

  static PyObject translate(PyStr s, PyObject table) {
    int[] out = new int[s.length() + 16];
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      PyObject r;
      try {
        r = Obj.getItem(table, PyInt.of(c));
      } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
        if (!e.matches(Exc.LookupError)) {
          throw e;
        }
        r = PyInt.of(c);
      }
      int[] add;
      if (r == PyNone.NONE) {
        continue;
      } else if (r instanceof PyInt v) {
        if (v.isBig() || v.value < 0 || v.value > 0x10ffff) {
          throw Exc.valueError("character mapping must be in range(0x110000)");
        }
        add = new int[] {(int) v.value};
      } else if (r instanceof PyStr t) {
        add = t.toPoints();
      } else {
        throw Exc.typeError("character mapping must return integer, None or str");
      }
      if (n + add.length > out.length) {
        out = java.util.Arrays.copyOf(out, (n + add.length) * 2);
      }
      System.arraycopy(add, 0, out, n, add.length);
      n += add.length;
    }
    return PyStr.ofPoints(out, 0, n);
  }

  static PyObject makeTrans(PyObject x, PyObject y, PyObject z) {
    PyDict d = new PyDict();
    if (y == null) {
      if (!(x instanceof PyDict given)) {
        throw Exc.typeError("if you give only one argument to maketrans it must be a dict");
      }
      for (int i = given.nextIndex(0); i >= 0; i = given.nextIndex(i + 1)) {
        PyObject k = given.keyAt(i);
        if (k instanceof PyStr s) {
          if (s.length() != 1) {
            throw Exc.valueError("string keys in translate table must be of length 1");
          }
          d.put(PyInt.of(s.at(0)), given.valueAt(i));
        } else if (k instanceof PyInt) {
          d.put(k, given.valueAt(i));
        } else {
          throw Exc.typeError("keys in translate table must be strings or integers");
        }
      }
      return d;
    }
    if (!(x instanceof PyStr a)) {
      throw Exc.typeError(
          "first maketrans argument must be a string if there is a second argument");
    }
    if (!(y instanceof PyStr b)) {
      throw Exc.typeError("maketrans() argument 2 must be str, not " + y.type.name);
    }
    if (a.length() != b.length()) {
      throw Exc.valueError("the first two maketrans arguments must have equal length");
    }
    for (int i = 0; i < a.length(); i++) {
      d.put(PyInt.of(a.at(i)), PyInt.of(b.at(i)));
    }
    if (z != null) {
      if (!(z instanceof PyStr c)) {
        throw Exc.typeError("maketrans() argument 3 must be str, not " + z.type.name);
      }
      for (int i = 0; i < c.length(); i++) {
        d.put(PyInt.of(c.at(i)), PyNone.NONE);
      }
    }
    return d;
  }
}
