package io.github.pycmaven.compiler.symtable;

import io.github.pycmaven.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A block of code with names of its own.
 *
 * @cpython Include/internal/pycore_symtable.h:_symtable_entry
 */
public final class Scope {
  private final ScopeKind kind;
  private final String name;
  private final Span span;

  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final List<String> parameters = new ArrayList<>();
  final List<Scope> children = new ArrayList<>();

  /** The places of {@code global} and {@code nonlocal} statements, for messages; null when none. */
  List<Directive> directives;

  /** Names to mangle in the type-parameter scope of a class; null where every name is. */
  Set<String> mangledNames;

  /** What the scope is, for messages: "a TypeVar bound"; or null. */
  String description;

  /** The scope of this scope's deferred annotations, or null. */
  Scope annotationScope;

  ComprehensionKind comprehension;
  boolean nested;
  boolean generator;
  boolean coroutine;
  boolean annotationsUsed;
  boolean varArgs;
  boolean varKeywords;
  boolean needsClassClosure;
  boolean needsClassDict;
  boolean comprehensionInlined;
  boolean inComprehensionTarget;
  boolean seesClassScope;
  boolean hasDocstring;
  boolean method;
  boolean hasConditionalAnnotations;
  boolean inConditionalBlock;
  boolean inUnevaluatedAnnotation;
  int comprehensionIterableDepth;
  int tryBlocks;

  /** A {@code global} or {@code nonlocal} declaration of a mangled name. */
  record Directive(String name, Span span) {}

  Scope(ScopeKind kind, String name, Span span) {
    this.kind = kind;
    this.name = name;
    this.span = span;
  }

  /** What the scope belongs to. */
  public ScopeKind kind() {
    return kind;
  }

  /** The scope's name: that of the function or class, {@code "top"} for a module. */
  public String name() {
    return name;
  }

  /** Its place. */
  Span span() {
    return span;
  }

  /** Names in the order of their first mention, mangled; the code generator may swap values. */
  public Map<String, Symbol> symbols() {
    return symbols;
  }

  /** The parameters in the order of their slots. */
  public List<String> parameters() {
    return parameters;
  }

  /** The scopes directly inside, in source order; inlined comprehensions are replaced by theirs. */
  public List<Scope> children() {
    return children;
  }

  /** How the scope reaches a mangled name. */
  public NameScope scopeOf(String mangled) {
    Symbol symbol = symbols.get(mangled);
    return symbol == null ? NameScope.UNKNOWN : symbol.scope;
  }

  /** Whether the scope knows the name with any of the flags. */
  public boolean has(String mangled, int mask) {
    Symbol symbol = symbols.get(mangled);
    return symbol != null && symbol.has(mask);
  }

  /** Whether the scope is inside a function. */
  public boolean isNested() {
    return nested;
  }

  /** Whether it contains {@code yield}. */
  public boolean isGenerator() {
    return generator;
  }

  /** Whether it is {@code async} or contains {@code await}. */
  public boolean isCoroutine() {
    return coroutine;
  }

  /** Whether it has {@code *args}. */
  public boolean hasVarArgs() {
    return varArgs;
  }

  /** Whether it has {@code **kwargs}. */
  public boolean hasVarKeywords() {
    return varKeywords;
  }

  /** Whether a class needs a {@code __class__} cell. */
  public boolean needsClassClosure() {
    return needsClassClosure;
  }

  /** Whether a class needs a {@code __classdict__} cell. */
  public boolean needsClassDict() {
    return needsClassDict;
  }

  /** Whether a comprehension runs in the frame of its surrounding scope (PEP 709). */
  public boolean isComprehensionInlined() {
    return comprehensionInlined;
  }

  /** Whether names bound in the surrounding class are visible. */
  public boolean seesClassScope() {
    return seesClassScope;
  }

  /** Whether the body starts with a docstring. */
  public boolean hasDocstring() {
    return hasDocstring;
  }

  /** Whether it is a function directly inside a class. */
  public boolean isMethod() {
    return method;
  }

  /** Whether it has annotations. */
  public boolean annotationsUsed() {
    return annotationsUsed;
  }

  /** Whether some annotations are executed conditionally. */
  public boolean hasConditionalAnnotations() {
    return hasConditionalAnnotations;
  }

  /** The scope of the deferred annotations of a class or module, or null. */
  public Scope annotationScope() {
    return annotationScope;
  }
}
