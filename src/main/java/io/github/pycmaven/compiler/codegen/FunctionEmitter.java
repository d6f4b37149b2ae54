package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.Arguments;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.TypeParam;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.symtable.NameScope;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions and lambdas.
 *
 * @cpython Python/codegen.c:codegen_function
 */
final class FunctionEmitter {
  /** Attributes of a new function, as SET_FUNCTION_ATTRIBUTE's operand names them. */
  static final int DEFAULTS = 0x1;

  static final int KWDEFAULTS = 0x2;
  static final int ANNOTATIONS = 0x4;
  static final int CLOSURE = 0x8;
  static final int ANNOTATE = 0x10;

  private static final int[] ATTRIBUTES_TOP_FIRST = {
    CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS
  };
  private static final int KIND_FREE = 0x80;

  private final CodegenContext c;

  FunctionEmitter(CodegenContext context) {
    c = context;
  }

  /** What {@code def} and {@code async def} have in common. */
  private record Definition(
      Stmt statement,
      String name,
      Arguments args,
      List<Stmt> body,
      List<Expr> decorators,
      Expr returns,
      List<TypeParam> typeParams,
      boolean isAsync) {
    int firstLine() {
      return decorators.isEmpty() ? statement.span().line() : decorators.get(0).span().line();
    }
  }

  void function(Stmt.FunctionDef s) {
    define(
        new Definition(
            s,
            s.name(),
            s.args(),
            s.body(),
            s.decoratorList(),
            s.returns(),
            s.typeParams(),
            false));
  }

  void asyncFunction(Stmt.AsyncFunctionDef s) {
    define(
        new Definition(
            s, s.name(), s.args(), s.body(), s.decoratorList(), s.returns(), s.typeParams(), true));
  }

  private void define(Definition d) {
    Span span = d.statement.span();
    c.visitAll(d.decorators);
    if (!d.typeParams.isEmpty()) {
      c.nullBelow(span);
    }
    int flags = defaults(d.args, span);
    if (d.typeParams.isEmpty()) {
      flags |= c.annotations.function(d.statement, d.name, d.args, d.returns);
      body(d, flags);
    } else {
      generic(d, flags);
    }
    applyDecorators(d.decorators);
    c.store(d.name, span);
  }

  /** A generic function is made by a function that holds its type parameters. */
  private void generic(Definition d, int flags) {
    Span span = d.statement.span();
    int arguments = Integer.bitCount(flags & (DEFAULTS | KWDEFAULTS));
    if (arguments == 2) {
      c.op(Op.SWAP, 2, span);
    }
    Scope scope = c.symtable.typeParametersOf(d.statement);
    c.enter(genericName(d.name), ScopeType.ANNOTATIONS, scope, d.firstLine(), null);
    c.unit.code.argCount = arguments;
    c.typeParams.tuple(d.typeParams);
    for (int i = 0; i < arguments; i++) {
      c.op(Op.LOAD_FAST, i, span);
    }
    int all = flags | c.annotations.function(d.statement, d.name, d.args, d.returns);
    body(d, all);
    c.op(Op.SWAP, 2, span);
    c.intrinsic2("SET_FUNCTION_TYPE_PARAMS", span);
    makeClosure(c.leave(false), 0, span);
    if (arguments > 0) {
      c.op(Op.SWAP, arguments + 1, span);
    } else {
      c.nullAbove(span);
    }
    boolean isFirstSelf = arguments > 0 && c.has(Feature.NULL_ABOVE_CALLABLE);
    c.call(isFirstSelf ? arguments - 1 : arguments, span);
  }

  static String genericName(String name) {
    return "<generic parameters of " + name + ">";
  }

  private void body(Definition d, int flags) {
    Scope scope = c.symtable.scopeOf(d.statement);
    ScopeType type = d.isAsync ? ScopeType.ASYNC_FUNCTION : ScopeType.FUNCTION;
    c.enter(d.name, type, scope, d.firstLine(), null);
    setArgumentCounts(d.args);
    int first = 0;
    boolean documented = scope.hasDocstring();
    if (documented && c.skipsDocstrings()) {
      first = 1;
    }
    if (documented && c.keepsDocstrings()) {
      c.unit.code.consts.add(c.statements.docstringOf(d.body));
    } else {
      noDocstring();
    }
    List<Stmt> statements = d.body.subList(first, d.body.size());
    if (c.has(Feature.STOP_ITERATION_HANDLERS)) {
      protectedBody(statements, scope.isCoroutine() || scope.isGenerator());
    } else {
      c.visitBody(statements);
    }
    makeClosure(c.leave(true), flags, d.statement.span());
  }

