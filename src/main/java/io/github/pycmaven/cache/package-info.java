/**
 * The cache engine: finds sources, compiles them in parallel into cache files, proves caches, and
 * removes them.
 *
 * <p>Entries: {@link io.github.pycmaven.cache.CompileEngine}, {@link
 * io.github.pycmaven.cache.Verifier} and {@link io.github.pycmaven.cache.Cleaner}. Each takes
 * settings that are values and returns a report that is a value; nothing here prints or knows of
 * Maven. One file's failure never costs another file its result.
 */
package io.github.pycmaven.cache;
