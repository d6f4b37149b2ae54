package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.util.CodePointOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Classes: a call of {@code __build_class__} with a function made of the body.
 *
 * @cpython Python/codegen.c:codegen_class
 */
final class ClassEmitter {
  private final CodegenContext c;

  ClassEmitter(CodegenContext context) {
    c = context;
  }

  void classDef(Stmt.ClassDef s) {
    Span span = s.span();
    c.visitAll(s.decoratorList());
    int firstLine =
        s.decoratorList().isEmpty() ? span.line() : s.decoratorList().get(0).span().line();
    if (s.typeParams().isEmpty()) {
      body(s, firstLine);
      c.calls.arguments(2, s.bases(), null, s.keywords(), span);
    } else {
      generic(s, firstLine);
    }
    c.functions.applyDecorators(s.decoratorList());
    c.store(s.name(), span);
  }

  private void generic(Stmt.ClassDef s, int firstLine) {
    Span span = s.span();
    c.nullBelow(span);
    Scope scope = c.symtable.typeParametersOf(s);
    c.enter(
        FunctionEmitter.genericName(s.name()), ScopeType.ANNOTATIONS, scope, firstLine, s.name());
    c.typeParams.tuple(s.typeParams());
    c.store(".type_params", span);
    body(s, firstLine);
    c.load(".type_params", span);
    c.intrinsic1("SUBSCRIPT_GENERIC", span);
    c.store(".generic_base", span);
    c.calls.arguments(2, s.bases(), ".generic_base", s.keywords(), span);
    c.functions.makeClosure(c.leave(false), 0, span);
    c.nullAbove(span);
    c.call(0, span);
  }

  /** Compiles the body, and pushes what __build_class__ needs first. */
  private void body(Stmt.ClassDef s, int firstLine) {
    Scope scope = c.symtable.scopeOf(s);
    c.enter(s.name(), ScopeType.CLASS, scope, firstLine, s.name());
    Span start = new Span(firstLine, 0, firstLine, 0);
    prologue(s, scope, firstLine, start);
    c.statements.visitScopeBody(s.body(), start, true);
    epilogue(scope);
    CodeObject code = c.leave(true);
    Span span = s.span();
    c.nullBelow(span);
    c.op(Op.LOAD_BUILD_CLASS, span);
    c.nullAbove(span);
    c.functions.makeClosure(code, 0, span);
    c.loadName(s.name(), span);
  }

  private void prologue(Stmt.ClassDef s, Scope scope, int firstLine, Span span) {
    c.load("__name__", span);
    c.store("__module__", span);
    c.loadConst(c.unit.code.qualnameText, span);
    c.store("__qualname__", span);
    if (c.has(Feature.CLASS_FIRST_LINES)) {
      c.loadInt(firstLine, span);
      c.store("__firstlineno__", span);
    }
    if (!s.typeParams().isEmpty()) {
      c.load(".type_params", span);
      c.store("__type_params__", span);
    }
    if (scope.needsClassDict()) {
      c.op(Op.LOAD_LOCALS, span);
      c.op(Op.STORE_DEREF, c.unit.code.cellvars.add("__classdict__"), span);
    }
    if (scope.hasConditionalAnnotations()) {
      c.op(Op.BUILD_SET, 0, span);
      c.op(Op.STORE_DEREF, c.unit.code.cellvars.add("__conditional_annotations__"), span);
    }
  }

  private void epilogue(Scope scope) {
    if (c.has(Feature.STATIC_ATTRIBUTES)) {
      staticAttributes();
    }
    if (scope.needsClassDict()) {
      loadCell("__classdict__");
      c.store("__classdictcell__", Span.NONE);
    }
    if (scope.needsClassClosure()) {
      loadCell("__class__");
      c.op(Op.COPY, 1, Span.NONE);
      c.store("__classcell__", Span.NONE);
    } else {
      c.loadNone(Span.NONE);
    }
    c.op(Op.RETURN_VALUE, Span.NONE);
  }

  private void staticAttributes() {
    List<String> attributes = new ArrayList<>(c.unit.staticAttributes);
    attributes.sort(CodePointOrder.INSTANCE);
    List<Constant> names = new ArrayList<>();
    for (String attribute : attributes) {
      names.add(Constant.Str.interned(attribute));
    }
    c.loadConst(new Constant.Tuple(names), Span.NONE);
    c.store("__static_attributes__", Span.NONE);
  }

  private void loadCell(String name) {
    c.op(Op.LOAD_CLOSURE, c.unit.code.cellvars.indexOf(name), Span.NONE);
  }
}
