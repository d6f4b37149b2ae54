package io.github.pycmaven.vm.module.posix;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.Launcher;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.Processes;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The module {@code _posixsubprocess}: starts programs, without a fork. */
@BuiltinModule("_posixsubprocess")
public final class SubprocessModule {
  private static final int STDIN = 6;
  private static final int STDOUT = 9;
  private static final int STDERR = 11;
  private static final int ERRORS = 13;
  private static final int PREEXEC = 21;

  private SubprocessModule() {}

  /** Makes the module. */
  public static PyModule create() {
    Launcher.write();
    return PyModule.of(new SubprocessModuleTable());
  }

  private static String text(PyObject o) {
    return Paths.text(o);
  }

  /** The arguments are those of CPython's function, by position. */
  @Builtin("fork_exec(*args)")
  static long forkExec(PyObject[] a) {
    if (a[PREEXEC] != PyNone.NONE) {
      throw HostErrors.of(38, null);
    }
    List<String> command = new ArrayList<>();
    for (PyObject o : Obj.toArray(a[0])) {
      command.add(text(o));
    }
    Path folder = a[4] == PyNone.NONE ? null : WorkingDirectory.resolve(text(a[4]));
    int errors = fd(a[ERRORS]);
    if (folder != null && !Files.isDirectory(folder)) {
      return failed(errors, Files.exists(folder) ? 20 : 2, "noexec:chdir");
    }
    Map<String, String> environment = null;
    if (a[5] != PyNone.NONE) {
      environment = new HashMap<>();
      for (PyObject o : Obj.toArray(a[5])) {
        String row = new String(Obj.bytesOf(o), StandardCharsets.UTF_8);
        int eq = row.indexOf('=', 1);
        environment.put(row.substring(0, eq), row.substring(eq + 1));
      }
    }
    int number = 2;
    for (PyObject o : Obj.toArray(a[1])) {
      Path file = (folder == null ? WorkingDirectory.get() : folder).resolve(text(o));
      if (!Files.exists(file)) {
        continue;
      }
      if (!Files.isExecutable(file) || Files.isDirectory(file)) {
        number = 13;
        continue;
      }
      command.set(0, file.toString());
      try {
        return Processes.start(
            command, folder, environment, new int[] {fd(a[STDIN]), fd(a[STDOUT]), fd(a[STDERR])});
      } catch (IOException e) {
        number = HostErrors.number(e);
      }
    }
    return failed(errors, number, "");
  }

  private static int fd(PyObject o) {
    return o instanceof PyInt i ? i.clippedInt() : -1;
  }

  /** Tells the parent in the way a child would, and gives the number of a process that ended. */
  private static long failed(int errors, int number, String message) {
    byte[] text =
        ("OSError:" + Integer.toHexString(number) + ":" + message)
            .getBytes(StandardCharsets.US_ASCII);
    OpenFiles.write(errors, text, 0, text.length);
    try {
      return Processes.start(List.of("/bin/false"), null, null, new int[] {-1, -1, -1});
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }
}
