package io.github.pycmaven.vm.core.text;

import io.github.pycmaven.util.Resources;
import io.github.pycmaven.vm.core.object.PyStr;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Properties and case of characters, from a table that CPython wrote ({@code
 * src/test/python/dump_vm_unicode.py}); ASCII needs no table.
 */
public final class Unicode {
  public static final int ALPHA = 1;
  public static final int DECIMAL = 2;
  public static final int DIGIT = 4;
  public static final int NUMERIC = 8;
  public static final int UPPER = 16;
  public static final int LOWER = 32;
  public static final int TITLE = 64;
  public static final int SPACE = 128;
  public static final int PRINTABLE = 256;
  public static final int XID_START = 512;
  public static final int XID_CONTINUE = 1024;
  private static final int CASED = 2048;
  private static final int CASE_IGNORABLE = 4096;
  private static final short[] ASCII = new short[128];

  static {
    for (int c = 0; c < 128; c++) {
      int f = 0;
      if (c >= '0' && c <= '9') {
        f |= DECIMAL | DIGIT | NUMERIC | XID_CONTINUE;
      }
      if (c >= 'A' && c <= 'Z') {
        f |= ALPHA | UPPER | XID_START | XID_CONTINUE | CASED;
      }
      if (c >= 'a' && c <= 'z') {
        f |= ALPHA | LOWER | XID_START | XID_CONTINUE | CASED;
      }
      if (c == '_') {
        f |= XID_START | XID_CONTINUE;
      }
      if (c == ' ' || c >= 9 && c <= 13 || c >= 28 && c <= 31) {
        f |= SPACE;
      }
      if (c >= 32 && c < 127) {
        f |= PRINTABLE;
      }
      if (c == '\'' || c == '.' || c == ':' || c == '^' || c == '`') {
        f |= CASE_IGNORABLE;
      }
      ASCII[c] = (short) f;
    }
  }

  private Unicode() {}

  /** The table, read when the first character beyond ASCII is asked for. */
  private static final class Table {
    static final int[] FLAGS;
    static final int[][] DELTAS = new int[4][];
    static final byte[] DECIMALS;
    static final byte[] DIGITS;
    static final short[][] PAGES = new short[0x1100][];
    static final Map<Integer, int[][]> SPECIAL = new HashMap<>();
    private static final Map<Integer, short[]> UNIFORM_PAGES = new HashMap<>();

