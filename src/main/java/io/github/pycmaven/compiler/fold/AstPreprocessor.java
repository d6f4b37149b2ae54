package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.compiler.ast.Docstrings;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.diagnostic.WarningSink;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rewrites a tree before its names are analysed.
 *
 * @cpython Python/ast_preprocess.c
 */
public final class AstPreprocessor {
  final ExpressionFolder expressions;
  final StatementFolder statements;
  final int optimize;
  final boolean keepAnnotations;
  final Target target;

  /** Computes operations on constants; null where that is done later. */
  final ConstantFolder constants;

  private AstPreprocessor(
      int optimize, boolean keepAnnotations, Target target, WarningSink warnings) {
    this.target = target;
    this.constants = target.has(Feature.FOLDED_TREES) ? new ConstantFolder() : null;
    this.optimize = optimize;
    this.keepAnnotations = keepAnnotations;
    this.expressions = new ExpressionFolder(this);
    this.statements = new StatementFolder(this, warnings);
  }

  /**
   * The rewritten tree.
   *
   * @param optimize the optimisation level, 0 to 2
   * @param textAnnotations whether annotations become strings, and so must stay as written
   * @param target the CPython that the tree is for
   * @param warnings receives a warning for each jump out of {@code finally}
   */
  public static Mod process(
      Mod mod, int optimize, boolean textAnnotations, Target target, WarningSink warnings) {
    AstPreprocessor p = new AstPreprocessor(optimize, textAnnotations, target, warnings);
    if (mod instanceof Mod.Module module) {
      List<Stmt> body = p.body(module.body());
      return body == module.body() ? mod : new Mod.Module(body);
    } else if (mod instanceof Mod.Interactive interactive) {
      List<Stmt> body = p.statements(interactive.body());
      return body == interactive.body() ? mod : new Mod.Interactive(body);
    } else if (mod instanceof Mod.Expression expression) {
      return new Mod.Expression(p.expression(expression.body()));
    }
    return mod;
  }

  // No lambdas here: the first ones cost a cold start many milliseconds.
  private final UnaryOperator<Expr> onExpression =
      new UnaryOperator<>() {
        @Override
        public Expr apply(Expr e) {
          return expression(e);
        }
      };

  private final UnaryOperator<Stmt> onStatement =
      new UnaryOperator<>() {
        @Override
        public Stmt apply(Stmt s) {
          return s.accept(statements);
        }
      };

  Expr expression(Expr e) {
    return e == null ? null : e.accept(expressions);
  }

  List<Expr> expressions(List<Expr> all) {
    return map(all, onExpression);
  }

  List<Stmt> statements(List<Stmt> all) {
    return map(all, onStatement);
  }

  /** A body that may start with a docstring. */
  List<Stmt> body(List<Stmt> body) {
    boolean docstring = Docstrings.startsWithOne(body);
    List<Stmt> rest = body;
    if (docstring && optimize >= 2 && target.has(Feature.DOCSTRINGS_DROPPED_EARLY)) {
      rest = withoutFirst(body);
      docstring = false;
    }
    List<Stmt> folded = statements(rest);
    if (!docstring && Docstrings.startsWithOne(folded)) {
      // A string that comes first only now is no docstring; as an f-string it can't be mistaken.
      Stmt.ExprStmt first = (Stmt.ExprStmt) folded.get(0);
      List<Stmt> changed = new ArrayList<>(folded);
      Expr joined = new Expr.JoinedStr(List.of(first.value()), first.span());
      changed.set(0, new Stmt.ExprStmt(joined, first.span()));
      return changed;
    }
    return folded;
  }

  private static List<Stmt> withoutFirst(List<Stmt> body) {
    if (body.size() > 1) {
      return body.subList(1, body.size());
    }
    // A body is never empty: "pass", four characters long, takes the place.
    Span span = body.get(0).span();
    return List.of(
        new Stmt.Pass(new Span(span.line(), span.column(), span.line(), span.column() + 4)));
  }

  /** What is iterated over or searched: a display becomes a tuple or a frozenset. */
  Expr iterated(Expr e) {
    return constants == null ? e : constants.iterated(e);
  }

  /** The list with each element mapped; the same list if all elements stay the same. */
  static <T> List<T> map(List<T> list, UnaryOperator<T> mapping) {
    List<T> changed = null;
    for (int i = 0; i < list.size(); i++) {
      T old = list.get(i);
      T mapped = old == null ? null : mapping.apply(old);
      if (mapped != old && changed == null) {
        changed = new ArrayList<>(list);
      }
      if (changed != null) {
        changed.set(i, mapped);
      }
    }
    return changed == null ? list : changed;
  }
}
