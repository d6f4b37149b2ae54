package io.github.pycmaven.vm.expose.processor;

import java.util.ArrayList;
import java.util.List;

/** The text of one generated table. */
final class TableSource {
  private static final String CORE = "io.github.pycmaven.vm.core.object.";
  private static final int CASES = 90;

  private final String pkg;
  private final String className;
  private final String pythonName;
  private final boolean module;
  private final List<Entry> entries;
  private final StringBuilder out = new StringBuilder();

  TableSource(
      String pkg, String className, String pythonName, boolean module, List<Entry> entries) {
    this.pkg = pkg;
    this.className = className;
    this.pythonName = pythonName;
    this.module = module;
    this.entries = entries;
  }

  String text() {
    line("package " + pkg + ";");
    line("/** Generated table of the builtin " + pythonName + ". */");
    line(
        "public final class "
            + className
            + " extends io.github.pycmaven.vm.core.call.BuiltinTable {");
    line("  public " + className + "() { super(\"" + pythonName + "\", " + module + "); }");
    strings("signatures", e -> e.signature);
    StringBuilder kinds = new StringBuilder();
    boolean docs = false;
    for (Entry e : entries) {
      kinds.append(e.kind);
      docs |= !e.doc.isEmpty();
    }
    line("  @Override public String kinds() { return \"" + kinds + "\"; }");
    if (docs) {
      line("  @Override public String doc(int id) { switch (id) {");
      for (int i = 0; i < entries.size(); i++) {
        if (!entries.get(i).doc.isEmpty()) {
          line("    case " + i + ": return " + quote(entries.get(i).doc) + ";");
        }
      }
      line("    default: return null; } }");
    }
    for (int arity = 0; arity <= 4; arity++) {
      direct(arity);
    }
    bound();
    line("}");
    return out.toString();
  }

  private void strings(String method, java.util.function.Function<Entry, String> get) {
    line("  @Override public String[] " + method + "() { return new String[] {");
    for (Entry e : entries) {
      line("    " + quote(get.apply(e)) + ",");
    }
    line("  }; }");
  }

  private void direct(int arity) {
    StringBuilder parameters = new StringBuilder("int id");
    StringBuilder arguments = new StringBuilder("id");
    for (int i = 0; i < arity; i++) {
      parameters.append(", ").append(CORE).append("PyObject a").append(i);
      arguments.append(", a").append(i);
    }
    List<String> cases = new ArrayList<>();
    for (int id = 0; id < entries.size(); id++) {
      Entry e = entries.get(id);
      TextSignature s = e.parsed;
      if (!s.plain || arity < s.required || arity > s.positional) {
        continue;
      }
      List<String> expressions = new ArrayList<>();
      for (int i = 0; i < s.parameters.size(); i++) {
        expressions.add(i < arity ? "a" + i : null);
      }
      cases.add("case " + id + ": " + e.call.statement(expressions, s.parameters));
    }
    switchMethod("call" + arity, parameters.toString(), arguments.toString(), cases);
  }

  private void bound() {
    List<String> cases = new ArrayList<>();
    for (int id = 0; id < entries.size(); id++) {
      Entry e = entries.get(id);
      List<String> expressions = new ArrayList<>();
      for (int i = 0; i < e.parsed.parameters.size(); i++) {
        expressions.add("a[" + i + "]");
      }
      cases.add("case " + id + ": " + e.call.statement(expressions, e.parsed.parameters));
    }
    switchMethod("bound", "int id, " + CORE + "PyObject[] a", "id, a", cases);
  }

  private void switchMethod(String name, String parameters, String arguments, List<String> cases) {
    if (cases.isEmpty()) {
      return;
    }
    int parts = (cases.size() + CASES - 1) / CASES;
    for (int part = 0; part < parts; part++) {
      boolean first = part == 0;
      String method = first ? name : name + "Part" + part;
      line(
          "  "
              + (first ? "@Override public " : "private ")
              + CORE
              + "PyObject "
              + method
              + "("
              + parameters
              + ") { switch (id) {");
      int end = Math.min(cases.size(), (part + 1) * CASES);
      for (String c : cases.subList(part * CASES, end)) {
        line("    " + c);
      }
      String next = part + 1 < parts ? name + "Part" + (part + 1) + "(" : "super." + name + "(";
      line("    default: return " + next + arguments + "); } }");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  static String quote(String text) {
    StringBuilder b = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"':
          b.append("\\\"");
          break;
        case '\\':
          b.append("\\\\");
          break;
        case '\n':
          b.append("\\n");
          break;
        default:
          b.append(c);
      }
    }
    return b.append('"').toString();
  }
}
