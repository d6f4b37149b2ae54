package io.github.pycmaven.compiler.parser;

import static io.github.pycmaven.compiler.token.TokenKind.*;

import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.parser.invalid.ErrorFinder;
import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.compiler.token.TokenWarning;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.DecodingProblem;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Sources to syntax trees.
 *
 * <p>Recursive descent over the whole source's tokens. It knows nothing about errors but that there
 * is one; what is wrong is found out by a second, slower pass.
 */
public final class Parser {
  private final SourceText source;
  private final ParseOptions options;
  private final byte[] text;
  private final int length;

  /** Where an attempt has ended that met no wrong token. */
  private ParserState failure;

  private Parser(SourceText source, ParseOptions options) {
    this.source = source;
    this.options = options;
    int size = source.length();
    byte[] bytes = source.buffer();
    if (options.mode() == ParseMode.EXEC && size > 0 && bytes[size - 1] != '\n') {
      bytes = Arrays.copyOf(bytes, bytes.length + 1);
      bytes[size++] = '\n';
    }
    text = bytes;
    length = size;
  }

  /** Parses a source. */
  public static ParseResult parse(SourceText source, ParseOptions options) {
    DecodingProblem problem = source.problem();
    if (problem != null) {
      if (problem.place() == DecodingProblem.Place.BYTE
          && !options.features().test(Feature.CHECKED_COMMENTS)) {
        Parser parser = new Parser(source.withoutStrayBytes(), options);
        if (parser.hasTextFor(source)) {
          return parser.parse();
        }
        ErrorFinder.Finding finding = new Parser(source, options).findError();
        if (finding.error() != null) {
          return new ParseResult.Rejected(finding.error(), finding.warnings());
        }
      }
      return new ParseResult.Rejected(undecodable(source, problem, options), List.of());
    }
    return new Parser(source, options).parse();
  }

  /** Whether the bytes that are no UTF-8 are all in comments. */
  private boolean hasTextFor(SourceText undecoded) {
    TokenBuffer tokens = new TokenBuffer(length / 4 + 16);
    if (!Tokenizer.of(text, length, tokens, options.features()).all()) {
      return false;
    }
    int token = 0;
    for (int at = undecoded.strayByte(0); at >= 0; at = undecoded.strayByte(at + 1)) {
      while (token < tokens.size() && tokens.end(token) <= at) {
        token++;
      }
      // A line's end is a token that begins where the comment does.
      if (token < tokens.size() && tokens.start(token) <= at && tokens.kind(token) != NEWLINE) {
        return false;
      }
    }
    return true;
  }

  private ParseResult parse() {
    ParseResult parsed = attempt(ParserState.MAX_LEVELS, false);
    if (parsed != null) {
      return parsed;
    }
    ErrorFinder.Finding finding = findError();
    if (finding.error() != null) {
      return new ParseResult.Rejected(finding.error(), finding.warnings());
    }
    // The levels of nesting were only estimated, and names that look like constants are rare enough
    // to be looked at twice.
    parsed = attempt(Integer.MAX_VALUE, true);
    return parsed != null ? parsed : new ParseResult.Rejected(lackingFeature(), List.of());
  }

  /** The error of a source that the newest Python accepts and the target does not. */
  private Diagnostic lackingFeature() {
    TokenBuffer tokens = failure.tokens;
    int token = Math.min(failure.pos, tokens.size() - 1);
    Span place = failure.tokenSpan(token);
    String line = source.line(place.line());
    return new Diagnostic(
        Diagnostic.Kind.SYNTAX_ERROR,
        "invalid syntax",
        source.fileName(),
        place.line(),
        characters(line, place.column()) + 1,
        place.endLine(),
        characters(source.line(place.endLine()), place.endColumn()) + 1,
        options.onDisk() ? source.fileLine(place.line()) : line);
  }

  private boolean countsBytes() {
    return !options.features().test(Feature.CHARACTER_COLUMNS) && !source.declaresEncoding();
  }

