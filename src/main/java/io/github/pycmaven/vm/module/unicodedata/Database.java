package io.github.pycmaven.vm.module.unicodedata;

import io.github.pycmaven.util.Resources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** The properties of all characters in one version of Unicode. */
final class Database {
  final String version;
  final String[] categories;
  final String[] directions;
  final String[] widths;
  final int[] classes;
  final boolean[] mirrored;
  final int[] decimals;
  final int[] digits;
  final boolean[] named;
  private final int[] starts;
  private final short[] records;
  private final Map<Integer, String> decompositions = new HashMap<>();
  private final Map<Integer, double[]> numbers = new HashMap<>();
  private final Map<Long, Integer> compositions = new HashMap<>();
  private final byte[] data;
  private int at;

  Database(String resource) {
    data = load("io/github/pycmaven/vm/text/" + resource);
    version = text();
    int n = number();
    categories = new String[n];
    directions = new String[n];
    widths = new String[n];
    classes = new int[n];
    mirrored = new boolean[n];
    decimals = new int[n];
    digits = new int[n];
    named = new boolean[n];
    for (int i = 0; i < n; i++) {
      categories[i] = text();
      directions[i] = text();
      widths[i] = text();
      classes[i] = number();
      mirrored[i] = number() != 0;
      decimals[i] = number() - 1;
      digits[i] = number() - 1;
      named[i] = number() != 0;
    }
    int runs = number();
    starts = new int[runs];
    records = new short[runs];
    int point = 0;
    for (int i = 0; i < runs; i++) {
      starts[i] = point;
      point += number();
      records[i] = (short) number();
    }
    for (int i = number(); i > 0; i--) {
      int c = number();
      decompositions.put(c, text());
    }
    for (int i = number(); i > 0; i--) {
      int c = number();
      double numerator = number() - 1;
      numbers.put(c, new double[] {numerator / number()});
    }
    for (int i = number(); i > 0; i--) {
      long first = number();
      long second = number();
      compositions.put(first << 32 | second, number());
    }
  }

  private static byte[] load(String name) {
    byte[] packed = Resources.get(name);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int number() {
    int n = 0;
    int shift = 0;
    while (data[at] < 0) {
      n |= (data[at++] & 127) << shift;
      shift += 7;
    }
    return n | data[at++] << shift;
  }

  private String text() {
    int n = number();
    String s = new String(data, at, n, StandardCharsets.ISO_8859_1);
    at += n;
    return s;
  }

  /** The record of a character. */
  int record(int c) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (starts[middle] <= c) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return records[low];
  }

  /** The decomposition as the database writes it, null if there is none. */
  String decomposition(int c) {
    return decompositions.get(c);
  }

  /** The numeric value in an array of one, null if there is none. */
  double[] numeric(int c) {
    return numbers.get(c);
  }

  int combining(int c) {
    return c < 0x300 ? 0 : classes[record(c)];
  }

  /** The character that two compose to, -1 if they do not. */
  int compose(int first, int second) {
    return compositions.getOrDefault((long) first << 32 | second, -1);
  }
}
