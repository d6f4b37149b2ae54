package io.github.pycmaven.compiler.token;

/** A doubtful thing that the tokenizer let pass; always a SyntaxWarning. */
public record TokenWarning(String message, int line) {}
