package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Arg;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.Unparser;
import io.github.pycmaven.compiler.ir.InstrSequence;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.symtable.NameMangler;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.compiler.symtable.ScopeKind;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Annotations: deferred into {@code __annotate__} functions (PEP 649), or as strings (PEP 563).
 *
 * @cpython Python/codegen.c:codegen_process_deferred_annotations
 */
final class AnnotationEmitter {
  /** {@code annotationlib.Format.VALUE_WITH_FAKE_GLOBALS}. */
  private static final int VALUE_WITH_FAKE_GLOBALS = 2;

  private static final String CONDITIONAL = "__conditional_annotations__";

  private final CodegenContext c;

  AnnotationEmitter(CodegenContext context) {
    c = context;
  }

  /** Opens a function of one parameter, the format, that refuses formats which it cannot serve. */
  void enter(Scope scope, String name, Span span) {
    enter(scope, name, name, span);
  }

  private void enter(Scope scope, String name, String lastNames, Span span) {
    c.enter(name, lastNames, ScopeType.ANNOTATIONS, scope, span.line(), null);
    if (!c.has(Feature.LAZY_ANNOTATIONS)) {
      return;
    }
    c.unit.code.posOnlyArgCount = 1;
    c.unit.code.argCount = 1;
    c.op(Op.LOAD_FAST, 0, span);
    c.loadInt(VALUE_WITH_FAKE_GLOBALS, span);
    c.compare(CompareOperator.GT, span);
    Label body = c.label();
    c.jump(Op.POP_JUMP_IF_FALSE, body, span);
    c.op(Op.LOAD_COMMON_CONSTANT, c.operands.commonConstant("NotImplementedError"), span);
    c.op(Op.RAISE_VARARGS, 1, span);
    c.place(body);
  }

  /** Ends an {@code __annotate__} function and pushes it. */
  private void leave(Span span) {
    c.op(Op.RETURN_VALUE, span);
    c.functions.makeClosure(renameFormat(c.leave(true)), 0, span);
  }

  /**
   * The parameter is ".format" while the code is generated, lest it hides a global "format"; who
   * inspects the function sees "format".
   *
   * @cpython Python/codegen.c:codegen_leave_annotations_scope
   */
  private static CodeObject renameFormat(CodeObject code) {
    List<Constant> names = new ArrayList<>(code.localsPlusNames().elements());
    names.set(0, Constant.Str.interned("format"));
    return new CodeObject(
        code.argCount(),
        code.posOnlyArgCount(),
        code.kwOnlyArgCount(),
        code.stackSize(),
        code.flags(),
        code.code(),
        code.consts(),
        code.names(),
        new Constant.Tuple(names),
        code.localsPlusKinds(),
        code.filename(),
        code.name(),
        code.qualname(),
        code.firstLine(),
        code.lineTable(),
        code.exceptionTable());
  }

  /** The annotations of a class or module, as a function at its end. */
  void deferred(Span span) {
    Unit owner = c.unit;
    if (owner.deferredAnnotations.isEmpty()) {
      return;
    }
    boolean isModule = owner.type == ScopeType.MODULE;
    if (isModule) {
      owner.sequence = new InstrSequence();
    }
    Scope scope = owner.scope.annotationScope();
    enter(scope, scope.name(), span);
    c.op(Op.BUILD_MAP, 0, span);
    for (Unit.DeferredAnnotation annotation : owner.deferredAnnotations) {
      deferred(annotation, owner.type == ScopeType.CLASS, span);
    }
    leave(span);
    boolean isClass = owner.scope.kind() == ScopeKind.CLASS;
    c.store(isClass ? "__annotate_func__" : "__annotate__", span);
    if (isModule) {
      InstrSequence code = owner.sequence;
      owner.sequence = owner.code.instructions;
      owner.sequence.setAnnotationsCode(code);
    }
  }

  private void deferred(Unit.DeferredAnnotation annotation, boolean inClass, Span span) {
    Stmt.AnnAssign s = annotation.statement();
    String name = ((Expr.Name) s.target()).id();
    Label notSet = c.label();
    if (annotation.index() >= 0) {
      c.loadInt(annotation.index(), s.span());
      if (inClass) {
        c.op(Op.LOAD_DEREF, c.freeIndex(CONDITIONAL), s.span());
      } else {
        c.op(Op.LOAD_GLOBAL, c.unit.code.names.add(CONDITIONAL) << 1, s.span());
      }
      c.op(Op.CONTAINS_OP, 0, s.span());
      c.jump(Op.POP_JUMP_IF_FALSE, notSet, s.span());
    }
    c.visit(s.annotation());
    c.op(Op.COPY, 2, s.span());
    c.loadName(NameMangler.mangle(c.unit.className, name), s.span());
    c.op(Op.STORE_SUBSCR, span);
    c.place(notSet);
  }

