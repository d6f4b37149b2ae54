package io.github.pycmaven.compiler.parser.invalid;

/**
 * Finds what in an expression cannot be assigned to or deleted.
 *
 * @cpython Parser/action_helpers.c:_PyPegen_get_invalid_target
 */
final class Targets {
  private Targets() {}

  /** The first part that is no target, or null. */
  static Node invalid(Node node, String kind) {
    switch (node.shape()) {
      case LIST:
      case TUPLE:
        for (Object element : node.list(0)) {
          Node wrong = invalid((Node) element, kind);
          if (wrong != null) {
            return wrong;
          }
        }
        return null;
      case STARRED:
        return kind.equals("target del") ? node : invalid(node.part(0), kind);
      case COMPARE:
        if (!kind.equals("target for")) {
          return node;
        }
        // "a in b" after "for" has been read as a comparison.
        Object first = node.list(1).get(0);
        boolean isIn = first instanceof Node pair && pair.shape() == Shape.IN;
        return isIn ? invalid(node.part(0), kind) : null;
      case NAME:
      case SUBSCRIPT:
      case ATTRIBUTE:
        return null;
      default:
        return node;
    }
  }
}
