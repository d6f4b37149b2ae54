package io.github.pycmaven.compiler;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.codegen.CodeGenerator;
import io.github.pycmaven.compiler.dialect.Dialect;
import io.github.pycmaven.compiler.dialect.Dialects;
import io.github.pycmaven.compiler.fold.AstPreprocessor;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantCache;
import io.github.pycmaven.compiler.ir.ConstantTable;
import io.github.pycmaven.compiler.parser.ParseOptions;
import io.github.pycmaven.compiler.parser.ParseResult;
import io.github.pycmaven.compiler.parser.Parser;
import io.github.pycmaven.compiler.symtable.FutureFeatures;
import io.github.pycmaven.compiler.symtable.Symtable;
import io.github.pycmaven.compiler.symtable.SymtableBuilder;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.diagnostic.WarningSink;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * From source to code object, as one CPython would do it.
 *
 * <p>Compilations share nothing that changes, so any number of threads may compile at a time. A
 * thread that compiles deeply nested sources needs a deep stack; where it ends, the source is
 * rejected as CPython rejects it, with a RecursionError.
 */
public final class PythonCompiler {
  private PythonCompiler() {}

  /** Compiles a source. */
  public static CompileResult compile(SourceText source, CompileOptions options) {
    boolean barry = (options.inheritedFlags() & FutureFeatures.BARRY_AS_BDFL) != 0;
    ParseResult parsed;
    try {
      ParseOptions parsing = new ParseOptions(options.mode(), barry, false);
      Target target = Target.of(options.release());
      parsed = Parser.parse(source, parsing.with(target));
    } catch (StackOverflowError e) {
      return tooDeep(source, List.of());
    }
    if (parsed instanceof ParseResult.Rejected rejected) {
      return new CompileResult.Rejected(rejected.error(), rejected.warnings());
    }
    return compile(source, ((ParseResult.Parsed) parsed).tree(), parsed.warnings(), options);
  }

  /**
   * Compiles a tree.
   *
   * @param source where the tree comes from, for messages and for the recorded name
   * @param before warnings that the parser gave
   */
  public static CompileResult compile(
      SourceText source, Mod tree, List<Diagnostic> before, CompileOptions options) {
    List<Diagnostic> warnings = new ArrayList<>(before);
    // Classes where lambdas would do, as the first lambdas cost a cold start many milliseconds.
    WarningSink sink =
        new WarningSink() {
          @Override
          public void warn(String message, Span span) {
            warnings.add(
                Diagnostic.warning(
                    Diagnostic.Kind.SYNTAX_WARNING, message, source.fileName(), span.line()));
          }
        };
    try {
      return new CompileResult.Compiled(generate(source, tree, options, sink), warnings);
    } catch (Rejection rejection) {
      return new CompileResult.Rejected(diagnostic(rejection, source), warnings);
    } catch (StackOverflowError e) {
      return tooDeep(source, warnings);
    }
  }

  private static CodeObject generate(
      SourceText source, Mod tree, CompileOptions options, WarningSink warnings) {
    Dialect dialect = Dialects.of(options.release());
    FutureFeatures future =
        FutureFeatures.of(tree, dialect.target().has(Feature.PLACED_FUTURE_ERRORS))
            .with(options.inheritedFlags());
    Mod processed =
        AstPreprocessor.process(
            tree, options.optimize(), future.annotations(), dialect.target(), warnings);
    Symtable symtable =
        SymtableBuilder.build(
            processed, future, dialect.target(), options.topLevelAwait(), options.optimize());
    Identifiers identifiers = new Identifiers(source);
    ConstantCache cache =
        new ConstantCache(
            new Predicate<>() {
              @Override
              public boolean test(String text) {
                return dialect.target().isInternedAtStart(text);
              }
            },
            new Predicate<>() {
              @Override
              public boolean test(String text) {
                return identifiers.contains(text);
              }
            },
            dialect.target().has(Feature.INTERNED_CODE_NAMES));
    return CodeGenerator.generate(
        processed,
        symtable,
        dialect.codegen(),
        options.optimize(),
        new Supplier<>() {
          @Override
          public ConstantTable get() {
            return cache.newTable();
          }
        },
        new Function<>() {
          @Override
          public CodeObject apply(CodeUnit unit) {
            return dialect.assemble(unit, cache, source.fileName());
          }
        },
        warnings);
  }

  /** The values that CPython puts into the exception: columns are those of the tree, in bytes. */
  private static Diagnostic diagnostic(Rejection rejection, SourceText source) {
    Span span = rejection.span();
    switch (rejection.type()) {
      case RECURSION_ERROR:
        return Diagnostic.unplaced(
            Diagnostic.Kind.RECURSION_ERROR, rejection.getMessage(), source.fileName());
      case UNICODE_ERROR:
        return Diagnostic.unplaced(
            Diagnostic.Kind.UNICODE_ENCODE_ERROR, rejection.getMessage(), source.fileName());
      default:
        return new Diagnostic(
            Diagnostic.Kind.SYNTAX_ERROR,
            rejection.getMessage(),
            source.fileName(),
            span.line(),
            span.column() + 1,
            span.endLine(),
            span.endColumn() < 0 ? Diagnostic.NONE : span.endColumn() + 1,
            source.fileLine(span.line()));
    }
  }

  private static CompileResult tooDeep(SourceText source, List<Diagnostic> warnings) {
    return new CompileResult.Rejected(
        Diagnostic.unplaced(
            Diagnostic.Kind.RECURSION_ERROR,
            "maximum recursion depth exceeded during compilation",
            source.fileName()),
        warnings);
  }
}
