package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.symtable.NameScope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * Attributes, those of {@code super()} included.
 *
 * @cpython Python/codegen.c:codegen_visit_expr, can_optimize_super_call
 */
final class AttributeEmitter {
  private final CodegenContext c;

  AttributeEmitter(CodegenContext context) {
    c = context;
  }

  void attribute(Expr.Attribute e) {
    if (e.ctx() == ExprContext.LOAD && isSuperAttribute(e)) {
      loadSuper(e, false);
      return;
    }
    recordStaticAttribute(e);
    c.visit(e.value());
    Span span = nameSpan(e.span(), e);
    switch (e.ctx()) {
      case LOAD:
        c.loadAttr(e.attr(), span);
        break;
      case STORE:
        c.nameOp(Op.STORE_ATTR, e.attr(), span);
        break;
      default:
        c.nameOp(Op.DELETE_ATTR, e.attr(), span);
    }
  }

  /** A store to {@code self.x} makes x one of the nearest class's static attributes. */
  private void recordStaticAttribute(Expr.Attribute e) {
    if (e.ctx() != ExprContext.STORE
        || !(e.value() instanceof Expr.Name name)
        || !name.id().equals("self")) {
      return;
    }
    List<Unit> units = c.outerUnits();
    for (int i = units.size() - 1; i >= 0; i--) {
      if (units.get(i).type == ScopeType.CLASS) {
        units.get(i).staticAttributes.add(e.attr());
        return;
      }
    }
  }

  /** Whether the attribute is one of {@code super()} in a form that LOAD_SUPER_ATTR serves. */
  boolean isSuperAttribute(Expr.Attribute attribute) {
    if (!c.has(Op.LOAD_SUPER_ATTR)
        || !(attribute.value() instanceof Expr.Call call)
        || !(call.func() instanceof Expr.Name name)
        || !name.id().equals("super")
        || attribute.attr().equals("__class__")
        || !call.keywords().isEmpty()) {
      return false;
    }
    // A name that is visibly something else than the builtin.
    if (c.unit.scope.scopeOf("super") != NameScope.GLOBAL_IMPLICIT
        || c.symtable.top().scopeOf("super") != NameScope.UNKNOWN) {
      return false;
    }
    if (call.args().size() == 2) {
      return !(call.args().get(0) instanceof Expr.Starred)
          && !(call.args().get(1) instanceof Expr.Starred);
    }
    return call.args().isEmpty()
        && c.unit.code.argCount > 0
        && c.unit.referenceTo("__class__") == NameScope.FREE;
  }

  /** Loads an attribute of super(), as a method to be called or as a value. */
  void loadSuper(Expr.Attribute e, boolean asMethod) {
    Expr.Call call = (Expr.Call) e.value();
    c.load("super", call.func().span());
    boolean withArguments = !call.args().isEmpty();
    if (withArguments) {
      c.visitAll(call.args());
    } else {
      c.load("__class__", call.span());
      c.load(c.unit.code.varnames.get(0), call.span());
    }
    int flags = (withArguments ? 2 : 0) | (asMethod ? 1 : 0);
    int name = c.unit.code.names.add(c.mangle(e.attr()));
    c.op(Op.LOAD_SUPER_ATTR, name << 2 | flags, e.span());
    c.op(Op.NOP, nameSpan(e.span(), e));
  }

  /**
   * Where an access spans lines, its instruction belongs to the line of the attribute's name.
   *
   * @cpython Python/codegen.c:update_start_location_to_match_attr
   */
  static Span nameSpan(Span span, Expr.Attribute e) {
    int endLine = e.span().endLine();
    if (span.line() == endLine) {
      return span;
    }
    int length = e.attr().codePointCount(0, e.attr().length());
    int column = -1;
    int endColumn = -1;
    if (length <= e.span().endColumn()) {
      column = e.span().endColumn() - length;
      endColumn = span.endColumn();
    }
    int lastLine = Math.max(endLine, span.endLine());
    if (endLine == lastLine) {
      endColumn = Math.max(column, endColumn);
    }
    return new Span(endLine, column, lastLine, endColumn);
  }
}
