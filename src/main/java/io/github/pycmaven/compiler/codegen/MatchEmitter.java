package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.MatchCase;
import io.github.pycmaven.compiler.ast.Pattern;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Op;
import java.util.List;

/**
 * {@code match}.
 *
 * @cpython Python/codegen.c:codegen_match_inner
 */
final class MatchEmitter {
  private final CodegenContext c;

  MatchEmitter(CodegenContext context) {
    c = context;
  }

  void match(Stmt.Match s) {
    c.visit(s.subject());
    Label end = c.label();
    List<MatchCase> cases = s.cases();
    MatchCase last = cases.get(cases.size() - 1);
    boolean hasDefault = PatternEmitter.isWildcard(last.pattern()) && cases.size() > 1;
    int tested = cases.size() - (hasDefault ? 1 : 0);
    for (int i = 0; i < tested; i++) {
      testedCase(cases.get(i), i == tested - 1, i == cases.size() - 1, end);
    }
    if (hasDefault) {
      // Emits nothing but shows that the line was reached.
      c.op(Op.NOP, last.pattern().span());
      c.unit.here = last.pattern().span();
      if (last.guard() != null) {
        c.conditions.jumpIf(last.guard(), end, false, last.pattern().span());
      }
      c.visitBody(last.body());
      c.unit.here = Span.NONE;
    }
    c.place(end);
  }

  private void testedCase(MatchCase matchCase, boolean lastTested, boolean last, Label end) {
    Pattern pattern = matchCase.pattern();
    Span span = pattern.span();
    if (!lastTested) {
      c.op(Op.COPY, 1, span);
    }
    PatternEmitter.State state = new PatternEmitter.State(matchCase.guard() != null || last);
    PatternEmitter emitter = new PatternEmitter(c, state);
    emitter.visit(pattern);
    for (String name : state.stores) {
      c.store(name, c.at(span));
    }
    if (matchCase.guard() != null) {
      c.conditions.jumpIf(matchCase.guard(), emitter.failLabel(0), false, span);
    }
    if (!lastTested) {
      // With the place of what follows, the branch taken can be told.
      c.op(Op.POP_TOP, c.has(Op.NOT_TAKEN) ? Span.NEXT : c.at(span));
    }
    c.visitBody(matchCase.body());
    c.jump(Op.JUMP, end, Span.NONE);
    c.unit.here = span;
    emitter.placeFailLabels(span);
  }
}