  private void protectedBody(List<Stmt> statements, boolean suspends) {
    boolean isBlock = c.has(Feature.FUNCTION_BODY_BLOCKS);
    Label start = c.label();
    if (isBlock) {
      c.place(start);
    }
    if (isBlock && suspends) {
      c.pushBlock(new FrameBlock(FrameBlock.Kind.STOP_ITERATION, start, null, Span.NONE));
    }
    c.visitBody(statements);
    if (suspends) {
      wrapInStopIterationHandler();
    }
    if (isBlock && suspends) {
      c.popBlock();
    }
  }

  /** Where no flag tells of a doc string, the first constant is None lest it be taken for one. */
  void noDocstring() {
    if (!c.has(Feature.DOCSTRING_FLAG)) {
      c.unit.code.consts.add(Constant.Singleton.NONE);
    }
  }

  private void setArgumentCounts(Arguments args) {
    c.unit.code.posOnlyArgCount = args.posonlyargs().size();
    c.unit.code.argCount = args.posonlyargs().size() + args.args().size();
    c.unit.code.kwOnlyArgCount = args.kwonlyargs().size();
  }

  void lambda(Expr.Lambda e) {
    Span span = e.span();
    int flags = defaults(e.args(), span);
    Scope scope = c.symtable.scopeOf(e);
    c.enter("<lambda>", ScopeType.LAMBDA, scope, span.line(), null);
    noDocstring();
    setArgumentCounts(e.args());
    c.visit(e.body());
    boolean generator = scope.isGenerator();
    if (!generator) {
      c.op(Op.RETURN_VALUE, c.at(c.narrowed(e.body(), new Span(span.line(), 0, span.line(), 0))));
    }
    makeClosure(c.leave(!generator), flags, span);
  }

  /**
   * A StopIteration that leaves a generator becomes a RuntimeError.
   *
   * @cpython Python/codegen.c:codegen_wrap_in_stopiteration_handler
   */
  void wrapInStopIterationHandler() {
    Label handler = c.label();
    c.unit.sequence.insertJump(c.unit.generatorStart, Op.SETUP_CLEANUP, handler, Span.NONE);
    c.loadNone(Span.NONE);
    c.op(Op.RETURN_VALUE, Span.NONE);
    c.place(handler);
    c.intrinsic1("STOPITERATION_ERROR", Span.NONE);
    c.op(Op.RERAISE, 1, Span.NONE);
  }

  /** Pushes the default values; returns which attributes they are. */
  private int defaults(Arguments args, Span span) {
    int flags = 0;
    if (!args.defaults().isEmpty()) {
      c.visitAll(args.defaults());
      c.op(Op.BUILD_TUPLE, args.defaults().size(), span);
      flags |= DEFAULTS;
    }
    List<Constant> names = new ArrayList<>();
    boolean namesLast = c.has(Op.BUILD_CONST_KEY_MAP);
    for (int i = 0; i < args.kwonlyargs().size(); i++) {
      Expr value = args.kwDefaults().get(i);
      if (value != null) {
        Constant name = Constant.Str.interned(c.mangle(args.kwonlyargs().get(i).arg()));
        names.add(name);
        if (!namesLast) {
          c.loadConst(name, span);
        }
        c.visit(value);
      }
    }
    if (!names.isEmpty()) {
      if (namesLast) {
        c.displays.constantKeyMap(names, span);
      } else {
        c.op(Op.BUILD_MAP, names.size(), span);
      }
      flags |= KWDEFAULTS;
    }
    return flags;
  }

  void applyDecorators(List<Expr> decorators) {
    for (int i = decorators.size() - 1; i >= 0; i--) {
      c.call(0, decorators.get(i).span());
    }
  }

  /**
   * Makes a function of a code object; values for its attributes are on the stack.
   *
   * @cpython Python/codegen.c:codegen_make_closure
   */
  void makeClosure(CodeObject code, int attributes, Span span) {
    int flags = attributes;
    byte[] kinds = code.localsPlusKinds().value();
    int free = 0;
    for (int i = 0; i < kinds.length; i++) {
      if ((kinds[i] & KIND_FREE) != 0) {
        String name = ((Constant.Str) code.localsPlusNames().elements().get(i)).value();
        c.op(Op.LOAD_CLOSURE, cellIndex(name), span);
        free++;
      }
    }
    if (free > 0) {
      flags |= CLOSURE;
      c.op(Op.BUILD_TUPLE, free, span);
    }
    c.loadConst(new Constant.Code(code), span);
    if (!c.has(Op.SET_FUNCTION_ATTRIBUTE)) {
      c.op(Op.MAKE_FUNCTION, flags, span);
      return;
    }
    c.op(Op.MAKE_FUNCTION, span);
    for (int attribute : ATTRIBUTES_TOP_FIRST) {
      if ((flags & attribute) != 0) {
        c.op(Op.SET_FUNCTION_ATTRIBUTE, attribute, span);
      }
    }
  }

  private int cellIndex(String name) {
    return c.unit.referenceTo(name) == NameScope.CELL
        ? c.unit.code.cellvars.indexOf(name)
        : c.freeIndex(name);
  }
}
