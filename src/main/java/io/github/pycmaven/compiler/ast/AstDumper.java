package io.github.pycmaven.compiler.ast;

/**
 * Prints trees as {@code ast.dump(tree, include_attributes=True)} does, for goldens and debugging.
 */
public final class AstDumper {
  private AstDumper() {}

  /** A node in one line. */
  public static String dump(Node node) {
    DumpWriter out = new DumpWriter();
    out.any(node);
    return out.result();
  }

  /** The tree in one line. */
  public static String dump(Mod tree) {
    DumpWriter out = new DumpWriter();
    tree.accept(
        new Mod.Visitor<Void>() {
          @Override
          public Void visitModule(Mod.Module node) {
            out.open("Module").nodes("body", node.body()).close();
            return null;
          }

          @Override
          public Void visitInteractive(Mod.Interactive node) {
            out.open("Interactive").nodes("body", node.body()).close();
            return null;
          }

          @Override
          public Void visitExpression(Mod.Expression node) {
            out.open("Expression").node("body", node.body()).close();
            return null;
          }

          @Override
          public Void visitFunctionType(Mod.FunctionType node) {
            out.open("FunctionType")
                .nodes("argtypes", node.argtypes())
                .node("returns", node.returns())
                .close();
            return null;
          }
        });
    return out.result();
  }
}
