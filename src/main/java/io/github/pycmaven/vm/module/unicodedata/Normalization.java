package io.github.pycmaven.vm.module.unicodedata;

import io.github.pycmaven.vm.core.object.PyStr;
import java.util.Arrays;

/** The four normal forms. */
final class Normalization {
  private static final int HANGUL = 0xac00;
  private static final int HANGUL_END = 0xd7a4;
  private static final int LEAD = 0x1100;
  private static final int VOWEL = 0x1161;
  private static final int TRAIL = 0x11a7;
  private static final int LEADS = 19;
  private static final int VOWELS = 21;
  private static final int TRAILS = 28;

  private final Database data;
  private final boolean compatible;
  private int[] points;
  private int length;

  private Normalization(Database data, boolean compatible, int size) {
    this.data = data;
    this.compatible = compatible;
    this.points = new int[size + 8];
  }

  /** The text in a form, by its name without the letters NF: C, D, KC or KD. */
  static PyStr normalize(Database data, String form, PyStr text) {
    int n = text.length();
    int i = 0;
    while (i < n && text.at(i) < 128) {
      i++;
    }
    if (i == n) {
      return text.plain();
    }
    Normalization f = new Normalization(data, form.length() == 2, n);
    for (i = 0; i < n; i++) {
      f.decompose(text.at(i));
    }
    f.reorder();
    if (form.endsWith("C")) {
      f.compose();
    }
    return PyStr.ofPoints(f.points, 0, f.length);
  }

  private void add(int c) {
    if (length == points.length) {
      points = Arrays.copyOf(points, length * 2);
    }
    points[length++] = c;
  }

  private void decompose(int c) {
    if (c >= HANGUL && c < HANGUL_END) {
      int index = c - HANGUL;
      add(LEAD + index / (VOWELS * TRAILS));
      add(VOWEL + index % (VOWELS * TRAILS) / TRAILS);
      if (index % TRAILS != 0) {
        add(TRAIL + index % TRAILS);
      }
      return;
    }
    String d = c < 0xa0 ? null : data.decomposition(c);
    int at = 0;
    if (d != null && d.charAt(0) == '<') {
      at = d.indexOf('>') + 2;
      d = compatible ? d : null;
    }
    if (d == null) {
      add(c);
      return;
    }
    while (at < d.length()) {
      int space = d.indexOf(' ', at);
      int end = space < 0 ? d.length() : space;
      decompose(Integer.parseInt(d, at, end, 16));
      at = end + 1;
    }
  }

  /** Sorts runs of combining characters by their classes; stable. */
  private void reorder() {
    for (int i = 1; i < length; i++) {
      int c = points[i];
      int order = data.combining(c);
      int j = i;
      while (order > 0 && j > 0 && data.combining(points[j - 1]) > order) {
        points[j] = points[j - 1];
        j--;
      }
      points[j] = c;
    }
  }

  private void compose() {
    int out = 0;
    int starter = -1;
    int lastClass = 0;
    for (int i = 0; i < length; i++) {
      int c = points[i];
      int order = data.combining(c);
      if (starter >= 0 && (out == starter + 1 || lastClass < order)) {
        int composed = pair(points[starter], c);
        if (composed >= 0) {
          points[starter] = composed;
          continue;
        }
      }
      if (order == 0) {
        starter = out;
      }
      lastClass = order;
      points[out++] = c;
    }
    length = out;
  }

  private int pair(int first, int second) {
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
    return data.compose(first, second);
  }
}
