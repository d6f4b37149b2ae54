package io.github.pycmaven.vm;

import io.github.pycmaven.vm.host.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether {@code site} has anything to do on this machine: folders of packages, customisation, a
 * virtual environment, paths to be made absolute. Mostly it has not, and importing it is a third of
 * a short program's time.
 *
 * @cpython Lib/site.py:main
 */
final class SiteSetup {
  private static final String PACKAGES = "lib/python3.14/site-packages";

  private SiteSetup() {}

  /** Whether importing {@code site} would change more than the builtins. */
  static boolean isNeeded(VmOptions options) {
    VmOptions.Flags flags = options.flags();
    if (flags.verbose > 0
        || flags.importTime > 0
        || Files.isDirectory(options.library().resolve(PACKAGES))
        || !flags.noUserSite && !flags.isolated && Files.isDirectory(userPackages(flags))) {
      return true;
    }
    Path home = Launcher.path().getParent();
    return Files.exists(home.resolve("pyvenv.cfg"))
        || Files.exists(home.resolveSibling("pyvenv.cfg"))
        || hasEffect(options.path());
  }

  private static Path userPackages(VmOptions.Flags flags) {
    String base = flags.ignoreEnvironment ? null : System.getenv("PYTHONUSERBASE");
    Path folder =
        base != null && !base.isEmpty()
            ? Path.of(base)
            : Path.of(System.getProperty("user.home"), ".local");
    return folder.resolve(PACKAGES);
  }

  private static boolean hasEffect(List<String> path) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < path.size(); i++) {
      String entry = path.get(i);
      if (i == 0 && entry.isEmpty()) {
        continue;
      }
      Path p = Path.of(entry);
      if (!p.isAbsolute()
          || !p.normalize().toString().equals(entry)
          || !seen.add(entry)
          || Files.isRegularFile(p)
          || customises(p, "sitecustomize")
          || customises(p, "usercustomize")) {
        return true;
      }
    }
    return false;
  }

  private static boolean customises(Path folder, String module) {
    return Files.exists(folder.resolve(module + ".py"))
        || Files.exists(folder.resolve(module + ".pyc"))
        || Files.exists(folder.resolve(module));
  }
}
