package io.github.pycmaven.vm.frame;

/** Turns a CPython's bytecode into decoded code. */
public interface Decoder {
  /**
   * Decoded code.
   *
   * @param instructions operation and argument
   * @param offsets the code unit of each instruction
   * @param indexAt for each code unit the instruction at or after it
   */
  record Decoded(int[] instructions, int[] offsets, int[] indexAt) {}

  /** Decodes. */
  Decoded decode(byte[] code);
}
