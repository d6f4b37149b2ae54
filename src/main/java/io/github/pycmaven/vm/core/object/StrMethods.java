package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.text.Unicode;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.RichCompare;

/** The methods of {@code str}; case, alignment and splitting are in {@link StrText}. */
@BuiltinType("str")
public final class StrMethods {
  private StrMethods() {}

  @Builtin("__new__(cls, object='', encoding=<utf-8>, errors=<strict>)")
  static PyObject create(PyType cls, PyObject o, PyObject encoding, PyObject errors) {
    PyStr s;
    if (o == null) {
      s = PyStr.EMPTY;
    } else if (encoding == null && errors == null) {
      s = Obj.strObject(o);
    } else {
      String name = encoding == null ? "utf-8" : Codecs.name(encoding, "encoding");
      String handler = errors == null ? "strict" : Codecs.name(errors, "errors");
      if (o instanceof PyStr) {
        throw Exc.typeError("decoding str is not supported");
      }
      if (!Obj.isBytesLike(o)) {
        throw Exc.typeError("decoding to str: need a bytes-like object, " + o.type.name + " found");
      }
      s = (PyStr) Codecs.decode(o, name, handler);
    }
    return cls == PyStr.TYPE ? s : new PyStr.Sub(cls, s);
  }

  @Builtin("__len__(self, /)")
  static int length(PyStr self) {
    return self.length();
  }

  @Builtin("__str__(self, /)")
  static PyObject str(PyStr self) {
    return self.plain();
  }

  @Builtin("__repr__(self, /)")
  static PyObject repr(PyStr self) {
    return StrText.repr(self);
  }

  @Builtin("__hash__(self, /)")
  static long hash(PyStr self) {
    return self.hashCode();
  }

  @RichCompare
  static PyObject compare(PyStr self, PyObject other, int op) {
    if (!(other instanceof PyStr o)) {
      return PyNotImplemented.INSTANCE;
    }
    if (op == 2 || op == 3) {
      return PyBool.of(self.equals(o) == (op == 2));
    }
    return Obj.compareResult(self.compareTo(o), op);
  }

  @Builtin("__add__(self, value, /)")
  static PyObject add(PyStr self, PyObject other) {
    if (!(other instanceof PyStr o)) {
      throw Exc.typeError("can only concatenate str (not \"" + other.type.name + "\") to str");
    }
    return self.concat(o);
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyStr self, PyObject times) {
    long n = Positions.repeatCount(times);
    if (n <= 0 || self.length() == 0) {
      return PyStr.EMPTY;
    }
    if (n == 1) {
      return self.plain();
    }
    if (n > Long.MAX_VALUE / self.length()) {
      throw Exc.overflowError("repeated string is too long");
    }
    if (self.length() * (double) n > Integer.MAX_VALUE - 16) {
      throw Exc.memoryError();
    }
    if (self.points == null) {
      return PyStr.narrow(self.value.repeat((int) n));
    }
    int[] p = new int[self.points.length * (int) n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(self.points, 0, p, i * self.points.length, self.points.length);
    }
    return PyStr.ofPoints(p, 0, p.length);
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyStr self, PyObject times) {
    return mul(self, times);
  }

  @Builtin("__mod__(self, value, /)")
  static PyObject mod(PyStr self, PyObject value) {
    return PercentFormat.format(self, value);
  }

  @Builtin("__rmod__(self, value, /)")
  static PyObject rmod(PyStr self, PyObject value) {
    return value instanceof PyStr s ? PercentFormat.format(s, self) : PyNotImplemented.INSTANCE;
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyStr self, PyObject key) {
    if (!(key instanceof PyStr s)) {
      throw Exc.typeError("'in <string>' requires string as left operand, not " + key.type.name);
    }
    return self.find(s, 0, self.length()) >= 0;
  }

