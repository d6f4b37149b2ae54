/**
 * The second pass: words and places of errors, for sources that the parser has refused.
 *
 * <p>CPython's messages follow from the order in which its generated parser tries things, so this
 * package tries the same things: {@code rules.txt} holds them, in a notation of our own, and {@link
 * io.github.pycmaven.compiler.parser.invalid.ErrorFinder} runs them. It builds no tree. It may be
 * slow, since it runs once for a wrong source, and it is loaded only then.
 */
package io.github.pycmaven.compiler.parser.invalid;
