package io.github.pycmaven.disasm;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.code.ExceptionTable;
import io.github.pycmaven.code.LineTable;
import io.github.pycmaven.target.ArgKind;
import io.github.pycmaven.target.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists code objects of any version that has a target file: numbers, tables, instructions with
 * their places and meanings, exception handlers; nested code objects after the one that holds them.
 *
 * <p>The listing is ASCII and depends on nothing but the code object. Whatever {@code marshal}
 * could read can be listed.
 */
public final class Disassembler {
  private final Target target;
  private final StringBuilder out = new StringBuilder();

  private Disassembler(Target target) {
    this.target = target;
  }

  /**
   * The listing of a code object and of those in it.
   *
   * @throws IllegalArgumentException if the value is no code object
   */
  public static String list(Constant code, Target target) {
    Disassembler disassembler = new Disassembler(target);
    List<Constant> todo = new ArrayList<>();
    todo.add(code);
    while (!todo.isEmpty()) {
      Constant next = todo.remove(todo.size() - 1);
      CodeView view = CodeView.of(next, target);
      disassembler.list(view);
      for (int i = view.consts().size() - 1; i >= 0; i--) {
        Constant constant = view.consts().get(i);
        if (constant instanceof Constant.Code || constant instanceof Constant.LegacyCode) {
          todo.add(constant);
        }
      }
    }
    return disassembler.out.toString();
  }

  private void list(CodeView code) {
    if (out.length() > 0) {
      out.append('\n');
    }
    out.append(ConstantText.plain(code.qualname())).append(" in ");
    out.append(ConstantText.plain(code.filename())).append(", line ").append(code.firstLine());
    out.append('\n');
    line("  " + code.numbers());
    listTables(code);
    listInstructions(code);
    for (ExceptionTable.Entry entry : code.handlers()) {
      line(
          "  handler "
              + 2 * entry.start()
              + " to "
              + 2 * entry.end()
              + " at "
              + 2 * entry.target()
              + ", depth "
              + entry.depth()
              + (entry.lasti() ? ", lasti" : ""));
    }
  }

  private void listTables(CodeView code) {
    for (int i = 0; i < code.consts().size(); i++) {
      line("  const " + i + " " + ConstantText.of(code.consts().get(i)));
    }
    for (int i = 0; i < code.names().size(); i++) {
      line("  name " + i + " " + ConstantText.plain(code.names().get(i)));
    }
    for (int i = 0; i < code.locals().size(); i++) {
      String kind = i < code.kinds().size() ? " (" + code.kinds().get(i) + ")" : "";
      line("  local " + i + " " + ConstantText.plain(code.locals().get(i)) + kind);
    }
    if (code.kinds().isEmpty()) {
      for (int i = 0; i < code.frees().size(); i++) {
        line("  free " + i + " " + ConstantText.plain(code.frees().get(i)));
      }
    }
  }

  private void listInstructions(CodeView code) {
    List<Instruction> instructions = Instruction.decode(code.code(), target);
    boolean[] isTarget = new boolean[code.code().length / 2 + 1];
    for (Instruction instr : instructions) {
      mark(isTarget, instr.target());
    }
    for (ExceptionTable.Entry entry : code.handlers()) {
      mark(isTarget, entry.target());
    }
    ArgumentText meanings = new ArgumentText(code, target);
    for (Instruction instr : instructions) {
      StringBuilder line = new StringBuilder();
      line.append(isTarget[instr.unit()] ? ">>" : "  ");
      pad(line, Integer.toString(2 * instr.unit()), 8);
      pad(line, place(code.lines(), instr.unit()), 18);
      line.append("  ");
      line.append(instr.op() == null ? "<" + instr.number() + ">" : instr.op().name());
      if (instr.op() != null && target.opcodes().kind(instr.op()) != ArgKind.NONE) {
        argument(line, instr, meanings);
      } else if (instr.arg() != 0) {
        line.append(' ').append(instr.arg());
      }
      line(line.toString());
    }
  }

  private static void argument(StringBuilder line, Instruction instr, ArgumentText meanings) {
    while (line.length() < 64) {
      line.append(' ');
    }
    line.append(' ').append(instr.arg());
    if (instr.target() >= 0) {
      line.append(" (to ").append(2 * instr.target()).append(')');
      return;
    }
    String meaning = meanings.of(instr);
    if (!meaning.isEmpty()) {
      line.append(" (").append(meaning).append(')');
    }
  }

  private static void mark(boolean[] marks, int unit) {
    if (unit >= 0 && unit < marks.length) {
      marks[unit] = true;
    }
  }

  private static String place(LineTable lines, int unit) {
    if (lines.line(unit) < 0) {
      return "-";
    }
    if (lines.column(unit) < 0) {
      return Integer.toString(lines.line(unit));
    }
    return lines.line(unit)
        + ":"
        + lines.column(unit)
        + "-"
        + lines.endLine(unit)
        + ":"
        + lines.endColumn(unit);
  }

  private static void pad(StringBuilder line, String text, int width) {
    line.append(" ".repeat(Math.max(1, width - text.length()))).append(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
