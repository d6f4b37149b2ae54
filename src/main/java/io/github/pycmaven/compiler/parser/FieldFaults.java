package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.compiler.parser.invalid.ErrorFinder;
import io.github.pycmaven.compiler.parser.invalid.FieldCheck;
import io.github.pycmaven.compiler.parser.invalid.Inset;
import io.github.pycmaven.compiler.token.TokenBuffer;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.source.SourceText;

/** Reads f-strings that are one token once more, for the first thing that is wrong in them. */
final class FieldFaults implements FieldCheck {
  private final SourceText source;
  private final byte[] text;
  private final ParseOptions options;

  FieldFaults(SourceText source, byte[] text, ParseOptions options) {
    this.source = source;
    this.text = text;
    this.options = options;
  }

  /** Unwinds the reader at the first error of an expression. */
  private static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Diagnostic diagnostic;

    Found(Diagnostic diagnostic) {
      super(null, null, false, false);
      this.diagnostic = diagnostic;
    }
  }

  @Override
  public Fault faultOf(TokenBuffer tokens, int token) {
    ParserState state = new ParserState(source, text, tokens, options, ParserState.MAX_LEVELS);
    try {
      StringDecoder decoder = new StringDecoder(state, true);
      new StringFieldParser(state, decoder, this).formatted(token, token, token);
      return null;
    } catch (ParseAbort abort) {
      return new Fault(abort.getMessage(), null);
    } catch (Found found) {
      return new Fault(null, found.diagnostic);
    }
  }

  /** Looks for the error in an expression. */
  void check(byte[] expression, int length, Inset inset) {
    Diagnostic error =
        ErrorFinder.find(
                new ErrorFinder.Request(
                    source.fileName(),
                    expression,
                    length,
                    length,
                    "field",
                    options.barryAsBdfl(),
                    false,
                    false,
                    false,
                    options.features(),
                    true,
                    new FieldFaults(source, expression, options),
                    inset))
            .error();
    if (error != null) {
      throw new Found(error);
    }
  }
}