  @Builtin("__getitem__(self, key, /)")
  static PyObject getItem(PyStr self, PyObject key) {
    int n = self.length();
    if (key instanceof PySlice s) {
      long[] r = s.indices(n);
      if (r[2] == 1) {
        return self.sub((int) r[0], (int) (r[0] + r[3]));
      }
      int[] p = new int[(int) r[3]];
      for (int i = 0; i < p.length; i++) {
        p[i] = self.at((int) (r[0] + i * r[2]));
      }
      return PyStr.ofPoints(p, 0, p.length);
    }
    if (!(key instanceof PyInt)
        && key.type.slot(io.github.pycmaven.vm.core.type.Slot.INDEX) == null) {
      throw Exc.typeError("string indices must be integers, not '" + key.type.name + "'");
    }
    long i = Positions.sequenceIndex(key, "string");
    if (i < 0) {
      i += n;
    }
    if (i < 0 || i >= n) {
      throw Exc.indexError("string index out of range");
    }
    return PyStr.ofPoint(self.at((int) i));
  }

  @Builtin("__iter__(self, /)")
  static PyObject iter(PyStr self) {
    return new PyStrIterator(self);
  }

  @Builtin("__format__(self, format_spec, /)")
  static PyObject format(PyStr self, PyObject spec) {
    return NumberFormat.format(self, spec);
  }

  @Builtin("format(self, /, *args, **kwargs)")
  static PyObject formatMethod(PyStr self, PyObject[] args, PyDict keywords) {
    return StrFormat.format(self, args, keywords);
  }

  @Builtin("format_map(self, mapping, /)")
  static PyObject formatMap(PyStr self, PyObject mapping) {
    return StrFormat.formatMap(self, mapping);
  }

  @Builtin("__getnewargs__(self, /)")
  static PyObject newArgs(PyStr self) {
    return PyTuple.of(self.copy());
  }

  @Builtin("__sizeof__(self, /)")
  static long sizeOf(PyStr self) {
    int widest = 0;
    for (int i = 0; i < self.length(); i++) {
      widest = Math.max(widest, self.at(i));
    }
    int unit = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
    return (widest < 0x80 ? 40 : 56) + (self.length() + 1L) * unit;
  }

  @Builtin("encode(self, /, encoding='utf-8', errors='strict')")
  static PyObject encode(PyStr self, String encoding, String errors) {
    return Codecs.encode(self, encoding, errors);
  }

  @Builtin("join(self, iterable, /)")
  static PyObject join(PyStr self, PyObject iterable) {
    if (iterable.type.slot(io.github.pycmaven.vm.core.type.Slot.ITER) == null
        && iterable.type.slot(io.github.pycmaven.vm.core.type.Slot.GETITEM) == null) {
      throw Exc.typeError("can only join an iterable");
    }
    return StrText.join(self, Obj.toArray(iterable));
  }

  private static int[] range(PyStr self, PyObject start, PyObject end) {
    int n = self.length();
    return new int[] {Positions.clipIndex(start, 0, n), Positions.clipIndex(end, n, n)};
  }

  private static int rawStart(PyStr self, PyObject start) {
    if (start == null || start == PyNone.NONE) {
      return 0;
    }
    long i = Obj.index(start).clipped();
    return i > self.length() ? -1 : 0;
  }

