package io.github.pycmaven.compiler.token;

import io.github.pycmaven.target.Feature;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Turns UTF-8 text into tokens, one at each call of {@link #next}.
 *
 * <p>What is inside of an f-string is tokenized like all other code; a stack of {@link StringMode}
 * says where text and where code is read.
 *
 * @cpython Parser/lexer/lexer.c:tok_get
 */
public final class Tokenizer {
  private static final int MAX_STRING_DEPTH = 150;
  private static final int CODE_LINE = -1;
  private static final int BLANK_LINE = -2;

  private final TokenBuffer out;
  private final Cursor cursor;
  private final TokenFaults faults;
  private final NameTable names = new NameTable();
  private final Indentation indentation = new Indentation();
  private final Brackets brackets = new Brackets();
  private final NumberScanner numbers;
  private final StringScanner strings;
  private final StringTextScanner texts;
  private final IdentifierScanner identifiers;
  private StringMode mode = new StringMode();
  private boolean atLineStart = true;
  private boolean oldNotEqual;

  /** What the target has; asked only where it matters, so that targets can share trees. */
  private final Predicate<Feature> features;

  private boolean unfitAreNames;

  /**
   * A tokenizer of a text.
   *
   * @param text UTF-8 with newlines only as line ends; at least three NUL bytes follow its end
   * @param end the text's length
   * @param out where the tokens go
   */
  public Tokenizer(byte[] text, int end, TokenBuffer out) {
    this(text, end, out, feature -> true);
  }

  private Tokenizer(byte[] text, int end, TokenBuffer out, Predicate<Feature> features) {
    this.out = out;
    this.features = features;
    cursor = new Cursor(text, end, out);
    faults = new TokenFaults(cursor);
    numbers = new NumberScanner(cursor, faults);
    strings = new StringScanner(cursor, faults);
    texts = new StringTextScanner(cursor, faults, features);
    identifiers = new IdentifierScanner(cursor, faults);
  }

  /** A tokenizer for a target that has some features of the language. */
  public static Tokenizer of(byte[] text, int end, TokenBuffer out, Predicate<Feature> features) {
    return new Tokenizer(text, end, out, features);
  }

  /** Adds the next token to the buffer and gives its kind; ERRORTOKEN after an error. */
  public int next() {
    StringMode m = mode;
    if (m.inText) {
      int start = cursor.pos;
      int line = cursor.line;
      cursor.spanning = true;
      int kind = texts.scan(m);
      cursor.spanning = false;
      if (kind != StringTextScanner.FIELD) {
        if (kind == TokenKind.ERRORTOKEN) {
          return bare(kind);
        }
        if (kind == TokenKind.FSTRING_END || kind == TokenKind.TSTRING_END) {
          mode = m.outer;
        }
        out.add(kind, start, cursor.pos, line, cursor.line, null);
        return kind;
      }
    }
    return code(m);
  }

  /** Tokenizes everything up to the end or the first error; true if there was none. */
  public boolean all() {
    int kind;
    do {
      kind = next();
    } while (kind != TokenKind.ENDMARKER && kind != TokenKind.ERRORTOKEN);
    return kind == TokenKind.ENDMARKER;
  }

  /**
   * Turns the ENDMARKER that came last into the NEWLINE that ends an interactive statement.
   *
   * @param closing whether the blocks that are still open end, too
   */
  public void endStatement(boolean closing) {
    out.setKind(out.size() - 1, TokenKind.NEWLINE);
    if (closing && indentation.depth() > 0) {
      indentation.closeAll();
    }
  }

  /**
   * From now on letters that cannot go together before a string, or would make it a t-string, are a
   * name.
   */
  public void readUnfitPrefixesAsNames() {
    unfitAreNames = true;
  }

  /** From now on nothing is said of an escape before what might have been a string's end. */
  public void keepEscapedQuotesQuiet() {
    strings.keepEscapedQuotesQuiet();
  }

  /** From now on {@code <>} is one token (PEP 401). */
  public void joinOldNotEqual() {
    oldNotEqual = true;
  }

  /**
   * Whether a name has been met whose normal form is {@code None}, {@code True} or {@code False}.
   */
  public boolean hasConstantName() {
    return identifiers.hasConstantName();
  }

  /** What stopped the tokenizer, or null. */
  public TokenError error() {
    return faults.error();
  }

  /** The warnings up to now. */
  public List<TokenWarning> warnings() {
    return faults.warnings();
  }

  /** The open brackets. */
  public Brackets brackets() {
    return brackets;
  }

  /** The number of f-strings and t-strings around the current place. */
  public int stringDepth() {
    return mode.depth;
  }

  /** The letter of the string around the current place, {@code f} unless it is a t-string. */
  public char stringPrefix() {
    return mode.prefix();
  }

  /** Whether backslashes mean nothing in the string around the current place. */
  public boolean isRaw() {
    return mode.raw;
  }

  /** The offset of the first line that the tokenizer still held when it read the current token. */
  public int bufferStart() {
    return cursor.bufferStart;
  }

  /** The line that is being read. */
  public int line() {
    return cursor.line;
  }

  /** The offset of the line that is being read. */
  public int lineStart() {
    return cursor.lineStart;
  }

  /** The offset of the end of the line that is being read, after its newline. */
  public int lineEnd() {
    return cursor.limit;
  }

  /** The offset of the next byte. */
  public int position() {
    return cursor.pos;
  }

  /** Whether the end of the text has been met. */
  public boolean isAtEnd() {
    return cursor.atEnd;
  }

  /** Whether more text might repair what is wrong: it ends too early, or within a string. */
  public boolean isIncomplete() {
    TokenError error = faults.error();
    return error == null
        ? cursor.atEnd
        : error.kind() == TokenError.Kind.END_OF_TEXT || faults.isStringOpen();
  }

  /** The number of open blocks. */
  public int blockDepth() {
    return indentation.depth();
  }

  /** Ends all open blocks: their DEDENT tokens come next. */
  public void closeBlocks() {
    indentation.closeAll();
  }

  private int bare(int kind) {
    out.add(kind, -1, -1, cursor.line, cursor.line, null);
    return kind;
  }

  private int token(int kind, int start) {
    out.add(kind, start, cursor.pos, cursor.line, cursor.line, null);
    return kind;
  }

  private int failed(boolean succeeded, int kind, int start) {
    return succeeded ? token(kind, start) : bare(TokenKind.ERRORTOKEN);
  }

  private int code(StringMode m) {
    Cursor c = cursor;
    byte[] text = c.text;
    boolean blank = false;
    if (atLineStart || indentation.pending != 0) {
      int kind = beginLine();
      if (kind >= 0) {
        return kind;
      }
      blank = kind == BLANK_LINE;
    }
    for (; ; ) {
      int ch;
      do {
        ch = c.read();
      } while (ch == ' ' || ch == '\t' || ch == '\f');
      int start = c.pos - 1;
      if (CharClass.isNameStart(ch)) {
        return name(m, start);
      }
      if (ch == '#') {
        // To the newline; the token that it makes starts at the comment.
        c.pos = c.limit;
        if (text[c.limit - 1] == '\n') {
          ch = '\n';
        } else {
          ch = c.read();
        }
      }
      if (ch == '\n') {
        atLineStart = true;
        if (!blank && brackets.depth() == 0) {
          return token(TokenKind.NEWLINE, start);
        }
        int kind = beginLine();
        if (kind >= 0) {
          return kind;
        }
        blank = kind == BLANK_LINE;
        continue;
      }
      if (ch == Cursor.EOF) {
        if (brackets.depth() > 0) {
          faults.fail(TokenError.Kind.END_OF_TEXT);
          return bare(TokenKind.ERRORTOKEN);
        }
        return bare(TokenKind.ENDMARKER);
      }
      if (CharClass.isDigit(ch)) {
        return failed(numbers.scan(ch), TokenKind.NUMBER, start);
      }
      if (ch == '"' || ch == '\'') {
        return string(m, ch, start);
      }
      if (ch == '.' && CharClass.isDigit(text[c.pos])) {
        return failed(numbers.scanFraction(c.read()), TokenKind.NUMBER, start);
      }
      if (ch == '\\') {
        c.spanning = true;
        boolean continued = Continuation.follow(c, faults);
        c.spanning = false;
        if (!continued) {
          return bare(TokenKind.ERRORTOKEN);
        }
        continue;
      }
      return operator(m, ch, start);
    }
  }

  /** Reads indentation; gives a token's kind, or what kind of line it is. */
  private int beginLine() {
    boolean blank = false;
    if (atLineStart) {
      atLineStart = false;
      Indentation.Line line = indentation.measure(cursor, faults, brackets.depth() > 0);
      if (line == Indentation.Line.ERROR) {
        return bare(TokenKind.ERRORTOKEN);
      }
      blank = line == Indentation.Line.BLANK;
    }
    if (indentation.pending < 0) {
      indentation.pending++;
      return bare(TokenKind.DEDENT);
    }
    if (indentation.pending > 0) {
      indentation.pending--;
      return bare(TokenKind.INDENT);
    }
    if (cursor.pos == cursor.limit) {
      // The line number counts a line from the moment its first character is asked for.
      cursor.enterLine();
    }
    return blank ? BLANK_LINE : CODE_LINE;
  }

  private int name(StringMode m, int start) {
    Cursor c = cursor;
    byte[] text = c.text;
    int p = start;
    int hash = 0;
    int bits = 0;
    int b;
    while (CharClass.isNamePart((b = text[p]) & 0xff)) {
      hash = hash * 31 + b;
      bits |= b;
      p++;
    }
    c.pos = p;
    c.atEnd |= p == c.end;
    if ((b == '"' || b == '\'') && p - start <= 5 && bits > 0) {
      int flags = StringPrefix.of(text, start, p);
      if (flags != 0 && isPrefix(flags)) {
        c.pos = p + 1;
        return prefixedString(m, flags, b, start);
      }
    }
    if (bits < 0) {
      String normalized = identifiers.scan(start);
      if (normalized == null) {
        return bare(TokenKind.ERRORTOKEN);
      }
      out.add(TokenKind.NAME, start, p, c.line, c.line, normalized);
      return TokenKind.NAME;
    }
    int slot = names.intern(text, start, p, hash);
    int kind = names.kind(slot);
    out.add(kind, start, p, c.line, c.line, names.name(slot));
    return kind;
  }

  private int string(StringMode m, int quote, int start) {
    int line = cursor.line;
    cursor.spanning = true;
    boolean sound = strings.scan(quote, start, m);
    cursor.spanning = false;
    if (!sound) {
      return bare(TokenKind.ERRORTOKEN);
    }
    out.add(TokenKind.STRING, start, cursor.pos, line, cursor.line, null);
    return TokenKind.STRING;
  }

  private boolean isPrefix(int flags) {
    boolean template = (flags & StringPrefix.T) != 0;
    return !(template && !features.test(Feature.FSTRING_TOKENS))
        && !(unfitAreNames && (template || StringPrefix.conflict(flags) != null));
  }

  /** A string with letters before its first quote, which has been read. */
  private int prefixedString(StringMode m, int flags, int quote, int start) {
    String conflict = StringPrefix.conflict(flags);
    if (conflict != null) {
      faults.syntax(conflict, start + 1 - cursor.lineStart, cursor.pos - cursor.lineStart);
      return bare(TokenKind.ERRORTOKEN);
    }
    if ((flags & (StringPrefix.F | StringPrefix.T)) == 0
        || !features.test(Feature.FSTRING_TOKENS)) {
      return string(m, quote, start);
    }
    Cursor c = cursor;
    int size = 1;
    if (c.text[c.pos] == quote && c.text[c.pos + 1] == quote) {
      size = 3;
      c.pos += 2;
    }
    if (m.depth + 1 >= MAX_STRING_DEPTH) {
      faults.syntax("too many nested f-strings or t-strings");
      return bare(TokenKind.ERRORTOKEN);
    }
    boolean template = (flags & StringPrefix.T) != 0;
    boolean raw = (flags & StringPrefix.R) != 0;
    mode = new StringMode(m, quote, size, raw, template, start, c);
    return token(template ? TokenKind.TSTRING_START : TokenKind.FSTRING_START, start);
  }

  private int operator(StringMode m, int ch, int start) {
    Cursor c = cursor;
    String fieldSource = null;
    if (m.depth > 0 && m.isInField() && (ch == ':' || ch == '}' || ch == '!' || ch == '{')) {
      int depth = m.brackets - (ch == '{' ? 0 : 1);
      if (depth == 0 || depth == 1 && (m.inDebug || m.inFormatSpec)) {
        m.note(ch, start, c.pos);
        if (ch != '{' && (m.inDebug || m.template)) {
          fieldSource = FieldSource.of(c.text, m.exprStart, m.exprEnd);
        }
      }
      if (ch == ':' && depth == m.fieldDepth) {
        m.inText = true;
        m.inFormatSpec = true;
        out.add(TokenKind.COLON, start, c.pos, c.line, c.line, fieldSource);
        return TokenKind.COLON;
      }
    }
    int kind = Operators.scan(c.text, c.pos - 1);
    if (oldNotEqual && ch == '<' && c.text[c.pos] == '>') {
      kind = TokenKind.NOTEQUAL;
    }
    int length = Operators.length(kind);
    if (length > 1) {
      c.pos += length - 1;
    } else {
      switch (kind) {
        case TokenKind.LPAR:
        case TokenKind.LSQB:
        case TokenKind.LBRACE:
          if (!brackets.open((char) ch, c.line, start - c.lineStart)) {
            faults.syntax("too many nested parentheses");
            return bare(TokenKind.ERRORTOKEN);
          }
          if (m.depth > 0) {
            m.brackets++;
          }
          break;
        case TokenKind.RPAR:
        case TokenKind.RSQB:
        case TokenKind.RBRACE:
          if (!close(m, ch)) {
            return bare(TokenKind.ERRORTOKEN);
          }
          break;
        case TokenKind.EQUAL:
          if (m.depth > 0 && m.brackets - m.fieldDepth == 1) {
            m.inDebug = true;
          }
          break;
        case TokenKind.OP:
          if (ch < ' ' || ch == 0x7f) {
            faults.syntax(String.format(Locale.ROOT, "invalid non-printable character U+%04X", ch));
            return bare(TokenKind.ERRORTOKEN);
          }
          break;
        default:
          break;
      }
    }
    // The end shows when a longer operator is looked for.
    c.atEnd |= c.pos == c.end && length < 3;
    out.add(kind, start, c.pos, c.line, c.line, fieldSource);
    return kind;
  }

  private boolean close(StringMode m, int ch) {
    if (m.depth > 0 && m.brackets == 0 && ch == '}') {
      faults.syntax(m.prefix() + "-string: single '}' is not allowed");
      return false;
    }
    if (brackets.depth() == 0) {
      faults.syntax("unmatched '" + (char) ch + "'");
      return false;
    }
    char opening = brackets.opening();
    int openingLine = brackets.line();
    brackets.close();
    if (ch != (opening == '(' ? ')' : opening + 2)) {
      if (m.depth > 0 && opening == '{' && m.brackets - 1 == m.fieldDepth) {
        faults.syntax(m.prefix() + "-string: unmatched '" + (char) ch + "'");
      } else {
        faults.syntax(
            "closing parenthesis '"
                + (char) ch
                + "' does not match opening parenthesis '"
                + opening
                + "'"
                + (openingLine != cursor.line ? " on line " + openingLine : ""));
      }
      return false;
    }
    if (m.depth > 0) {
      m.brackets--;
      if (m.brackets < 0) {
        faults.syntax(m.prefix() + "-string: unmatched '" + (char) ch + "'");
        return false;
      }
      if (ch == '}' && m.brackets == m.fieldDepth) {
        m.fieldDepth--;
        m.inText = true;
        m.inFormatSpec = false;
        m.inDebug = false;
      }
    }
    return true;
  }
}