  /** Pushes a function's {@code __annotate__}; returns the attribute's flag, or 0 without any. */
  int function(Stmt function, String functionName, Arguments args, Expr returns) {
    if (!c.has(Feature.LAZY_ANNOTATIONS)) {
      return eager(function.span(), args, returns);
    }
    Scope scope = c.symtable.annotationsOf(function);
    if (!scope.annotationsUsed()) {
      return 0;
    }
    Span span = function.span();
    String name = scope.name();
    boolean isNamed = c.has(Feature.NAMED_ANNOTATE_FUNCTIONS);
    enter(scope, name, isNamed ? functionName + "." + name : name, span);
    c.op(Op.BUILD_MAP, pairs(span, args, returns), span);
    leave(span);
    return FunctionEmitter.ANNOTATE;
  }

  /** Pushes a function's annotations as a tuple of names and values, if there are any. */
  private int eager(Span span, Arguments args, Expr returns) {
    int count = pairs(span, args, returns);
    if (count == 0) {
      return 0;
    }
    c.op(Op.BUILD_TUPLE, 2 * count, span);
    return FunctionEmitter.ANNOTATIONS;
  }

  private int pairs(Span span, Arguments args, Expr returns) {
    int count = 0;
    boolean ordered = c.has(Feature.ORDERED_ANNOTATIONS);
    for (Arg arg : ordered ? args.posonlyargs() : args.args()) {
      count += argument(arg, span);
    }
    for (Arg arg : ordered ? args.args() : args.posonlyargs()) {
      count += argument(arg, span);
    }
    count += argument(args.vararg(), span);
    for (Arg arg : args.kwonlyargs()) {
      count += argument(arg, span);
    }
    count += argument(args.kwarg(), span);
    return count + named("return", returns, span);
  }

  private int argument(Arg arg, Span span) {
    return arg == null ? 0 : named(arg.arg(), arg.annotation(), span);
  }

  private int named(String name, Expr annotation, Span span) {
    if (annotation == null) {
      return 0;
    }
    c.loadName(c.mangle(name), span);
    if (c.symtable.future().annotations()) {
      text(annotation);
    } else if (annotation instanceof Expr.Starred star) {
      c.visit(star.value());
      c.op(Op.UNPACK_SEQUENCE, 1, span);
    } else {
      c.visit(annotation);
    }
    return 1;
  }

  private void text(Expr annotation) {
    c.loadConst(Unparser.unparse(annotation), c.at(annotation.span()));
  }

  /** An annotated assignment or declaration. */
  void annAssign(Stmt.AnnAssign s) {
    Expr target = s.target();
    if (s.value() != null) {
      c.visit(s.value());
      c.visit(target);
    }
    boolean future = c.symtable.future().annotations();
    boolean lazy = c.has(Feature.LAZY_ANNOTATIONS) && !future;
    boolean stored = c.unit.type == ScopeType.MODULE || c.unit.type == ScopeType.CLASS;
    if (target instanceof Expr.Name name) {
      if (s.simple() && stored) {
        if (lazy) {
          defer(s);
        } else {
          storeNow(s, name);
        }
      }
    } else if (s.value() == null && target instanceof Expr.Attribute attribute) {
      evaluate(attribute.value());
    } else if (s.value() == null && target instanceof Expr.Subscript subscript) {
      evaluate(subscript.value());
      evaluateIndex(subscript.slice());
    }
    if (!lazy && !future && stored && !s.simple()) {
      evaluate(s.annotation());
    }
  }

  private void storeNow(Stmt.AnnAssign s, Expr.Name name) {
    if (c.symtable.future().annotations()) {
      text(s.annotation());
    } else {
      c.visit(s.annotation());
    }
    c.nameOp(Op.LOAD_NAME, "__annotations__", s.span());
    c.loadName(c.mangle(name.id()), s.span());
    c.op(Op.STORE_SUBSCR, s.span());
  }

  private void defer(Stmt.AnnAssign s) {
    Unit unit = c.unit;
    boolean conditional = unit.type == ScopeType.MODULE || unit.conditionalBlocks > 0;
    int index = conditional ? unit.nextConditionalAnnotation++ : -1;
    unit.deferredAnnotations.add(new Unit.DeferredAnnotation(s, index));
    if (conditional) {
      if (unit.type == ScopeType.CLASS) {
        c.op(Op.LOAD_DEREF, unit.code.cellvars.add(CONDITIONAL), s.span());
      } else {
        c.op(Op.LOAD_NAME, unit.code.names.add(CONDITIONAL), s.span());
      }
      c.loadInt(index, s.span());
      c.op(Op.SET_ADD, 1, s.span());
      c.op(Op.POP_TOP, s.span());
    }
  }

  /** Evaluates a part of a target that is annotated but not assigned. */
  private void evaluate(Expr e) {
    c.visit(e);
    c.op(Op.POP_TOP, c.at(e.span()));
  }

  private void evaluateIndex(Expr e) {
    if (e instanceof Expr.Slice slice) {
      evaluatePart(slice.lower());
      evaluatePart(slice.upper());
      evaluatePart(slice.step());
    } else if (e instanceof Expr.Tuple tuple) {
      for (Expr element : tuple.elts()) {
        evaluateIndex(element);
      }
    } else {
      evaluate(e);
    }
  }

  private void evaluatePart(Expr e) {
    if (e != null) {
      evaluate(e);
    }
  }
}
