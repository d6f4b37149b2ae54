package io.github.pycmaven.compiler.parser.invalid;

/**
 * Where the text of a replacement field stands in the file.
 *
 * @param lines the lines before its first one
 * @param columns the bytes before it on that line
 */
public record Inset(int lines, int columns) {}
