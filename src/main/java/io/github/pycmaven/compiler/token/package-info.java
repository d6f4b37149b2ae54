/**
 * The tokenizer: UTF-8 text to tokens, f-strings and t-strings included.
 *
 * <p>Entry is {@link io.github.pycmaven.compiler.token.Tokenizer}, which writes into a {@link
 * io.github.pycmaven.compiler.token.TokenBuffer}: arrays, no objects, because this is the hottest
 * part of the front end. It never throws; an ERRORTOKEN is the last token, and {@link
 * io.github.pycmaven.compiler.token.Tokenizer#error} says why.
 */
package io.github.pycmaven.compiler.token;
