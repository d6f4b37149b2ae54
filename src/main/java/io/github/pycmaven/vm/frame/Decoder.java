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

  /**
   * What tracing has to know of the code as CPython has it, one entry a code unit.
   *
   * @param starts whether a line event belongs there
   * @param jumps where the jump at a unit leads, -1 if there is none
   * @param first the unit from which on there are events
   */
  record TraceMap(boolean[] starts, int[] jumps, int first) {}

  /** Finds the places of events. */
  TraceMap traceMap(byte[] code, int[] lines, int[] handlers);
}
