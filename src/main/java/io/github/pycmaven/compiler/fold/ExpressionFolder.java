package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Rewrites expressions.
 *
 * @cpython Python/ast_preprocess.c:astfold_expr
 */
final class ExpressionFolder implements Expr.Visitor<Expr> {
  private final AstPreprocessor p;

  ExpressionFolder(AstPreprocessor preprocessor) {
    p = preprocessor;
  }

  private List<Comprehension> comprehensions(List<Comprehension> all) {
    return AstPreprocessor.map(
        all,
        new UnaryOperator<>() {
          @Override
          public Comprehension apply(Comprehension c) {
            Expr target = p.expression(c.target());
            Expr iter = p.iterated(p.expression(c.iter()));
            List<Expr> ifs = p.expressions(c.ifs());
            return target == c.target() && iter == c.iter() && ifs == c.ifs()
                ? c
                : new Comprehension(target, iter, ifs, c.isAsync());
          }
        });
  }

  List<Keyword> keywords(List<Keyword> all) {
    return AstPreprocessor.map(
        all,
        new UnaryOperator<>() {
          @Override
          public Keyword apply(Keyword k) {
            Expr value = p.expression(k.value());
            return value == k.value() ? k : new Keyword(k.arg(), value, k.span());
          }
        });
  }

  Arguments arguments(Arguments a) {
    UnaryOperator<Arg> onArgument =
        new UnaryOperator<>() {
          @Override
          public Arg apply(Arg one) {
            return arg(one);
          }
        };
    List<Arg> posonly = AstPreprocessor.map(a.posonlyargs(), onArgument);
    List<Arg> args = AstPreprocessor.map(a.args(), onArgument);
    Arg vararg = arg(a.vararg());
    List<Arg> kwonly = AstPreprocessor.map(a.kwonlyargs(), onArgument);
    List<Expr> kwDefaults = p.expressions(a.kwDefaults());
    Arg kwarg = arg(a.kwarg());
    List<Expr> defaults = p.expressions(a.defaults());
    boolean same =
        posonly == a.posonlyargs()
            && args == a.args()
            && vararg == a.vararg()
            && kwonly == a.kwonlyargs()
            && kwDefaults == a.kwDefaults()
            && kwarg == a.kwarg()
            && defaults == a.defaults();
    return same ? a : new Arguments(posonly, args, vararg, kwonly, kwDefaults, kwarg, defaults);
  }

  private Arg arg(Arg a) {
    if (a == null || p.keepAnnotations) {
      return a;
    }
    Expr annotation = p.expression(a.annotation());
    return annotation == a.annotation() ? a : new Arg(a.arg(), annotation, a.span());
  }

  @Override
  public Expr visitBoolOp(Expr.BoolOp e) {
    List<Expr> values = p.expressions(e.values());
    return values == e.values() ? e : new Expr.BoolOp(e.op(), values, e.span());
  }

  @Override
  public Expr visitNamedExpr(Expr.NamedExpr e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.NamedExpr(e.target(), value, e.span());
  }

  @Override
  public Expr visitBinOp(Expr.BinOp e) {
    Expr left = p.expression(e.left());
    Expr right = p.expression(e.right());
    if (e.op() == BinaryOperator.MOD
        && left instanceof Expr.ConstantExpr format
        && format.value() instanceof Constant.Str text
        && right instanceof Expr.Tuple values) {
      Expr joined = FormatFolder.fold(text, values.elts(), e.span());
      if (joined != null) {
        return joined;
      }
    }
    Expr.BinOp same =
        left == e.left() && right == e.right() ? e : new Expr.BinOp(left, e.op(), right, e.span());
    return p.constants == null ? same : p.constants.binary(same);
  }

  @Override
  public Expr visitUnaryOp(Expr.UnaryOp e) {
    Expr operand = p.expression(e.operand());
    Expr.UnaryOp same = operand == e.operand() ? e : new Expr.UnaryOp(e.op(), operand, e.span());
    return p.constants == null ? same : p.constants.unary(same);
  }

  /** A lambda's own node is the key of its scope, which is made later: it may be replaced. */
  @Override
  public Expr visitLambda(Expr.Lambda e) {
    Arguments args = arguments(e.args());
    Expr body = p.expression(e.body());
    return args == e.args() && body == e.body() ? e : new Expr.Lambda(args, body, e.span());
  }

  @Override
  public Expr visitIfExp(Expr.IfExp e) {
    Expr test = p.expression(e.test());
    Expr body = p.expression(e.body());
    Expr orelse = p.expression(e.orelse());
    return test == e.test() && body == e.body() && orelse == e.orelse()
        ? e
        : new Expr.IfExp(test, body, orelse, e.span());
  }

  @Override
  public Expr visitDict(Expr.Dict e) {
    List<Expr> keys = p.expressions(e.keys());
    List<Expr> values = p.expressions(e.values());
    return keys == e.keys() && values == e.values() ? e : new Expr.Dict(keys, values, e.span());
  }

  @Override
  public Expr visitSetDisplay(Expr.SetDisplay e) {
    List<Expr> elts = p.expressions(e.elts());
    return elts == e.elts() ? e : new Expr.SetDisplay(elts, e.span());
  }

