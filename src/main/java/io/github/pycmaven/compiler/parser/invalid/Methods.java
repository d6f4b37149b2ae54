package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the rules cannot say in their notation.
 *
 * @cpython Parser/action_helpers.c
 */
final class Methods {
  private static final Map<String, Outcome.Method> METHODS =
      Map.ofEntries(
          Map.entry("nothing", (m, start, parts) -> null),
          Map.entry("noConstant", (m, start, parts) -> noConstant(m)),
          Map.entry("cons", (m, start, parts) -> cons(parts)),
          Map.entry("tuple", (m, start, parts) -> tuple(m, start, parts)),
          Map.entry("dotted", (m, start, parts) -> dotted(m, start, parts)),
          Map.entry("future", (m, start, parts) -> future(m, start, parts)),
          Map.entry("notEqual", (m, start, parts) -> notEqual(m, (Node) parts[0])),
          Map.entry("oldNotEqual", (m, start, parts) -> oldNotEqual(m, parts)),
          Map.entry("missingComma", (m, start, parts) -> missingComma(m, parts)),
          Map.entry("legacyStatement", (m, start, parts) -> legacyStatement(m, parts)),
          Map.entry("arguments", (m, start, parts) -> arguments(m, start, parts)),
          Map.entry("keywords", (m, start, parts) -> keywords(m, start, parts)),
          Map.entry("join", (m, start, parts) -> join(parts)),
          Map.entry("bareGenerator", (m, start, parts) -> bareGenerator(m, parts)),
          Map.entry("positionalAfterKeyword", (m, start, parts) -> afterKeyword(m, parts)),
          Map.entry("first", (m, start, parts) -> ((List<?>) parts[0]).get(0)),
          Map.entry("real", (m, start, parts) -> m.literals().real((Node) parts[0])),
          Map.entry("imaginary", (m, start, parts) -> m.literals().imaginary((Node) parts[0])),
          Map.entry("string", (m, start, parts) -> m.literals().string(start)),
          Map.entry("strings", (m, start, parts) -> m.literals().strings(start, parts)),
          Map.entry("formatted", (m, start, parts) -> m.literals().formatted(start, parts)),
          Map.entry("specText", (m, start, parts) -> m.literals().specText(start)),
          Map.entry("conversion", (m, start, parts) -> m.literals().conversion(parts)));

  private Methods() {}

  static Outcome.Method named(String name) {
    Outcome.Method method = METHODS.get(name);
    if (method == null) {
      throw new IllegalStateException("no method " + name);
    }
    return method;
  }

  /** What 3.12.1 says of a field with {@code =} within a format specification. */
  private static Object noConstant(Machine m) {
    throw m.complaints().valueError("field 'value' is required for Constant");
  }

  private static List<Object> list(Object value) {
    List<Object> list = new ArrayList<>();
    if (value instanceof List<?> values) {
      list.addAll(values);
    }
    return list;
  }

  private static Object cons(Object[] parts) {
    List<Object> list = list(parts[1]);
    list.add(0, parts[0]);
    return list;
  }

  private static Object tuple(Machine m, int start, Object[] parts) {
    List<Object> list = parts.length > 1 ? list(parts[1]) : new ArrayList<>();
    list.add(0, parts[0]);
    return m.node(Shape.TUPLE, start, new Object[] {list});
  }

  private static Object join(Object[] parts) {
    List<Object> list = list(parts[0]);
    list.addAll(list(parts[1]));
    return list;
  }

  private static Object dotted(Machine m, int start, Object[] parts) {
    Node place = m.node(Shape.NAME, start, null);
    String text = ((Node) parts[0]).text() + "." + ((Node) parts[1]).text();
    return new Node(
        Shape.NAME, place.line(), place.column(), place.endLine(), place.endColumn(), text, null);
  }

