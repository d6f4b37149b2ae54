package io.github.pycmaven.vm.module.json;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyStr;

/** Strings as JSON writes them, both ways. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";
  private static final String LETTERS = "\"\\/bfnrt";
  private static final String MEANING = "\"\\/\b\f\n\r\t";

  private JsonText() {}

  static PyRaise error(String message, PyStr text, int at) {
    return Exc.raise(
        (PyException)
            Obj.call(
                Obj.getAttr(Obj.importModule("json.decoder"), "JSONDecodeError"),
                PyStr.of(message),
                text,
                PyInt.of(at)));
  }

  private static void hex(StringBuilder out, int c) {
    out.append("\\u")
        .append(HEX.charAt(c >> 12 & 15))
        .append(HEX.charAt(c >> 8 & 15))
        .append(HEX.charAt(c >> 4 & 15))
        .append(HEX.charAt(c & 15));
  }

  /** Writes a string between quotes. */
  static void write(StringBuilder out, PyStr s, boolean ascii) {
    String t = s.value;
    int n = t.length();
    out.append('"');
    int from = 0;
    for (int i = 0; i < n; i++) {
      char c = t.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && (!ascii || c < 127)) {
        continue;
      }
      out.append(t, from, i);
      from = i + 1;
      int letter = c == '/' ? -1 : MEANING.indexOf(c);
      if (letter >= 0) {
        out.append('\\').append(LETTERS.charAt(letter));
      } else {
        hex(out, c);
      }
    }
    out.append(t, from, n).append('"');
  }

  /** The result of the last {@link #read} beside the text: where it ended. */
  static final class End {
    int at;
  }

  /** Reads a string from behind its opening quote. */
  static PyStr read(PyStr s, int begin, boolean strict, End end) {
    if (s.points == null) {
      String t = s.value;
      int i = begin;
      int n = t.length();
      while (i < n) {
        char c = t.charAt(i);
        if (c == '"') {
          end.at = i + 1;
          return PyStr.narrow(t.substring(begin, i));
        }
        if (c == '\\' || c < ' ') {
          break;
        }
        i++;
      }
    }
    return readSlowly(s, begin, strict, end);
  }

  private static PyStr readSlowly(PyStr s, int begin, boolean strict, End end) {
    StringBuilder out = new StringBuilder();
    int n = s.length();
    int i = begin;
    while (true) {
      if (i >= n) {
        throw error("Unterminated string starting at", s, begin - 1);
      }
      int c = s.at(i);
      if (c == '"') {
        end.at = i + 1;
        return PyStr.of(out.toString());
      }
      if (c < ' ' && strict) {
        throw error("Invalid control character at", s, i);
      }
      i++;
      if (c != '\\') {
        out.appendCodePoint(c);
        continue;
      }
      if (i >= n) {
        throw error("Unterminated string starting at", s, begin - 1);
      }
      c = s.at(i++);
      int letter = c < 128 ? LETTERS.indexOf(c) : -1;
      if (letter >= 0) {
        out.append(MEANING.charAt(letter));
      } else if (c != 'u') {
        throw error("Invalid \\escape", s, i - 2);
      } else {
        int v = unit(s, i);
        if (v < 0) {
          throw error("Invalid \\uXXXX escape", s, i - 1);
        }
        i += 4;
        if (v >>> 10 == 0x36 && i + 6 < n && s.at(i) == '\\' && s.at(i + 1) == 'u') {
          int low = unit(s, i + 2);
          if (low < 0) {
            throw error("Invalid \\uXXXX escape", s, i + 1);
          }
          if (low >>> 10 == 0x37) {
            out.append((char) v).append((char) low);
            i += 6;
            continue;
          }
        }
        if (v >>> 11 == 0x1b) {
          return withSurrogates(s, begin, strict, end);
        }
        out.append((char) v);
      }
    }
  }

  /** Four hexadecimal digits, -1 if they are none. */
  private static int unit(PyStr s, int at) {
    if (at + 4 > s.length()) {
      return -1;
    }
    int v = 0;
    for (int i = at; i < at + 4; i++) {
      int c = s.at(i);
      int d =
          c >= '0' && c <= '9'
              ? c - '0'
              : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' && c < 128 ? (c | 0x20) - 'a' + 10 : -1;
      if (d < 0) {
        return -1;
      }
      v = v << 4 | d;
    }
    return v;
  }

  /** The same with lone surrogates, which must not join what stands beside them. */
  private static PyStr withSurrogates(PyStr s, int begin, boolean strict, End end) {
    int[] out = new int[s.length() - begin];
    int size = 0;
    int n = s.length();
    int i = begin;
    while (true) {
      if (i >= n) {
        throw error("Unterminated string starting at", s, begin - 1);
      }
      int c = s.at(i++);
      if (c == '"') {
        end.at = i;
        return PyStr.ofPoints(out, 0, size);
      }
      if (c < ' ' && strict) {
        throw error("Invalid control character at", s, i - 1);
      }
      if (c != '\\') {
        out[size++] = c;
        continue;
      }
      if (i >= n) {
        throw error("Unterminated string starting at", s, begin - 1);
      }
      c = s.at(i++);
      int letter = c < 128 ? LETTERS.indexOf(c) : -1;
      if (letter >= 0) {
        out[size++] = MEANING.charAt(letter);
        continue;
      }
      if (c != 'u') {
        throw error("Invalid \\escape", s, i - 2);
      }
      int v = unit(s, i);
      if (v < 0) {
        throw error("Invalid \\uXXXX escape", s, i - 1);
      }
      i += 4;
      if (v >>> 10 == 0x36 && i + 6 < n && s.at(i) == '\\' && s.at(i + 1) == 'u') {
        int low = unit(s, i + 2);
        if (low < 0) {
          throw error("Invalid \\uXXXX escape", s, i + 1);
        }
        if (low >>> 10 == 0x37) {
          v = (v - 0xd7c0 << 10) + (low & 0x3ff);
          i += 6;
        }
      }
      out[size++] = v;
    }
  }
}
