package io.github.pycmaven.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The normal form NFKC, in which identifiers are compared (PEP 3131), by CPython's tables and not
 * by those of the Java that happens to run.
 */
public final class NormalForm {
  private static final int HANGUL = 0xac00;
  private static final int HANGUL_END = 0xd7a4;
  private static final int LEAD = 0x1100;
  private static final int VOWEL = 0x1161;
  private static final int TRAIL = 0x11a7;
  private static final int LEADS = 19;
  private static final int VOWELS = 21;
  private static final int TRAILS = 28;

  private static final Map<Integer, int[]> DECOMPOSITIONS = new HashMap<>();
  private static final Map<Integer, Integer> CLASSES = new HashMap<>();
  private static final Map<Long, Integer> COMPOSITIONS = new HashMap<>();

  static {
    TableReader in = new TableReader(TableReader.resource("nfkc.bin"));
    int point = 0;
    for (int n = in.number(); n > 0; n--) {
      point += in.number();
      int[] parts = new int[in.number()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = in.number();
      }
      DECOMPOSITIONS.put(point, parts);
    }
    point = 0;
    for (int n = in.number(); n > 0; n--) {
      point += in.number();
      CLASSES.put(point, in.octet());
    }
    for (int n = in.number(); n > 0; n--) {
      long first = in.number();
      long second = in.number();
      COMPOSITIONS.put(first << 32 | second, in.number());
    }
  }

  private int[] points = new int[32];
  private int length;

  private NormalForm() {}

  /** The text in NFKC. */
  public static String nfkc(String text) {
    NormalForm form = new NormalForm();
    text.codePoints().forEach(form::decompose);
    form.reorder();
    form.compose();
    return new String(form.points, 0, form.length);
  }

  private void decompose(int point) {
    if (point >= HANGUL && point < HANGUL_END) {
      int index = point - HANGUL;
      add(LEAD + index / (VOWELS * TRAILS));
      add(VOWEL + index % (VOWELS * TRAILS) / TRAILS);
      if (index % TRAILS != 0) {
        add(TRAIL + index % TRAILS);
      }
      return;
    }
    int[] parts = DECOMPOSITIONS.get(point);
    if (parts == null) {
      add(point);
    } else {
      for (int part : parts) {
        add(part);
      }
    }
  }

  private void add(int point) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2);
    }
    points[length++] = point;
  }

  private static int combiningClass(int point) {
    return CLASSES.getOrDefault(point, 0);
  }

  /** Sorts runs of combining characters by their classes; stable. */
  private void reorder() {
    for (int i = 1; i < length; i++) {
      int point = points[i];
      int order = combiningClass(point);
      int j = i;
      while (order > 0 && j > 0 && combiningClass(points[j - 1]) > order) {
        points[j] = points[j - 1];
        j--;
      }
      points[j] = point;
    }
  }

  private void compose() {
    int out = 0;
    int starter = -1;
    int lastClass = 0;
    for (int i = 0; i < length; i++) {
      int point = points[i];
      int order = combiningClass(point);
      if (starter >= 0 && (out == starter + 1 || lastClass < order)) {
        int composed = pair(points[starter], point);
        if (composed >= 0) {
          points[starter] = composed;
          continue;
        }
      }
      if (order == 0) {
        starter = out;
      }
      lastClass = order;
      points[out++] = point;
    }
    length = out;
  }

  private static int pair(int first, int second) {
    int lead = first - LEAD;
    int vowel = second - VOWEL;
    if (lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS) {
      return HANGUL + (lead * VOWELS + vowel) * TRAILS;
    }
    int trail = second - TRAIL;
    if (first >= HANGUL
        && first < HANGUL_END
        && (first - HANGUL) % TRAILS == 0
        && trail > 0
        && trail < TRAILS) {
      return first + trail;
    }
    return COMPOSITIONS.getOrDefault((long) first << 32 | second, -1);
  }
}
