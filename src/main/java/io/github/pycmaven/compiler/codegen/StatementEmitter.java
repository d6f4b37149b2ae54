package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * Dispatches statements to their emitters, and emits those that need no emitter of their own.
 *
 * @cpython Python/codegen.c:codegen_visit_stmt
 */
final class StatementEmitter implements Stmt.Visitor<Void> {
  private final CodegenContext c;

  StatementEmitter(CodegenContext context) {
    c = context;
  }

  void visit(Stmt statement) {
    c.unit.here = statement.span();
    statement.accept(this);
  }

  /**
   * The body of a module or class, with docstring and annotations.
   *
   * @param docstring whether a leading string may be one
   * @cpython Python/codegen.c:codegen_body
   */
  void visitScopeBody(List<Stmt> body, Span span, boolean docstring) {
    boolean lazy = c.has(Feature.LAZY_ANNOTATIONS) && !c.symtable.future().annotations();
    if (!lazy && c.unit.scope.annotationsUsed()) {
      c.op(Op.SETUP_ANNOTATIONS, span);
    }
    if (body.isEmpty()) {
      return;
    }
    int first = 0;
    if (docstring && c.unit.scope.hasDocstring() && c.skipsDocstrings()) {
      first = 1;
      if (c.keepsDocstrings()) {
        c.loadConst(docstringOf(body), ((Stmt.ExprStmt) body.get(0)).value().span());
        c.store("__doc__", Span.NONE);
      }
    }
    c.visitBody(body.subList(first, body.size()));
    if (lazy) {
      c.annotations.deferred(span);
    }
  }

  /** The docstring of a body that has one, without its indentation. */
  Constant docstringOf(List<Stmt> body) {
    Expr.ConstantExpr expression = (Expr.ConstantExpr) ((Stmt.ExprStmt) body.get(0)).value();
    return c.has(Feature.CLEANED_DOCSTRINGS)
        ? DocstringCleaner.clean((Constant.Str) expression.value(), expression.span())
        : expression.value();
  }

  /** Statements whose parts may not be executed, or more than once. */
  private Void conditionally(Runnable emit) {
    c.unit.conditionalBlocks++;
    emit.run();
    c.unit.conditionalBlocks--;
    return null;
  }

  @Override
  public Void visitFunctionDef(Stmt.FunctionDef s) {
    c.functions.function(s);
    return null;
  }

  @Override
  public Void visitAsyncFunctionDef(Stmt.AsyncFunctionDef s) {
    c.functions.asyncFunction(s);
    return null;
  }

  @Override
  public Void visitClassDef(Stmt.ClassDef s) {
    c.classes.classDef(s);
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return s) {
    c.unwinding.returnStatement(s);
    return null;
  }

  @Override
  public Void visitDelete(Stmt.Delete s) {
    c.visitAll(s.targets());
    return null;
  }

  @Override
  public Void visitAssign(Stmt.Assign s) {
    c.assignments.assign(s);
    return null;
  }

  @Override
  public Void visitTypeAlias(Stmt.TypeAlias s) {
    c.typeParams.typeAlias(s);
    return null;
  }

  @Override
  public Void visitAugAssign(Stmt.AugAssign s) {
    c.assignments.augAssign(s);
    return null;
  }

  @Override
  public Void visitAnnAssign(Stmt.AnnAssign s) {
    c.annotations.annAssign(s);
    return null;
  }

  @Override
  public Void visitFor(Stmt.For s) {
    return conditionally(() -> c.loops.forLoop(s));
  }

  @Override
  public Void visitAsyncFor(Stmt.AsyncFor s) {
    return conditionally(() -> c.loops.asyncForLoop(s));
  }

  @Override
  public Void visitWhile(Stmt.While s) {
    return conditionally(() -> c.loops.whileLoop(s));
  }

  @Override
  public Void visitIf(Stmt.If s) {
    return conditionally(() -> ifStatement(s));
  }

