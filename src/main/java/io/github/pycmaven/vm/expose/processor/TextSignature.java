package io.github.pycmaven.vm.expose.processor;

import java.util.ArrayList;
import java.util.List;

/** A text signature, taken apart. */
final class TextSignature {
  /** What a parameter takes. */
  enum Kind {
    POSITIONAL,
    KEYWORD_ONLY,
    VARARGS,
    VARKEYWORDS
  }

  /** One parameter; {@code fallback} is the text of its default or null. */
  record Parameter(String name, Kind kind, String fallback) {}

  final String name;
  final List<Parameter> parameters = new ArrayList<>();
  int required;
  int positional;
  boolean plain = true;

  TextSignature(String text) {
    int open = text.indexOf('(');
    name = text.substring(0, open);
    String inside = text.substring(open + 1, text.lastIndexOf(')'));
    boolean keywordOnly = false;
    for (String part : split(inside)) {
      if (part.equals("/")) {
        continue;
      }
      if (part.equals("*")) {
        keywordOnly = true;
      } else if (part.startsWith("**")) {
        parameters.add(new Parameter(part.substring(2), Kind.VARKEYWORDS, ""));
        plain = false;
      } else if (part.startsWith("*")) {
        parameters.add(new Parameter(part.substring(1), Kind.VARARGS, ""));
        keywordOnly = true;
        plain = false;
      } else {
        int equals = part.indexOf('=');
        String fallback = equals < 0 ? null : part.substring(equals + 1).trim();
        String id = equals < 0 ? part : part.substring(0, equals).trim();
        parameters.add(
            new Parameter(id, keywordOnly ? Kind.KEYWORD_ONLY : Kind.POSITIONAL, fallback));
        if (keywordOnly) {
          plain &= fallback != null;
        } else {
          positional++;
          required += fallback == null ? 1 : 0;
        }
      }
    }
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (i < text.length() && quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        String part = text.substring(start, i).trim();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      }
    }
    return parts;
  }
}
