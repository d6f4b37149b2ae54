package io.github.pycmaven.compiler;

import io.github.pycmaven.compiler.parser.ParseMode;
import io.github.pycmaven.compiler.parser.ParseOptions;
import io.github.pycmaven.compiler.parser.ParseResult;
import io.github.pycmaven.compiler.parser.Parser;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import java.util.EnumMap;
import java.util.Map;

/**
 * A source that is compiled for several targets and levels, and parsed as seldom as possible: a
 * tree serves every target that agrees about the features of the language which the parser asked
 * for.
 *
 * <p>For one thread at a time.
 */
public final class ParsedSource {
  private final SourceText source;
  private ParseResult.Parsed parsed;
  private Map<Feature, Boolean> asked;

  /** A source that has not been parsed. */
  public ParsedSource(SourceText source) {
    this.source = source;
  }

  /** Compiles the source as a file. */
  public CompileResult compile(CompileOptions options) {
    if (options.mode() != ParseMode.EXEC || options.inheritedFlags() != 0) {
      return PythonCompiler.compile(source, options);
    }
    Target target = Target.of(options.release());
    if (parsed == null || !answersAlike(target)) {
      Map<Feature, Boolean> met = new EnumMap<>(Feature.class);
      ParseResult result;
      try {
        result =
            Parser.parse(
                source,
                ParseOptions.EXEC.with(
                    feature -> {
                      met.put(feature, target.has(feature));
                      return target.has(feature);
                    }));
      } catch (StackOverflowError e) {
        return PythonCompiler.compile(source, options);
      }
      if (!(result instanceof ParseResult.Parsed tree)) {
        ParseResult.Rejected rejected = (ParseResult.Rejected) result;
        return new CompileResult.Rejected(rejected.error(), rejected.warnings());
      }
      parsed = tree;
      asked = met;
    }
    return PythonCompiler.compile(source, parsed.tree(), parsed.warnings(), options);
  }

  /** Whether a target has of the features that the parser asked for just those it was told of. */
  private boolean answersAlike(Target target) {
    for (Map.Entry<Feature, Boolean> answer : asked.entrySet()) {
      if (target.has(answer.getKey()) != answer.getValue()) {
        return false;
      }
    }
    return true;
  }
}
