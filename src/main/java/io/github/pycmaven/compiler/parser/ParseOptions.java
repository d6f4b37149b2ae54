package io.github.pycmaven.compiler.parser;

import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.util.function.Predicate;

/**
 * How to parse.
 *
 * @param mode what the source is to be
 * @param barryAsBdfl whether {@code <>} is written instead of {@code !=} (PEP 401)
 * @param dontImplyDedent whether the end of interactive input leaves blocks open
 * @param onDisk whether the source is a file of that name, from which CPython would show lines;
 *     they keep their newline then
 * @param allowIncomplete whether an error at the end of the text says that more could follow
 * @param features what the target's language has of what came after 3.10
 */
public record ParseOptions(
    ParseMode mode,
    boolean barryAsBdfl,
    boolean dontImplyDedent,
    boolean onDisk,
    boolean allowIncomplete,
    Predicate<Feature> features) {
  /** For a file of the default Python. */
  public static final ParseOptions EXEC = new ParseOptions(ParseMode.EXEC, false, false);

  /** For the default Python; a file is taken to be on disk. */
  public ParseOptions(ParseMode mode, boolean barryAsBdfl, boolean dontImplyDedent) {
    this(
        mode,
        barryAsBdfl,
        dontImplyDedent,
        mode == ParseMode.EXEC,
        false,
        Target.of(PythonVersion.DEFAULT));
  }

  /** For another mode. */
  public static ParseOptions of(ParseMode mode) {
    return new ParseOptions(mode, false, false);
  }

  /** The same for a target that may lack some features. */
  public ParseOptions with(Predicate<Feature> available) {
    return new ParseOptions(mode, barryAsBdfl, dontImplyDedent, onDisk, allowIncomplete, available);
  }

  /** The same for a text that is in no file. */
  public ParseOptions inMemory() {
    return new ParseOptions(mode, barryAsBdfl, dontImplyDedent, false, allowIncomplete, features);
  }

  /** The same for input that may still be going on. */
  public ParseOptions incomplete() {
    return new ParseOptions(mode, barryAsBdfl, dontImplyDedent, onDisk, true, features);
  }
}
