package io.github.pycmaven.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a regular expression as Python's {@code re} writes it: {@code (?P<name>…)}, {@code
 * (?P=name)}, {@code \Z}, {@code {,n}}, and braces and brackets that stand for themselves.
 */
final class PythonPattern {
  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private boolean inClass;
  private int at;

  private PythonPattern(String text) {
    this.text = text;
  }

  /** The pattern for an expression; what is wrong with it becomes the user's message. */
  static Pattern compile(String text) {
    PythonPattern reader = new PythonPattern(text);
    while (reader.at < text.length()) {
      reader.next();
    }
    try {
      return Pattern.compile(
          reader.out.toString(), Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
    } catch (PatternSyntaxException e) {
      throw new UsageException(
          "option -x: '" + text + "' is not a regular expression: " + e.getDescription());
    }
  }

  private void next() {
    char ch = text.charAt(at);
    if (ch == '\\' && at + 1 < text.length()) {
      char escaped = text.charAt(at + 1);
      out.append('\\').append(escaped == 'Z' && !inClass ? 'z' : escaped);
      at += 2;
    } else if (inClass) {
      insideClass(ch);
    } else if (ch == '[') {
      startClass();
    } else if (text.startsWith("(?P<", at) || text.startsWith("(?P=", at)) {
      named();
    } else if (ch == '{') {
      brace();
    } else {
      out.append(ch);
      at++;
    }
  }

  /** Java gives a meaning to brackets and to doubled ampersands inside of classes. */
  private void insideClass(char ch) {
    if (ch == '[' || ch == '&') {
      out.append('\\');
    }
    out.append(ch);
    inClass = ch != ']';
    at++;
  }

  /** A bracket that closes at once stands for itself. */
  private void startClass() {
    inClass = true;
    out.append('[');
    at++;
    if (text.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    if (text.startsWith("]", at)) {
      out.append("\\]");
      at++;
    }
  }

  /** Java's names have no underscores, so groups are named by their order. */
  private void named() {
    boolean isGroup = text.charAt(at + 3) == '<';
    int end = text.indexOf(isGroup ? '>' : ')', at);
    if (end < 0) {
      throw new UsageException(
          "option -x: '" + text + "' is not a regular expression: a group's name has no end");
    }
    String name = text.substring(at + 4, end);
    if (isGroup) {
      out.append("(?<g").append(names.size()).append('>');
      names.add(name);
    } else {
      int index = names.indexOf(name);
      if (index < 0) {
        throw new UsageException(
            "option -x: '" + text + "' is not a regular expression: unknown group name " + name);
      }
      out.append("\\k<g").append(index).append('>');
    }
    at = end + 1;
  }

  /** A brace that is no repetition stands for itself. */
  private void brace() {
    int end = at + 1;
    int commas = 0;
    while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == ',')) {
      commas += text.charAt(end) == ',' ? 1 : 0;
      end++;
    }
    boolean repeats = end > at + 1 && end < text.length() && text.charAt(end) == '}' && commas <= 1;
    if (!repeats) {
      out.append("\\{");
      at++;
      return;
    }
    out.append('{');
    if (text.charAt(at + 1) == ',') {
      out.append('0');
    }
    out.append(text, at + 1, end + 1);
    at = end + 1;
  }

  private static boolean isDigit(char ch) {
    return ch >= '0' && ch <= '9';
  }
}
