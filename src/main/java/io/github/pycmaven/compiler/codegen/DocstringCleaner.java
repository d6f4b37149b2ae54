package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;

/**
 * Takes the common indentation from a docstring, as {@code inspect.cleandoc} does in part.
 *
 * @cpython Python/compile.c:_PyCompile_CleanDoc
 */
final class DocstringCleaner {
  private static final int TAB = 8;

  private DocstringCleaner() {}

  static Constant.Str clean(Constant.Str docstring, Span span) {
    rejectSurrogates(docstring, span);
    String text = expandTabs(docstring.value());
    int margin = margin(text);
    int start = 0;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    if (start == 0 && margin == 0) {
      return text.equals(docstring.value()) ? docstring : new Constant.Str(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = text.indexOf('\n', start) + 1;
    if (i == 0) {
      return new Constant.Str(text.substring(start));
    }
    out.append(text, start, i);
    while (i < text.length()) {
      for (int k = 0; k < margin && i < text.length() && text.charAt(i) == ' '; k++) {
        i++;
      }
      int end = text.indexOf('\n', i);
      int next = end < 0 ? text.length() : end + 1;
      out.append(text, i, next);
      i = next;
    }
    return new Constant.Str(out.toString());
  }

  /** CPython cleans the text in UTF-8, which has no surrogates. */
  private static void rejectSurrogates(Constant.Str docstring, Span span) {
    int[] points = new Constant.Str(expandTabs(docstring.value()), null).toCodePoints();
    if (docstring.codePoints() != null) {
      points = docstring.codePoints();
    }
    int start = 0;
    while (start < points.length && !isSurrogate(points[start])) {
      start++;
    }
    if (start == points.length) {
      return;
    }
    int end = start + 1;
    while (end < points.length && isSurrogate(points[end])) {
      end++;
    }
    String what =
        end == start + 1
            ? "character '\\u" + Integer.toHexString(points[start]) + "' in position " + start
            : "characters in position " + start + "-" + (end - 1);
    throw new Rejection(
        Rejection.Type.UNICODE_ERROR,
        "'utf-8' codec can't encode " + what + ": surrogates not allowed",
        span);
  }

  private static boolean isSurrogate(int point) {
    return point >>> 11 == 0xD800 >>> 11;
  }

  private static String expandTabs(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + TAB);
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char ch = text.charAt(i);
      if (ch == '\t') {
        do {
          out.append(' ');
          column++;
        } while (column % TAB != 0);
      } else {
        out.append(ch);
        if (ch == '\n' || ch == '\r') {
          column = 0;
        } else if ((ch & 0xFC00) != 0xDC00) {
          column++;
        }
      }
    }
    return out.toString();
  }

  /** The least indentation of the lines behind the first that are not blank. */
  private static int margin(String text) {
    int margin = Integer.MAX_VALUE;
    int i = text.indexOf('\n') + 1;
    while (i > 0 && i < text.length()) {
      int start = i;
      while (i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
      if (i < text.length() && text.charAt(i) != '\n') {
        margin = Math.min(margin, i - start);
      }
      i = text.indexOf('\n', i) + 1;
    }
    return margin == Integer.MAX_VALUE ? 0 : margin;
  }
}
