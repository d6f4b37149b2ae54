package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenError;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.diagnostic.Diagnostic;
import java.util.List;

/**
 * Errors with their places, as CPython computes them.
 *
 * @cpython Parser/pegen_errors.c
 */
final class Complaints {
  /** A line or column that is the tokenizer's current one. */
  private static final int HERE = Integer.MIN_VALUE + 1;

  private final Machine m;
  private final ErrorFinder.Request request;
  private final TokenBuffer tokens;
  private final Tokenizer tokenizer;

  Complaints(Machine m, ErrorFinder.Request request, TokenBuffer tokens, Tokenizer tokenizer) {
    this.m = m;
    this.request = request;
    this.tokens = tokens;
    this.tokenizer = tokenizer;
  }

  /** The error that a rule asks for, or null if it turns out to be none. */
  Object raise(String place, Object a, Object b, Wording wording, Object[] values) {
    String words = wording.with(values);
    switch (place) {
      case "last":
        throw last(Diagnostic.Kind.SYNTAX_ERROR, words);
      case "next":
        m.fetch();
        throw at(Diagnostic.Kind.SYNTAX_ERROR, m.token(m.mark), words);
      case "block":
        throw last(Diagnostic.Kind.INDENTATION_ERROR, words);
      case "at":
        throw at((Node) a, words);
      case "range":
        throw range((Node) a, (Node) b, words);
      case "items":
        throw range(first(a), lastOf(a), words);
      case "through":
        throw range((Node) a, lastOf(b), words);
      case "mixed":
        throw range(lastOf(a), (Node) b, words);
      case "clauses":
        throw range((Node) a, Methods.lastOfClauses(b), words);
      case "since":
        {
          Node node = (Node) a;
          throw known(
              Diagnostic.Kind.SYNTAX_ERROR, node.line(), node.column() + 1, HERE, HERE, words);
        }
      case "key":
        {
          Node node = (Node) a;
          throw known(
              Diagnostic.Kind.SYNTAX_ERROR,
              node.line(),
              node.endColumn(),
              node.endLine(),
              0,
              words);
        }
      default:
        return target(place, (Node) a);
    }
  }

  private Object target(String place, Node node) {
    Node wrong = Targets.invalid(node, place);
    if (wrong == null) {
      return null;
    }
    String verb = place.equals("target del") ? "cannot delete " : "cannot assign to ";
    throw at(wrong, verb + wrong.description());
  }

  private static Node first(Object list) {
    return (Node) ((List<?>) list).get(0);
  }

  private static Node lastOf(Object list) {
    List<?> nodes = (List<?>) list;
    return (Node) nodes.get(nodes.size() - 1);
  }

  Complaint at(Node node, String words) {
    return range(node, node, words);
  }

  Complaint range(Node first, Node last, String words) {
    return known(
        Diagnostic.Kind.SYNTAX_ERROR,
        first.line(),
        first.column() + 1,
        last.endLine(),
        last.endColumn() + 1,
        words);
  }

  /** At the last token that was made. */
  Complaint last(Diagnostic.Kind kind, String words) {
    return at(kind, m.token(m.filled() - 1), words);
  }

  private Complaint at(Diagnostic.Kind kind, Node token, String words) {
    int column =
        token.column() == -1 ? tokenizer.position() - tokenizer.lineStart() : token.column() + 1;
    int endColumn = token.endColumn() == -1 ? -1 : token.endColumn() + 1;
    return known(kind, token.line(), column, token.endLine(), endColumn, words);
  }

  Complaint valueError(String words) {
    return new Complaint(Diagnostic.unplaced(Diagnostic.Kind.VALUE_ERROR, words, request.file()));
  }

  Complaint unicodeError(String words) {
    return new Complaint(
        Diagnostic.unplaced(Diagnostic.Kind.UNICODE_DECODE_ERROR, words, request.file()));
  }

  Complaint tooDeep() {
    return new Complaint(
        Diagnostic.unplaced(
            Diagnostic.Kind.MEMORY_ERROR,
            "Parser stack overflowed - Python source too complex to parse",
            request.file()));
  }

  /** What stopped the tokenizer. */
  Complaint ofTokenizer() {
    TokenError error = tokenizer.error();
    int line = tokenizer.line();
    switch (error.kind()) {
      case SYNTAX:
        int errorLine = error.line() + linesBefore();
        return new Complaint(
            new Diagnostic(
                Diagnostic.Kind.SYNTAX_ERROR,
                error.message(),
                request.file(),
                errorLine,
                error.offset(),
                errorLine,
                error.endOffset(),
                error.text()));
      case UNDECODABLE:
        return last(Diagnostic.Kind.SYNTAX_ERROR, "(unicode error) " + error.message());
      case END_OF_TEXT:
        return tokenizer.brackets().depth() > 0
            ? neverClosed()
            : last(Diagnostic.Kind.SYNTAX_ERROR, "unexpected EOF while parsing");
      case DEDENT:
        return last(
            Diagnostic.Kind.INDENTATION_ERROR,
            "unindent does not match any outer indentation level");
      case TABS:
        return known(
            Diagnostic.Kind.TAB_ERROR,
            line,
            1,
            line,
            0,
            "inconsistent use of tabs and spaces in indentation");
      case TOO_DEEP:
        return known(
            Diagnostic.Kind.INDENTATION_ERROR, line, 1, line, 0, "too many levels of indentation");
      default:
        return known(
            Diagnostic.Kind.SYNTAX_ERROR,
            line,
            Math.max(tokenizer.position() - tokenizer.bufferStart() - 1, 0) + 1,
            line,
            0,
            "unexpected character after line continuation character");
    }
  }

  private int linesBefore() {
    return request.inset() == null ? 0 : request.inset().lines();
  }

  Complaint neverClosed() {
    int line = tokenizer.brackets().line() + linesBefore();
    return known(
        Diagnostic.Kind.SYNTAX_ERROR,
        line,
        tokenizer.brackets().column() + 1,
        line,
        0,
        "'" + tokenizer.brackets().opening() + "' was never closed");
  }

  /** Columns are in bytes from 1 here; the diagnostic's are in characters. */
  Complaint known(
      Diagnostic.Kind kind, int line, int column, int endLine, int endColumn, String words) {
    int lastLine = endLine == HERE ? tokenizer.line() + linesBefore() : endLine;
    int lastColumn = endColumn == HERE ? tokenizer.position() - tokenizer.lineStart() : endColumn;
    ErrorLine text = ErrorLine.of(request, tokenizer, line - linesBefore());
    if (request.inset() != null) {
      int before = request.inset().columns();
      return new Complaint(
          new Diagnostic(
              kind,
              "f-string: " + words,
              request.file(),
              line,
              column - before,
              lastLine,
              lastColumn - before,
              text.text()));
    }
    return new Complaint(
        new Diagnostic(
            kind,
            words,
            request.file(),
            line,
            characters(text, column),
            lastLine,
            lastColumn > 0 ? characters(text, lastColumn) : lastColumn,
            text.text()));
  }

  private int characters(ErrorLine text, int column) {
    return request.countsBytes() ? column : text.characters(column);
  }
}
