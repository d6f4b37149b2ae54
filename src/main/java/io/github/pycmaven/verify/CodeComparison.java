package io.github.pycmaven.verify;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import java.util.List;

/**
 * Compares code objects field by field, with types and signs of constants; identity plays no part.
 * Code objects are walked with the depth of the source's nesting.
 */
final class CodeComparison {
  /** What is different. */
  enum Difference {
    NONE,
    LINE_TABLES,
    CODE
  }

  private boolean lineTables;
  private String first;

  private CodeComparison() {}

  /**
   * The result.
   *
   * @param difference the worst difference
   * @param where the first place of that kind, for people; null if there is none
   */
  record Result(Difference difference, String where) {}

  static Result compare(CodeObject expected, CodeObject found) {
    CodeComparison comparison = new CodeComparison();
    if (!comparison.code(expected, found)) {
      return new Result(Difference.CODE, comparison.first);
    }
    return comparison.lineTables
        ? new Result(Difference.LINE_TABLES, comparison.first)
        : new Result(Difference.NONE, null);
  }

  private boolean code(CodeObject a, CodeObject b) {
    String name = a.qualname().value();
    boolean same =
        check(a.argCount() == b.argCount(), name, "argument count")
            && check(a.posOnlyArgCount() == b.posOnlyArgCount(), name, "positional-only count")
            && check(a.kwOnlyArgCount() == b.kwOnlyArgCount(), name, "keyword-only count")
            && check(a.stackSize() == b.stackSize(), name, "stack size")
            && check(a.flags() == b.flags(), name, "flags")
            && check(a.code().equals(b.code()), name, "instructions")
            && check(a.firstLine() == b.firstLine(), name, "first line")
            && check(a.exceptionTable().equals(b.exceptionTable()), name, "exception table")
            && check(a.localsPlusKinds().equals(b.localsPlusKinds()), name, "kinds of locals")
            && check(same(a.localsPlusNames(), b.localsPlusNames()), name, "locals")
            && check(same(a.names(), b.names()), name, "names")
            && check(same(a.name(), b.name()), name, "name")
            && check(same(a.qualname(), b.qualname()), name, "qualified name")
            && check(same(a.filename(), b.filename()), name, "file name");
    if (!same) {
      return false;
    }
    if (!a.lineTable().equals(b.lineTable())) {
      if (!lineTables) {
        first = "line table of " + name;
      }
      lineTables = true;
    }
    return constants(a.consts().elements(), b.consts().elements(), name);
  }

  private boolean constants(List<Constant> a, List<Constant> b, String name) {
    if (!check(a.size() == b.size(), name, "number of constants")) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) instanceof Constant.Code x && b.get(i) instanceof Constant.Code y) {
        if (!code(x.code(), y.code())) {
          return false;
        }
      } else if (!check(same(a.get(i), b.get(i)), name, "constant " + i)) {
        return false;
      }
    }
    return true;
  }

  private boolean check(boolean same, String name, String what) {
    if (!same) {
      first = what + " of " + name;
    }
    return same;
  }

  private static boolean same(Constant a, Constant b) {
    if (a instanceof Constant.Tuple x && b instanceof Constant.Tuple y) {
      return same(x.elements(), y.elements());
    } else if (a instanceof Constant.FrozenSet x && b instanceof Constant.FrozenSet y) {
      return x.elements().size() == y.elements().size() && containsAll(x.elements(), y.elements());
    } else if (a instanceof Constant.Slice x && b instanceof Constant.Slice y) {
      return same(x.start(), y.start()) && same(x.stop(), y.stop()) && same(x.step(), y.step());
    } else if (a instanceof Constant.Str x && b instanceof Constant.Str y) {
      return java.util.Arrays.equals(x.toCodePoints(), y.toCodePoints());
    }
    return a.equals(b);
  }

  private static boolean same(List<Constant> a, List<Constant> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = same(a.get(i), b.get(i));
    }
    return same;
  }

  /** The order of a set's elements says nothing. */
  private static boolean containsAll(List<Constant> a, List<Constant> b) {
    for (Constant x : a) {
      boolean found = false;
      for (Constant y : b) {
        found |= same(x, y);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
