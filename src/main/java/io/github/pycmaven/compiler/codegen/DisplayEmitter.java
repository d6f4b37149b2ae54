package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.arithmetic.FrozenSets;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lists, tuples, sets and dicts as displays, and lists and tuples as targets.
 *
 * @cpython Python/codegen.c:starunpack_helper_impl
 */
final class DisplayEmitter {
  private final CodegenContext c;

  DisplayEmitter(CodegenContext context) {
    c = context;
  }

  void list(Expr.ListDisplay e) {
    sequence(e.elts(), e.ctx(), e.span(), false);
  }

  void tuple(Expr.Tuple e) {
    sequence(e.elts(), e.ctx(), e.span(), true);
  }

  private void sequence(List<Expr> elts, ExprContext context, Span span, boolean isTuple) {
    if (context == ExprContext.STORE) {
      unpackInto(elts, span);
    } else if (context == ExprContext.LOAD) {
      buildSequence(elts, null, 0, isTuple, span);
    } else {
      c.visitAll(elts);
    }
  }

  void set(Expr.SetDisplay e) {
    build(e.elts(), null, 0, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE, false, e.span());
  }

  /**
   * Builds a list or tuple of the elements.
   *
   * @param injected a name whose value becomes one more element, or null
   * @param pushed how many first elements are on the stack already
   */
  void buildSequence(List<Expr> elts, String injected, int pushed, boolean isTuple, Span span) {
    build(elts, injected, pushed, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, isTuple, span);
  }

  private void build(
      List<Expr> elts,
      String injected,
      int pushed,
      Op build,
      Op add,
      Op extend,
      boolean isTuple,
      Span span) {
    int n = elts.size();
    if (injected == null && n > 2 && isFolded(elts)) {
      constants(elts, pushed, build, extend, isTuple, span);
      return;
    }
    boolean big = n + pushed + (injected == null ? 0 : 1) > CodegenContext.STACK_USE_GUIDELINE;
    boolean starred = false;
    for (Expr elt : elts) {
      starred |= elt instanceof Expr.Starred;
    }
    if (!starred && !big) {
      c.visitAll(elts);
      if (injected != null) {
        c.load(injected, span);
        n++;
      }
      c.op(isTuple ? Op.BUILD_TUPLE : build, n + pushed, span);
      return;
    }
    boolean built = big;
    if (big) {
      c.op(build, pushed, span);
    }
    for (int i = 0; i < n; i++) {
      if (elts.get(i) instanceof Expr.Starred star) {
        if (!built) {
          c.op(build, i + pushed, span);
          built = true;
        }
        c.visit(star.value());
        c.op(extend, 1, span);
      } else {
        c.visit(elts.get(i));
        if (built) {
          c.op(add, 1, span);
        }
      }
    }
    if (injected != null) {
      c.load(injected, span);
      c.op(add, 1, span);
    }
    if (isTuple) {
      c.listToTuple(span);
    }
  }

  /** Whether the tree was folded, and all elements are constants. */
  private boolean isFolded(List<Expr> elts) {
    if (!c.has(Feature.FOLDED_TREES)) {
      return false;
    }
    for (Expr elt : elts) {
      if (!(elt instanceof Expr.ConstantExpr)) {
        return false;
      }
    }
    return true;
  }

  /** Builds a display from one constant that holds all elements. */
  private void constants(
      List<Expr> elts, int pushed, Op build, Op extend, boolean isTuple, Span span) {
    Constant[] values = new Constant[elts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((Expr.ConstantExpr) elts.get(i)).value();
    }
    if (isTuple && pushed == 0) {
      c.loadConst(new Constant.Tuple(Arrays.asList(values)), span);
      return;
    }
    c.op(build, pushed, span);
    c.loadConst(
        build == Op.BUILD_SET ? FrozenSets.of(values) : new Constant.Tuple(Arrays.asList(values)),
        span);
    c.op(extend, 1, span);
    if (isTuple) {
      c.listToTuple(span);
    }
  }

  /** Makes a dict of the values on the stack and these keys. */
  void constantKeyMap(List<Constant> keys, Span span) {
    c.loadConst(new Constant.Tuple(keys), span);
    c.op(Op.BUILD_CONST_KEY_MAP, keys.size(), span);
  }

  /** Unpacks the value on the stack and stores its parts. */
  private void unpackInto(List<Expr> elts, Span span) {
    int n = elts.size();
    boolean starred = false;
    for (int i = 0; i < n; i++) {
      if (elts.get(i) instanceof Expr.Starred) {
        if (starred) {
          throw c.error("multiple starred expressions in assignment", span);
        }
        if (i >= 1 << 8 || n - i - 1 >= Integer.MAX_VALUE >> 8) {
          throw c.error("too many expressions in star-unpacking assignment", span);
        }
        c.op(Op.UNPACK_EX, i + (n - i - 1 << 8), span);
        starred = true;
      }
    }
    if (!starred) {
      c.op(Op.UNPACK_SEQUENCE, n, span);
    }
    for (Expr elt : elts) {
      c.visit(elt instanceof Expr.Starred star ? star.value() : elt);
    }
  }

  /**
   * A dict display, in pieces where it is long or has {@code **}.
   *
   * @cpython Python/codegen.c:codegen_dict
   */
  void dict(Expr.Dict e) {
    Span span = e.span();
    int n = e.values().size();
    boolean haveDict = false;
    int pending = 0;
    for (int i = 0; i < n; i++) {
      if (e.keys().get(i) == null) {
        if (pending > 0) {
          piece(e, i - pending, i, haveDict);
          haveDict = true;
          pending = 0;
        }
        if (!haveDict) {
          c.op(Op.BUILD_MAP, 0, span);
          haveDict = true;
        }
        c.visit(e.values().get(i));
        c.op(Op.DICT_UPDATE, 1, span);
      } else if (pending * 2 > CodegenContext.STACK_USE_GUIDELINE) {
        piece(e, i - pending, i + 1, haveDict);
        haveDict = true;
        pending = 0;
      } else {
        pending++;
      }
    }
    if (pending > 0) {
      piece(e, n - pending, n, haveDict);
      haveDict = true;
    }
    if (!haveDict) {
      c.op(Op.BUILD_MAP, 0, span);
    }
  }

  private void piece(Expr.Dict e, int begin, int end, boolean merge) {
    Span span = e.span();
    int n = end - begin;
    boolean big = n * 2 > CodegenContext.STACK_USE_GUIDELINE;
    if (n > 1 && !big && c.has(Op.BUILD_CONST_KEY_MAP) && isFolded(e.keys().subList(begin, end))) {
      List<Constant> keys = new ArrayList<>(n);
      for (int i = begin; i < end; i++) {
        c.visit(e.values().get(i));
        keys.add(((Expr.ConstantExpr) e.keys().get(i)).value());
      }
      constantKeyMap(keys, span);
    } else {
      pairs(e, begin, end, big, span);
    }
    if (merge) {
      c.op(Op.DICT_UPDATE, 1, span);
    }
  }

  private void pairs(Expr.Dict e, int begin, int end, boolean big, Span span) {
    if (big) {
      c.op(Op.BUILD_MAP, 0, span);
    }
    for (int i = begin; i < end; i++) {
      c.visit(e.keys().get(i));
      c.visit(e.values().get(i));
      if (big) {
        c.op(Op.MAP_ADD, 1, span);
      }
    }
    if (!big) {
      c.op(Op.BUILD_MAP, end - begin, span);
    }
  }
}
