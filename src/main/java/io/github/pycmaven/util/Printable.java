package io.github.pycmaven.util;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which characters {@code repr()} shows as they are; from a table that CPython wrote, since the
 * JDK's Unicode data is another one in each JDK.
 *
 * @cpython Objects/unicodectype.c:_PyUnicode_IsPrintable
 */
public final class Printable {
  /** First code points of the unprintable ranges, and the ones behind their ends, by turns. */
  private static final int[] BOUNDS = read();

  private Printable() {}

  /** Whether the code point is printable. */
  public static boolean isPrintable(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint >= 0x20;
    }
    int found = Arrays.binarySearch(BOUNDS, codePoint);
    // At an even index a range starts; between an even and an odd one we are inside.
    return found >= 0 ? (found & 1) != 0 : (-found - 1 & 1) == 0;
  }

  private static int[] read() {
    List<Integer> bounds = new ArrayList<>();
    try (InputStream in = Printable.class.getResourceAsStream("unprintable.txt")) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          int space = line.indexOf(' ');
          int start = Integer.parseInt(line.substring(0, space), 16);
          bounds.add(start);
          bounds.add(start + Integer.parseInt(line.substring(space + 1), 16));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bounds.stream().mapToInt(Integer::intValue).toArray();
  }
}
