/**
 * The module {@code _io}: raw files on the host's descriptors, buffers, text, streams in memory.
 *
 * <p>A {@code PyStandardStream} stands for a stream that an embedding Java program gives.
 */
package io.github.pycmaven.vm.module.io;
