/**
 * The values of numbers and strings, for both passes of the parser.
 *
 * <p>Nothing here knows tokens: entries are {@link
 * io.github.pycmaven.compiler.parser.literal.NumberValues} and {@link
 * io.github.pycmaven.compiler.parser.literal.EscapeDecoder}, over text and offsets.
 */
package io.github.pycmaven.compiler.parser.literal;
