package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.ast.Comprehension;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.symtable.NameScope;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.compiler.symtable.ScopeKind;
import io.github.pycmaven.compiler.symtable.Symbol;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comprehensions, inlined or as functions, and generator expressions.
 *
 * @cpython Python/codegen.c:codegen_comprehension
 */
final class ComprehensionEmitter {
  private final CodegenContext c;

  ComprehensionEmitter(CodegenContext context) {
    c = context;
  }

  /** What is made, and by which operations. */
  private enum Kind {
    GENERATOR("<genexpr>", null, null),
    LIST("<listcomp>", Op.BUILD_LIST, Op.LIST_APPEND),
    SET("<setcomp>", Op.BUILD_SET, Op.SET_ADD),
    DICT("<dictcomp>", Op.BUILD_MAP, Op.MAP_ADD);

    final String unitName;
    final Op build;
    final Op add;

    Kind(String unitName, Op build, Op add) {
      this.unitName = unitName;
      this.build = build;
      this.add = add;
    }
  }

  /** A comprehension's loops and what the innermost one adds; {@code value} is for dicts only. */
  private record Loops(Kind kind, List<Comprehension> generators, Expr element, Expr value) {}

  void generatorExp(Expr.GeneratorExp e) {
    emit(e, new Loops(Kind.GENERATOR, e.generators(), e.elt(), null));
  }

  void listComp(Expr.ListComp e) {
    emit(e, new Loops(Kind.LIST, e.generators(), e.elt(), null));
  }

  void setComp(Expr.SetComp e) {
    emit(e, new Loops(Kind.SET, e.generators(), e.elt(), null));
  }

  void dictComp(Expr.DictComp e) {
    emit(e, new Loops(Kind.DICT, e.generators(), e.key(), e.value()));
  }

  private void emit(Expr e, Loops loops) {
    Scope scope = c.symtable.scopeOf(e);
    if (scope.isComprehensionInlined()) {
      emitInlined(e, scope, loops);
    } else {
      emitFunction(e, scope, loops);
    }
  }

  private void emitInlined(Expr e, Scope scope, Loops loops) {
    Span span = e.span();
    outermostIterator(loops, span);
    Isolation isolation = isolate(scope, span);
    c.op(loops.kind.build, 0, span);
    c.op(Op.SWAP, 2, span);
    generator(loops, 0, 0, true, span);
    restore(isolation, span);
  }

  private void emitFunction(Expr e, Scope scope, Loops loops) {
    Span span = e.span();
    boolean isGenerator = loops.kind == Kind.GENERATOR;
    c.enter(loops.kind.unitName, ScopeType.COMPREHENSION, scope, span.line(), null);
    c.unit.code.argCount = 1;
    c.unit.here = span;
    if (!isGenerator) {
      c.op(loops.kind.build, 0, span);
    }
    generator(loops, 0, 0, false, span);
    if (!isGenerator) {
      c.op(Op.RETURN_VALUE, c.at(span));
    } else if (c.has(Feature.STOP_ITERATION_HANDLERS)) {
      c.functions.wrapInStopIterationHandler();
    }
    CodeObject code = c.leave(true);
    c.functions.makeClosure(code, 0, span);
    outermostIterator(loops, span);
    c.call(0, span);
    if (scope.isCoroutine() && !isGenerator) {
      c.expressions.await(0, span);
    }
  }

  private void outermostIterator(Loops loops, Span span) {
    Comprehension outermost = loops.generators.get(0);
    c.visit(outermost.iter());
    if (!c.has(Feature.COMPREHENSIONS_TAKE_ITERABLES)) {
      c.op(outermost.isAsync() ? Op.GET_AITER : Op.GET_ITER, c.narrowed(outermost.iter(), span));
    }
  }

  private void generator(Loops loops, int index, int depth, boolean iterOnStack, Span span) {
    if (loops.generators.get(index).isAsync()) {
      asyncGenerator(loops, index, depth, iterOnStack, span);
    } else {
      syncGenerator(loops, index, depth, iterOnStack, span);
    }
  }

