package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Keyword;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.symtable.Symbol;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls: of methods, of {@code all}, {@code any} and {@code tuple} with a generator expression,
 * with unpacked arguments, and plain ones.
 *
 * @cpython Python/codegen.c:codegen_call
 */
final class CallEmitter {
  private final CodegenContext c;

  CallEmitter(CodegenContext context) {
    c = context;
  }

  void call(Expr.Call e) {
    rejectRepeated(e.keywords());
    if (isMethodCall(e)) {
      methodCall(e);
      return;
    }
    checkCalled(e.func());
    Label end = c.label();
    c.nullBelow(e.func().span());
    c.visit(e.func());
    if (c.has(Feature.INLINED_CONSUMERS)) {
      consumeGenerator(e, end);
    }
    c.nullAbove(e.func().span());
    arguments(0, e.args(), null, e.keywords(), e.span());
    if (c.has(Feature.INLINED_CONSUMERS)) {
      c.place(end);
    }
  }

  private void rejectRepeated(List<Keyword> keywords) {
    for (int i = 0; i < keywords.size(); i++) {
      String name = keywords.get(i).arg();
      if (name == null) {
        continue;
      }
      for (int j = i + 1; j < keywords.size(); j++) {
        if (name.equals(keywords.get(j).arg())) {
          throw c.error("keyword argument repeated: " + name, keywords.get(j).span());
        }
      }
    }
  }

  private void checkCalled(Expr e) {
    boolean never =
        e instanceof Expr.ConstantExpr
            || e instanceof Expr.Tuple
            || e instanceof Expr.ListDisplay
            || e instanceof Expr.ListComp
            || e instanceof Expr.Dict
            || e instanceof Expr.DictComp
            || e instanceof Expr.SetDisplay
            || e instanceof Expr.SetComp
            || e instanceof Expr.GeneratorExp
            || LiteralTypes.isFormatted(e);
    if (never) {
      c.warn(
          "'" + LiteralTypes.nameOf(e) + "' object is not callable; perhaps you missed a comma?",
          e.span());
    }
  }

  /** Whether the callee can be loaded as a method; not so for attributes of imported modules. */
  private boolean isMethodCall(Expr.Call e) {
    if (!(e.func() instanceof Expr.Attribute method) || method.ctx() != ExprContext.LOAD) {
      return false;
    }
    if (method.value() instanceof Expr.Name name
        && c.symtable.top().has(name.id(), Symbol.IMPORT)) {
      return false;
    }
    int keywords = e.keywords().size();
    int pushed = e.args().size() + keywords + (keywords == 0 ? 0 : 1);
    return pushed < CodegenContext.STACK_USE_GUIDELINE && isPlain(e.args(), e.keywords());
  }

  private static boolean isPlain(List<Expr> args, List<Keyword> keywords) {
    for (Expr arg : args) {
      if (arg instanceof Expr.Starred) {
        return false;
      }
    }
    for (Keyword keyword : keywords) {
      if (keyword.arg() == null) {
        return false;
      }
    }
    return true;
  }

  private void methodCall(Expr.Call e) {
    Expr.Attribute method = (Expr.Attribute) e.func();
    Span span = AttributeEmitter.nameSpan(method.span(), method);
    if (c.attributes.isSuperAttribute(method)) {
      c.attributes.loadSuper(method, true);
    } else {
      c.visit(method.value());
      c.loadMethod(method.attr(), span);
    }
    c.visitAll(e.args());
    int count = e.args().size() + e.keywords().size();
    Span callSpan = AttributeEmitter.nameSpan(e.span(), method);
    if (e.keywords().isEmpty()) {
      c.call(count, callSpan);
    } else {
      visitKeywords(e.keywords());
      callWithNames(e.keywords(), count, span, callSpan);
    }
  }

  private void callWithNames(List<Keyword> keywords, int count, Span namesSpan, Span span) {
    if (c.has(Op.CALL_KW)) {
      c.loadConst(names(keywords), namesSpan);
      c.op(Op.CALL_KW, count, span);
    } else {
      c.op(Op.KW_NAMES, c.unit.code.consts.add(names(keywords)), namesSpan);
      c.call(count, span);
    }
  }