  /** Notices the import that turns {@code !=} into {@code <>}. */
  private static Object future(Machine m, int start, Object[] parts) {
    boolean relative = !list(parts[0]).isEmpty();
    if (!relative && "__future__".equals(((Node) parts[1]).text())) {
      for (Object alias : list(parts[2])) {
        Node name = ((Node) alias).parts().length > 0 ? ((Node) alias).part(0) : null;
        if (name != null && "barry_as_FLUFL".equals(name.text())) {
          m.setBarryAsBdfl();
        }
      }
    }
    return m.node(Shape.STATEMENT, start, null);
  }

  private static Object notEqual(Machine m, Node token) {
    boolean isOld = token.text().equals("<>");
    if (isOld && !m.isBarryAsBdfl()) {
      return null;
    }
    if (m.isBarryAsBdfl() && !isOld) {
      throw m.complaints()
          .last(Diagnostic.Kind.SYNTAX_ERROR, "with Barry as BDFL, use '<>' instead of '!='");
    }
    return token;
  }

  private static Object oldNotEqual(Machine m, Object[] parts) {
    Node less = (Node) parts[0];
    Node greater = (Node) parts[1];
    if (less.line() != greater.line() || less.endColumn() != greater.column()) {
      return null;
    }
    throw m.complaints()
        .range(less, greater, "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
  }

  private static boolean isLegacy(Node node) {
    return node.shape() == Shape.NAME
        && (node.text().equals("print") || node.text().equals("exec"));
  }

  private static Object missingComma(Machine m, Object[] parts) {
    if (isLegacy((Node) parts[0]) || m.bracketsAt(m.mark - 1) == 0) {
      return null;
    }
    throw m.complaints()
        .range((Node) parts[0], (Node) parts[1], "invalid syntax. Perhaps you forgot a comma?");
  }

  private static Object legacyStatement(Machine m, Object[] parts) {
    Node name = (Node) parts[0];
    if (!isLegacy(name)) {
      return null;
    }
    throw m.complaints()
        .range(
            name,
            (Node) parts[1],
            "Missing parentheses in call to '"
                + name.text()
                + "'. Did you mean "
                + name.text()
                + "(...)?");
  }

  /** Arguments by position, then others: a call's node has the first ones and the named ones. */
  private static Object arguments(Machine m, int start, Object[] parts) {
    List<Object> args = list(parts[0]);
    return call(m, start, args, list(parts[1]));
  }

  private static Object keywords(Machine m, int start, Object[] parts) {
    return call(m, start, new ArrayList<>(), list(parts[0]));
  }

  private static Object call(Machine m, int start, List<Object> args, List<Object> others) {
    List<Object> keywords = new ArrayList<>();
    for (Object other : others) {
      boolean starred = ((Node) other).shape() == Shape.STARRED;
      (starred ? args : keywords).add(other);
    }
    return m.node(Shape.CALL, start, new Object[] {args, keywords});
  }

  private static Object bareGenerator(Machine m, Object[] parts) {
    List<Object> args = ((Node) parts[0]).list(0);
    if (args.size() <= 1) {
      return null;
    }
    throw m.complaints()
        .range(
            (Node) args.get(args.size() - 1),
            lastOfClauses(parts[1]),
            "Generator expression must be parenthesized");
  }

  /** The last condition of the last clause, or its iterable. */
  static Node lastOfClauses(Object clauses) {
    List<Object> list = list(clauses);
    Node clause = (Node) list.get(list.size() - 1);
    List<Object> conditions = clause.list(1);
    return conditions.isEmpty() ? clause.part(0) : (Node) conditions.get(conditions.size() - 1);
  }

  private static Object afterKeyword(Machine m, Object[] parts) {
    boolean unpacking = false;
    for (Object keyword : ((Node) parts[0]).list(1)) {
      unpacking |= ((Node) keyword).shape() == Shape.UNPACKED;
    }
    throw m.complaints()
        .last(
            Diagnostic.Kind.SYNTAX_ERROR,
            "positional argument follows keyword argument" + (unpacking ? " unpacking" : ""));
  }
}