  /**
   * One {@code for} clause and those inside of it.
   *
   * @param depth how many iterators lie above the collection
   */
  private void syncGenerator(Loops loops, int index, int depth, boolean iterOnStack, Span span) {
    Comprehension clause = loops.generators.get(index);
    Span iterSpan = c.at(c.narrowed(clause.iter(), span));
    Label start = c.label();
    Label ifCleanup = c.label();
    Label anchor = c.label();
    boolean isLoop = true;
    boolean takesIterables = c.has(Feature.COMPREHENSIONS_TAKE_ITERABLES);
    if (!iterOnStack) {
      if (index == 0) {
        c.op(Op.LOAD_FAST, 0, takesIterables ? iterSpan : span);
      } else {
        // "for y in [f(x)]" is an assignment.
        Expr single = singleElement(clause.iter());
        if (single != null) {
          c.visit(single);
          isLoop = false;
        } else {
          c.visit(clause.iter());
          if (!takesIterables) {
            c.op(Op.GET_ITER, iterSpan);
          }
        }
      }
    }
    int inner = depth;
    if (isLoop) {
      inner += c.has(Feature.PAIRED_ITERATORS) ? 2 : 1;
      if (takesIterables || c.dialect.repeatsGetIter()) {
        c.op(Op.GET_ITER, iterSpan);
      }
      startGenerator(loops, index);
      c.place(start);
      c.jump(Op.FOR_ITER, anchor, iterSpan);
    }
    c.visit(clause.target());
    for (Expr condition : clause.ifs()) {
      c.conditions.jumpIf(condition, ifCleanup, false, span);
    }
    Span elementSpan = body(loops, index, inner, span);
    c.place(ifCleanup);
    if (isLoop) {
      c.jump(Op.JUMP, start, c.at(elementSpan));
      c.place(anchor);
      c.endFor();
    }
  }

  /** A generator expression is made once its first iterator is there. */
  private void startGenerator(Loops loops, int index) {
    if (index == 0 && loops.kind == Kind.GENERATOR && c.has(Feature.EXPLICIT_GENERATOR_START)) {
      c.startGenerator();
    }
  }

  private static Expr singleElement(Expr iter) {
    List<Expr> elements = List.of();
    if (iter instanceof Expr.ListDisplay list) {
      elements = list.elts();
    } else if (iter instanceof Expr.Tuple tuple) {
      elements = tuple.elts();
    }
    return elements.size() == 1 && !(elements.get(0) instanceof Expr.Starred)
        ? elements.get(0)
        : null;
  }

  private void asyncGenerator(Loops loops, int index, int depth, boolean iterOnStack, Span span) {
    Comprehension clause = loops.generators.get(index);
    Label start = c.label();
    Label send = c.label();
    Label except = c.label();
    Label ifCleanup = c.label();
    boolean isIterable = c.has(Feature.COMPREHENSIONS_TAKE_ITERABLES);
    if (!iterOnStack) {
      if (index == 0) {
        c.op(Op.LOAD_FAST, 0, isIterable ? clause.iter().span() : span);
      } else {
        c.visit(clause.iter());
        isIterable = true;
      }
    }
    if (isIterable) {
      c.op(Op.GET_AITER, c.at(c.narrowed(clause.iter(), span)));
    }
    startGenerator(loops, index);
    c.place(start);
    c.pushBlock(new FrameBlock(FrameBlock.Kind.ASYNC_COMPREHENSION_GENERATOR, start, null, span));
    Span stepSpan = c.at(span);
    c.jump(Op.SETUP_FINALLY, except, stepSpan);
    c.expressions.awaitNext(send, stepSpan);
    c.op(Op.POP_BLOCK, stepSpan);
    c.visit(clause.target());
    for (Expr condition : clause.ifs()) {
      c.conditions.jumpIf(condition, ifCleanup, false, span);
    }
    Span elementSpan = body(loops, index, depth + 1, span);
    c.place(ifCleanup);
    c.jump(Op.JUMP, start, c.at(elementSpan));
    c.popBlock();
    c.place(except);
    c.loops.endAsyncFor(send, c.at(span));
  }

  /** The next clause, or the element; returns the place of the jump back. */
  private Span body(Loops loops, int index, int depth, Span span) {
    Span elementSpan = loops.element.span();
    if (index + 1 < loops.generators.size()) {
      generator(loops, index + 1, depth, false, span);
      return elementSpan;
    }
    if (loops.element instanceof Expr.Starred star) {
      return unpacked(loops, star, depth);
    }
    c.visit(loops.element);
    switch (loops.kind) {
      case GENERATOR:
        c.expressions.yieldValue(c.at(elementSpan));
        c.op(Op.POP_TOP, c.at(elementSpan));
        return elementSpan;
      case DICT:
        if (loops.value == null) {
          c.op(Op.DICT_UPDATE, depth + 1, elementSpan);
          return elementSpan;
        }
        c.visit(loops.value);
        elementSpan = elementSpan.to(loops.value.span());
        break;
      default:
        break;
    }
    c.op(loops.kind.add, depth + 1, c.at(elementSpan));
    return elementSpan;
  }

  /** All values of the element (PEP 798). */
  private Span unpacked(Loops loops, Expr.Starred star, int depth) {
    Span span = star.span();
    c.visit(star.value());
    if (loops.kind != Kind.GENERATOR) {
      c.op(loops.kind == Kind.LIST ? Op.LIST_EXTEND : Op.SET_UPDATE, depth + 1, span);
      return span;
    }
    Label start = c.label();
    Label end = c.label();
    c.op(Op.GET_ITER, span);
    c.place(start);
    c.jump(Op.FOR_ITER, end, span);
    c.expressions.yieldValue(span);
    c.op(Op.POP_TOP, span);
    c.jump(Op.JUMP, start, Span.NONE);
    c.place(end);
    c.endFor();
    return span;
  }

