package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenError;
import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.compiler.token.Tokenizer;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.target.Feature;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds out what is wrong with a source that the parser has refused, in CPython's words and at its
 * place.
 *
 * <p>It follows CPython's way: a first pass over the rules of the language shows how far a source
 * makes sense, a second one tries rules for common mistakes, too.
 *
 * @cpython Parser/pegen.c:_PyPegen_run_parser
 */
public final class ErrorFinder {
  /** The features that the rules depend on. */
  private static final Set<Feature> CONDITIONS = RuleReader.conditions();

  /** For the features that a target has of those: its rules, read when it first needs them. */
  private static final Map<Set<Feature>, Map<String, Rule>> RULES = new ConcurrentHashMap<>();

  private final Request request;
  private final Machine m;

  private ErrorFinder(Request request) {
    this.request = request;
    m = new Machine(request);
  }

  /**
   * What is to be looked at.
   *
   * @param file the source's name
   * @param text its UTF-8 text, with NULs after it
   * @param length the text's length, with the newline that ends a file
   * @param fileLength the length without that newline if the file has none
   * @param startRule the rule for the whole source
   * @param barryAsBdfl whether {@code <>} is written for {@code !=}
   * @param dontImplyDedent whether the end of interactive input leaves blocks open
   * @param onDisk whether CPython could read the line of an error from the file
   * @param allowIncomplete whether an error at the end of the text says that more could follow
   * @param features what the target's language has of what came after 3.10
   * @param countsBytes whether columns are to count bytes, not characters
   * @param fields who knows the faults of f-strings that are one token
   * @param inset where the text comes from if it is a replacement field, or null
   */
  public record Request(
      String file,
      byte[] text,
      int length,
      int fileLength,
      String startRule,
      boolean barryAsBdfl,
      boolean dontImplyDedent,
      boolean onDisk,
      boolean allowIncomplete,
      Predicate<Feature> features,
      boolean countsBytes,
      FieldCheck fields,
      Inset inset) {
    boolean single() {
      return startRule.equals("interactive");
    }
  }

  /**
   * What was found.
   *
   * @param error the error, or null if the rules find none
   * @param warnings what CPython warned about before it met the error
   */
  public record Finding(Diagnostic error, List<Diagnostic> warnings) {}

  /** Looks for the error in a source. */
  public static Finding find(Request request) {
    ErrorFinder finder = new ErrorFinder(request);
    Diagnostic error = finder.error();
    finder.m.takeWarnings();
    return new Finding(error, List.copyOf(finder.m.warnings));
  }

  private static Map<String, Rule> rules(Predicate<Feature> features) {
    Set<Feature> present = EnumSet.noneOf(Feature.class);
    for (Feature condition : CONDITIONS) {
      if (features.test(condition)) {
        present.add(condition);
      }
    }
    return RULES.computeIfAbsent(present, key -> RuleReader.read(key::contains));
  }

  private Diagnostic error() {
    Rule start = rules(request.features()).get(request.startRule());
    Diagnostic error = null;
    try {
      if (start.match(m) != null) {
        return request.single() ? moreThanOne() : null;
      }
    } catch (Complaint complaint) {
      error = complaint.diagnostic();
    }
    if (request.allowIncomplete() && m.tokenizer().isIncomplete()) {
      return m.complaints().last(Diagnostic.Kind.INCOMPLETE_INPUT, "incomplete input").diagnostic();
    }
    if (error != null && !error.kind().isSyntaxError()) {
      return error;
    }
    int lastToken = m.filled() - 1;
    if (error == null) {
      m.restart();
      m.searching = true;
      try {
        start.match(m);
      } catch (Complaint complaint) {
        error = complaint.diagnostic();
      }
    }
    return settle(error, lastToken);
  }

  /**
   * The error of one of the passes, or one of the tokens behind it, or none but that it is wrong.
   *
   * @cpython Parser/pegen_errors.c:_Pypegen_set_syntax_error
   */
  private Diagnostic settle(Diagnostic found, int lastToken) {
    Tokenizer tokenizer = m.tokenizer();
    if (found != null) {
      boolean goesOn = tokenizer.error() == null && !tokenizer.isAtEnd();
      return goesOn && found.kind().isSyntaxError() ? preferTokens(found) : found;
    }
    int kind = m.kindOf(lastToken);
    if (kind == TokenKind.INDENT || kind == TokenKind.DEDENT) {
      String words = kind == TokenKind.INDENT ? "unexpected indent" : "unexpected unindent";
      return m.complaints().last(Diagnostic.Kind.INDENTATION_ERROR, words).diagnostic();
    }
    return preferTokens(m.complaints().at(m.token(lastToken), "invalid syntax").diagnostic());
  }

  /**
   * Reads all other tokens: what is wrong with them comes before what is wrong with their order.
   *
   * @cpython Parser/pegen_errors.c:_PyPegen_tokenize_full_source_to_check_for_errors
   */
  private Diagnostic preferTokens(Diagnostic found) {
    Tokenizer tokenizer = m.tokenizer();
    if (tokenizer.error() != null) {
      return found;
    }
    int line = m.token(m.filled() - 1).line();
    if (tokenizer.all()) {
      return found;
    }
    if (tokenizer.error().kind() == TokenError.Kind.UNDECODABLE) {
      return m.complaints().unicodeError(tokenizer.error().message()).diagnostic();
    }
    Diagnostic other = null;
    if (tokenizer.error().message() != null) {
      other = m.complaints().ofTokenizer().diagnostic();
    } else if (tokenizer.brackets().depth() > 0 && line > tokenizer.brackets().line()) {
      other = m.complaints().neverClosed().diagnostic();
    }
    return other != null && tokenizer.stringDepth() == 0 ? other : found;
  }

  /**
   * For one interactive statement: whether more comes after it.
   *
   * @cpython Parser/pegen.c:bad_single_statement
   */
  private Diagnostic moreThanOne() {
    byte[] text = request.text();
    int i = m.tokenizer().position();
    while (i < request.length()) {
      byte b = text[i];
      if (b == '#') {
        while (i < request.length() && text[i] != '\n') {
          i++;
        }
      } else if (b != ' ' && b != '\t' && b != '\n' && b != '\f') {
        return m.complaints()
            .last(
                Diagnostic.Kind.SYNTAX_ERROR,
                "multiple statements found while compiling a single statement")
            .diagnostic();
      } else {
        i++;
      }
    }
    return null;
  }
}
