package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.BinaryOperator;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.PythonRepr;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Patterns (PEP 634). Each consumes the subject on top of the stack, and on failure jumps to a
 * place that pops whatever else was pushed. Captured values stay on the stack, below what is still
 * needed, until the whole pattern has matched.
 *
 * @cpython Python/codegen.c:codegen_pattern
 */
final class PatternEmitter implements Pattern.Visitor<Void> {
  private final CodegenContext c;
  private final State s;

  /** What is known on the way through one case. */
  static final class State {
    /** The names captured so far, in the order of their values on the stack. */
    List<String> stores = new ArrayList<>();

    /** Whether a pattern that always matches is fine here. */
    boolean allowIrrefutable;

    /** Where to go on failure; entry i pops i values first. */
    List<Label> failPop = new ArrayList<>();

    /** How many values above the captured ones must stay on the stack. */
    int onTop;

    State(boolean allowIrrefutable) {
      this.allowIrrefutable = allowIrrefutable;
    }
  }

  PatternEmitter(CodegenContext context, State state) {
    c = context;
    s = state;
  }

  void visit(Pattern pattern) {
    c.unit.here = pattern.span();
    pattern.accept(this);
  }

  static boolean isWildcard(Pattern pattern) {
    return pattern instanceof Pattern.MatchAs as && as.name() == null;
  }

  Label failLabel(int pops) {
    while (s.failPop.size() <= pops) {
      s.failPop.add(c.label());
    }
    return s.failPop.get(pops);
  }

  private void jumpToFail(Op op, Span span) {
    c.jump(op, failLabel(s.onTop + s.stores.size()), span);
  }

  void placeFailLabels(Span span) {
    for (int i = s.failPop.size() - 1; i > 0; i--) {
      c.place(s.failPop.get(i));
      c.op(Op.POP_TOP, span);
    }
    if (!s.failPop.isEmpty()) {
      c.place(s.failPop.get(0));
    }
    s.failPop = new ArrayList<>();
  }

  private void rotate(int count, Span span) {
    for (int i = count; i > 1; i--) {
      c.op(Op.SWAP, i, span);
    }
  }

  private void capture(String name, Span span) {
    if (name == null) {
      c.op(Op.POP_TOP, span);
      return;
    }
    rejectDuplicate(name, span);
    rotate(s.onTop + s.stores.size() + 1, span);
    s.stores.add(name);
  }

  private void rejectDuplicate(String name, Span span) {
    if (s.stores.contains(name)) {
      throw c.error("multiple assignments to name " + PythonRepr.of(name) + " in pattern", span);
    }
  }

  private void visitInner(Pattern pattern) {
    boolean outer = s.allowIrrefutable;
    s.allowIrrefutable = true;
    visit(pattern);
    s.allowIrrefutable = outer;
  }

  @Override
  public Void visitMatchValue(Pattern.MatchValue p) {
    if (!(p.value() instanceof Expr.ConstantExpr) && !(p.value() instanceof Expr.Attribute)) {
      throw c.error("patterns may only match literals and attribute lookups", p.span());
    }
    c.visit(p.value());
    c.compare(CompareOperator.EQ, p.span());
    c.toBool(p.span());
    jumpToFail(Op.POP_JUMP_IF_FALSE, p.span());
    return null;
  }

  @Override
  public Void visitMatchSingleton(Pattern.MatchSingleton p) {
    c.loadConst(p.value(), p.span());
    c.compare(CompareOperator.IS, p.span());
    jumpToFail(Op.POP_JUMP_IF_FALSE, p.span());
    return null;
  }

  @Override
  public Void visitMatchSequence(Pattern.MatchSequence p) {
    Span span = p.span();
    int size = p.patterns().size();
    int star = -1;
    boolean onlyWildcards = true;
    boolean starWildcard = false;
    for (int i = 0; i < size; i++) {
      if (p.patterns().get(i) instanceof Pattern.MatchStar starred) {
        if (star >= 0) {
          throw c.error("multiple starred names in sequence pattern", span);
        }
        starWildcard = starred.name() == null;
        onlyWildcards &= starWildcard;
        star = i;
      } else {
        onlyWildcards &= isWildcard(p.patterns().get(i));
      }
    }
    s.onTop++;
    c.op(Op.MATCH_SEQUENCE, span);
    jumpToFail(Op.POP_JUMP_IF_FALSE, span);
    if (star < 0) {
      checkLength(size, CompareOperator.EQ, span);
    } else if (size > 1) {
      checkLength(size - 1, CompareOperator.GT_E, span);
    }
    s.onTop--;
    if (onlyWildcards) {
      c.op(Op.POP_TOP, span);
    } else if (starWildcard) {
      subscriptElements(p, star);
    } else {
      unpackElements(p, star);
    }
    return null;
  }

