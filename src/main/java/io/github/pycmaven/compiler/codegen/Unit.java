package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.InstrSequence;
import io.github.pycmaven.compiler.symtable.NameScope;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One code object while its instructions are emitted.
 *
 * @cpython Python/compile.c:compiler_unit
 */
final class Unit {
  final ScopeType type;
  final Scope scope;
  final CodeUnit code;

  /** The class whose private names are mangled, or null. */
  final String className;

  /** Where instructions go: the unit's own sequence, or that of its annotations. */
  InstrSequence sequence;

  final List<FrameBlock> blocks = new ArrayList<>();

  /** Names assigned as {@code self.x} in the methods of a class. */
  final Set<String> staticAttributes = new HashSet<>();

  /** Annotations that wait for the end of the class or module. */
  final List<DeferredAnnotation> deferredAnnotations = new ArrayList<>();

  /** Names that are fast locals right now although the scope is no function. */
  final Set<String> fastNow = new HashSet<>();

  /** Where the code that runs inside the generator starts. */
  int generatorStart;

  /**
   * The place of instructions that have none of their own; see {@link CodegenContext#at}. It stays
   * as a statement leaves it until the next one.
   */
  Span here = Span.NONE;

  int nextConditionalAnnotation;
  int inlinedComprehensions;
  int conditionalBlocks;

  /**
   * An annotated name.
   *
   * @param index what {@code __conditional_annotations__} holds once it was executed, or -1 if it
   *     always is
   */
  record DeferredAnnotation(Stmt.AnnAssign statement, int index) {}

  Unit(ScopeType type, Scope scope, CodeUnit code, String className) {
    this.type = type;
    this.scope = scope;
    this.code = code;
    this.className = className;
    this.sequence = code.instructions;
  }

  boolean isFunctionLike() {
    return scope.kind().isFunctionLike();
  }

  /** How the unit reaches a name that a nested unit needs from it. */
  NameScope referenceTo(String name) {
    if (type == ScopeType.CLASS
        && (name.equals("__class__")
            || name.equals("__classdict__")
            || name.equals("__conditional_annotations__"))) {
      return NameScope.CELL;
    }
    return scope.scopeOf(name);
  }
}
