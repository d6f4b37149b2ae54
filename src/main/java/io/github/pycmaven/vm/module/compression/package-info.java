/**
 * The modules {@code _bz2} and {@code _lzma}, over Commons Compress and XZ for Java.
 *
 * <p>Both libraries pull their input, while Python's objects are given it in pieces: {@link
 * io.github.pycmaven.vm.module.compression.PulledDecoder} stands between. What all of Python's
 * decompressors have in common, zlib's too, is {@link
 * io.github.pycmaven.vm.module.compression.PyDecompressor}.
 */
package io.github.pycmaven.vm.module.compression;
