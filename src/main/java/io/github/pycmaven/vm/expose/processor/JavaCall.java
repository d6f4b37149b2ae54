package io.github.pycmaven.vm.expose.processor;

import java.util.List;

/** One call of an annotated method: how arguments are converted and the result is boxed. */
final class JavaCall {
  private static final String CORE = "io.github.pycmaven.vm.core.object.";
  static final String ARG = "io.github.pycmaven.vm.core.call.Arg.";

  private final String owner;
  private final String name;
  private final boolean isStatic;
  private final List<String> types;
  private final String result;

  /** What follows the converted arguments, for methods that serve several builtins. */
  String trailing = "";

  /** Whether the first argument was checked already: self, or the class of a class method. */
  boolean checkedFirst = true;

  JavaCall(String owner, String name, boolean isStatic, List<String> types, String result) {
    this.owner = owner;
    this.name = name;
    this.isStatic = isStatic;
    this.types = types;
    this.result = result;
  }

  int parameters() {
    return types.size() - (trailing.isEmpty() ? 0 : 1);
  }

  /**
   * The statement that returns the call's result, given one Java expression (or null) a parameter.
   */
  String statement(List<String> expressions, List<TextSignature.Parameter> parameters) {
    StringBuilder b = new StringBuilder();
    int first = 0;
    if (isStatic) {
      b.append(owner);
    } else {
      b.append("((").append(owner).append(") ").append(expressions.get(0)).append(')');
      first = 1;
    }
    b.append('.').append(name).append('(');
    for (int i = first; i < expressions.size(); i++) {
      if (i > first) {
        b.append(", ");
      }
      boolean self = i == 0 && checkedFirst;
      b.append(convert(types.get(i), expressions.get(i), parameters.get(i), self));
    }
    b.append(trailing.isEmpty() || expressions.size() > first ? trailing : trailing.substring(2));
    b.append(')');
    String call = b.toString();
    switch (result) {
      case "void":
        return call + "; return " + CORE + "PyNone.NONE;";
      case "boolean":
        return "return " + CORE + "PyBool.of(" + call + ");";
      case "int":
      case "long":
        return "return " + CORE + "PyInt.of(" + call + ");";
      case "double":
        return "return new " + CORE + "PyFloat(" + call + ");";
      case "java.lang.String":
        return "return " + CORE + "PyStr.ofNullable(" + call + ");";
      default:
        return "return " + call + ";";
    }
  }

  private static String convert(
      String type, String expression, TextSignature.Parameter parameter, boolean self) {
    boolean absent = expression == null;
    String fallback = parameter.fallback();
    switch (type) {
      case "int":
      case "long":
      case "double":
      case "boolean":
        String literal = literal(type, fallback);
        if (absent) {
          return literal;
        }
        String convert = ARG + "to" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
        if (fallback == null) {
          return convert + "(" + expression + ")";
        }
        return "("
            + expression
            + " == null ? "
            + literal
            + " : "
            + convert
            + "("
            + expression
            + "))";
      case "java.lang.String":
        if (absent) {
          return fallback.startsWith("'") || fallback.startsWith("\"")
              ? "\"" + fallback.substring(1, fallback.length() - 1) + "\""
              : "null";
        }
        String text =
            ARG
                + ("None".equals(fallback) ? "toTextOrNull(" : "toText(")
                + expression
                + ", \""
                + parameter.name()
                + "\")";
        return fallback != null && (fallback.startsWith("'") || fallback.startsWith("\""))
            ? "("
                + expression
                + " == null ? \""
                + fallback.substring(1, fallback.length() - 1)
                + "\" : "
                + text
                + ")"
            : text;
      case CORE + "PyObject":
        return absent ? "null" : expression;
      case CORE + "PyObject[]":
        return absent ? "null" : "((" + CORE + "PyTuple) " + expression + ").items";
      default:
        if (absent) {
          return "null";
        }
        if (self) {
          return "((" + type + ") " + expression + ")";
        }
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return ARG
            + "cast("
            + expression
            + ", "
            + type
            + ".class, \""
            + simple
            + "\", \""
            + parameter.name()
            + "\", "
            + "None".equals(fallback)
            + ")";
    }
  }

  private static String literal(String type, String fallback) {
    if (fallback == null) {
      return "0";
    }
    if (type.equals("boolean")) {
      return fallback.equals("True") || fallback.equals("1") ? "true" : "false";
    }
    if (fallback.equals("sys.maxsize")) {
      return type.equals("int") ? "Integer.MAX_VALUE" : "Long.MAX_VALUE";
    }
    char c = fallback.charAt(0);
    return c == '-' || (c >= '0' && c <= '9') ? fallback + (type.equals("long") ? "L" : "") : "0";
  }
}