  /** What an inlined comprehension has set aside of the scope around it. */
  private static final class Isolation {
    /** The symbols of the scope around that the comprehension's replace for its time. */
    final Map<String, Symbol> replaced = new LinkedHashMap<>();

    /** Names that are fast locals only inside. */
    final List<String> hidden = new ArrayList<>();

    /** Names whose outer values lie on the stack. */
    final List<String> pushed = new ArrayList<>();

    Label cleanup;
  }

  /**
   * Makes the comprehension's names its own for the time that it runs in the frame around it.
   *
   * @cpython Python/compile.c:_PyCompile_TweakInlinedComprehensionScopes
   */
  private Isolation isolate(Scope comprehension, Span span) {
    Isolation isolation = new Isolation();
    Unit unit = c.unit;
    Map<String, Symbol> symbols = unit.scope.symbols();
    boolean inClass = unit.scope.kind() == ScopeKind.CLASS && unit.inlinedComprehensions == 0;
    unit.inlinedComprehensions++;
    boolean takesForeign = c.has(Feature.FOREIGN_NAMES_IN_COMPREHENSIONS);
    for (Map.Entry<String, Symbol> entry : comprehension.symbols().entrySet()) {
      String name = entry.getKey();
      Symbol symbol = entry.getValue();
      NameScope inside = symbol.scope();
      NameScope outside = unit.scope.scopeOf(name);
      boolean differs =
          inside != outside
              && inside != NameScope.FREE
              && !(inside == NameScope.CELL && outside == NameScope.FREE);
      if (differs && (takesForeign || isBoundInside(symbol, inClass)) || inClass) {
        isolation.replaced.put(name, symbols.get(name));
        symbols.put(name, symbol);
      }
      if (isBoundInside(symbol, inClass) && !unit.isFunctionLike() && unit.fastNow.add(name)) {
        unit.code.fastHidden.add(name);
        isolation.hidden.add(name);
      }
    }
    boolean all = inClass && c.has(Feature.ALL_SAVED_IN_CLASSES);
    pushOuterValues(comprehension, all, isolation, span);
    return isolation;
  }

  private static boolean isBoundInside(Symbol symbol, boolean inClass) {
    return symbol.has(Symbol.LOCAL) && !symbol.has(Symbol.NONLOCAL) || inClass;
  }

  private void pushOuterValues(Scope comprehension, boolean all, Isolation isolation, Span span) {
    for (Map.Entry<String, Symbol> entry : comprehension.symbols().entrySet()) {
      String name = entry.getKey();
      Symbol symbol = entry.getValue();
      if (!isBoundInside(symbol, all)) {
        continue;
      }
      c.op(Op.LOAD_FAST_AND_CLEAR, c.unit.code.varnames.add(name), span);
      if (symbol.scope() == NameScope.CELL) {
        boolean free = c.unit.scope.scopeOf(name) == NameScope.FREE;
        c.op(Op.MAKE_CELL, free ? c.freeIndex(name) : c.unit.code.cellvars.add(name), span);
      }
      isolation.pushed.add(name);
    }
    if (!isolation.pushed.isEmpty()) {
      // The outermost iterator was there before: bring it back to the top.
      c.op(Op.SWAP, isolation.pushed.size() + 1, span);
      isolation.cleanup = c.label();
      c.jump(Op.SETUP_FINALLY, isolation.cleanup, span);
    }
  }

  private void restore(Isolation isolation, Span span) {
    if (!isolation.pushed.isEmpty()) {
      c.op(Op.POP_BLOCK, Span.NONE);
      Label end = c.label();
      c.jump(Op.JUMP_NO_INTERRUPT, end, Span.NONE);
      c.place(isolation.cleanup);
      c.op(Op.SWAP, 2, Span.NONE);
      c.op(Op.POP_TOP, Span.NONE);
      popOuterValues(isolation, span);
      c.op(Op.RERAISE, 0, Span.NONE);
      c.place(end);
      popOuterValues(isolation, span);
    }
    Unit unit = c.unit;
    unit.inlinedComprehensions--;
    Map<String, Symbol> symbols = unit.scope.symbols();
    for (Map.Entry<String, Symbol> entry : isolation.replaced.entrySet()) {
      if (entry.getValue() == null) {
        symbols.remove(entry.getKey());
      } else {
        symbols.put(entry.getKey(), entry.getValue());
      }
    }
    unit.fastNow.removeAll(Set.copyOf(isolation.hidden));
  }

  private void popOuterValues(Isolation isolation, Span span) {
    int count = isolation.pushed.size();
    c.op(Op.SWAP, count + 1, span);
    for (int i = count - 1; i >= 0; i--) {
      c.op(Op.STORE_FAST_MAYBE_NULL, c.unit.code.varnames.add(isolation.pushed.get(i)), span);
    }
  }
}
