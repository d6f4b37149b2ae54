package io.github.pycmaven.compiler.ast;

/** Which characters Python's {@code repr} shows as they are. */
final class Printable {
  private Printable() {}

  static boolean test(int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL: case Character.FORMAT: case Character.SURROGATE: case Character.PRIVATE_USE:
      case Character.UNASSIGNED: case Character.LINE_SEPARATOR: case Character.PARAGRAPH_SEPARATOR: case Character.SPACE_SEPARATOR: return false;
      default: return true;
    }
  }
}
