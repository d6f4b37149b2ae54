package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.DecodingProblem;
import io.github.pycmaven.source.SourceText;
import java.util.Arrays;
import java.util.List;

/**
 * Sources to syntax trees.
 *
 * <p>Recursive descent over the whole source's tokens. It knows nothing about errors but that there
 * is one; what is wrong is found out by a second, slower pass.
 */
public final class Parser {
  private final ParserState s;
  private final ExpressionParser expressions;
  private final CompoundStatementParser statements;

  private Parser(ParserState state) {
    s = state;
    expressions = new ExpressionParser(state);
    statements = new CompoundStatementParser(state, expressions);
  }

  /** Parses a source. */
  public static ParseResult parse(SourceText source, ParseOptions options) {
    DecodingProblem problem = source.problem();
    if (problem != null) {
      return new ParseResult.Rejected(undecodable(source, problem), List.of());
    }
    int length = source.length();
    byte[] text = source.buffer();
    if (options.mode() == ParseMode.EXEC && length > 0 && text[length - 1] != '\n') {
      text = Arrays.copyOf(text, text.length + 1);
      text[length++] = '\n';
    }
    TokenBuffer tokens = new TokenBuffer(length / 4 + 16);
    Tokenizer tokenizer = new Tokenizer(text, length, tokens);
    boolean complete = tokenizer.all();
    ParserState state = new ParserState(source, tokens, options);
    try {
      if (!complete) {
        throw ParseAbort.SYNTAX;
      }
      Mod tree = new Parser(state).module(options.mode());
      return new ParseResult.Parsed(tree, List.copyOf(state.warnings));
    } catch (ParseAbort abort) {
      int at = Math.min(state.pos, tokens.size() - 1);
      if (!complete && tokenizer.error() != null && tokenizer.error().message() != null) {
        return new ParseResult.Rejected(
            new Diagnostic(
                Diagnostic.Kind.SYNTAX_ERROR,
                tokenizer.error().message(),
                source.fileName(),
                tokenizer.error().line(),
                tokenizer.error().offset(),
                tokenizer.error().line(),
                tokenizer.error().endOffset(),
                tokenizer.error().text()),
            List.of());
      }
      return new ParseResult.Rejected(
          new Diagnostic(
              Diagnostic.Kind.SYNTAX_ERROR,
              "invalid syntax",
              source.fileName(),
              tokens.line(at),
              tokens.column(at) + 1,
              tokens.endLine(at),
              tokens.endColumn(at) + 1,
              source.line(tokens.line(at))),
          List.of());
    }
  }

  private static Diagnostic undecodable(SourceText source, DecodingProblem problem) {
    String file = source.fileName();
    Diagnostic.Kind kind = Diagnostic.Kind.SYNTAX_ERROR;
    switch (problem.place()) {
      case NONE:
        return Diagnostic.unplaced(kind, problem.message(), file);
      case UNKNOWN:
        return new Diagnostic(
            kind, problem.message(), file, 0, -1, Diagnostic.NONE, Diagnostic.NONE, null);
      default:
        return new Diagnostic(
            kind,
            problem.message(),
            file,
            problem.line(),
            problem.offset(),
            problem.line(),
            problem.endOffset(),
            problem.text());
    }
  }

  private Mod module(ParseMode mode) {
    switch (mode) {
      case EXEC:
        {
          List<Stmt> body = statements.statements(ENDMARKER);
          return new Mod.Module(body);
        }
      case EVAL:
        {
          Expr body = expressions.expressions();
          while (s.accept(NEWLINE)) {
            // blank ends
          }
          s.expect(ENDMARKER);
          return new Mod.Expression(body);
        }
      default:
        throw s.fail();
    }
  }
}
