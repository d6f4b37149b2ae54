package io.github.pycmaven.diagnostic;

/**
 * Diagnostics as CPython prints them: file and line, the source line with carets, the class and the
 * message.
 *
 * @cpython Lib/traceback.py:TracebackException._format_syntax_error
 */
public final class DiagnosticRenderer {
  private DiagnosticRenderer() {}

  /** Several lines without a newline at the end. */
  public static String render(Diagnostic diagnostic) {
    if (diagnostic.kind().isWarning()) {
      return diagnostic.file() + ":" + diagnostic.lineno() + ": " + summary(diagnostic);
    }
    if (!diagnostic.kind().isSyntaxError() || diagnostic.lineno() == Diagnostic.NONE) {
      return summary(diagnostic);
    }
    return "  File \""
        + diagnostic.file()
        + "\", line "
        + diagnostic.lineno()
        + "\n"
        + excerpt(diagnostic, "    ")
        + summary(diagnostic);
  }

  /** One line: {@code SyntaxError: invalid syntax}. */
  public static String summary(Diagnostic diagnostic) {
    return diagnostic.kind().pythonName() + ": " + diagnostic.message();
  }

  /** The source line, and one of carets if the columns are known; each ends with a newline. */
  public static String excerpt(Diagnostic diagnostic, String indent) {
    if (diagnostic.text() == null) {
      return "";
    }
    String line = withoutNewline(diagnostic.text());
    int spaces = 0;
    while (spaces < line.length() && " \n\f".indexOf(line.charAt(spaces)) >= 0) {
      spaces++;
    }
    String shown = line.substring(spaces);
    StringBuilder out = new StringBuilder(indent).append(shown).append('\n');
    appendCarets(out, diagnostic, line, shown, spaces, indent);
    return out.toString();
  }

  private static String withoutNewline(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  private static void appendCarets(
      StringBuilder out, Diagnostic d, String line, String shown, int spaces, String indent) {
    if (d.offset() == Diagnostic.NONE) {
      return;
    }
    int length = line.codePointCount(0, line.length());
    int offset = Math.min(d.offset(), length + 1);
    int end;
    if (d.endLineno() != Diagnostic.NONE && d.endLineno() != d.lineno()) {
      end = length + 1;
    } else {
      end = d.endOffset() == Diagnostic.NONE || d.endOffset() == 0 ? offset : d.endOffset();
    }
    if (end <= offset) {
      end = offset + 1;
    }
    int column = offset - 1 - spaces;
    if (column < 0) {
      return;
    }
    out.append(indent);
    int[] points = shown.codePoints().limit(column).toArray();
    for (int i = 0; i < column; i++) {
      boolean blank = i < points.length && (points[i] == '\t' || points[i] == '\f');
      out.append(blank ? (char) points[i] : ' ');
    }
    out.append("^".repeat(end - offset)).append('\n');
  }
}
