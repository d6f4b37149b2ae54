package io.github.pycmaven.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Characters by their names and aliases, for {@code \N} escapes.
 *
 * @cpython Modules/unicodedata.c:_getcode
 */
public final class CharacterNames {
  private static final String HANGUL = "HANGUL SYLLABLE ";
  private static final String[] LEADS = {
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H",
  };
  private static final String[] VOWELS = {
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I",
  };
  private static final String[] TRAILS = {
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
  };

  /** A stretch of characters whose names end in their numbers. */
  private record Numbered(String prefix, int first, int last) {}

  private static final List<Numbered> NUMBERED = new ArrayList<>();

  /** All names in order, one after the other; where each starts; what it stands for. */
  private static final byte[] NAMES;

  private static final int[] STARTS;
  private static final int[] POINTS;

  static {
    TableReader in = new TableReader(TableReader.inflate(TableReader.resource("names.bin")));
    for (int n = in.number(); n > 0; n--) {
      byte[] prefix = new byte[in.number()];
      in.copy(prefix, 0, prefix.length);
      NUMBERED.add(
          new Numbered(new String(prefix, StandardCharsets.US_ASCII), in.number(), in.number()));
    }
    int count = in.number();
    STARTS = new int[count + 1];
    POINTS = new int[count];
    byte[] names = new byte[1 << 20];
    int length = 0;
    for (int i = 0; i < count; i++) {
      int common = in.number();
      int rest = in.number();
      if (length + common + rest > names.length) {
        names = Arrays.copyOf(names, names.length * 2);
      }
      System.arraycopy(names, i == 0 ? 0 : STARTS[i - 1], names, length, common);
      in.copy(names, length + common, rest);
      STARTS[i] = length;
      length += common + rest;
      POINTS[i] = in.number();
    }
    STARTS[count] = length;
    NAMES = names;
  }

  private CharacterNames() {}

  /** The character with a name, in letters of either case, or -1. */
  public static int lookup(String name) {
    String upper = upper(name);
    if (upper.startsWith(HANGUL)) {
      return hangul(upper.substring(HANGUL.length()));
    }
    int low = 0;
    int high = POINTS.length - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int order = compare(middle, upper);
      if (order == 0) {
        return POINTS[middle];
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return numbered(upper);
  }

  /** The name of a character that has one; not an alias. */
  public static String name(int point) {
    if (point >= 0xac00 && point < 0xac00 + LEADS.length * VOWELS.length * TRAILS.length) {
      int index = point - 0xac00;
      return HANGUL
          + LEADS[index / TRAILS.length / VOWELS.length]
          + VOWELS[index / TRAILS.length % VOWELS.length]
          + TRAILS[index % TRAILS.length];
    }
    for (Numbered numbered : NUMBERED) {
      if (point >= numbered.first() && point <= numbered.last()) {
        String digits = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
        return numbered.prefix() + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
      }
    }
    int at = Reverse.INDEX.get(point);
    return new String(NAMES, STARTS[at], STARTS[at + 1] - STARTS[at], StandardCharsets.US_ASCII);
  }

  /** The way from characters to their names, made when it is asked for first. */
  private static final class Reverse {
    static final java.util.Map<Integer, Integer> INDEX = new java.util.HashMap<>();

    static {
      java.util.Set<String> aliases = new java.util.HashSet<>();
      TableReader in = new TableReader(TableReader.resource("aliases.bin"));
      for (int n = in.number(); n > 0; n--) {
        byte[] name = new byte[in.number()];
        in.copy(name, 0, name.length);
        aliases.add(new String(name, StandardCharsets.US_ASCII));
      }
      for (int i = 0; i < POINTS.length; i++) {
        String name =
            new String(NAMES, STARTS[i], STARTS[i + 1] - STARTS[i], StandardCharsets.US_ASCII);
        if (!aliases.contains(name)) {
          INDEX.put(POINTS[i], i);
        }
      }
    }
  }

  private static String upper(String name) {
    StringBuilder upper = new StringBuilder(name);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.setCharAt(i, (char) (c - 'a' + 'A'));
      }
    }
    return upper.toString();
  }

  private static int compare(int index, String name) {
    int start = STARTS[index];
    int length = STARTS[index + 1] - start;
    int common = Math.min(length, name.length());
    for (int i = 0; i < common; i++) {
      int order = NAMES[start + i] - name.charAt(i);
      if (order != 0) {
        return order;
      }
    }
    return length - name.length();
  }

  private static int numbered(String name) {
    int dash = name.lastIndexOf('-');
    int digits = name.length() - dash - 1;
    if (dash < 0 || digits < 4 || digits > 6) {
      return -1;
    }
    int point = 0;
    for (int i = dash + 1; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean decimal = c >= '0' && c <= '9';
      if (!decimal && !(c >= 'A' && c <= 'F')) {
        return -1;
      }
      point = point * 16 + (decimal ? c - '0' : c - 'A' + 10);
    }
    if (digits > 4 && name.charAt(dash + 1) == '0') {
      return -1;
    }
    for (Numbered numbered : NUMBERED) {
      if (point >= numbered.first()
          && point <= numbered.last()
          && name.startsWith(numbered.prefix())
          && numbered.prefix().length() == dash + 1) {
        return point;
      }
    }
    return -1;
  }

  /** A syllable is spelled by its parts, each as long as it can be. */
  private static int hangul(String name) {
    int lead = longest(LEADS, name, 0);
    int at = lead < 0 ? 0 : LEADS[lead].length();
    int vowel = longest(VOWELS, name, at);
    if (lead < 0 || vowel < 0) {
      return -1;
    }
    at += VOWELS[vowel].length();
    int trail = longest(TRAILS, name, at);
    if (at + TRAILS[trail].length() != name.length()) {
      return -1;
    }
    return 0xac00 + (lead * VOWELS.length + vowel) * TRAILS.length + trail;
  }

  private static int longest(String[] parts, String name, int at) {
    int best = -1;
    for (int i = 0; i < parts.length; i++) {
      if (name.startsWith(parts[i], at) && (best < 0 || parts[i].length() > parts[best].length())) {
        best = i;
      }
    }
    return best;
  }
}
