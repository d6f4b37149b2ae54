/**
 * The parser: recursive descent, one class for each area of the grammar, over the whole source's
 * tokens.
 *
 * <p>Entry is {@link io.github.pycmaven.compiler.parser.Parser}. The first pass builds the tree and
 * knows nothing about errors but that there is one; wording is the business of a second pass that
 * is loaded only then. Time is linear in the source's size; depth is limited as CPython's is, and
 * needs a thread with a large stack.
 */
package io.github.pycmaven.compiler.parser;
