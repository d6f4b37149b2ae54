package io.github.pycmaven.artifact;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.disasm.ImportList;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which modules of the library a program may load: all that is imported anywhere in what is already
 * chosen, run or not. Beyond that, names come from a table of what the library loads by name, and
 * from the program's own texts: one that is a module's name, or an encoding's, chooses it.
 */
final class LibraryPart {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);
  private static final String TABLE = "loaded-by-name.txt";
  private static final String ALWAYS = "*";
  private static final String RARE = "!";

  /** Shorter texts are names by chance. */
  private static final int SHORTEST_TEXT = 3;

  /** The library's modules, each with the bytes of its cache. */
  interface Library {
    /** Whether there is such a module. */
    boolean has(String module);

    /** Whether it is a package. */
    boolean isPackage(String module);

    /** Its cache. */
    byte[] cache(String module) throws IOException;
  }

  private final Library library;
  private final Map<String, List<String>> table = readTable();
  private final Set<String> chosen = new TreeSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  LibraryPart(Library library) {
    this.library = library;
    table.getOrDefault(ALWAYS, List.of()).forEach(this::choose);
  }

  /** Chooses a module and the packages around it; does nothing for what the library has not. */
  boolean choose(String module) {
    if (!library.has(module)) {
      return false;
    }
    for (int end = module.indexOf('.'); end > 0; end = module.indexOf('.', end + 1)) {
      add(module.substring(0, end));
    }
    add(module);
    return true;
  }

  /** Chooses what a module of the program imports or names. */
  void addProgram(String module, boolean isPackage, Constant code) {
    ImportList list = ImportList.of(code, TARGET);
    follow(list, module, isPackage);
    for (String text : list.texts()) {
      named(text);
    }
  }

  /** All that was chosen, and what that imports, in order. */
  Set<String> close() throws IOException, PackagingException {
    while (!open.isEmpty()) {
      String module = open.pop();
      table.getOrDefault(module, List.of()).forEach(this::choose);
      try {
        Constant code = PycFile.readBody(library.cache(module), TARGET).value();
        follow(ImportList.of(code, TARGET), module, library.isPackage(module));
      } catch (PycFormatException e) {
        throw new PackagingException("the library's " + module + " is damaged: " + e.reason());
      }
    }
    return chosen;
  }

  private void add(String module) {
    if (chosen.add(module)) {
      open.push(module);
    }
  }

  private void follow(ImportList list, String module, boolean isPackage) {
    for (ImportList.Import one : list.imports()) {
      String name = absolute(one, module, isPackage);
      if (name == null || library.has(module) && isRare(module, name)) {
        continue;
      }
      choose(name);
      for (String from : one.from()) {
        choose(name + "." + from);
      }
    }
  }

  private boolean isRare(String importer, String name) {
    String family = family(name);
    List<String> rare = table.getOrDefault(RARE, List.of());
    return rare.contains(family) && !chosen.contains(family) && !rare.contains(family(importer));
  }

  private static String family(String module) {
    int dot = module.indexOf('.');
    return dot < 0 ? module : module.substring(0, dot);
  }

  private static String absolute(ImportList.Import one, String module, boolean isPackage) {
    if (one.level() == 0) {
      return one.name();
    }
    String base = module;
    for (int up = isPackage ? 1 : 0; up < one.level(); up++) {
      int dot = base.lastIndexOf('.');
      if (dot < 0) {
        return null;
      }
      base = base.substring(0, dot);
    }
    return one.name().isEmpty() ? base : base + "." + one.name();
  }

  /** A text of the program may be a module's name, a path below one, or an encoding's name. */
  private void named(String text) {
    if (text.length() < SHORTEST_TEXT || text.length() > 60 || text.indexOf(' ') >= 0) {
      return;
    }
    String module = text;
    while (!module.isEmpty() && !choose(module)) {
      int dot = module.lastIndexOf('.');
      module = dot < 0 ? "" : module.substring(0, dot);
    }
    StringBuilder encoding = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isUpper = c >= 'A' && c <= 'Z';
      encoding.append(c == '-' ? '_' : isUpper ? (char) (c + 'a' - 'A') : c);
    }
    choose("encodings." + encoding);
  }

  private static Map<String, List<String>> readTable() {
    Map<String, List<String>> table = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                LibraryPart.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> words = Arrays.asList(line.split(" "));
          table
              .computeIfAbsent(words.get(0), k -> new ArrayList<>())
              .addAll(words.subList(1, words.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