  private static PyStr text(PyObject o, String what, int position) {
    if (o instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError(what + "() argument " + position + " must be str, not " + o.type.name);
  }

  private static PyStr must(PyObject o) {
    if (o instanceof PyStr s) {
      return s;
    }
    throw Exc.typeError("must be str, not " + o.type.name);
  }

  private static int search(PyStr self, PyStr sub, PyObject start, PyObject end, boolean last) {
    int[] r = range(self, start, end);
    if (rawStart(self, start) < 0 || r[1] < r[0]) {
      return -1;
    }
    return last ? self.findLast(sub, r[0], r[1]) : self.find(sub, r[0], r[1]);
  }

  @Builtin("find(self, sub, start=None, end=None, /)")
  static int find(PyStr self, PyObject sub, PyObject start, PyObject end) {
    return search(self, text(sub, "find", 1), start, end, false);
  }

  @Builtin("rfind(self, sub, start=None, end=None, /)")
  static int rfind(PyStr self, PyObject sub, PyObject start, PyObject end) {
    return search(self, text(sub, "rfind", 1), start, end, true);
  }

  @Builtin("index(self, sub, start=None, end=None, /)")
  static int index(PyStr self, PyObject sub, PyObject start, PyObject end) {
    int i = search(self, text(sub, "index", 1), start, end, false);
    if (i < 0) {
      throw Exc.valueError("substring not found");
    }
    return i;
  }

  @Builtin("rindex(self, sub, start=None, end=None, /)")
  static int rindex(PyStr self, PyObject sub, PyObject start, PyObject end) {
    int i = search(self, text(sub, "rindex", 1), start, end, true);
    if (i < 0) {
      throw Exc.valueError("substring not found");
    }
    return i;
  }

  @Builtin("count(self, sub, start=None, end=None, /)")
  static int count(PyStr self, PyObject sub, PyObject start, PyObject end) {
    PyStr s = text(sub, "count", 1);
    int[] r = range(self, start, end);
    if (rawStart(self, start) < 0 || r[1] < r[0]) {
      return 0;
    }
    if (s.length() == 0) {
      return r[1] - r[0] + 1;
    }
    int n = 0;
    for (int i = self.find(s, r[0], r[1]); i >= 0; i = self.find(s, i + s.length(), r[1])) {
      n++;
    }
    return n;
  }

  private static boolean affix(
      PyStr self, PyObject what, PyObject start, PyObject end, boolean suffix, String name) {
    if (what instanceof PyTuple t) {
      for (PyObject o : t.items) {
        if (!(o instanceof PyStr)) {
          throw Exc.typeError("tuple for " + name + " must only contain str, not " + o.type.name);
        }
        if (affix(self, o, start, end, suffix, name)) {
          return true;
        }
      }
      return false;
    }
    if (!(what instanceof PyStr s)) {
      throw Exc.typeError(name + " first arg must be str or a tuple of str, not " + what.type.name);
    }
    if (start == null && end == null && self.points == null && s.points == null) {
      return suffix ? self.value.endsWith(s.value) : self.value.startsWith(s.value);
    }
    int[] r = range(self, start, end);
    int n = s.length();
    if (rawStart(self, start) < 0 || r[1] - r[0] < n) {
      return false;
    }
    return suffix ? self.find(s, r[1] - n, r[1]) >= 0 : self.find(s, r[0], r[0] + n) >= 0;
  }

  @Builtin("startswith(self, prefix, start=None, end=None, /)")
  static boolean startsWith(PyStr self, PyObject prefix, PyObject start, PyObject end) {
    return affix(self, prefix, start, end, false, "startswith");
  }

  @Builtin("endswith(self, suffix, start=None, end=None, /)")
  static boolean endsWith(PyStr self, PyObject suffix, PyObject start, PyObject end) {
    return affix(self, suffix, start, end, true, "endswith");
  }

  @Builtin("removeprefix(self, prefix, /)")
  static PyObject removePrefix(PyStr self, PyObject prefix) {
    PyStr p = text(prefix, "removeprefix", 1);
    return affix(self, p, null, null, false, "")
        ? self.sub(p.length(), self.length())
        : self.plain();
  }

  @Builtin("removesuffix(self, suffix, /)")
  static PyObject removeSuffix(PyStr self, PyObject suffix) {
    PyStr p = text(suffix, "removesuffix", 1);
    return p.length() > 0 && affix(self, p, null, null, true, "")
        ? self.sub(0, self.length() - p.length())
        : self.plain();
  }

  @Builtin("replace(self, old, new, /, count=-1)")
  static PyObject replace(PyStr self, PyObject old, PyObject with, PyObject count) {
    long n = count == null ? -1 : Obj.index(count).clipped();
    return StrText.replace(self, text(old, "replace", 1), text(with, "replace", 2), n);
  }

  @Builtin("split(self, /, sep=None, maxsplit=-1)")
  static PyObject split(PyStr self, PyObject sep, PyObject limit) {
    return StrText.split(self, separator(sep), limit(limit));
  }

  @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
  static PyObject rsplit(PyStr self, PyObject sep, PyObject limit) {
    return StrText.splitRight(self, separator(sep), limit(limit));
  }

  private static PyStr separator(PyObject sep) {
    if (sep == null || sep == PyNone.NONE) {
      return null;
    }
    PyStr s = sep instanceof PyStr p ? p : null;
    if (s == null) {
      throw Exc.typeError("must be str or None, not " + sep.type.name);
    }
    if (s.length() == 0) {
      throw Exc.valueError("empty separator");
    }
    return s;
  }

  private static int limit(PyObject o) {
    int n = o == null ? -1 : Obj.index(o).clippedInt();
    return n < 0 ? Integer.MAX_VALUE : n;
  }

  @Builtin("splitlines(self, /, keepends=False)")
  static PyObject splitLines(PyStr self, boolean keepEnds) {
    return StrText.splitLines(self, keepEnds);
  }

  @Builtin("partition(self, sep, /)")
  static PyObject partition(PyStr self, PyObject sep) {
    PyStr s = must(sep);
    if (s.length() == 0) {
      throw Exc.valueError("empty separator");
    }
    int i = self.find(s, 0, self.length());
    return i < 0
        ? PyTuple.of(self.plain(), PyStr.EMPTY, PyStr.EMPTY)
        : PyTuple.of(self.sub(0, i), s, self.sub(i + s.length(), self.length()));
  }

  @Builtin("rpartition(self, sep, /)")
  static PyObject rpartition(PyStr self, PyObject sep) {
    PyStr s = must(sep);
    if (s.length() == 0) {
      throw Exc.valueError("empty separator");
    }
    int i = self.findLast(s, 0, self.length());
    return i < 0
        ? PyTuple.of(PyStr.EMPTY, PyStr.EMPTY, self.plain())
        : PyTuple.of(self.sub(0, i), s, self.sub(i + s.length(), self.length()));
  }

  @Builtin("strip(self, chars=None, /)")
  static PyObject strip(PyStr self, PyObject chars) {
    return StrText.strip(self, chars, true, true, "strip");
  }

  @Builtin("lstrip(self, chars=None, /)")
  static PyObject lstrip(PyStr self, PyObject chars) {
    return StrText.strip(self, chars, true, false, "lstrip");
  }

  @Builtin("rstrip(self, chars=None, /)")
  static PyObject rstrip(PyStr self, PyObject chars) {
    return StrText.strip(self, chars, false, true, "rstrip");
  }

  @Builtin("center(self, width, fillchar=' ', /)")
  static PyObject center(PyStr self, PyObject width, PyObject fill) {
    return StrText.pad(self, width, fill, 0);
  }

  @Builtin("ljust(self, width, fillchar=' ', /)")
  static PyObject ljust(PyStr self, PyObject width, PyObject fill) {
    return StrText.pad(self, width, fill, -1);
  }

  @Builtin("rjust(self, width, fillchar=' ', /)")
  static PyObject rjust(PyStr self, PyObject width, PyObject fill) {
    return StrText.pad(self, width, fill, 1);
  }

  @Builtin("zfill(self, width, /)")
  static PyObject zfill(PyStr self, PyObject width) {
    long w = Obj.index(width).clipped();
    int n = self.length();
    if (w <= n) {
      return self.plain();
    }
    PyStr zeros = PyStr.narrow("0".repeat((int) (w - n)));
    int c = n > 0 ? self.at(0) : 0;
    if (c == '+' || c == '-') {
      return self.sub(0, 1).concat(zeros).concat(self.sub(1, n));
    }
    return zeros.concat(self);
  }

  @Builtin("expandtabs(self, /, tabsize=8)")
  static PyObject expandTabs(PyStr self, int size) {
    return StrText.expandTabs(self, size);
  }

  @Builtin("lower(self, /)")
  static PyObject lower(PyStr self) {
    return Unicode.lower(self);
  }

  @Builtin("upper(self, /)")
  static PyObject upper(PyStr self) {
    return Unicode.upper(self);
  }

  @Builtin("casefold(self, /)")
  static PyObject casefold(PyStr self) {
    return Unicode.casefold(self);
  }

  @Builtin("title(self, /)")
  static PyObject title(PyStr self) {
    return Unicode.title(self);
  }

  @Builtin("capitalize(self, /)")
  static PyObject capitalize(PyStr self) {
    return Unicode.capitalize(self);
  }

  @Builtin("swapcase(self, /)")
  static PyObject swapcase(PyStr self) {
    return Unicode.swapcase(self);
  }

  private static boolean all(PyStr self, int property) {
    int n = self.length();
    for (int i = 0; i < n; i++) {
      if (!Unicode.is(self.at(i), property)) {
        return false;
      }
    }
    return n > 0;
  }

  @Builtin("isalpha(self, /)")
  static boolean isAlpha(PyStr self) {
    return all(self, Unicode.ALPHA);
  }

  @Builtin("isalnum(self, /)")
  static boolean isAlnum(PyStr self) {
    return all(self, Unicode.ALPHA | Unicode.DECIMAL | Unicode.DIGIT | Unicode.NUMERIC);
  }

  @Builtin("isdecimal(self, /)")
  static boolean isDecimal(PyStr self) {
    return all(self, Unicode.DECIMAL);
  }

  @Builtin("isdigit(self, /)")
  static boolean isDigit(PyStr self) {
    return all(self, Unicode.DIGIT);
  }

  @Builtin("isnumeric(self, /)")
  static boolean isNumeric(PyStr self) {
    return all(self, Unicode.NUMERIC);
  }

  @Builtin("isspace(self, /)")
  static boolean isSpace(PyStr self) {
    return all(self, Unicode.SPACE);
  }

  @Builtin("isprintable(self, /)")
  static boolean isPrintable(PyStr self) {
    return self.length() == 0 || all(self, Unicode.PRINTABLE);
  }

  @Builtin("isascii(self, /)")
  static boolean isAscii(PyStr self) {
    return StrText.isAscii(self);
  }

  @Builtin("isidentifier(self, /)")
  static boolean isIdentifier(PyStr self) {
    int n = self.length();
    if (n == 0 || !Unicode.is(self.at(0), Unicode.XID_START)) {
      return false;
    }
    for (int i = 1; i < n; i++) {
      if (!Unicode.is(self.at(i), Unicode.XID_CONTINUE)) {
        return false;
      }
    }
    return true;
  }

  @Builtin("islower(self, /)")
  static boolean isLower(PyStr self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.at(i);
      if (Unicode.is(c, Unicode.UPPER | Unicode.TITLE)) {
        return false;
      }
      cased |= Unicode.is(c, Unicode.LOWER);
    }
    return cased;
  }

