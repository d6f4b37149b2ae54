package io.github.pycmaven.source;

import java.util.Arrays;

/**
 * What CPython's version of Unicode says about single characters; loaded when a character beyond
 * ASCII is met where it matters.
 */
public final class Characters {
  private static final int[] IDENTIFIER_START;
  private static final int[] IDENTIFIER_PART;
  private static final int[] PRINTABLE;

  static {
    TableReader in = new TableReader(TableReader.resource("characters.bin"));
    IDENTIFIER_START = edges(in);
    IDENTIFIER_PART = edges(in);
    PRINTABLE = edges(in);
  }

  private Characters() {}

  private static int[] edges(TableReader in) {
    int[] edges = new int[in.number()];
    int last = 0;
    for (int i = 0; i < edges.length; i++) {
      last += in.number();
      edges[i] = last;
    }
    return edges;
  }

  /** Edges alternate between the first character inside and the first one outside again. */
  private static boolean contains(int[] edges, int point) {
    int i = Arrays.binarySearch(edges, point);
    return (i >= 0 ? i : -i - 2) % 2 == 0 && i != -1;
  }

  /** Whether an identifier may start with the character (XID_Start, underscore). */
  public static boolean isIdentifierStart(int point) {
    return contains(IDENTIFIER_START, point);
  }

  /** Whether the character may follow in an identifier (XID_Continue). */
  public static boolean isIdentifierPart(int point) {
    return contains(IDENTIFIER_PART, point);
  }

  /** Whether {@code repr} shows the character as it is. */
  public static boolean isPrintable(int point) {
    return contains(PRINTABLE, point);
  }
}