  @Override
  public Expr visitListComp(Expr.ListComp e) {
    Expr elt = p.expression(e.elt());
    List<Comprehension> generators = comprehensions(e.generators());
    return elt == e.elt() && generators == e.generators()
        ? e
        : new Expr.ListComp(elt, generators, e.span());
  }

  @Override
  public Expr visitSetComp(Expr.SetComp e) {
    Expr elt = p.expression(e.elt());
    List<Comprehension> generators = comprehensions(e.generators());
    return elt == e.elt() && generators == e.generators()
        ? e
        : new Expr.SetComp(elt, generators, e.span());
  }

  @Override
  public Expr visitDictComp(Expr.DictComp e) {
    Expr key = p.expression(e.key());
    Expr value = p.expression(e.value());
    List<Comprehension> generators = comprehensions(e.generators());
    return key == e.key() && value == e.value() && generators == e.generators()
        ? e
        : new Expr.DictComp(key, value, generators, e.span());
  }

  @Override
  public Expr visitGeneratorExp(Expr.GeneratorExp e) {
    Expr elt = p.expression(e.elt());
    List<Comprehension> generators = comprehensions(e.generators());
    return elt == e.elt() && generators == e.generators()
        ? e
        : new Expr.GeneratorExp(elt, generators, e.span());
  }

  @Override
  public Expr visitAwait(Expr.Await e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.Await(value, e.span());
  }

  @Override
  public Expr visitYield(Expr.Yield e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.Yield(value, e.span());
  }

  @Override
  public Expr visitYieldFrom(Expr.YieldFrom e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.YieldFrom(value, e.span());
  }

  @Override
  public Expr visitCompare(Expr.Compare e) {
    Expr left = p.expression(e.left());
    List<Expr> comparators = p.expressions(e.comparators());
    if (p.constants != null) {
      comparators = p.constants.searched(e.ops(), comparators);
    }
    return left == e.left() && comparators == e.comparators()
        ? e
        : new Expr.Compare(left, e.ops(), comparators, e.span());
  }

  @Override
  public Expr visitCall(Expr.Call e) {
    Expr func = p.expression(e.func());
    List<Expr> args = p.expressions(e.args());
    List<Keyword> keywords = keywords(e.keywords());
    return func == e.func() && args == e.args() && keywords == e.keywords()
        ? e
        : new Expr.Call(func, args, keywords, e.span());
  }

  @Override
  public Expr visitFormattedValue(Expr.FormattedValue e) {
    Expr value = p.expression(e.value());
    Expr spec = p.expression(e.formatSpec());
    return value == e.value() && spec == e.formatSpec()
        ? e
        : new Expr.FormattedValue(value, e.conversion(), spec, e.span());
  }

  @Override
  public Expr visitInterpolation(Expr.Interpolation e) {
    Expr value = p.expression(e.value());
    Expr spec = p.expression(e.formatSpec());
    return value == e.value() && spec == e.formatSpec()
        ? e
        : new Expr.Interpolation(value, e.str(), e.conversion(), spec, e.span());
  }

  @Override
  public Expr visitJoinedStr(Expr.JoinedStr e) {
    List<Expr> values = p.expressions(e.values());
    return values == e.values() ? e : new Expr.JoinedStr(values, e.span());
  }

  @Override
  public Expr visitTemplateStr(Expr.TemplateStr e) {
    List<Expr> values = p.expressions(e.values());
    return values == e.values() ? e : new Expr.TemplateStr(values, e.span());
  }

  @Override
  public Expr visitConstantExpr(Expr.ConstantExpr e) {
    return e;
  }

  @Override
  public Expr visitAttribute(Expr.Attribute e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.Attribute(value, e.attr(), e.ctx(), e.span());
  }

  @Override
  public Expr visitSubscript(Expr.Subscript e) {
    Expr value = p.expression(e.value());
    Expr slice = p.expression(e.slice());
    Expr.Subscript same =
        value == e.value() && slice == e.slice()
            ? e
            : new Expr.Subscript(value, slice, e.ctx(), e.span());
    return p.constants == null ? same : p.constants.subscript(same);
  }

  @Override
  public Expr visitStarred(Expr.Starred e) {
    Expr value = p.expression(e.value());
    return value == e.value() ? e : new Expr.Starred(value, e.ctx(), e.span());
  }

  @Override
  public Expr visitName(Expr.Name e) {
    return e.ctx() == ExprContext.LOAD && e.id().equals("__debug__")
        ? new Expr.ConstantExpr(Constant.Singleton.of(p.optimize == 0), null, e.span())
        : e;
  }

  @Override
  public Expr visitListDisplay(Expr.ListDisplay e) {
    List<Expr> elts = p.expressions(e.elts());
    return elts == e.elts() ? e : new Expr.ListDisplay(elts, e.ctx(), e.span());
  }

  @Override
  public Expr visitTuple(Expr.Tuple e) {
    List<Expr> elts = p.expressions(e.elts());
    Expr.Tuple same = elts == e.elts() ? e : new Expr.Tuple(elts, e.ctx(), e.span());
    return p.constants == null ? same : p.constants.tuple(same);
  }

  @Override
  public Expr visitSlice(Expr.Slice e) {
    Expr lower = p.expression(e.lower());
    Expr upper = p.expression(e.upper());
    Expr step = p.expression(e.step());
    return lower == e.lower() && upper == e.upper() && step == e.step()
        ? e
        : new Expr.Slice(lower, upper, step, e.span());
  }
}