  private int characters(String line, int bytes) {
    if (countsBytes()) {
      return bytes;
    }
    int characters = 0;
    int seen = 0;
    while (characters < line.length() && seen < bytes) {
      int point = line.codePointAt(line.offsetByCodePoints(0, characters));
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      characters++;
    }
    return characters;
  }

  /** The tree, or null if there is none. */
  private ParseResult attempt(int levels, boolean anyNames) {
    TokenBuffer tokens = new TokenBuffer(length / 4 + 16);
    Tokenizer tokenizer = Tokenizer.of(text, length, tokens, options.features());
    boolean complete = options.mode() == ParseMode.SINGLE ? single(tokenizer) : tokenizer.all();
    if (!complete || !anyNames && tokenizer.hasConstantName()) {
      return null;
    }
    ParserState state = new ParserState(source, text, tokens, options, levels);
    try {
      Mod tree = new ModuleParser(state).module(options.mode());
      if (options.mode() == ParseMode.SINGLE && !isAtEnd(state)) {
        return null;
      }
      return new ParseResult.Parsed(tree, warnings(state, tokenizer));
    } catch (ParseAbort abort) {
      failure = state;
      return null;
    }
  }

  /**
   * Tokens of interactive input, whose last statement is ended by the end of the text. An error may
   * follow the statement, so it is none yet.
   *
   * @cpython Parser/pegen.c:_PyPegen_fill_token
   */
  private boolean single(Tokenizer tokenizer) {
    boolean started = false;
    for (; ; ) {
      int kind = tokenizer.next();
      if (kind == ERRORTOKEN) {
        return true;
      }
      if (kind != ENDMARKER) {
        started = true;
      } else if (started) {
        started = false;
        tokenizer.endStatement(!options.dontImplyDedent());
      } else {
        return true;
      }
    }
  }

  /** Whether nothing but space and comments follows what has been read. */
  private boolean isAtEnd(ParserState state) {
    int i = Math.max(state.tokens.end(state.pos - 1), 0);
    if (i == 0) {
      return true;
    }
    while (i < length) {
      byte b = text[i];
      if (b == '#') {
        while (i < length && text[i] != '\n') {
          i++;
        }
      } else if (b == ' ' || b == '\t' || b == '\n' || b == '\f') {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  /** Warnings of both stages by their lines. */
  private List<Diagnostic> warnings(ParserState state, Tokenizer tokenizer) {
    List<TokenWarning> early = tokenizer.warnings();
    if (early.isEmpty()) {
      return List.copyOf(state.warnings);
    }
    List<Diagnostic> all = new ArrayList<>();
    for (TokenWarning warning : early) {
      all.add(
          Diagnostic.warning(
              Diagnostic.Kind.SYNTAX_WARNING,
              warning.message(),
              source.fileName(),
              warning.line()));
    }
    all.addAll(state.warnings);
    all.sort(Comparator.comparingInt(Diagnostic::lineno));
    return List.copyOf(all);
  }

  private ErrorFinder.Finding findError() {
    String start;
    switch (options.mode()) {
      case EXEC:
        start = "file";
        break;
      case SINGLE:
        start = "interactive";
        break;
      case EVAL:
        start = "eval";
        break;
      default:
        start = "func_type";
        break;
    }
    return ErrorFinder.find(
        new ErrorFinder.Request(
            source.fileName(),
            text,
            length,
            source.length(),
            start,
            options.barryAsBdfl(),
            options.dontImplyDedent(),
            options.onDisk() && options.mode() == ParseMode.EXEC,
            options.allowIncomplete(),
            options.features(),
            countsBytes(),
            new FieldFaults(source, text, options),
            null));
  }

  private static Diagnostic undecodable(
      SourceText source, DecodingProblem problem, ParseOptions options) {
    String file = source.fileName();
    Diagnostic.Kind kind = Diagnostic.Kind.SYNTAX_ERROR;
    DecodingProblem.Place place = problem.place();
    if (place == DecodingProblem.Place.LINE && !options.features().test(Feature.MESSAGES_OF_3_14)) {
      place = DecodingProblem.Place.UNKNOWN;
    }
    switch (place) {
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
}
