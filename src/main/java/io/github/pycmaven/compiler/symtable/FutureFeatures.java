package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.compiler.ast.Alias;
import io.github.pycmaven.compiler.ast.Docstrings;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.source.Span;
import java.util.List;
import java.util.Set;

/**
 * What {@code from __future__ import} statements ask for.
 *
 * @param flags the {@code CO_FUTURE_…} bits of {@code co_flags}
 * @param last the place of the last such statement, or {@link Span#NONE}
 * @cpython Python/future.c
 */
public record FutureFeatures(int flags, Span last) {
  /** {@code CO_FUTURE_BARRY_AS_BDFL}. */
  public static final int BARRY_AS_BDFL = 0x400000;

  /** {@code CO_FUTURE_ANNOTATIONS}. */
  public static final int ANNOTATIONS = 0x1000000;

  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "generator_stop");

  /** Whether annotations become strings (PEP 563). */
  public boolean annotations() {
    return (flags & ANNOTATIONS) != 0;
  }

  /** The features plus those that the compilation inherits. */
  public FutureFeatures with(int inherited) {
    return new FutureFeatures(flags | inherited, last);
  }

  /**
   * Reads the statements at the head of a module.
   *
   * @param placesNames whether an error has the place of the feature's name
   * @throws Rejection for an unknown feature
   */
  public static FutureFeatures of(Mod mod, boolean placesNames) {
    FutureFeatures none = new FutureFeatures(0, Span.NONE);
    List<Stmt> body;
    if (mod instanceof Mod.Module module) {
      body = module.body();
    } else if (mod instanceof Mod.Interactive interactive) {
      body = interactive.body();
    } else {
      return none;
    }
    int flags = 0;
    Span last = Span.NONE;
    for (int i = Docstrings.startsWithOne(body) ? 1 : 0; i < body.size(); i++) {
      if (!(body.get(i) instanceof Stmt.ImportFrom from)
          || from.level() != 0
          || !"__future__".equals(from.module())) {
        break;
      }
      for (Alias alias : from.names()) {
        Span start = from.span();
        Span place = new Span(start.line(), start.column(), start.line(), -1);
        flags |= flag(alias.name(), placesNames ? alias.span() : place);
      }
      last = from.span();
    }
    return new FutureFeatures(flags, last);
  }

  private static int flag(String feature, Span place) {
    if (WITHOUT_EFFECT.contains(feature)) {
      return 0;
    }
    switch (feature) {
      case "annotations":
        return ANNOTATIONS;
      case "barry_as_FLUFL":
        return BARRY_AS_BDFL;
      case "braces":
        throw new Rejection("not a chance", place);
      default:
        throw new Rejection("future feature " + feature + " is not defined", place);
    }
  }
}
