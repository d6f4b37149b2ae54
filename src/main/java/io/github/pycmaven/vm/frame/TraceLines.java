package io.github.pycmaven.vm.frame;

/** Where the lines of a code object begin, for tracing. */
public final class TraceLines {
  private final Decoder.TraceMap map;
  private final int[] lines;
  private final int[] units;

  TraceLines(Decoder.TraceMap map, int[] lines, int[] units) {
    this.map = map;
    this.lines = lines;
    this.units = units;
  }

  /** The code unit of an instruction. */
  public int unit(int instruction) {
    return instruction < units.length ? units[instruction] : lines.length;
  }

  /** Whether an instruction belongs to the function's preparation, of which nobody hears. */
  public boolean isPrologue(int instruction) {
    return unit(instruction) < map.first();
  }

  /** The code unit after the function's preparation. */
  public int body() {
    return map.first() + 1;
  }

  /** The code unit where an activation that is about to begin or go on does so. */
  public int resumption(PyFrame f) {
    return f.generator == null ? map.first() : unit(Math.max(f.pc - 1, 0)) + 1;
  }

  /** The line of a code unit, -1 if it has none. */
  public int line(int unit) {
    return unit >= 0 && unit < lines.length ? lines[unit] : -1;
  }

  /** Whether a line event may belong to a code unit. */
  public boolean starts(int unit) {
    return unit < lines.length && map.starts()[unit];
  }

  /**
   * The code unit at which an activation arrives that has run one instruction and is now at
   * another; units up to that instruction's own do nothing but may begin lines.
   */
  public int arrival(int from, int to) {
    if (to == from + 1) {
      return unit(from) + 1;
    }
    int target = from < units.length ? map.jumps()[units[from]] : -1;
    boolean reached = target >= 0 && target <= unit(to) && (to == 0 || target > unit(to - 1));
    return reached ? target : unit(to);
  }
}
