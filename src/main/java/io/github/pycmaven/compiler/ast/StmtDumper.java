package io.github.pycmaven.compiler.ast;

/** Writes statements. */
final class StmtDumper implements Stmt.Visitor<Void> {
  private final DumpWriter out;

  StmtDumper(DumpWriter out) {
    this.out = out;
  }

  @Override
  public Void visitFunctionDef(Stmt.FunctionDef node) {
    out.open("FunctionDef")
        .name("name", node.name())
        .arguments("args", node.args())
        .nodes("body", node.body())
        .nodes("decorator_list", node.decoratorList())
        .node("returns", node.returns())
        .nodes("type_params", node.typeParams())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAsyncFunctionDef(Stmt.AsyncFunctionDef node) {
    out.open("AsyncFunctionDef")
        .name("name", node.name())
        .arguments("args", node.args())
        .nodes("body", node.body())
        .nodes("decorator_list", node.decoratorList())
        .node("returns", node.returns())
        .nodes("type_params", node.typeParams())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitClassDef(Stmt.ClassDef node) {
    out.open("ClassDef")
        .name("name", node.name())
        .nodes("bases", node.bases())
        .nodes("keywords", node.keywords())
        .nodes("body", node.body())
        .nodes("decorator_list", node.decoratorList())
        .nodes("type_params", node.typeParams())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return node) {
    out.open("Return").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitDelete(Stmt.Delete node) {
    out.open("Delete").nodes("targets", node.targets()).close(node.span());
    return null;
  }

  @Override
  public Void visitAssign(Stmt.Assign node) {
    out.open("Assign")
        .nodes("targets", node.targets())
        .node("value", node.value())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitTypeAlias(Stmt.TypeAlias node) {
    out.open("TypeAlias")
        .node("name", node.name())
        .nodes("type_params", node.typeParams())
        .node("value", node.value())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAugAssign(Stmt.AugAssign node) {
    out.open("AugAssign")
        .node("target", node.target())
        .operator("op", node.op())
        .node("value", node.value())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAnnAssign(Stmt.AnnAssign node) {
    out.open("AnnAssign")
        .node("target", node.target())
        .node("annotation", node.annotation())
        .node("value", node.value())
        .flag("simple", node.simple())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitFor(Stmt.For node) {
    out.open("For")
        .node("target", node.target())
        .node("iter", node.iter())
        .nodes("body", node.body())
        .nodes("orelse", node.orelse())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAsyncFor(Stmt.AsyncFor node) {
    out.open("AsyncFor")
        .node("target", node.target())
        .node("iter", node.iter())
        .nodes("body", node.body())
        .nodes("orelse", node.orelse())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitWhile(Stmt.While node) {
    out.open("While")
        .node("test", node.test())
        .nodes("body", node.body())
        .nodes("orelse", node.orelse())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitIf(Stmt.If node) {
    out.open("If")
        .node("test", node.test())
        .nodes("body", node.body())
        .nodes("orelse", node.orelse())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitWith(Stmt.With node) {
    out.open("With").nodes("items", node.items()).nodes("body", node.body()).close(node.span());
    return null;
  }

  @Override
  public Void visitAsyncWith(Stmt.AsyncWith node) {
    out.open("AsyncWith")
        .nodes("items", node.items())
        .nodes("body", node.body())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitMatch(Stmt.Match node) {
    out.open("Match")
        .node("subject", node.subject())
        .nodes("cases", node.cases())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitRaise(Stmt.Raise node) {
    out.open("Raise").node("exc", node.exc()).node("cause", node.cause()).close(node.span());
    return null;
  }

  @Override
  public Void visitTry(Stmt.Try node) {
    out.open("Try")
        .nodes("body", node.body())
        .nodes("handlers", node.handlers())
        .nodes("orelse", node.orelse())
        .nodes("finalbody", node.finalbody())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitTryStar(Stmt.TryStar node) {
    out.open("TryStar")
        .nodes("body", node.body())
        .nodes("handlers", node.handlers())
        .nodes("orelse", node.orelse())
        .nodes("finalbody", node.finalbody())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitAssert(Stmt.Assert node) {
    out.open("Assert").node("test", node.test()).node("msg", node.msg()).close(node.span());
    return null;
  }

  @Override
  public Void visitImport(Stmt.Import node) {
    out.open("Import").nodes("names", node.names()).close(node.span());
    return null;
  }

  @Override
  public Void visitImportFrom(Stmt.ImportFrom node) {
    out.open("ImportFrom")
        .name("module", node.module())
        .nodes("names", node.names())
        .number("level", node.level())
        .close(node.span());
    return null;
  }

  @Override
  public Void visitGlobal(Stmt.Global node) {
    out.open("Global").names("names", node.names()).close(node.span());
    return null;
  }

  @Override
  public Void visitNonlocal(Stmt.Nonlocal node) {
    out.open("Nonlocal").names("names", node.names()).close(node.span());
    return null;
  }

  @Override
  public Void visitExprStmt(Stmt.ExprStmt node) {
    out.open("Expr").node("value", node.value()).close(node.span());
    return null;
  }

  @Override
  public Void visitPass(Stmt.Pass node) {
    out.open("Pass").close(node.span());
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break node) {
    out.open("Break").close(node.span());
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue node) {
    out.open("Continue").close(node.span());
    return null;
  }
}
