package io.github.pycmaven.compiler.symtable;

/** The display or expression that a comprehension's scope belongs to. */
public enum ComprehensionKind {
  LIST("list comprehension"),
  SET("set comprehension"),
  DICT("dict comprehension"),
  GENERATOR("generator expression");

  private final String description;

  ComprehensionKind(String description) {
    this.description = description;
  }

  /** The words that messages use for it. */
  public String description() {
    return description;
  }
}
