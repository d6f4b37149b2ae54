package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;

/**
 * Assignments without annotation.
 *
 * @cpython Python/codegen.c:codegen_augassign
 */
final class AssignmentEmitter {
  private final CodegenContext c;

  AssignmentEmitter(CodegenContext context) {
    c = context;
  }

  void assign(Stmt.Assign s) {
    c.visit(s.value());
    int last = s.targets().size() - 1;
    for (int i = 0; i <= last; i++) {
      if (i < last) {
        c.op(Op.COPY, 1, s.span());
      }
      c.visit(s.targets().get(i));
    }
  }

  void augAssign(Stmt.AugAssign s) {
    if (s.target() instanceof Expr.Attribute attribute) {
      augAttribute(s, attribute);
    } else if (s.target() instanceof Expr.Subscript subscript) {
      augSubscript(s, subscript);
    } else {
      Expr.Name name = (Expr.Name) s.target();
      c.load(name.id(), name.span());
      operate(s);
      c.store(name.id(), name.span());
      c.unit.here = name.span();
    }
  }

  private void operate(Stmt.AugAssign s) {
    c.visit(s.value());
    c.op(Op.BINARY_OP, c.operands.inplace(s.op()), s.span());
  }

  private void augAttribute(Stmt.AugAssign s, Expr.Attribute target) {
    c.visit(target.value());
    c.op(Op.COPY, 1, target.span());
    Span span = AttributeEmitter.nameSpan(target.span(), target);
    c.loadAttr(target.attr(), span);
    operate(s);
    c.op(Op.SWAP, 2, span);
    c.nameOp(Op.STORE_ATTR, target.attr(), span);
    c.unit.here = span;
  }

  private void augSubscript(Stmt.AugAssign s, Expr.Subscript target) {
    Span span = target.span();
    c.visit(target.value());
    if (c.subscripts.isTwoPartSlice(target.slice())) {
      c.subscripts.twoParts((Expr.Slice) target.slice());
      c.op(Op.COPY, 3, span);
      c.op(Op.COPY, 3, span);
      c.op(Op.COPY, 3, span);
      c.op(Op.BINARY_SLICE, span);
      operate(s);
      c.op(Op.SWAP, 4, span);
      c.op(Op.SWAP, 3, span);
      c.op(Op.SWAP, 2, span);
      c.op(Op.STORE_SLICE, span);
    } else {
      c.visit(target.slice());
      c.op(Op.COPY, 2, span);
      c.op(Op.COPY, 2, span);
      c.subscript(span);
      operate(s);
      c.op(Op.SWAP, 3, span);
      c.op(Op.SWAP, 2, span);
      c.op(Op.STORE_SUBSCR, span);
    }
    c.unit.here = span;
  }
}
