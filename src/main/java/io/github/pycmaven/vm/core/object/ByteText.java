package io.github.pycmaven.vm.core.object;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.core.type.Slot;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Searching, joining, splitting and replacing: the methods that bytes and bytearray share. */
@BuiltinType("bytes")
public final class ByteText {
  private ByteText() {}

  static byte[] raw(PyObject self) {
    return ((Buffer) self).bufferBytes();
  }

  /** A new object of the kind of self. */
  static PyObject like(PyObject self, byte[] b) {
    return self instanceof PyByteArray ? new PyByteArray(b) : new PyBytes(b);
  }

  static PyObject part(PyObject self, int from, int to) {
    byte[] b = raw(self);
    if (from == 0 && to == b.length && self.type == PyBytes.TYPE) {
      return self;
    }
    return like(self, Arrays.copyOfRange(b, from, Math.max(from, to)));
  }

  private static byte[] bytesArgument(PyObject o) {
    if (Obj.lendsBuffer(o)) {
      return Obj.bytesOf(o);
    }
    throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
  }

  private static byte[] needle(PyObject o) {
    if (o instanceof Buffer b) {
      return b.bufferBytes();
    }
    if (o.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError(
          "argument should be integer or bytes-like object, not '" + o.type.name + "'");
    }
    return new byte[] {(byte) PyBytes.byteOf(o, "byte")};
  }

  /** The bytes to look for; to find them out may not resize self. */
  private static byte[] heldNeedle(PyObject self, PyObject sub) {
    Buffer held = (Buffer) self;
    held.acquire();
    try {
      return needle(sub);
    } finally {
      held.release();
    }
  }

