package io.github.pycmaven.compiler.fold;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.UnaryOperator;
import java.math.BigInteger;
import java.util.List;

/**
 * Makes constants of the signed and complex numbers in patterns.
 *
 * @cpython Python/ast_preprocess.c:astfold_pattern
 */
final class PatternFolder implements Pattern.Visitor<Pattern> {
  private final AstPreprocessor p;

  PatternFolder(AstPreprocessor preprocessor) {
    p = preprocessor;
  }

  Pattern fold(Pattern pattern) {
    return pattern == null ? null : pattern.accept(this);
  }

  private List<Pattern> foldAll(List<Pattern> patterns) {
    return AstPreprocessor.map(patterns, this::fold);
  }

  /** A value that is compared: where the whole tree is folded, as any other expression. */
  private Expr value(Expr e) {
    return p.constants == null ? number(e) : p.expression(e);
  }

  private static Expr number(Expr e) {
    if (e instanceof Expr.UnaryOp unary
        && unary.op() == UnaryOperator.U_SUB
        && unary.operand() instanceof Expr.ConstantExpr operand) {
      return constant(negative(operand.value()), e);
    }
    if (e instanceof Expr.BinOp binary
        && (binary.op() == BinaryOperator.ADD || binary.op() == BinaryOperator.SUB)
        && binary.right() instanceof Expr.ConstantExpr right
        && right.value() instanceof Constant.Complex imaginary
        && number(binary.left()) instanceof Expr.ConstantExpr left) {
      double sign = binary.op() == BinaryOperator.ADD ? 1 : -1;
      return constant(complex(left.value(), imaginary, sign), e);
    }
    return e;
  }

  private static Expr constant(Constant value, Expr e) {
    return new Expr.ConstantExpr(value, null, e.span());
  }

  private static Constant negative(Constant value) {
    if (value instanceof Constant.Int number) {
      return integer(BigInteger.valueOf(number.value()).negate());
    } else if (value instanceof Constant.BigInt number) {
      return integer(number.value().negate());
    } else if (value instanceof Constant.Float number) {
      return new Constant.Float(-number.value());
    }
    Constant.Complex number = (Constant.Complex) value;
    return new Constant.Complex(-number.real(), -number.imaginary());
  }

  private static Constant integer(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? new Constant.Int(value.longValue())
        : new Constant.BigInt(value);
  }

  /** A real and an imaginary number; mixed arithmetic leaves the sign of a zero as it is. */
  private static Constant complex(Constant left, Constant.Complex right, double sign) {
    double real;
    if (left instanceof Constant.Int number) {
      real = number.value();
    } else if (left instanceof Constant.BigInt number) {
      real = number.value().doubleValue();
    } else {
      real = ((Constant.Float) left).value();
    }
    return new Constant.Complex(real + sign * right.real(), sign * right.imaginary());
  }

  @Override
  public Pattern visitMatchValue(Pattern.MatchValue node) {
    Expr value = value(node.value());
    return value == node.value() ? node : new Pattern.MatchValue(value, node.span());
  }

  @Override
  public Pattern visitMatchSingleton(Pattern.MatchSingleton node) {
    return node;
  }

  @Override
  public Pattern visitMatchSequence(Pattern.MatchSequence node) {
    List<Pattern> patterns = foldAll(node.patterns());
    return patterns == node.patterns() ? node : new Pattern.MatchSequence(patterns, node.span());
  }

  @Override
  public Pattern visitMatchMapping(Pattern.MatchMapping node) {
    List<Expr> keys = AstPreprocessor.map(node.keys(), this::value);
    List<Pattern> patterns = foldAll(node.patterns());
    return keys == node.keys() && patterns == node.patterns()
        ? node
        : new Pattern.MatchMapping(keys, patterns, node.rest(), node.span());
  }

  @Override
  public Pattern visitMatchClass(Pattern.MatchClass node) {
    Expr cls = p.expression(node.cls());
    List<Pattern> patterns = foldAll(node.patterns());
    List<Pattern> keywords = foldAll(node.kwdPatterns());
    return cls == node.cls() && patterns == node.patterns() && keywords == node.kwdPatterns()
        ? node
        : new Pattern.MatchClass(cls, patterns, node.kwdAttrs(), keywords, node.span());
  }

  @Override
  public Pattern visitMatchStar(Pattern.MatchStar node) {
    return node;
  }

  @Override
  public Pattern visitMatchAs(Pattern.MatchAs node) {
    Pattern inner = fold(node.pattern());
    return inner == node.pattern() ? node : new Pattern.MatchAs(inner, node.name(), node.span());
  }

  @Override
  public Pattern visitMatchOr(Pattern.MatchOr node) {
    List<Pattern> patterns = foldAll(node.patterns());
    return patterns == node.patterns() ? node : new Pattern.MatchOr(patterns, node.span());
  }
}
