package io.github.pycmaven.compiler.parser;

/**
 * How to parse.
 *
 * @param mode what the source is to be
 * @param barryAsBdfl whether {@code <>} is written instead of {@code !=} (PEP 401)
 * @param dontImplyDedent whether the end of interactive input leaves blocks open
 */
public record ParseOptions(ParseMode mode, boolean barryAsBdfl, boolean dontImplyDedent) {
  /** For a file. */
  public static final ParseOptions EXEC = new ParseOptions(ParseMode.EXEC, false, false);

  /** For another mode. */
  public static ParseOptions of(ParseMode mode) {
    return new ParseOptions(mode, false, false);
  }
}
