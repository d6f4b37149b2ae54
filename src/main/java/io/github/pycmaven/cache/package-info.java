/**
 * The cache engine: finds sources, compiles them in parallel into cache files, and removes caches.
 *
 * <p>Entries: {@link io.github.pycmaven.cache.CompileEngine}, {@link
 * io.github.pycmaven.cache.CheckEngine} and {@link io.github.pycmaven.cache.Cleaner}. Each takes
 * settings that are values and returns a report that is a value; nothing here prints or knows of
 * Maven. One file's failure never costs another file its result.
 */
package io.github.pycmaven.cache;
