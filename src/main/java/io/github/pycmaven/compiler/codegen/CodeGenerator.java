package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantTable;
import io.github.pycmaven.compiler.symtable.Symtable;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.diagnostic.WarningSink;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Generates the code of a module and of all that is nested in it.
 *
 * @cpython Python/compile.c:compiler_codegen
 */
public final class CodeGenerator {
  private CodeGenerator() {}

  /**
   * Generates and assembles a tree.
   *
   * @param optimize the optimisation level, 0 to 2
   * @param newTable makes the constants of one more code unit
   * @param assembler makes a code object of a finished unit
   * @param warnings receives the warnings of this stage
   * @throws Rejection for a tree that is grammatical but means nothing
   */
  public static CodeObject generate(
      Mod mod,
      Symtable symtable,
      CodegenDialect dialect,
      int optimize,
      Supplier<ConstantTable> newTable,
      Function<CodeUnit, CodeObject> assembler,
      WarningSink warnings) {
    boolean interactive = mod instanceof Mod.Interactive;
    CodegenContext context =
        new CodegenContext(symtable, dialect, optimize, interactive, newTable, assembler, warnings);
    context.enter("<module>", ScopeType.MODULE, symtable.top(), 1, null);
    boolean addNone = true;
    if (mod instanceof Mod.Module module) {
      body(context, module.body(), false);
    } else if (mod instanceof Mod.Interactive statements) {
      body(context, statements.body(), true);
    } else {
      context.visit(((Mod.Expression) mod).body());
      addNone = false;
    }
    return context.leave(addNone);
  }

  private static void body(CodegenContext context, List<Stmt> body, boolean interactive) {
    Span start = body.isEmpty() ? new Span(1, 0, 1, 0) : body.get(0).span();
    if (context.unit.scope.hasConditionalAnnotations()) {
      context.op(Op.BUILD_SET, 0, start);
      context.op(Op.STORE_NAME, context.unit.code.names.add("__conditional_annotations__"), start);
    }
    context.statements.visitScopeBody(body, start, !interactive);
  }
}
