package io.github.pycmaven.compiler.ast;

/** Writes patterns. */
final class PatternDumper implements Pattern.Visitor<Void> {
  private final DumpWriter out;

  PatternDumper(DumpWriter out) {
    this.out = out;
  }

  @Override
  public Void visitMatchValue(Pattern.MatchValue node) {
    out.open("MatchValue").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitMatchSingleton(Pattern.MatchSingleton node) {
    out.open("MatchSingleton").constant("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitMatchSequence(Pattern.MatchSequence node) {
    out.open("MatchSequence").nodes("patterns", node.patterns()).close(node.span());
    return null;
  }

  @Override
  public Void visitMatchMapping(Pattern.MatchMapping node) {
    out.open("MatchMapping")
        .nodes("keys", node.keys())
        .nodes("patterns", node.patterns())
        .name("rest", node.rest())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitMatchClass(Pattern.MatchClass node) {
    out.open("MatchClass")
        .node("cls", node.cls())
        .nodes("patterns", node.patterns())
        .names("kwd_attrs", node.kwdAttrs())
        .nodes("kwd_patterns", node.kwdPatterns())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitMatchStar(Pattern.MatchStar node) {
    out.open("MatchStar").name("name", node.name()).close(node.span());
    return null;
  }

  @Override
  public Void visitMatchAs(Pattern.MatchAs node) {
    out.open("MatchAs")
        .node("pattern", node.pattern())
        .name("name", node.name())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitMatchOr(Pattern.MatchOr node) {
    out.open("MatchOr").nodes("patterns", node.patterns()).close(node.span());
    return null;
  }
}
