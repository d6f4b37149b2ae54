package io.github.pycmaven.compiler.ast;

import io.github.pycmaven.source.Span;
import java.util.List;

/**
 * A statement.
 *
 * @cpython Parser/Python.asdl
 */
public sealed interface Stmt extends Node {
  /** Calls the visitor's method for this node's kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of node; exhaustive because nothing has a default. */
  interface Visitor<R> {
    R visitFunctionDef(FunctionDef node);

    R visitAsyncFunctionDef(AsyncFunctionDef node);

    R visitClassDef(ClassDef node);

    R visitReturn(Return node);

    R visitDelete(Delete node);

    R visitAssign(Assign node);

    R visitTypeAlias(TypeAlias node);

    R visitAugAssign(AugAssign node);

    R visitAnnAssign(AnnAssign node);

    R visitFor(For node);

    R visitAsyncFor(AsyncFor node);

    R visitWhile(While node);

    R visitIf(If node);

    R visitWith(With node);

    R visitAsyncWith(AsyncWith node);

    R visitMatch(Match node);

    R visitRaise(Raise node);

    R visitTry(Try node);

    R visitTryStar(TryStar node);

    R visitAssert(Assert node);

    R visitImport(Import node);

    R visitImportFrom(ImportFrom node);

    R visitGlobal(Global node);

    R visitNonlocal(Nonlocal node);

    R visitExprStmt(ExprStmt node);

    R visitPass(Pass node);

    R visitBreak(Break node);

    R visitContinue(Continue node);
  }

  /** {@code def name[typeParams](args) -> returns: body}. */
  record FunctionDef(
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decoratorList,
      Expr returns,
      List<TypeParam> typeParams,
      Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFunctionDef(this);
    }
  }

  /** {@code async def}. */
  record AsyncFunctionDef(
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decoratorList,
      Expr returns,
      List<TypeParam> typeParams,
      Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAsyncFunctionDef(this);
    }
  }

  /** {@code class name[typeParams](bases, keywords): body}. */
  record ClassDef(
      String name,
      List<Expr> bases,
      List<Keyword> keywords,
      List<Stmt> body,
      List<Expr> decoratorList,
      List<TypeParam> typeParams,
      Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitClassDef(this);
    }
  }

  /** {@code return value}. */
  record Return(Expr value, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitReturn(this);
    }
  }

  /** {@code del targets}. */
  record Delete(List<Expr> targets, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDelete(this);
    }
  }

  /** {@code target = target = value}. */
  record Assign(List<Expr> targets, Expr value, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAssign(this);
    }
  }

  /** {@code type name[typeParams] = value}. */
  record TypeAlias(Expr name, List<TypeParam> typeParams, Expr value, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTypeAlias(this);
    }
  }

  /** {@code target op= value}. */
  record AugAssign(Expr target, BinaryOperator op, Expr value, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAugAssign(this);
    }
  }

  /** {@code target: annotation = value}; {@code simple} for a bare name without parentheses. */
  record AnnAssign(Expr target, Expr annotation, Expr value, boolean simple, Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAnnAssign(this);
    }
  }

  /** {@code for target in iter}. */
  record For(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitFor(this);
    }
  }

  /** {@code async for target in iter}. */
  record AsyncFor(Expr target, Expr iter, List<Stmt> body, List<Stmt> orelse, Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAsyncFor(this);
    }
  }

  /** {@code while test}. */
  record While(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWhile(this);
    }
  }

  /** {@code if test}; {@code elif} is an If as the only statement of {@code orelse}. */
  record If(Expr test, List<Stmt> body, List<Stmt> orelse, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitIf(this);
    }
  }

  /** {@code with items}. */
  record With(List<WithItem> items, List<Stmt> body, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitWith(this);
    }
  }

  /** {@code async with items}. */
  record AsyncWith(List<WithItem> items, List<Stmt> body, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAsyncWith(this);
    }
  }

  /** {@code match subject}. */
  record Match(Expr subject, List<MatchCase> cases, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitMatch(this);
    }
  }

  /** {@code raise exc from cause}. */
  record Raise(Expr exc, Expr cause, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRaise(this);
    }
  }

  /** {@code try} with {@code except}. */
  record Try(
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orelse,
      List<Stmt> finalbody,
      Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTry(this);
    }
  }

  /** {@code try} with {@code except*}. */
  record TryStar(
      List<Stmt> body,
      List<ExceptHandler> handlers,
      List<Stmt> orelse,
      List<Stmt> finalbody,
      Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitTryStar(this);
    }
  }

  /** {@code assert test, msg}. */
  record Assert(Expr test, Expr msg, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitAssert(this);
    }
  }

  /** {@code import names}; {@code lazy import names} since 3.15. */
  record Import(List<Alias> names, boolean isLazy, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitImport(this);
    }
  }

  /** {@code from ..module import names}; {@code level} counts the dots. */
  record ImportFrom(String module, List<Alias> names, int level, boolean isLazy, Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitImportFrom(this);
    }
  }

  /** {@code global names}. */
  record Global(List<String> names, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGlobal(this);
    }
  }

  /** {@code nonlocal names}. */
  record Nonlocal(List<String> names, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNonlocal(this);
    }
  }

  /** An expression whose value is dropped. */
  record ExprStmt(Expr value, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitExprStmt(this);
    }
  }

  /** {@code pass}. */
  record Pass(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitPass(this);
    }
  }

  /** {@code break}. */
  record Break(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBreak(this);
    }
  }

  /** {@code continue}. */
  record Continue(Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitContinue(this);
    }
  }
}
