/**
 * The module {@code _io}: raw files on the host's descriptors, buffers, text, streams in memory.
 *
 * <p>The three standard streams are still {@code PyStandardStream}s, which have no buffer below.
 */
package io.github.pycmaven.vm.module.io;