  @Builtin("isupper(self, /)")
  static boolean isUpper(PyStr self) {
    boolean cased = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.at(i);
      if (Unicode.is(c, Unicode.LOWER | Unicode.TITLE)) {
        return false;
      }
      cased |= Unicode.is(c, Unicode.UPPER);
    }
    return cased;
  }

  @Builtin("istitle(self, /)")
  static boolean isTitle(PyStr self) {
    boolean cased = false;
    boolean previous = false;
    for (int i = 0; i < self.length(); i++) {
      int c = self.at(i);
      if (Unicode.is(c, Unicode.UPPER | Unicode.TITLE)) {
        if (previous) {
          return false;
        }
        previous = true;
        cased = true;
      } else if (Unicode.is(c, Unicode.LOWER)) {
        if (!previous) {
          return false;
        }
        cased = true;
      } else {
        previous = false;
      }
    }
    return cased;
  }

  @Builtin("translate(self, table, /)")
  static PyObject translate(PyStr self, PyObject table) {
    return StrText.translate(self, table);
  }

  @Builtin(value = "maketrans(x, y=<none>, z=<none>, /)", kind = Builtin.Kind.STATIC)
  static PyObject makeTrans(PyObject x, PyObject y, PyObject z) {
    return StrText.makeTrans(x, y, z);
  }
}
