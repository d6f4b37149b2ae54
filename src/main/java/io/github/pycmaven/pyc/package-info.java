/**
 * Cache files: the 16 bytes of their header, the hash of their source, and their names and places.
 *
 * <p>{@link io.github.pycmaven.pyc.PycFile} joins header and code object; {@link
 * io.github.pycmaven.pyc.CacheNames} says where a source's cache belongs (PEP 3147, 488); {@link
 * io.github.pycmaven.pyc.PycHeader} is PEP 552's. What the body means is the business of {@code
 * marshal}.
 */
package io.github.pycmaven.pyc;
