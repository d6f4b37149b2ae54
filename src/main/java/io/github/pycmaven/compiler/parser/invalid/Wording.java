package io.github.pycmaven.compiler.parser.invalid;

import java.util.List;
import java.util.Map;

/** The words of an error, in which parts of the source are named. */
final class Wording {
  private final String template;
  private final Map<String, Integer> labels;

  Wording(String template, Map<String, Integer> labels) {
    this.template = template;
    this.labels = Map.copyOf(labels);
  }

  String with(Object[] values) {
    int open = template.indexOf('{');
    if (open < 0 || labels.isEmpty()) {
      return template;
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = template.indexOf('}', open);
      String inner = close < 0 ? "" : template.substring(open + 1, close);
      String shown = show(inner, values);
      if (shown == null) {
        // A brace that is meant as one.
        out.append(template, from, open + 1);
        from = open + 1;
      } else {
        out.append(template, from, open).append(shown);
        from = close + 1;
      }
      open = template.indexOf('{', from);
    }
    return out.append(template, from, template.length()).toString();
  }

  private String show(String inner, Object[] values) {
    int question = inner.indexOf('?');
    String label = question > 0 ? inner.substring(0, question) : inner.replaceFirst("\\.line$", "");
    Integer index = labels.get(label);
    if (index == null) {
      return null;
    }
    Node node = (Node) values[index];
    if (question > 0) {
      List<String> choice = List.of(inner.substring(question + 1).split(":"));
      return node.shape() == Shape.of(choice.get(0)) ? choice.get(1) : choice.get(2);
    }
    return inner.endsWith(".line") ? Integer.toString(node.line()) : node.description();
  }
}