    static {
      byte[] table = Resources.get("io/github/pycmaven/vm/text/unicode.bin");
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(table))) {
        int records = in.readInt();
        int runs = in.readInt();
        int specials = in.readInt();
        FLAGS = new int[records];
        DECIMALS = new byte[records];
        DIGITS = new byte[records];
        for (int k = 0; k < 4; k++) {
          DELTAS[k] = new int[records];
        }
        for (int i = 0; i < records; i++) {
          FLAGS[i] = in.readInt();
          for (int k = 0; k < 4; k++) {
            DELTAS[k][i] = in.readInt();
          }
          DECIMALS[i] = in.readByte();
          DIGITS[i] = in.readByte();
        }
        int cp = 0;
        for (int i = 0; i < runs; i++) {
          int n = in.readInt();
          short r = (short) in.readUnsignedShort();
          fill(cp, cp + n, r);
          cp += n;
        }
        for (int i = 0; i < specials; i++) {
          int c = in.readInt();
          int kind = in.readByte();
          int[] to = new int[in.readByte()];
          for (int j = 0; j < to.length; j++) {
            to[j] = in.readInt();
          }
          SPECIAL.computeIfAbsent(c, x -> new int[4][])[kind] = to;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void fill(int from, int to, short record) {
      int cp = from;
      while (cp < to) {
        int page = cp >> 8;
        if ((cp & 255) == 0 && to - cp >= 256) {
          short[] u = UNIFORM_PAGES.get((int) record);
          if (u == null) {
            u = new short[256];
            java.util.Arrays.fill(u, record);
            UNIFORM_PAGES.put((int) record, u);
          }
          PAGES[page] = u;
          cp += 256;
        } else {
          if (PAGES[page] == null) {
            PAGES[page] = new short[256];
          }
          PAGES[page][cp & 255] = record;
          cp++;
        }
      }
    }

    static int record(int c) {
      return PAGES[c >> 8][c & 255] & 0xffff;
    }
  }

  /** Whether the character has one of the properties. */
  public static boolean is(int c, int properties) {
    return ((c < 128 ? ASCII[c] : Table.FLAGS[Table.record(c)]) & properties) != 0;
  }

  /** Whether the character is white space. */
  public static boolean isSpace(int c) {
    return c < 128 ? (ASCII[c] & SPACE) != 0 : is(c, SPACE);
  }

  /** The value of a decimal digit, -1 if it is none. */
  public static int decimal(int c) {
    return c < 128 ? (c >= '0' && c <= '9' ? c - '0' : -1) : Table.DECIMALS[Table.record(c)];
  }

  /** The value of a digit, -1 if it is none. */
  public static int digit(int c) {
    return c < 128 ? decimal(c) : Table.DIGITS[Table.record(c)];
  }

  private static int simple(int c, int kind) {
    if (c < 128) {
      boolean up = kind == 0 || kind == 2;
      return up ? (c >= 'a' && c <= 'z' ? c - 32 : c) : c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return c + Table.DELTAS[kind][Table.record(c)];
  }

  /** The lower case of a character by the simple mapping. */
  public static int toLower(int c) {
    if (c == 0x130) {
      return 'i';
    }
    return simple(c, 1);
  }

  /** The upper case of a character by the simple mapping. */
  public static int toUpper(int c) {
    return simple(c, 0);
  }

  private static int append(int[] out, int n, int c, int kind) {
    if (c >= 128) {
      int[][] s = Table.SPECIAL.get(c);
      if (s != null && s[kind] != null) {
        for (int x : s[kind]) {
          out[n++] = x;
        }
        return n;
      }
    }
    out[n] = simple(c, kind);
    return n + 1;
  }

  private static boolean isAscii(PyStr s) {
    String v = s.value;
    for (int i = 0; i < v.length(); i++) {
      if (v.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  private static PyStr ascii(PyStr s, boolean up) {
    String v = s.value;
    char[] out = null;
    for (int i = 0; i < v.length(); i++) {
      char c = v.charAt(i);
      char d = (char) simple(c, up ? 0 : 1);
      if (c != d) {
        if (out == null) {
          out = v.toCharArray();
        }
        out[i] = d;
      }
    }
    return out == null ? s.plain() : PyStr.narrow(new String(out));
  }

  private static PyStr map(PyStr s, int kind) {
    int[] out = new int[s.length() * 3];
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      n = append(out, n, s.at(i), kind);
    }
    return PyStr.ofPoints(out, 0, n);
  }

  /** Upper case. */
  public static PyStr upper(PyStr s) {
    return isAscii(s) ? ascii(s, true) : map(s, 0);
  }

  /** Folded for comparison. */
  public static PyStr casefold(PyStr s) {
    return isAscii(s) ? ascii(s, false) : map(s, 3);
  }

  /** Lower case. */
  public static PyStr lower(PyStr s) {
    if (isAscii(s)) {
      return ascii(s, false);
    }
    int[] out = new int[s.length() * 3];
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      n = lowerAt(s, i, out, n);
    }
    return PyStr.ofPoints(out, 0, n);
  }

  private static int lowerAt(PyStr s, int i, int[] out, int n) {
    int c = s.at(i);
    if (c == 0x3a3) {
      out[n] = isFinalSigma(s, i) ? 0x3c2 : 0x3c3;
      return n + 1;
    }
    return append(out, n, c, 1);
  }

  private static boolean isFinalSigma(PyStr s, int i) {
    int j = i - 1;
    while (j >= 0 && is(s.at(j), CASE_IGNORABLE)) {
      j--;
    }
    if (j < 0 || !is(s.at(j), CASED)) {
      return false;
    }
    j = i + 1;
    while (j < s.length() && is(s.at(j), CASE_IGNORABLE)) {
      j++;
    }
    return j == s.length() || !is(s.at(j), CASED);
  }

  /** First character in title case, the rest in lower case. */
  public static PyStr capitalize(PyStr s) {
    if (s.length() == 0) {
      return PyStr.EMPTY;
    }
    int[] out = new int[s.length() * 3];
    int n = append(out, 0, s.at(0), 2);
    for (int i = 1; i < s.length(); i++) {
      n = lowerAt(s, i, out, n);
    }
    return PyStr.ofPoints(out, 0, n);
  }

  /** Words in title case. */
  public static PyStr title(PyStr s) {
    int[] out = new int[s.length() * 3];
    int n = 0;
    boolean inside = false;
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      n = inside ? lowerAt(s, i, out, n) : append(out, n, c, 2);
      inside = is(c, CASED);
    }
    return PyStr.ofPoints(out, 0, n);
  }

  /** Upper case for lower case and the reverse. */
  public static PyStr swapcase(PyStr s) {
    int[] out = new int[s.length() * 3];
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      int c = s.at(i);
      if (is(c, UPPER)) {
        n = lowerAt(s, i, out, n);
      } else if (is(c, LOWER)) {
        n = append(out, n, c, 0);
      } else {
        out[n++] = c;
      }
    }
    return PyStr.ofPoints(out, 0, n);
  }
}
