package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.ExceptHandler;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ast.WithItem;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.List;

/** Statements with blocks; definitions and {@code match} have parsers of their own. */
final class CompoundStatementParser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final TargetParser targets;
  private final StatementParser simple;
  private final DefinitionParser definitions;
  private final MatchParser matches;

  CompoundStatementParser(ParserState state, ExpressionParser expressions) {
    s = state;
    this.expressions = expressions;
    targets = new TargetParser(state, expressions);
    TypeParameterParser typeParameters = new TypeParameterParser(state, expressions);
    simple = new StatementParser(state, expressions, targets, typeParameters);
    definitions = new DefinitionParser(state, expressions, typeParameters, this);
    matches = new MatchParser(state, expressions, this);
  }

  /** Statements up to a token that starts none: the end of the file or of a block. */
  List<Stmt> statements(int end) {
    int mark = s.mark();
    while (!s.at(end)) {
      statement();
    }
    return s.popList(mark);
  }

  /** A compound statement, or the simple statements of a line; pushes them. */
  void statement() {
    Stmt compound = compound();
    if (compound != null) {
      s.push(compound);
    } else {
      simple.simpleStatements();
    }
  }

  /** A compound statement, or null if the next token starts none. */
  Stmt compound() {
    switch (s.kind()) {
      case KW_DEF:
      case AT:
      case KW_CLASS:
        return definitions.definition();
      case KW_ASYNC:
        return async();
      case KW_IF:
        return ifStatement();
      case KW_FOR:
        return forStatement(s.pos, false);
      case KW_WHILE:
        return whileStatement();
      case KW_TRY:
        return tryStatement();
      case KW_WITH:
        return withStatement(s.pos, false);
      case NAME:
        return matches.atMatch() ? matches.match() : null;
      default:
        return null;
    }
  }

  void simpleStatements() {
    simple.simpleStatements();
  }

  /** After a colon: an indented block or the rest of the line. */
  List<Stmt> block() {
    int mark = s.mark();
    s.enter(ParserState.BLOCK);
    if (s.accept(NEWLINE)) {
      s.expect(INDENT);
      do {
        statement();
      } while (!s.at(DEDENT));
      s.pos++;
    } else {
      simple.simpleStatements();
    }
    s.leave(ParserState.BLOCK);
    return s.popList(mark);
  }

  List<Stmt> colonAndBlock() {
    s.expect(COLON);
    return block();
  }

  private List<Stmt> elseBlock() {
    return s.accept(KW_ELSE) ? colonAndBlock() : List.of();
  }

  private Stmt async() {
    int first = s.pos;
    switch (s.kindAt(first + 1)) {
      case KW_DEF:
        return definitions.definition();
      case KW_FOR:
        s.pos++;
        return forStatement(first, true);
      case KW_WITH:
        s.pos++;
        return withStatement(first, true);
      default:
        throw s.fail();
    }
  }

  /** A chain of {@code elif} is read in a loop, since it may be long, and nested afterwards. */
  private Stmt ifStatement() {
    int mark = s.mark();
    int parts = 0;
    do {
      int first = s.pos++;
      s.enter(1);
      s.push(first);
      s.push(expressions.namedExpression());
      s.push(colonAndBlock());
      parts++;
    } while (s.at(KW_ELIF));
    s.leave(parts);
    List<Stmt> orelse = elseBlock();
    Stmt.If nested = null;
    for (int i = parts - 1; i >= 0; i--) {
      int at = mark + 3 * i;
      int first = (Integer) s.pushedAt(at);
      Expr test = (Expr) s.pushedAt(at + 1);
      @SuppressWarnings("unchecked")
      List<Stmt> body = (List<Stmt>) s.pushedAt(at + 2);
      nested = new Stmt.If(test, body, orelse, s.statementSpan(first));
      orelse = List.of(nested);
    }
    s.drop(mark);
    return nested;
  }

  private Stmt whileStatement() {
    int first = s.pos++;
    Expr test = expressions.namedExpression();
    List<Stmt> body = colonAndBlock();
    List<Stmt> orelse = elseBlock();
    return new Stmt.While(test, body, orelse, s.statementSpan(first));
  }

  private Stmt forStatement(int first, boolean isAsync) {
    s.pos++;
    Expr target = targets.starTargets();
    s.expect(KW_IN);
    Expr iter = expressions.starExpressions();
    List<Stmt> body = colonAndBlock();
    List<Stmt> orelse = elseBlock();
    Span span = s.statementSpan(first);
    return isAsync
        ? new Stmt.AsyncFor(target, iter, body, orelse, span)
        : new Stmt.For(target, iter, body, orelse, span);
  }

  private Stmt withStatement(int first, boolean isAsync) {
    s.pos++;
    List<WithItem> items = s.at(LPAR) ? parenthesizedItems() : null;
    if (items == null) {
      items = withItems(COLON);
    }
    List<Stmt> body = colonAndBlock();
    Span span = s.statementSpan(first);
    return isAsync ? new Stmt.AsyncWith(items, body, span) : new Stmt.With(items, body, span);
  }

  /**
   * Items in parentheses of their own. Whether the parenthesis is one of those or belongs to an
   * expression, shows only behind it: so null goes back to the start.
   */
  private List<WithItem> parenthesizedItems() {
    int start = s.pos;
    int mark = s.mark();
    int levels = s.levels;
    int warnings = s.warnings.size();
    try {
      s.pos++;
      List<WithItem> items = withItems(RPAR);
      if (s.accept(RPAR) && s.at(COLON)) {
        return items;
      }
    } catch (ParseAbort abort) {
      if (abort != ParseAbort.SYNTAX) {
        throw abort;
      }
    }
    s.pos = start;
    s.drop(mark);
    s.levels = levels;
    s.warnings.subList(warnings, s.warnings.size()).clear();
    return null;
  }

  private List<WithItem> withItems(int end) {
    int mark = s.mark();
    do {
      Expr context = expressions.expression();
      Expr target = s.accept(KW_AS) ? targets.starTarget() : null;
      s.push(new WithItem(context, target));
    } while (s.accept(COMMA) && !(end == RPAR && s.at(RPAR)));
    return s.popList(mark);
  }

  private Stmt tryStatement() {
    int first = s.pos++;
    List<Stmt> body = colonAndBlock();
    int mark = s.mark();
    boolean star = s.at(KW_EXCEPT) && s.kindAt(s.pos + 1) == STAR;
    while (s.at(KW_EXCEPT)) {
      s.push(handler(star));
    }
    List<ExceptHandler> handlers = s.popList(mark);
    List<Stmt> orelse = handlers.isEmpty() ? List.of() : elseBlock();
    List<Stmt> finalBody = List.of();
    if (s.accept(KW_FINALLY)) {
      finalBody = colonAndBlock();
    } else if (handlers.isEmpty()) {
      throw s.fail();
    }
    Span span = s.statementSpan(first);
    return star
        ? new Stmt.TryStar(body, handlers, orelse, finalBody, span)
        : new Stmt.Try(body, handlers, orelse, finalBody, span);
  }

  private ExceptHandler handler(boolean star) {
    int first = s.pos++;
    if (s.accept(STAR) != star) {
      throw s.fail();
    }
    if (star) {
      s.demand(Feature.EXCEPT_STAR);
    }
    Expr type = null;
    String name = null;
    if (star || !s.at(COLON)) {
      int start = s.pos;
      type = expressions.expression();
      boolean several = s.at(COMMA);
      if (several) {
        s.demand(Feature.BARE_EXCEPT_TUPLES);
        type = expressions.moreExpressions(start, type);
      }
      if (s.accept(KW_AS)) {
        if (several) {
          throw s.fail();
        }
        name = s.expectName();
      }
    }
    List<Stmt> body = colonAndBlock();
    return new ExceptHandler(type, name, body, s.statementSpan(first));
  }
}