  private void checkLength(int length, CompareOperator operator, Span span) {
    c.op(Op.GET_LEN, span);
    c.loadInt(length, span);
    c.compare(operator, span);
    jumpToFail(Op.POP_JUMP_IF_FALSE, span);
  }

  private void unpackElements(Pattern.MatchSequence p, int star) {
    int size = p.patterns().size();
    if (star < 0) {
      c.op(Op.UNPACK_SEQUENCE, size, p.span());
    } else if (star >= 1 << 8 || size - star - 1 >= Integer.MAX_VALUE >> 8) {
      throw c.error("too many expressions in star-unpacking sequence pattern", p.span());
    } else {
      c.op(Op.UNPACK_EX, star + (size - star - 1 << 8), p.span());
    }
    s.onTop += size;
    for (Pattern element : p.patterns()) {
      s.onTop--;
      visitInner(element);
    }
  }

  /** With {@code *_}, elements are taken by index, and the rest is never built. */
  private void subscriptElements(Pattern.MatchSequence p, int star) {
    Span span = p.span();
    s.onTop++;
    int size = p.patterns().size();
    for (int i = 0; i < size; i++) {
      Pattern element = p.patterns().get(i);
      if (i == star || isWildcard(element)) {
        continue;
      }
      span = c.at(span);
      c.op(Op.COPY, 1, span);
      if (i < star) {
        c.loadInt(i, span);
      } else {
        // The subject may not know negative indices.
        c.op(Op.GET_LEN, span);
        c.loadInt(size - i, span);
        c.op(Op.BINARY_OP, c.operands.binary(BinaryOperator.SUB), span);
      }
      c.subscript(span);
      visitInner(element);
    }
    s.onTop--;
    c.op(Op.POP_TOP, c.at(span));
  }

  @Override
  public Void visitMatchMapping(Pattern.MatchMapping p) {
    Span span = p.span();
    int size = p.keys().size();
    s.onTop++;
    c.op(Op.MATCH_MAPPING, span);
    jumpToFail(Op.POP_JUMP_IF_FALSE, span);
    if (size == 0 && p.rest() == null) {
      s.onTop--;
      c.op(Op.POP_TOP, span);
      return null;
    }
    if (size > 0) {
      checkLength(size, CompareOperator.GT_E, span);
    }
    mappingKeys(p);
    c.op(Op.BUILD_TUPLE, size, span);
    c.op(Op.MATCH_KEYS, span);
    s.onTop += 2;
    c.op(Op.COPY, 1, span);
    c.loadNone(span);
    c.op(Op.IS_OP, 1, span);
    jumpToFail(Op.POP_JUMP_IF_FALSE, span);
    c.op(Op.UNPACK_SEQUENCE, size, span);
    s.onTop += size - 1;
    for (Pattern value : p.patterns()) {
      s.onTop--;
      visitInner(value);
    }
    s.onTop -= 2;
    if (p.rest() == null) {
      c.op(Op.POP_TOP, c.at(span));
      c.op(Op.POP_TOP, c.at(span));
    } else {
      mappingRest(p, size);
    }
    return null;
  }

  private void mappingKeys(Pattern.MatchMapping p) {
    Set<Object> seen = new HashSet<>();
    for (Expr key : p.keys()) {
      if (key instanceof Expr.ConstantExpr constant) {
        if (!seen.add(MappingKey.of(constant.value()))) {
          throw c.error(
              "mapping pattern checks duplicate key (" + PythonRepr.of(constant.value()) + ")",
              p.span());
        }
      } else if (!(key instanceof Expr.Attribute)) {
        throw c.error(
            "mapping pattern keys may only match literals and attribute lookups", p.span());
      }
      c.visit(key);
    }
  }

  /** A copy of the subject without the keys that were asked for. */
  private void mappingRest(Pattern.MatchMapping p, int size) {
    Span span = c.at(p.span());
    c.op(Op.BUILD_MAP, 0, span);
    c.op(Op.SWAP, 3, span);
    c.op(Op.DICT_UPDATE, 2, span);
    c.op(Op.UNPACK_SEQUENCE, size, span);
    for (int i = size; i > 0; i--) {
      c.op(Op.COPY, 1 + i, span);
      c.op(Op.SWAP, 2, span);
      c.op(Op.DELETE_SUBSCR, span);
    }
    capture(p.rest(), span);
  }

