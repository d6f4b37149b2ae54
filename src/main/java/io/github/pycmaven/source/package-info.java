/**
 * From bytes to text: byte order mark, encoding cookie (PEP 263), line ends.
 *
 * <p>Entry is {@link io.github.pycmaven.source.SourceText}; everything later counts lines from 1
 * and columns in bytes of its UTF-8 text, which is what {@link io.github.pycmaven.source.Span}
 * says.
 */
package io.github.pycmaven.source;
