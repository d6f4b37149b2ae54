package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PySystemExit;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import io.github.pycmaven.vm.module.sys.ErrorDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code run}. As yet: {@code FILE.pyc} and {@code -m MODULE}. */
public final class Main {
  /** Room for the deepest recursion that programs usually allow themselves. */
  private static final long STACK = 1L << 30;

  private Main() {}

  /** Runs a program and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    int[] code = new int[1];
    Thread t = new Thread(null, () -> code[0] = run(args), "main", STACK);
    t.start();
    t.join();
    Runtime.getRuntime().halt(code[0]);
  }

  private static int run(String[] args) {
    Path lib = Path.of(System.getProperty("pyc.library", "lib"));
    boolean module = args.length > 1 && args[0].equals("-m");
    List<String> argv = List.of(args).subList(module ? 1 : 0, args.length);
    String first =
        module || args.length == 0
            ? Path.of("").toAbsolutePath().toString()
            : Path.of(args[0]).toAbsolutePath().getParent().toString();
    PythonVm vm = new PythonVm(new VmOptions(lib, List.of(first), argv, 0, 0, true, "default"));
    int code;
    try {
      vm.start();
      PyModule main = vm.mainModule();
      if (module) {
        PyObject runpy = vm.importModule("runpy");
        Calls.method(runpy, "_run_module_as_main", PyStr.of(args[1]));
      } else {
        PyObject c;
        try {
          c = MarshalModule.read(Files.readAllBytes(Path.of(args[0])), 16);
        } catch (IOException e) {
          System.err.println("cannot read " + args[0]);
          return 2;
        }
        main.dict.put(Names.FILE, PyStr.of(args[0]));
        Execution.run((PyCode) c, main.dict, main.dict, null);
      }
      code = 0;
    } catch (PyRaise e) {
      code = uncaught(e.value);
    }
    try {
      Calls.method(Obj.getAttr(vm.sys(), "stdout"), Names.FLUSH);
    } catch (PyRaise e) {
      code = 120;
    }
    return code;
  }

  private static int uncaught(PyException e) {
    if (e instanceof PySystemExit s) {
      PyObject c = s.code == null ? PyNone.NONE : s.code;
      if (c == PyNone.NONE) {
        return 0;
      }
      if (c instanceof PyInt i) {
        return (int) i.clipped() & 0xff;
      }
      PyObject err = Obj.getAttr(Obj.importModule("sys"), "stderr");
      Calls.method(err, Names.WRITE, PyStr.of(Obj.str(c) + "\n"));
      return 1;
    }
    ErrorDisplay.print(e, PyNone.orNone(e.traceback));
    return e.type.isSubtype(Exc.KeyboardInterrupt) ? 130 : 1;
  }
}
