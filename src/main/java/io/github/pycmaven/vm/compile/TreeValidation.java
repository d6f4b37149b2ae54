package io.github.pycmaven.vm.compile;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Node;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import java.util.List;

/**
 * Refuses trees that no source could give, before the compiler meets them.
 *
 * @cpython Python/ast.c
 */
final class TreeValidation {
  private TreeValidation() {}

  static void check(Mod tree) {
    for (NodeShape.Field f : NodeShape.of(tree).fields) {
      value(f.of(tree), f, "", ExprContext.LOAD);
    }
  }

  private static PyRaise wrong(String message) {
    return Exc.valueError(message);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw wrong(message);
    }
  }

  private static void node(Object node, ExprContext context) {
    if (node instanceof Node n) {
      span(n.span());
    }
    NodeShape shape = NodeShape.of(node);
    if (node instanceof Expr e) {
      context(e, context);
      expression(e);
    } else if (node instanceof Stmt s) {
      statement(s);
    } else if (node instanceof Pattern p) {
      pattern(p);
    } else if (node instanceof TypeParam) {
      name((String) shape.fields[0].of(node));
    } else if (node instanceof Arguments a) {
      arguments(a);
    }
    boolean passesOn =
        node instanceof Expr.Starred
            || node instanceof Expr.ListDisplay
            || node instanceof Expr.Tuple;
    for (NodeShape.Field f : shape.fields) {
      if (node instanceof Expr.NamedExpr && f.name.value.equals("target")) {
        continue;
      }
      value(f.of(node), f, shape.name, passesOn ? context : contextOf(shape.name, f.name.value));
    }
  }

  private static ExprContext contextOf(String owner, String field) {
    switch (field) {
      case "target":
      case "optional_vars":
        return ExprContext.STORE;
      case "targets":
        return owner.equals("Delete") ? ExprContext.DEL : ExprContext.STORE;
      case "name":
        return owner.equals("TypeAlias") ? ExprContext.STORE : ExprContext.LOAD;
      default:
        return ExprContext.LOAD;
    }
  }

  private static void value(Object v, NodeShape.Field f, String owner, ExprContext context) {
    if (v instanceof List<?> all) {
      String field = f.name.value;
      boolean needed =
          field.equals("body") && !owner.isEmpty()
              || field.equals("targets")
              || field.equals("items")
              || field.equals("cases")
              || field.equals("names");
      require(!needed || !all.isEmpty(), "empty " + field + " on " + owner);
      for (Object o : all) {
        if (o == null) {
          require(!f.type.equals(Stmt.class), "None disallowed in statement list");
          require(
              !f.type.equals(Expr.class) || field.equals("keys") || field.equals("kw_defaults"),
              "None disallowed in expression list");
        } else if (NodeShape.of(o) != null) {
          node(o, context);
        }
      }
    } else if (v != null && NodeShape.of(v) != null) {
      node(v, context);
    }
  }

  private static void span(Span s) {
    if (s.line() > s.endLine()) {
      throw wrong("AST node line range (" + s.line() + ", " + s.endLine() + ") is not valid");
    }
    if (s.line() < 0 && s.endLine() != s.line() || s.column() < 0 && s.column() != s.endColumn()) {
      throw wrong(
          "AST node column range ("
              + s.column()
              + ", "
              + s.endColumn()
              + ") for line range ("
              + s.line()
              + ", "
              + s.endLine()
              + ") is not valid");
    }
    if (s.line() == s.endLine() && s.column() > s.endColumn()) {
      throw wrong(
          "line "
              + s.line()
              + ", column "
              + s.column()
              + "-"
              + s.endColumn()
              + " is not a valid range");
    }
  }

  private static void name(String name) {
    if (name != null && (name.equals("None") || name.equals("True") || name.equals("False"))) {
      throw wrong("identifier field can't represent '" + name + "' constant");
    }
  }

  private static void capture(String name) {
    require(name == null || !name.equals("_"), "can't capture name '_' in patterns");
    name(name);
  }

  private static void context(Expr e, ExprContext wanted) {
    ExprContext actual =
        e instanceof Expr.Attribute a
            ? a.ctx()
            : e instanceof Expr.Subscript s
                ? s.ctx()
                : e instanceof Expr.Starred t
                    ? t.ctx()
                    : e instanceof Expr.Name n
                        ? n.ctx()
                        : e instanceof Expr.ListDisplay l
                            ? l.ctx()
                            : e instanceof Expr.Tuple t ? t.ctx() : null;
    if (e instanceof Expr.Name n) {
      name(n.id());
    }
    if (actual == null) {
      require(
          wanted == ExprContext.LOAD,
          "expression which can't be assigned to in " + NodeShape.className(wanted) + " context");
    } else if (actual != wanted) {
      throw wrong(
          "expression must have "
              + NodeShape.className(wanted)
              + " context but has "
              + NodeShape.className(actual)
              + " instead");
    }
  }

  private static void expression(Expr e) {
    if (e instanceof Expr.BoolOp b) {
      require(b.values().size() >= 2, "BoolOp with less than 2 values");
    } else if (e instanceof Expr.Dict d) {
      require(
          d.keys().size() == d.values().size(),
          "Dict doesn't have the same number of keys as values");
    } else if (e instanceof Expr.Compare c) {
      require(!c.comparators().isEmpty(), "Compare with no comparators");
      require(
          c.comparators().size() == c.ops().size(),
          "Compare has a different number of comparators and operands");
    } else if (e instanceof Expr.NamedExpr n && !(n.target() instanceof Expr.Name)) {
      throw Exc.typeError("NamedExpr target must be a Name");
    } else if (e instanceof Expr.ListComp c) {
      require(!c.generators().isEmpty(), "comprehension with no generators");
    } else if (e instanceof Expr.SetComp c) {
      require(!c.generators().isEmpty(), "comprehension with no generators");
    } else if (e instanceof Expr.DictComp c) {
      require(!c.generators().isEmpty(), "comprehension with no generators");
    } else if (e instanceof Expr.GeneratorExp c) {
      require(!c.generators().isEmpty(), "comprehension with no generators");
    }
  }

  private static void statement(Stmt s) {
    if (s instanceof Stmt.AnnAssign a && a.simple() && !(a.target() instanceof Expr.Name)) {
      throw Exc.typeError("AnnAssign with simple non-Name target");
    } else if (s instanceof Stmt.TypeAlias a && !(a.name() instanceof Expr.Name)) {
      throw Exc.typeError("TypeAlias with non-Name name");
    } else if (s instanceof Stmt.Raise r) {
      require(r.exc() != null || r.cause() == null, "Raise with cause but no exception");
    } else if (s instanceof Stmt.Try t) {
      handlers("Try", t.handlers(), t.orelse(), t.finalbody(), t.body());
    } else if (s instanceof Stmt.TryStar t) {
      handlers("TryStar", t.handlers(), t.orelse(), t.finalbody(), t.body());
    } else if (s instanceof Stmt.ImportFrom i) {
      require(i.level() >= 0, "Negative ImportFrom level");
    }
  }

  private static void handlers(
      String name, List<?> handlers, List<?> orelse, List<?> last, List<?> body) {
    require(!body.isEmpty(), "empty body on " + name);
    require(
        !handlers.isEmpty() || !last.isEmpty(),
        name + " has neither except handlers nor finalbody");
    require(!handlers.isEmpty() || orelse.isEmpty(), name + " has orelse but no except handlers");
  }

  private static void arguments(Arguments a) {
    require(
        a.defaults().size() <= a.posonlyargs().size() + a.args().size(),
        "more positional defaults than args on arguments");
    require(
        a.kwDefaults().size() == a.kwonlyargs().size(),
        "length of kwonlyargs is not the same as kw_defaults on arguments");
  }

  private static void pattern(Pattern p) {
    if (p instanceof Pattern.MatchValue v) {
      literal(v.value());
    } else if (p instanceof Pattern.MatchSingleton s) {
      require(
          s.value() instanceof Constant.Singleton && s.value() != Constant.Singleton.ELLIPSIS,
          "MatchSingleton can only contain True, False and None");
    } else if (p instanceof Pattern.MatchSequence s) {
      stars(s.patterns(), true);
    } else if (p instanceof Pattern.MatchMapping m) {
      require(
          m.keys().size() == m.patterns().size(),
          "MatchMapping doesn't have the same number of keys as patterns");
      capture(m.rest());
      for (Expr key : m.keys()) {
        if (!(key instanceof Expr.ConstantExpr c
            && c.value() instanceof Constant.Singleton
            && c.value() != Constant.Singleton.ELLIPSIS)) {
          literal(key);
        }
      }
      stars(m.patterns(), false);
    } else if (p instanceof Pattern.MatchClass c) {
      matchClass(c);
    } else if (p instanceof Pattern.MatchStar s) {
      capture(s.name());
    } else if (p instanceof Pattern.MatchAs a) {
      capture(a.name());
      require(
          a.pattern() == null || a.name() != null,
          "MatchAs must specify a target name if a pattern is given");
      if (a.pattern() != null) {
        stars(List.of(a.pattern()), false);
      }
    } else if (p instanceof Pattern.MatchOr o) {
      require(o.patterns().size() >= 2, "MatchOr requires at least 2 patterns");
      stars(o.patterns(), false);
    }
  }

  private static void stars(List<Pattern> patterns, boolean allowed) {
    for (Pattern p : patterns) {
      require(allowed || !(p instanceof Pattern.MatchStar), "can't use MatchStar here");
    }
  }

  private static void matchClass(Pattern.MatchClass c) {
    require(
        c.kwdAttrs().size() == c.kwdPatterns().size(),
        "MatchClass doesn't have the same number of keyword attributes as patterns");
    Expr cls = c.cls();
    while (cls instanceof Expr.Attribute a) {
      cls = a.value();
    }
    require(
        cls instanceof Expr.Name, "MatchClass cls field can only contain Name or Attribute nodes.");
    c.kwdAttrs().forEach(TreeValidation::name);
    stars(c.patterns(), false);
    stars(c.kwdPatterns(), false);
  }

  private static void literal(Expr e) {
    if (e instanceof Expr.ConstantExpr c) {
      require(
          !(c.value() instanceof Constant.Singleton
              || c.value() instanceof Constant.Tuple
              || c.value() instanceof Constant.FrozenSet),
          "unexpected constant inside of a literal pattern");
      return;
    }
    boolean good =
        e instanceof Expr.Attribute
            || e instanceof Expr.JoinedStr
            || e instanceof Expr.TemplateStr
            || isNegative(e, true)
            || e instanceof Expr.BinOp b
                && (b.op() == BinaryOperator.ADD || b.op() == BinaryOperator.SUB)
                && (isNumber(b.left(), true, false) || isNegative(b.left(), false))
                && isNumber(b.right(), false, true);
    require(good, "patterns may only match literals and attribute lookups");
  }

  private static boolean isNegative(Expr e, boolean imaginary) {
    return e instanceof Expr.UnaryOp u
        && u.op() == UnaryOperator.U_SUB
        && isNumber(u.operand(), true, imaginary);
  }

  private static boolean isNumber(Expr e, boolean real, boolean imaginary) {
    return e instanceof Expr.ConstantExpr c
        && (real
                && (c.value() instanceof Constant.Int
                    || c.value() instanceof Constant.BigInt
                    || c.value() instanceof Constant.Float)
            || imaginary && c.value() instanceof Constant.Complex);
  }
}