  @Override
  public Void visitMatchClass(Pattern.MatchClass p) {
    Span span = p.span();
    List<String> attributes = p.kwdAttrs();
    rejectRepeated(p);
    c.visit(p.cls());
    List<Constant> names = new ArrayList<>();
    for (String attribute : attributes) {
      names.add(Constant.Str.interned(attribute));
    }
    c.loadConst(new Constant.Tuple(names), span);
    c.op(Op.MATCH_CLASS, p.patterns().size(), span);
    c.op(Op.COPY, 1, span);
    c.loadNone(span);
    c.op(Op.IS_OP, 1, span);
    s.onTop++;
    jumpToFail(Op.POP_JUMP_IF_FALSE, span);
    int count = p.patterns().size() + attributes.size();
    c.op(Op.UNPACK_SEQUENCE, count, span);
    s.onTop += count - 1;
    for (int i = 0; i < count; i++) {
      s.onTop--;
      int keyword = i - p.patterns().size();
      Pattern inner = keyword < 0 ? p.patterns().get(i) : p.kwdPatterns().get(keyword);
      if (isWildcard(inner)) {
        c.op(Op.POP_TOP, c.at(span));
      } else {
        visitInner(inner);
      }
    }
    return null;
  }

  private void rejectRepeated(Pattern.MatchClass p) {
    List<String> attributes = p.kwdAttrs();
    for (int i = 0; i < attributes.size(); i++) {
      for (int j = i + 1; j < attributes.size(); j++) {
        if (attributes.get(i).equals(attributes.get(j))) {
          throw c.error(
              "attribute name repeated in class pattern: " + attributes.get(i),
              p.kwdPatterns().get(j).span());
        }
      }
    }
  }

  @Override
  public Void visitMatchStar(Pattern.MatchStar p) {
    capture(p.name(), p.span());
    return null;
  }

  @Override
  public Void visitMatchAs(Pattern.MatchAs p) {
    if (p.pattern() == null) {
      if (!s.allowIrrefutable) {
        throw c.error(
            p.name() == null
                ? "wildcard makes remaining patterns unreachable"
                : "name capture "
                    + PythonRepr.of(p.name())
                    + " makes remaining patterns unreachable",
            p.span());
      }
      capture(p.name(), p.span());
      return null;
    }
    s.onTop++;
    c.op(Op.COPY, 1, p.span());
    visit(p.pattern());
    s.onTop--;
    capture(p.name(), c.at(p.span()));
    return null;
  }

  /** Alternatives, each with its own failures; all must capture the same names. */
  @Override
  public Void visitMatchOr(Pattern.MatchOr p) {
    Label end = c.label();
    List<String> outerStores = s.stores;
    List<Label> outerFail = s.failPop;
    int outerOnTop = s.onTop;
    boolean outerIrrefutable = s.allowIrrefutable;
    List<String> control = null;
    int last = p.patterns().size() - 1;
    for (int i = 0; i <= last; i++) {
      Pattern alternative = p.patterns().get(i);
      s.stores = new ArrayList<>();
      s.failPop = new ArrayList<>();
      s.onTop = 0;
      s.allowIrrefutable = i == last && outerIrrefutable;
      c.op(Op.COPY, 1, alternative.span());
      visit(alternative);
      Span span = c.at(alternative.span());
      if (control == null) {
        control = s.stores;
      } else {
        reorder(control, span, p.span());
      }
      c.jump(Op.JUMP, end, span);
      placeFailLabels(span);
    }
    Span span = c.at(p.span());
    s.stores = outerStores;
    s.failPop = outerFail;
    s.onTop = outerOnTop;
    s.allowIrrefutable = outerIrrefutable;
    c.op(Op.POP_TOP, span);
    jumpToFail(Op.JUMP, span);
    c.place(end);
    int rotations = control.size() + 1 + s.onTop + s.stores.size();
    for (String name : control) {
      rotate(rotations, span);
      rejectDuplicate(name, span);
      s.stores.add(name);
    }
    c.op(Op.POP_TOP, span);
    return null;
  }

  /** Brings an alternative's captured values into the order of the first alternative's. */
  private void reorder(List<String> control, Span place, Span span) {
    if (s.stores.size() != control.size()) {
      throw c.error("alternative patterns bind different names", span);
    }
    for (int wanted = control.size() - 1; wanted >= 0; wanted--) {
      int found = s.stores.indexOf(control.get(wanted));
      if (found < 0) {
        throw c.error("alternative patterns bind different names", span);
      }
      if (found != wanted) {
        int rotations = found + 1;
        List<String> moved = new ArrayList<>(s.stores.subList(0, rotations));
        s.stores.subList(0, rotations).clear();
        s.stores.addAll(wanted - found, moved);
        for (int i = 0; i < rotations; i++) {
          rotate(wanted + 1, place);
        }
      }
    }
  }
}
