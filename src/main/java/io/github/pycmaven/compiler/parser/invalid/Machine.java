package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Feature;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries rules on a source. Tokens are made only when a rule asks for them, since the last one that
 * was asked for is where CPython sees the error.
 *
 * @cpython Parser/pegen.c:_PyPegen_fill_token
 */
final class Machine {
  /** How many rules may be active at once. */
  private static final int MAX_LEVELS = 6000;

  /** The levels around a statement of the file: the file, its statements, their loop. */
  private static final int TOP_LEVEL = 3;

  final Memo memo = new Memo();

  /** Results for blocks, which alternatives of compound statements share. */
  final Memo kept = new Memo();

  final List<Diagnostic> warnings = new ArrayList<>();

  /** The next token. */
  int mark;

  /** Whether the rules of the error pass are tried. */
  boolean searching;

  private final ErrorFinder.Request request;
  private final byte[] text;
  private final TokenBuffer tokens;
  private final Tokenizer tokenizer;
  private final Complaints complaints;
  private final Literals literals;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> levelsOfBrackets = new ArrayList<>();
  private int levels;
  private int warned;
  private boolean started;
  private boolean barryAsBdfl;

  Machine(ErrorFinder.Request request) {
    this.request = request;
    text = request.text();
    tokens = new TokenBuffer(request.length() / 4 + 16);
    tokenizer = Tokenizer.of(text, request.length(), tokens, request.features());
    if (request.inset() != null) {
      tokens.moveBy(request.inset().lines(), request.inset().columns());
    }
    if (!request.features().test(Feature.MESSAGES_OF_3_14)) {
      tokenizer.readUnfitPrefixesAsNames();
    }
    if (!request.features().test(Feature.MESSAGES_OF_3_13)) {
      tokenizer.keepEscapedQuotesQuiet();
    }
    if (!request.features().test(Feature.MESSAGES_OF_3_13)) {
      tokenizer.joinOldNotEqual();
    }
    if (request.barryAsBdfl()) {
      setBarryAsBdfl();
    }
    complaints = new Complaints(this, request, tokens, tokenizer);
    literals = new Literals(this, request, tokens);
  }

  Complaints complaints() {
    return complaints;
  }

  Literals literals() {
    return literals;
  }

  Tokenizer tokenizer() {
    return tokenizer;
  }

  byte[] text() {
    return text;
  }

  /** Whether {@code <>} is asked for instead of {@code !=}. */
  boolean isBarryAsBdfl() {
    return barryAsBdfl;
  }

  void setBarryAsBdfl() {
    barryAsBdfl = true;
    tokenizer.joinOldNotEqual();
  }

  void enter() {
    if (levels++ == MAX_LEVELS) {
      throw complaints.tooDeep();
    }
  }

  void leave() {
    levels--;
  }

  /**
   * A statement has matched. What is in its header may be tried once more if it is in a block,
   * which costs little, but in the first pass would repeat warnings.
   */
  void afterStatement() {
    if (searching || levels == TOP_LEVEL) {
      memo.clear();
    }
  }

  void restart() {
    mark = 0;
    levels = 0;
    memo.clear();
    kept.clear();
  }

  /** How many tokens have been made. */
  int filled() {
    return nodes.size();
  }

  int kind() {
    fetch();
    return tokens.kind(mark);
  }

  int kindOf(int token) {
    return tokens.kind(token);
  }

  /** Makes the token at the current place if need be. */
  void fetch() {
    if (mark < nodes.size()) {
      return;
    }
    int kind = tokenizer.next();
    int at = nodes.size();
    if (request.single() && kind == TokenKind.ENDMARKER && started) {
      kind = TokenKind.NEWLINE;
      tokens.setKind(at, kind);
      started = false;
      if (tokenizer.blockDepth() > 0 && !request.dontImplyDedent()) {
        tokenizer.closeBlocks();
      }
    } else {
      started = true;
    }
    takeWarnings();
    levelsOfBrackets.add(tokenizer.brackets().depth());
    nodes.add(
        new Node(
            Shape.TOKEN,
            tokens.line(at),
            tokens.column(at),
            tokens.endLine(at),
            endColumn(at, kind),
            tokens.start(at) < 0 ? "" : rawText(at),
            null));
    if (kind == TokenKind.ERRORTOKEN) {
      throw complaints.ofTokenizer();
    }
  }

  private int endColumn(int token, int kind) {
    int column = tokens.endColumn(token);
    boolean isShorter =
        kind == TokenKind.NEWLINE
            && column > 0
            && !request.features().test(Feature.NEWLINES_IN_TOKENS);
    return isShorter ? column - 1 : column;
  }

  void takeWarnings() {
    for (; warned < tokenizer.warnings().size(); warned++) {
      warnings.add(
          Diagnostic.warning(
              Diagnostic.Kind.SYNTAX_WARNING,
              tokenizer.warnings().get(warned).message(),
              request.file(),
              tokenizer.warnings().get(warned).line()));
    }
  }

  String rawText(int token) {
    int start = tokens.start(token);
    return new String(text, start, tokens.end(token) - start, StandardCharsets.UTF_8);
  }

  Node token(int index) {
    return nodes.get(index);
  }

  int indexOf(Node token) {
    int i = nodes.size() - 1;
    while (nodes.get(i) != token) {
      i--;
    }
    return i;
  }

  int bracketsAt(int token) {
    return levelsOfBrackets.get(token);
  }

  /** A name, in its normal form. */
  Node name(int token) {
    String name = tokens.text(token);
    if (name.equals("None") || name.equals("True") || name.equals("False")) {
      throw complaints.valueError("identifier field can't represent '" + name + "' constant");
    }
    Node place = nodes.get(token);
    return new Node(
        Shape.NAME, place.line(), place.column(), place.endLine(), place.endColumn(), name, null);
  }

  /** A node from a token up to the last one that has been taken and is not layout. */
  Node node(Shape shape, int start, Object[] parts) {
    int last = mark - 1;
    while (last > 0) {
      int kind = tokens.kind(last);
      if (kind != TokenKind.ENDMARKER && (kind < TokenKind.NEWLINE || kind > TokenKind.DEDENT)) {
        break;
      }
      last--;
    }
    Node first = nodes.get(start);
    Node end = nodes.get(Math.max(last, 0));
    return new Node(
        shape, first.line(), first.column(), end.endLine(), end.endColumn(), first.text(), parts);
  }
}
