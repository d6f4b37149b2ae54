package io.github.pycmaven.compiler.ast;

/** Writes type parameters. */
final class TypeParamDumper implements TypeParam.Visitor<Void> {
  private final DumpWriter out;

  TypeParamDumper(DumpWriter out) {
    this.out = out;
  }

  @Override
  public Void visitTypeVar(TypeParam.TypeVar node) {
    out.open("TypeVar")
        .name("name", node.name())
        .node("bound", node.bound())
        .node("default_value", node.defaultValue())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitParamSpec(TypeParam.ParamSpec node) {
    out.open("ParamSpec")
        .name("name", node.name())
        .node("default_value", node.defaultValue())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitTypeVarTuple(TypeParam.TypeVarTuple node) {
    out.open("TypeVarTuple")
        .name("name", node.name())
        .node("default_value", node.defaultValue())
        .close(node.span());
    return null;
  }
}
