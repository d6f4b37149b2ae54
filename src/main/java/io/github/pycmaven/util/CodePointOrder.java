package io.github.pycmaven.util;

import java.util.Comparator;

/** The order of Python's strings: by code points, where Java's is by UTF-16 units. */
public final class CodePointOrder implements Comparator<String> {
  /** The only instance. */
  public static final CodePointOrder INSTANCE = new CodePointOrder();

  private CodePointOrder() {}

  @Override
  public int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a code point above all of the BMP, U+E000 to U+FFFF included.
        boolean xAstral = (x & 0xF800) == 0xD800;
        boolean yAstral = (y & 0xF800) == 0xD800;
        return xAstral == yAstral ? Character.compare(x, y) : xAstral ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