  private void visitKeywords(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      c.visit(keyword.value());
    }
  }

  private static Constant.Tuple names(List<Keyword> keywords) {
    List<Constant> names = new ArrayList<>(keywords.size());
    for (Keyword keyword : keywords) {
      names.add(Constant.Str.interned(keyword.arg()));
    }
    return new Constant.Tuple(names);
  }

  /**
   * Pushes the arguments and calls.
   *
   * @param pushed how many positional arguments are on the stack already
   * @param injected a name whose value is the last positional argument, or null
   * @cpython Python/codegen.c:codegen_call_helper_impl
   */
  void arguments(int pushed, List<Expr> args, String injected, List<Keyword> keywords, Span span) {
    rejectRepeated(keywords);
    if (args.size() + keywords.size() * 2 > CodegenContext.STACK_USE_GUIDELINE
        || !isPlain(args, keywords)) {
      unpackedArguments(pushed, args, injected, keywords, span);
      return;
    }
    c.visitAll(args);
    int count = pushed + args.size();
    if (injected != null) {
      c.load(injected, span);
      count++;
    }
    if (keywords.isEmpty()) {
      c.call(count, span);
    } else {
      visitKeywords(keywords);
      callWithNames(keywords, count + keywords.size(), span, span);
    }
  }

  private void unpackedArguments(
      int pushed, List<Expr> args, String injected, List<Keyword> keywords, Span span) {
    if (pushed == 0 && args.size() == 1 && args.get(0) instanceof Expr.Starred star) {
      c.visit(star.value());
    } else {
      c.displays.buildSequence(args, injected, pushed, true, span);
    }
    boolean flagged = c.has(Feature.FLAGGED_KEYWORD_CALLS);
    if (!keywords.isEmpty()) {
      keywordDict(keywords, span);
    } else if (!flagged) {
      c.op(Op.PUSH_NULL, span);
    }
    c.op(Op.CALL_FUNCTION_EX, flagged && !keywords.isEmpty() ? 1 : 0, span);
  }

  private void keywordDict(List<Keyword> keywords, Span span) {
    boolean haveDict = false;
    int pending = 0;
    for (int i = 0; i < keywords.size(); i++) {
      if (keywords.get(i).arg() != null) {
        pending++;
        continue;
      }
      if (pending > 0) {
        namedValues(keywords.subList(i - pending, i), span);
        if (haveDict) {
          c.op(Op.DICT_MERGE, 1, span);
        }
        haveDict = true;
        pending = 0;
      }
      if (!haveDict) {
        c.op(Op.BUILD_MAP, 0, span);
        haveDict = true;
      }
      c.visit(keywords.get(i).value());
      c.op(Op.DICT_MERGE, 1, span);
    }
    if (pending > 0) {
      namedValues(keywords.subList(keywords.size() - pending, keywords.size()), span);
      if (haveDict) {
        c.op(Op.DICT_MERGE, 1, span);
      }
    }
  }

  private void namedValues(List<Keyword> keywords, Span span) {
    boolean big = keywords.size() * 2 > CodegenContext.STACK_USE_GUIDELINE;
    if (keywords.size() > 1 && !big && c.has(Op.BUILD_CONST_KEY_MAP)) {
      visitKeywords(keywords);
      c.displays.constantKeyMap(names(keywords).elements(), span);
      return;
    }
    if (big) {
      c.op(Op.BUILD_MAP, 0, Span.NONE);
    }
    for (Keyword keyword : keywords) {
      c.loadName(keyword.arg(), span);
      c.visit(keyword.value());
      if (big) {
        c.op(Op.MAP_ADD, 1, Span.NONE);
      }
    }
    if (!big) {
      c.op(Op.BUILD_MAP, keywords.size(), span);
    }
  }

  /** How the collection is started that a function makes of an iterable, or null. */
  private static Op collection(String name) {
    switch (name) {
      case "tuple":
      case "list":
        return Op.BUILD_LIST;
      case "set":
        return Op.BUILD_SET;
      default:
        return null;
    }
  }

  /**
   * Where all, any or tuple is called with a generator expression, a loop in place of the call, for
   * the case that the name is still the builtin.
   *
   * @cpython Python/codegen.c:maybe_optimize_function_call
   */
  private void consumeGenerator(Expr.Call e, Label end) {
    if (!(e.func() instanceof Expr.Name function)
        || e.args().size() != 1
        || !e.keywords().isEmpty()
        || !(e.args().get(0) instanceof Expr.GeneratorExp generator)) {
      return;
    }
    String name = function.id();
    boolean isAll = name.equals("all");
    boolean collects = !isAll && !name.equals("any");
    if (!c.operands.hasCommonConstant(name) || collects && collection(name) == null) {
      return;
    }
    Span span = function.span();
    Label skip = c.label();
    c.op(Op.COPY, 1, span);
    c.op(Op.LOAD_COMMON_CONSTANT, c.operands.commonConstant(name), span);
    c.compare(CompareOperator.IS, span);
    c.jump(Op.POP_JUMP_IF_FALSE, skip, span);
    c.op(Op.POP_TOP, span);
    if (collects) {
      c.op(collection(name), 0, span);
    }
    c.visit(generator);
    c.pairIterator(span);
    Label loop = c.label();
    Label cleanup = c.label();
    c.place(loop);
    c.jump(Op.FOR_ITER, cleanup, span);
    if (collects) {
      int depth = c.has(Feature.PAIRED_ITERATORS) ? 3 : 2;
      c.op(collection(name) == Op.BUILD_SET ? Op.SET_ADD : Op.LIST_APPEND, depth, span);
      c.jump(Op.JUMP, loop, span);
    } else {
      c.toBool(span);
      c.jump(isAll ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, loop, span);
    }
    c.op(Op.POP_ITER, Span.NONE);
    if (!collects) {
      c.loadConst(Constant.Singleton.of(!isAll), span);
    }
    c.jump(Op.JUMP, end, span);
    c.place(cleanup);
    c.op(Op.END_FOR, Span.NONE);
    c.op(Op.POP_ITER, Span.NONE);
    if (name.equals("tuple")) {
      c.listToTuple(span);
    } else if (!collects) {
      c.loadConst(Constant.Singleton.of(isAll), span);
    }
    c.jump(Op.JUMP, end, span);
    c.place(skip);
  }
}