  static int findLast(byte[] b, byte[] what, int from, int to) {
    for (int i = to - what.length; i >= from; i--) {
      if (Arrays.equals(b, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int search(
      PyObject self, PyObject sub, PyObject start, PyObject end, boolean last) {
    byte[] b = raw(self);
    byte[] what = heldNeedle(self, sub);
    int from = Positions.clipIndex(start, 0, b.length);
    int to = Positions.clipIndex(end, b.length, b.length);
    if (start != null && start != PyNone.NONE && Obj.index(start).clipped() > b.length) {
      return -1;
    }
    return last ? findLast(b, what, from, to) : BytesMethods.find(b, what, from, to);
  }

  @Builtin("find(self, sub, start=None, end=None, /)")
  static int find(PyObject self, PyObject sub, PyObject start, PyObject end) {
    return search(self, sub, start, end, false);
  }

  @Builtin("rfind(self, sub, start=None, end=None, /)")
  static int rfind(PyObject self, PyObject sub, PyObject start, PyObject end) {
    return search(self, sub, start, end, true);
  }

  @Builtin("index(self, sub, start=None, end=None, /)")
  static int index(PyObject self, PyObject sub, PyObject start, PyObject end) {
    int i = search(self, sub, start, end, false);
    if (i < 0) {
      throw Exc.valueError("subsection not found");
    }
    return i;
  }

  @Builtin("rindex(self, sub, start=None, end=None, /)")
  static int rindex(PyObject self, PyObject sub, PyObject start, PyObject end) {
    int i = search(self, sub, start, end, true);
    if (i < 0) {
      throw Exc.valueError("subsection not found");
    }
    return i;
  }

  @Builtin("count(self, sub, start=None, end=None, /)")
  static int count(PyObject self, PyObject sub, PyObject start, PyObject end) {
    byte[] b = raw(self);
    byte[] what = heldNeedle(self, sub);
    int from = Positions.clipIndex(start, 0, b.length);
    int to = Positions.clipIndex(end, b.length, b.length);
    if (start != null && start != PyNone.NONE && Obj.index(start).clipped() > b.length) {
      return 0;
    }
    if (what.length == 0) {
      return Math.max(0, to - from + 1);
    }
    int n = 0;
    for (int i = BytesMethods.find(b, what, from, to);
        i >= 0;
        i = BytesMethods.find(b, what, i + what.length, to)) {
      n++;
    }
    return n;
  }

  @Builtin("startswith(self, prefix, start=None, end=None, /)")
  static boolean startsWith(PyObject self, PyObject prefix, PyObject start, PyObject end) {
    return affix(self, prefix, start, end, true);
  }

  @Builtin("endswith(self, suffix, start=None, end=None, /)")
  static boolean endsWith(PyObject self, PyObject suffix, PyObject start, PyObject end) {
    return affix(self, suffix, start, end, false);
  }

  private static boolean affix(
      PyObject self, PyObject what, PyObject start, PyObject end, boolean front) {
    if (what instanceof PyTuple t) {
      for (PyObject o : t.items) {
        if (affix(self, o, start, end, front)) {
          return true;
        }
      }
      return false;
    }
    if (!(what instanceof Buffer w)) {
      throw Exc.typeError(
          (front ? "startswith" : "endswith")
              + " first arg must be bytes or a tuple of bytes, not "
              + what.type.name);
    }
    byte[] b = raw(self);
    byte[] p = w.bufferBytes();
    int from = Positions.clipIndex(start, 0, b.length);
    int to = Positions.clipIndex(end, b.length, b.length);
    if (start != null && start != PyNone.NONE && Obj.index(start).clipped() > b.length
        || to - from < p.length) {
      return false;
    }
    int at = front ? from : to - p.length;
    return Arrays.equals(b, at, at + p.length, p, 0, p.length);
  }

  @Builtin("join(self, iterable_of_bytes, /)")
  static PyObject join(PyObject self, PyObject parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Buffer held = (Buffer) self;
    PyObject[] all;
    held.acquire();
    try {
      all = Obj.toArray(parts, "can only join an iterable");
    } finally {
      held.release();
    }
    byte[] between = raw(self);
    for (int i = 0; i < all.length; i++) {
      if (!(all[i] instanceof Buffer b)) {
        throw Exc.typeError(
            "sequence item "
                + i
                + ": expected a bytes-like object, "
                + all[i].type.name
                + " found");
      }
      if (i > 0) {
        out.writeBytes(between);
      }
      out.writeBytes(b.bufferBytes());
    }
    if (all.length == 1 && all[0].type == PyBytes.TYPE && self instanceof PyBytes) {
      return all[0];
    }
    return like(self, out.toByteArray());
  }

  @Builtin("replace(self, old, new, count=-1, /)")
  static PyObject replace(PyObject self, PyObject old, PyObject with, long count) {
    byte[] b = raw(self);
    byte[] what = bytesArgument(old);
    byte[] by = bytesArgument(with);
    long limit = count < 0 ? Long.MAX_VALUE : count;
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    int at = 0;
    if (what.length == 0) {
      for (int i = 0; i <= b.length; i++) {
        if (limit-- > 0) {
          out.writeBytes(by);
        }
        if (i < b.length) {
          out.write(b[i]);
        }
      }
      return like(self, out.toByteArray());
    }
    while (limit-- > 0) {
      int i = BytesMethods.find(b, what, at, b.length);
      if (i < 0) {
        break;
      }
      out.write(b, at, i - at);
      out.writeBytes(by);
      at = i + what.length;
    }
    if (at == 0) {
      return part(self, 0, b.length);
    }
    out.write(b, at, b.length - at);
    return like(self, out.toByteArray());
  }

  static boolean isSpace(int c) {
    return c == ' ' || c >= 9 && c <= 13;
  }

  @Builtin("split(self, /, sep=None, maxsplit=-1)")
  static PyObject split(PyObject self, PyObject sep, long maxSplit) {
    byte[] b = raw(self);
    long limit = maxSplit < 0 ? Long.MAX_VALUE : maxSplit;
    PyList out = new PyList();
    int at = 0;
    if (sep == null || sep == PyNone.NONE) {
      while (true) {
        while (at < b.length && isSpace(b[at])) {
          at++;
        }
        if (at == b.length) {
          return out;
        }
        int from = at;
        if (out.size >= limit) {
          out.append(part(self, from, b.length));
          return out;
        }
        while (at < b.length && !isSpace(b[at])) {
          at++;
        }
        out.append(part(self, from, at));
      }
    }
    byte[] s = separator(self, sep);
    while (out.size < limit) {
      int i = BytesMethods.find(b, s, at, b.length);
      if (i < 0) {
        break;
      }
      out.append(part(self, at, i));
      at = i + s.length;
    }
    out.append(part(self, at, b.length));
    return out;
  }

  private static byte[] separator(PyObject self, PyObject sep) {
    Buffer held = (Buffer) self;
    byte[] s;
    held.acquire();
    try {
      s = bytesArgument(sep);
    } finally {
      held.release();
    }
    if (s.length == 0) {
      throw Exc.valueError("empty separator");
    }
    return s;
  }

  @Builtin("rsplit(self, /, sep=None, maxsplit=-1)")
  static PyObject rsplit(PyObject self, PyObject sep, long maxSplit) {
    byte[] b = raw(self);
    long limit = maxSplit < 0 ? Long.MAX_VALUE : maxSplit;
    PyList out = new PyList();
    int end = b.length;
    if (sep == null || sep == PyNone.NONE) {
      while (true) {
        while (end > 0 && isSpace(b[end - 1])) {
          end--;
        }
        if (end == 0) {
          break;
        }
        int to = end;
        if (out.size >= limit) {
          out.append(part(self, 0, to));
          break;
        }
        while (end > 0 && !isSpace(b[end - 1])) {
          end--;
        }
        out.append(part(self, end, to));
      }
    } else {
      byte[] s = separator(self, sep);
      while (out.size < limit) {
        int i = findLast(b, s, 0, end);
        if (i < 0) {
          break;
        }
        out.append(part(self, i + s.length, end));
        end = i;
      }
      out.append(part(self, 0, end));
    }
    out.reverse();
    return out;
  }

  @Builtin("splitlines(self, /, keepends=False)")
  static PyObject splitLines(PyObject self, boolean keep) {
    byte[] b = raw(self);
    PyList out = new PyList();
    int at = 0;
    while (at < b.length) {
      int end = at;
      while (end < b.length && b[end] != '\n' && b[end] != '\r') {
        end++;
      }
      int next = end;
      if (end < b.length) {
        next += b[end] == '\r' && end + 1 < b.length && b[end + 1] == '\n' ? 2 : 1;
      }
      out.append(part(self, at, keep ? next : end));
      at = next;
    }
    return out;
  }

  @Builtin("partition(self, sep, /)")
  static PyObject partition(PyObject self, PyObject sep) {
    byte[] b = raw(self);
    byte[] s = separator(self, sep);
    int i = BytesMethods.find(b, s, 0, b.length);
    return i < 0
        ? PyTuple.of(part(self, 0, b.length), like(self, new byte[0]), like(self, new byte[0]))
        : PyTuple.of(part(self, 0, i), like(self, s), part(self, i + s.length, b.length));
  }

  @Builtin("rpartition(self, sep, /)")
  static PyObject rpartition(PyObject self, PyObject sep) {
    byte[] b = raw(self);
    byte[] s = separator(self, sep);
    int i = findLast(b, s, 0, b.length);
    return i < 0
        ? PyTuple.of(like(self, new byte[0]), like(self, new byte[0]), part(self, 0, b.length))
        : PyTuple.of(part(self, 0, i), like(self, s), part(self, i + s.length, b.length));
  }

  private static PyObject strip(PyObject self, PyObject chars, boolean left, boolean right) {
    byte[] b = raw(self);
    byte[] set = chars == null || chars == PyNone.NONE ? null : bytesArgument(chars);
    int from = 0;
    int to = b.length;
    while (left && from < to && strips(b[from], set)) {
      from++;
    }
    while (right && to > from && strips(b[to - 1], set)) {
      to--;
    }
    return part(self, from, to);
  }

  private static boolean strips(byte c, byte[] set) {
    if (set == null) {
      return isSpace(c);
    }
    for (byte s : set) {
      if (s == c) {
        return true;
      }
    }
    return false;
  }

  @Builtin("strip(self, bytes=None, /)")
  static PyObject strip(PyObject self, PyObject chars) {
    return strip(self, chars, true, true);
  }

  @Builtin("lstrip(self, bytes=None, /)")
  static PyObject lstrip(PyObject self, PyObject chars) {
    return strip(self, chars, true, false);
  }

  @Builtin("rstrip(self, bytes=None, /)")
  static PyObject rstrip(PyObject self, PyObject chars) {
    return strip(self, chars, false, true);
  }

  @Builtin("removeprefix(self, prefix, /)")
  static PyObject removePrefix(PyObject self, PyObject prefix) {
    byte[] b = raw(self);
    int n = bytesArgument(prefix).length;
    return part(self, startsWith(self, prefix, null, null) ? n : 0, b.length);
  }

  @Builtin("removesuffix(self, suffix, /)")
  static PyObject removeSuffix(PyObject self, PyObject suffix) {
    byte[] b = raw(self);
    int n = bytesArgument(suffix).length;
    return part(self, 0, b.length - (endsWith(self, suffix, null, null) ? n : 0));
  }

  @Builtin("decode(self, /, encoding='utf-8', errors='strict')")
  static PyObject decode(PyObject self, String encoding, String errors) {
    return Codecs.decode(self, encoding, errors);
  }

  @Builtin("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)")
  static String hex(PyObject self, PyObject sep, int group) {
    return hex(self, raw(self), sep, group);
  }

  /** Hexadecimal digits, grouped. */
  public static String hex(byte[] b, PyObject sep, int group) {
    return hex(new PyBytes(b), b, sep, group);
  }

  /** Hexadecimal digits, with a separator between groups counted from the right if positive. */
  private static String hex(PyObject self, byte[] b, PyObject sep, int group) {
    char between = 0;
    if (sep != null) {
      int n = lengthOf(self, sep);
      if (n != 1) {
        throw Exc.valueError("sep must be length 1.");
      }
      int c = sep instanceof PyStr s ? s.at(0) : Obj.bytesOf(sep)[0] & 0xff;
      if (c > 127) {
        throw Exc.valueError("sep must be ASCII.");
      }
      between = (char) c;
    }
    StringBuilder s = new StringBuilder(b.length * 2);
    for (int i = 0; i < b.length; i++) {
      if (i > 0 && sep != null && group != 0) {
        int k = group > 0 ? b.length - i : i;
        if (k % Math.abs(group) == 0) {
          s.append(between);
        }
      }
      s.append("0123456789abcdef".charAt(b[i] >> 4 & 15));
      s.append("0123456789abcdef".charAt(b[i] & 15));
    }
    return s.toString();
  }

  private static int lengthOf(PyObject self, PyObject sep) {
    Buffer held = (Buffer) self;
    held.acquire();
    try {
      return Obj.length(sep);
    } finally {
      held.release();
    }
  }

  @Builtin(value = "fromhex(cls, string, /)", kind = Builtin.Kind.CLASS)
  static PyObject fromHex(PyType cls, PyObject text) {
    String s;
    if (text instanceof PyStr t) {
      s = t.value;
    } else if (text instanceof Buffer b) {
      s = new String(b.bufferBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
    } else {
      throw Exc.typeError("fromhex() argument must be str or bytes-like, not " + text.type.name);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(s.length() / 2);
    int i = 0;
    while (i < s.length()) {
      if (isSpace(s.charAt(i))) {
        i++;
        continue;
      }
      int high = digit(s, i);
      if (high < 0) {
        throw Exc.valueError("non-hexadecimal number found in fromhex() arg at position " + i);
      }
      if (i + 1 == s.length()) {
        throw Exc.valueError("fromhex() arg must contain an even number of hexadecimal digits");
      }
      int low = digit(s, i + 1);
      if (low < 0) {
        throw Exc.valueError(
            "non-hexadecimal number found in fromhex() arg at position " + (i + 1));
      }
      out.write(high << 4 | low);
      i += 2;
    }
    byte[] b = out.toByteArray();
    if (cls == PyBytes.TYPE) {
      return new PyBytes(b);
    }
    return cls == PyByteArray.TYPE ? new PyByteArray(b) : cls.call1(new PyBytes(b));
  }

  private static int digit(String s, int i) {
    char c = s.charAt(i);
    return c >= '0' && c <= '9'
        ? c - '0'
        : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  @Builtin(value = "maketrans(frm, to, /)", kind = Builtin.Kind.STATIC)
  static PyObject makeTrans(PyObject from, PyObject to) {
    byte[] a = bytesArgument(from);
    byte[] b = bytesArgument(to);
    if (a.length != b.length) {
      throw Exc.valueError("maketrans arguments must have same length");
    }
    byte[] table = new byte[256];
    for (int i = 0; i < 256; i++) {
      table[i] = (byte) i;
    }
    for (int i = 0; i < a.length; i++) {
      table[a[i] & 0xff] = b[i];
    }
    return new PyBytes(table);
  }

  @Builtin("translate(self, table, /, delete=b'')")
  static PyObject translate(PyObject self, PyObject table, PyObject delete) {
    byte[] t = table == PyNone.NONE ? null : bytesArgument(table);
    if (t != null && t.length != 256) {
      throw Exc.valueError("translation table must be 256 characters long");
    }
    byte[] gone = delete == null ? new byte[0] : bytesArgument(delete);
    byte[] b = raw(self);
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length);
    for (byte c : b) {
      if (gone.length == 0 || !strips(c, gone)) {
        out.write(t == null ? c : t[c & 0xff]);
      }
    }
    return like(self, out.toByteArray());
  }

  @Builtin("__mul__(self, value, /)")
  static PyObject mul(PyObject self, PyObject times) {
    long n = Positions.repeatCount(times);
    return n == 1 && self.type == PyBytes.TYPE ? self : like(self, repeat(raw(self), n));
  }

  @Builtin("__rmul__(self, value, /)")
  static PyObject rmul(PyObject self, PyObject times) {
    return mul(self, times);
  }

  static byte[] repeat(byte[] b, long times) {
    long n = Math.max(0, times);
    if (b.length > 0 && n > (Integer.MAX_VALUE - 16) / b.length) {
      throw Exc.memoryError();
    }
    byte[] out = new byte[(int) (n * b.length)];
    if (b.length == 1) {
      Arrays.fill(out, b[0]);
    } else if (b.length > 0) {
      for (int i = 0; i < n; i++) {
        System.arraycopy(b, 0, out, i * b.length, b.length);
      }
    }
    return out;
  }

  @Builtin("__contains__(self, key, /)")
  static boolean contains(PyObject self, PyObject key) {
    byte[] b = raw(self);
    if (key instanceof Buffer k) {
      return BytesMethods.find(b, k.bufferBytes(), 0, b.length) >= 0;
    }
    if (key.type.slot(Slot.INDEX) == null) {
      throw Exc.typeError("a bytes-like object is required, not '" + key.type.name + "'");
    }
    return BytesMethods.find(b, heldNeedle(self, key), 0, b.length) >= 0;
  }

  @Builtin("__mod__(self, value, /)")
  static PyObject mod(PyObject self, PyObject value) {
    Buffer held = (Buffer) self;
    held.acquire();
    try {
      return like(self, BytePercent.format(raw(self), value));
    } finally {
      held.release();
    }
  }

  @Builtin("__rmod__(self, value, /)")
  static PyObject rmod(PyObject self, PyObject value) {
    return PyNotImplemented.INSTANCE;
  }
}
