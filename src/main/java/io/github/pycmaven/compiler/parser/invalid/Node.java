package io.github.pycmaven.compiler.parser.invalid;

import java.util.List;

/**
 * A stretch of the source that a rule has matched; far less than a syntax tree, but enough to word
 * errors.
 *
 * @param shape what it is
 * @param line first line
 * @param column first column in bytes, from 0, or -1
 * @param endLine last line
 * @param endColumn column after the last byte, or -1
 * @param text the text of a name, a token or a constant, else null
 * @param parts the parts that the rule names
 */
record Node(
    Shape shape, int line, int column, int endLine, int endColumn, String text, Object[] parts) {

  /** What messages call it. */
  String description() {
    if (shape == Shape.TOKEN) {
      return text;
    }
    if (shape == Shape.CONSTANT && text != null) {
      switch (text) {
        case "None":
        case "True":
        case "False":
          return text;
        case "...":
          return "ellipsis";
        default:
          return shape.description();
      }
    }
    return shape.description();
  }

  Node part(int index) {
    return (Node) parts[index];
  }

  @SuppressWarnings("unchecked")
  List<Object> list(int index) {
    return parts[index] instanceof List<?> list ? (List<Object>) list : List.of();
  }
}
