package io.github.pycmaven.compiler.ast;

/** Writes expressions. */
final class ExprDumper implements Expr.Visitor<Void> {
  private final DumpWriter out;

  ExprDumper(DumpWriter out) {
    this.out = out;
  }

  @Override
  public Void visitBoolOp(Expr.BoolOp node) {
    out.open("BoolOp").operator("op", node.op()).nodes("values", node.values()).close(node.span());
    return null;
  }

  @Override
  public Void visitNamedExpr(Expr.NamedExpr node) {
    out.open("NamedExpr")
        .node("target", node.target())
        .node("value", node.value())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitBinOp(Expr.BinOp node) {
    out.open("BinOp")
        .node("left", node.left())
        .operator("op", node.op())
        .node("right", node.right())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitUnaryOp(Expr.UnaryOp node) {
    out.open("UnaryOp")
        .operator("op", node.op())
        .node("operand", node.operand())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitLambda(Expr.Lambda node) {
    out.open("Lambda").arguments("args", node.args()).node("body", node.body()).close(node.span());
    return null;
  }

  @Override
  public Void visitIfExp(Expr.IfExp node) {
    out.open("IfExp")
        .node("test", node.test())
        .node("body", node.body())
        .node("orelse", node.orelse())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitDict(Expr.Dict node) {
    out.open("Dict").nodes("keys", node.keys()).nodes("values", node.values()).close(node.span());
    return null;
  }

  @Override
  public Void visitSetDisplay(Expr.SetDisplay node) {
    out.open("Set").nodes("elts", node.elts()).close(node.span());
    return null;
  }

  @Override
  public Void visitListComp(Expr.ListComp node) {
    out.open("ListComp")
        .node("elt", node.elt())
        .nodes("generators", node.generators())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitSetComp(Expr.SetComp node) {
    out.open("SetComp")
        .node("elt", node.elt())
        .nodes("generators", node.generators())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitDictComp(Expr.DictComp node) {
    out.open("DictComp")
        .node("key", node.key())
        .node("value", node.value())
        .nodes("generators", node.generators())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitGeneratorExp(Expr.GeneratorExp node) {
    out.open("GeneratorExp")
        .node("elt", node.elt())
        .nodes("generators", node.generators())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAwait(Expr.Await node) {
    out.open("Await").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitYield(Expr.Yield node) {
    out.open("Yield").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitYieldFrom(Expr.YieldFrom node) {
    out.open("YieldFrom").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitCompare(Expr.Compare node) {
    out.open("Compare")
        .node("left", node.left())
        .operators("ops", node.ops())
        .nodes("comparators", node.comparators())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitCall(Expr.Call node) {
    out.open("Call")
        .node("func", node.func())
        .nodes("args", node.args())
        .nodes("keywords", node.keywords())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitFormattedValue(Expr.FormattedValue node) {
    out.open("FormattedValue")
        .node("value", node.value())
        .number("conversion", node.conversion())
        .node("format_spec", node.formatSpec())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitInterpolation(Expr.Interpolation node) {
    out.open("Interpolation")
        .node("value", node.value())
        .constant("str", node.str())
        .number("conversion", node.conversion())
        .node("format_spec", node.formatSpec())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitJoinedStr(Expr.JoinedStr node) {
    out.open("JoinedStr").nodes("values", node.values()).close(node.span());
    return null;
  }

  @Override
  public Void visitTemplateStr(Expr.TemplateStr node) {
    out.open("TemplateStr").nodes("values", node.values()).close(node.span());
    return null;
  }

  @Override
  public Void visitConstantExpr(Expr.ConstantExpr node) {
    out.open("Constant")
        .constant("value", node.value())
        .name("kind", node.kind())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAttribute(Expr.Attribute node) {
    out.open("Attribute")
        .node("value", node.value())
        .name("attr", node.attr())
        .context("ctx", node.ctx())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitSubscript(Expr.Subscript node) {
    out.open("Subscript")
        .node("value", node.value())
        .node("slice", node.slice())
        .context("ctx", node.ctx())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitStarred(Expr.Starred node) {
    out.open("Starred").node("value", node.value()).context("ctx", node.ctx()).close(node.span());
    return null;
  }

  @Override
  public Void visitName(Expr.Name node) {
    out.open("Name").name("id", node.id()).context("ctx", node.ctx()).close(node.span());
    return null;
  }

  @Override
  public Void visitListDisplay(Expr.ListDisplay node) {
    out.open("List").nodes("elts", node.elts()).context("ctx", node.ctx()).close(node.span());
    return null;
  }

  @Override
  public Void visitTuple(Expr.Tuple node) {
    out.open("Tuple").nodes("elts", node.elts()).context("ctx", node.ctx()).close(node.span());
    return null;
  }

  @Override
  public Void visitSlice(Expr.Slice node) {
    out.open("Slice")
        .node("lower", node.lower())
        .node("upper", node.upper())
        .node("step", node.step())
        .close(node.span());
    return null;
  }
}
