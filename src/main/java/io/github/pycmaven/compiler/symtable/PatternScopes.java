package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * The names that the patterns of {@code match} bind and use.
 *
 * @cpython Python/symtable.c:symtable_visit_pattern
 */
final class PatternScopes implements Pattern.Visitor<Void> {
  private final SymtableBuilder builder;

  PatternScopes(SymtableBuilder builder) {
    this.builder = builder;
  }

  void visit(Pattern pattern) {
    builder.enterNode(pattern.span());
    pattern.accept(this);
    builder.leaveNode();
  }

  private void visit(List<Pattern> patterns) {
    for (Pattern pattern : patterns) {
      visit(pattern);
    }
  }

  private void bind(String name, Span span) {
    if (name != null) {
      builder.define(name, Symbol.LOCAL, span);
    }
  }

  @Override
  public Void visitMatchValue(Pattern.MatchValue node) {
    builder.expressions.visit(node.value());
    return null;
  }

  @Override
  public Void visitMatchSingleton(Pattern.MatchSingleton node) {
    return null;
  }

  @Override
  public Void visitMatchSequence(Pattern.MatchSequence node) {
    visit(node.patterns());
    return null;
  }

  @Override
  public Void visitMatchMapping(Pattern.MatchMapping node) {
    for (Expr key : node.keys()) {
      builder.expressions.visit(key);
    }
    visit(node.patterns());
    bind(node.rest(), node.span());
    return null;
  }

  @Override
  public Void visitMatchClass(Pattern.MatchClass node) {
    builder.expressions.visit(node.cls());
    visit(node.patterns());
    for (int i = 0; i < node.kwdAttrs().size(); i++) {
      builder.checkName(
          node.kwdAttrs().get(i), node.kwdPatterns().get(i).span(), ExprContext.STORE);
    }
    visit(node.kwdPatterns());
    return null;
  }

  @Override
  public Void visitMatchStar(Pattern.MatchStar node) {
    bind(node.name(), node.span());
    return null;
  }

  @Override
  public Void visitMatchAs(Pattern.MatchAs node) {
    if (node.pattern() != null) {
      visit(node.pattern());
    }
    bind(node.name(), node.span());
    return null;
  }

  @Override
  public Void visitMatchOr(Pattern.MatchOr node) {
    visit(node.patterns());
    return null;
  }
}
