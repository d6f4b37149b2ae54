package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the parsers of all grammar areas share: the tokens and the place among them. */
final class ParserState {
  /**
   * How many rules of CPython's parser may be active at once.
   *
   * @cpython Parser/parser.c:MAXSTACK
   */
  static final int MAX_LEVELS = 6000;

  /** Rules from the file to an operand, from one bracket to the next, from block to block. */
  static final int BASE = 40;

  static final int BRACKET = 32;
  static final int BLOCK = 10;

  final SourceText source;
  final byte[] text;
  final TokenBuffer tokens;
  final ParseOptions options;
  final List<Diagnostic> warnings = new ArrayList<>();

  /** The token to be read next. */
  int pos;

  /**
   * The rules that CPython would have active: never fewer, but maybe more, where each rule is not
   * worth its counting.
   */
  int levels = BASE;

  /** Whether {@code from __future__ import barry_as_FLUFL} has been met. */
  boolean barryAsBdfl;

  private final int maxLevels;
  private final byte[] kinds;
  private Object[] scratch = new Object[256];
  private int top;

  ParserState(
      SourceText source, byte[] text, TokenBuffer tokens, ParseOptions options, int maxLevels) {
    this.source = source;
    this.text = text;
    this.maxLevels = maxLevels;
    this.tokens = tokens;
    this.options = options;
    this.barryAsBdfl = options.barryAsBdfl();
    this.kinds = tokens.kinds();
  }

  int kind() {
    return kinds[pos];
  }

  int kindAt(int token) {
    return kinds[token];
  }

  boolean at(int kind) {
    return kinds[pos] == kind;
  }

  boolean accept(int kind) {
    if (kinds[pos] == kind) {
      pos++;
      return true;
    }
    return false;
  }

  /** Goes past a token of a kind; gives its index. */
  int expect(int kind) {
    if (kinds[pos] != kind) {
      throw ParseAbort.SYNTAX;
    }
    return pos++;
  }

  /** Goes past a name; gives it. */
  String expectName() {
    return tokens.text(expect(TokenKind.NAME));
  }

  boolean atSoftKeyword(String word) {
    return kinds[pos] == TokenKind.NAME && word.equals(tokens.text(pos));
  }

  /** Whether the target's language has a feature. */
  boolean has(Feature feature) {
    return options.features().test(feature);
  }

  /** Goes on only if the target's language has a feature. */
  void demand(Feature feature) {
    if (!options.features().test(feature)) {
      throw ParseAbort.SYNTAX;
    }
  }

  /** How many rules may be active at once. */
  int maxLevels() {
    return maxLevels;
  }

  ParseAbort fail() {
    return ParseAbort.SYNTAX;
  }

  void enter(int rules) {
    levels += rules;
    if (levels > maxLevels) {
      throw ParseAbort.TOO_DEEP;
    }
  }

  void leave(int rules) {
    levels -= rules;
  }

  /** From a token up to the one that was read last; both have text. */
  Span span(int first) {
    return span(first, pos - 1);
  }

  Span span(int first, int last) {
    TokenBuffer t = tokens;
    return new Span(t.line(first), t.column(first), t.endLine(last), t.endColumn(last));
  }

  Span tokenSpan(int token) {
    return span(token, token);
  }

  /** From a token up to the last one that was read and is not mere layout. */
  Span statementSpan(int first) {
    int last = pos - 1;
    for (int kind = kinds[last];
        kind == TokenKind.NEWLINE
            || kind == TokenKind.DEDENT
            || kind == TokenKind.INDENT
            || kind == TokenKind.ENDMARKER;
        kind = kinds[last]) {
      last--;
    }
    return span(first, last);
  }

  // Lists are collected on a stack of our own, so that each is allocated once and in its size.

  int mark() {
    return top;
  }

  void push(Object element) {
    if (top == scratch.length) {
      scratch = Arrays.copyOf(scratch, top * 2);
    }
    scratch[top++] = element;
  }

  Object pop() {
    return scratch[--top];
  }

  int pushed(int mark) {
    return top - mark;
  }

  Object pushedAt(int index) {
    return scratch[index];
  }

  void setPushed(int index, Object element) {
    scratch[index] = element;
  }

  void drop(int mark) {
    top = mark;
  }

  /** The elements pushed since a mark, none of them null. */
  @SuppressWarnings("unchecked")
  <T> List<T> popList(int mark) {
    int size = top - mark;
    top = mark;
    switch (size) {
      case 0:
        return List.of();
      case 1:
        return List.of((T) scratch[mark]);
      case 2:
        return List.of((T) scratch[mark], (T) scratch[mark + 1]);
      default:
        return List.of((T[]) Arrays.copyOfRange(scratch, mark, mark + size));
    }
  }

  /** The elements pushed since a mark, any of them may be null. */
  @SuppressWarnings("unchecked")
  <T> List<T> popNullableList(int mark) {
    int size = top - mark;
    top = mark;
    return size == 0
        ? List.of()
        : (List<T>) Arrays.asList(Arrays.copyOfRange(scratch, mark, mark + size));
  }
}
