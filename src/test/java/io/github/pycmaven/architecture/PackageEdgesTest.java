package io.github.pycmaven.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole set of allowed edges between the project's packages, as a table; any other edge fails
 * the build. A package is matched by the longest name in the table.
 */
class PackageEdgesTest {
  private static final String BASE = "io.github.pycmaven";
  private static final Map<String, Set<String>> EDGES = new LinkedHashMap<>();

  private static JavaClasses classes;

  static {
    allow("util");
    allow("target", "util");
    allow("source", "util");
    allow("diagnostic", "source");
    allow("code", "target", "util");
    allow("marshal", "code", "target", "util");
    allow("pyc", "marshal", "code", "target", "util");
    allow("disasm", "code", "target", "marshal", "util");
    allow("compiler.token", "source", "diagnostic", "target", "util");
    allow("compiler.ast", "source", "code", "util");
    allow(
        "compiler.parser",
        "compiler.token",
        "compiler.ast",
        "source",
        "diagnostic",
        "code",
        "target",
        "util");
    allow("compiler.arithmetic", "code", "target");
    allow(
        "compiler.fold",
        "compiler.arithmetic",
        "compiler.ast",
        "source",
        "diagnostic",
        "code",
        "target");
    allow("compiler.symtable", "compiler.ast", "source", "diagnostic", "target");
    allow("compiler.ir", "code", "source", "target", "util");
    allow(
        "compiler.codegen",
        "compiler.arithmetic",
        "compiler.ast",
        "compiler.symtable",
        "compiler.ir",
        "code",
        "source",
        "diagnostic",
        "target",
        "util");
    allow(
        "compiler.flowgraph",
        "compiler.arithmetic",
        "compiler.ir",
        "code",
        "source",
        "target",
        "util");
    allow("compiler.assemble", "compiler.ir", "code", "source", "target", "util");
    allow(
        "compiler.dialect",
        "compiler.codegen",
        "compiler.flowgraph",
        "compiler.assemble",
        "compiler.ir",
        "code",
        "target");
    allow(
        "compiler",
        "compiler.token",
        "compiler.ast",
        "compiler.parser",
        "compiler.fold",
        "compiler.symtable",
        "compiler.ir",
        "compiler.codegen",
        "compiler.flowgraph",
        "compiler.assemble",
        "compiler.dialect",
        "code",
        "source",
        "diagnostic",
        "target",
        "util");
    allow(
        "cache",
        "compiler",
        "compiler.dialect",
        "disasm",
        "pyc",
        "marshal",
        "code",
        "source",
        "diagnostic",
        "target",
        "util");
    allow(
        "verify",
        "cache",
        "compiler",
        "compiler.dialect",
        "pyc",
        "marshal",
        "code",
        "source",
        "diagnostic",
        "target",
        "util");
    allow(
        "artifact",
        "compiler",
        "disasm",
        "pyc",
        "marshal",
        "code",
        "source",
        "diagnostic",
        "target",
        "util");
    allow("report", "cache", "verify", "diagnostic", "target", "util");
    allow(
        "cli",
        "cache",
        "verify",
        "report",
        "compiler",
        "compiler.dialect",
        "disasm",
        "pyc",
        "marshal",
        "code",
        "source",
        "diagnostic",
        "target",
        "util",
        "vm");
    allow(
        "maven",
        "artifact",
        "cache",
        "verify",
        "report",
        "compiler",
        "compiler.dialect",
        "disasm",
        "pyc",
        "marshal",
        "code",
        "source",
        "diagnostic",
        "target",
        "vm");
    allow("vm.expose");
    allow("vm.core", "vm.expose", "util");
    allow("vm.host", "vm.core");
    allow("vm.frame", "vm.core", "vm.expose", "vm.op", "marshal");
    allow("vm.op", "vm.core");
    allow("vm.interp", "vm.core", "vm.frame", "vm.op");
    allow(
        "vm.module",
        "vm.core",
        "vm.expose",
        "vm.frame",
        "vm.host",
        "vm.op",
        "marshal",
        "source",
        "target",
        "util");
    // The bridge: nothing else of the virtual machine may use the compiler.
    allow(
        "vm.compile",
        "vm.core",
        "vm.frame",
        "vm.module",
        "code",
        "compiler",
        "compiler.ast",
        "compiler.fold",
        "compiler.parser",
        "compiler.token",
        "diagnostic",
        "pyc",
        "source",
        "target",
        "util");
    allow("embed");
    allow(
        "vm",
        "embed",
        "vm.core",
        "vm.compile",
        "vm.frame",
        "vm.host",
        "vm.interp",
        "vm.module",
        "vm.op",
        "util");
  }

  private static void allow(String from, String... to) {
    EDGES.put(from, Set.of(to));
  }

  @BeforeAll
  static void importClasses() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);
    assertFalse(classes.isEmpty(), "no classes found: the test would hold nothing");
  }

  /** The entry of the table that a package belongs to, or null. */
  private static String entryOf(String packageName) {
    if (!packageName.startsWith(BASE + ".")) {
      return null;
    }
    String name = packageName.substring(BASE.length() + 1);
    while (!EDGES.containsKey(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return name;
      }
      name = name.substring(0, dot);
    }
    return name;
  }

  @Test
  void packagesUseOnlyWhatTheTableAllows() {
    Set<String> violations = new TreeSet<>();
    for (JavaClass from : classes) {
      String fromEntry = entryOf(from.getPackageName());
      if (fromEntry == null || fromEntry.equals("launcher")) {
        continue;
      }
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        String toEntry =
            entryOf(dependency.getTargetClass().getBaseComponentType().getPackageName());
        if (toEntry == null || toEntry.equals(fromEntry)) {
          continue;
        }
        if (!EDGES.getOrDefault(fromEntry, Set.of()).contains(toEntry)) {
          violations.add(fromEntry + " -> " + toEntry + " by " + from.getName());
        }
      }
    }
    assertEquals(
        List.of(),
        List.copyOf(violations),
        "an edge that the table does not have: the stages stay apart because each sees only what it"
            + " needs; move the code, or argue for the edge and add it");
  }

  @Test
  void eachEntryOfTheTableExists() {
    Set<String> found = new TreeSet<>();
    classes.forEach(c -> found.add(String.valueOf(entryOf(c.getPackageName()))));
    Set<String> missing = new TreeSet<>(EDGES.keySet());
    missing.removeAll(found);
    assertEquals(Set.of(), missing, "the table names packages that do not exist");
  }
}