  private void ifStatement(Stmt.If s) {
    Label end = c.label();
    Label next = s.orelse().isEmpty() ? end : c.label();
    c.conditions.jumpIf(s.test(), next, false, s.span());
    c.visitBody(s.body());
    if (!s.orelse().isEmpty()) {
      c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
      c.place(next);
      c.visitBody(s.orelse());
    }
    c.place(end);
  }

  @Override
  public Void visitWith(Stmt.With s) {
    return conditionally(() -> c.withs.with(s));
  }

  @Override
  public Void visitAsyncWith(Stmt.AsyncWith s) {
    return conditionally(() -> c.withs.asyncWith(s));
  }

  @Override
  public Void visitMatch(Stmt.Match s) {
    return conditionally(() -> c.matches.match(s));
  }

  @Override
  public Void visitRaise(Stmt.Raise s) {
    int count = 0;
    if (s.exc() != null) {
      c.visit(s.exc());
      count++;
      if (s.cause() != null) {
        c.visit(s.cause());
        count++;
      }
    }
    c.op(Op.RAISE_VARARGS, count, s.span());
    return null;
  }

  @Override
  public Void visitTry(Stmt.Try s) {
    return conditionally(() -> c.tries.tryStatement(s));
  }

  @Override
  public Void visitTryStar(Stmt.TryStar s) {
    return conditionally(() -> c.tryStars.tryStatement(s));
  }

  @Override
  public Void visitAssert(Stmt.Assert s) {
    if (isNonEmptyTuple(s.test())) {
      c.warn("assertion is always true, perhaps remove parentheses?", s.span());
    }
    if (c.optimize > 0) {
      return null;
    }
    Label end = c.label();
    c.conditions.jumpIf(s.test(), end, true, s.span());
    if (c.has(Op.LOAD_ASSERTION_ERROR)) {
      c.op(Op.LOAD_ASSERTION_ERROR, c.at(s.span()));
    } else {
      c.op(Op.LOAD_COMMON_CONSTANT, c.operands.commonConstant("AssertionError"), s.span());
    }
    if (s.msg() != null) {
      c.visit(s.msg());
      c.call(0, c.at(s.span()));
    }
    c.op(Op.RAISE_VARARGS, 1, c.at(c.narrowed(s.test(), s.span())));
    c.place(end);
    return null;
  }

  private static boolean isNonEmptyTuple(Expr e) {
    return e instanceof Expr.Tuple tuple && !tuple.elts().isEmpty()
        || e instanceof Expr.ConstantExpr constant
            && constant.value() instanceof Constant.Tuple value
            && !value.elements().isEmpty();
  }

  @Override
  public Void visitImport(Stmt.Import s) {
    c.imports.importModules(s);
    return null;
  }

  @Override
  public Void visitImportFrom(Stmt.ImportFrom s) {
    c.imports.importFrom(s);
    return null;
  }

  @Override
  public Void visitGlobal(Stmt.Global s) {
    return null;
  }

  @Override
  public Void visitNonlocal(Stmt.Nonlocal s) {
    return null;
  }

  @Override
  public Void visitExprStmt(Stmt.ExprStmt s) {
    if (c.isInteractiveTopLevel()) {
      c.visit(s.value());
      c.intrinsicStatement("PRINT", Op.PRINT_EXPR, s.span());
    } else if (s.value() instanceof Expr.ConstantExpr) {
      c.op(Op.NOP, s.span());
    } else {
      c.visit(s.value());
      c.op(Op.POP_TOP, Span.NONE);
      c.unit.here = Span.NONE;
    }
    return null;
  }

  @Override
  public Void visitPass(Stmt.Pass s) {
    c.op(Op.NOP, s.span());
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break s) {
    c.unwinding.breakStatement(s);
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue s) {
    c.unwinding.continueStatement(s);
    return null;
  }
}
