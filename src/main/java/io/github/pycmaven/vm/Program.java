package io.github.pycmaven.vm;

import io.github.pycmaven.vm.compile.SourceCompilation;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.error.PySystemExit;
import io.github.pycmaven.vm.core.error.Surprises;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import io.github.pycmaven.vm.module.sys.ErrorDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Runs what the command line names in the module {@code __main__}; gives the process's exit code.
 *
 * @cpython Modules/main.c:pymain_run_python
 */
final class Program {
  private static final int CACHE_HEADER = 16;

  private final PythonVm vm;
  private final CommandLine line;
  private final SourceCompilation compiler;
  private PyModule main;

  Program(PythonVm vm, CommandLine line, SourceCompilation compiler) {
    this.vm = vm;
    this.line = line;
    this.compiler = compiler;
  }

  int run() {
    int code =
        guarded(
            new IntSupplier() {
              @Override
              public int getAsInt() {
                vm.start();
                vm.importSite();
                main = vm.mainModule();
                return dispatch();
              }
            });
    return finish(code);
  }

  /** Runs the program in an interpreter that runs already and goes on afterwards. */
  int runInside() {
    PyList arguments = (PyList) vm.sys().dict.get("argv");
    PyList own = new PyList();
    own.append(PyStr.of(line.kind == CommandLine.Kind.MODULE ? "-m" : line.subject));
    line.rest.forEach(argument -> own.append(PyStr.of(argument)));
    vm.sys().dict.put("argv", own);
    PyObject previous = vm.modules().get(PyStr.intern("__main__"));
    try {
      return guarded(
          () -> {
            main = vm.mainModule();
            return dispatch();
          });
    } finally {
      vm.sys().dict.put("argv", arguments);
      vm.modules().put("__main__", previous);
      flush("stdout");
      flush("stderr");
    }
  }

  /** What a program ends with is its exit code, whatever it is. */
  private int guarded(IntSupplier program) {
    int code;
    try {
      code = program.getAsInt();
    } catch (PyRaise e) {
      code = uncaught(e.value);
    } catch (StackOverflowError e) {
      code = uncaught(Exc.make(Exc.RecursionError, PyStr.of("maximum recursion depth exceeded")));
    } catch (OutOfMemoryError e) {
      code = uncaught(Exc.make(Exc.MemoryError));
    } catch (RuntimeException | LinkageError | AssertionError e) {
      code = uncaught(Surprises.asPython(e).value);
    }
    return code;
  }

  private int dispatch() {
    switch (line.kind) {
      case COMMAND:
        execute(compiler.command(line.subject));
        return 0;
      case MODULE:
        return module(line.subject, true);
      case STDIN:
        return source(readAll(), "<stdin>");
      case APPLICATION:
        return new EntryPoint(vm, line.application, main).run();
      default:
        return file();
    }
  }

  private static byte[] readAll() {
    try {
      return System.in.readAllBytes();
    } catch (IOException e) {
      throw HostErrors.of(e, PyStr.of("<stdin>"));
    }
  }

  private int module(String name, boolean alterArguments) {
    PyObject runpy = vm.importModule("runpy");
    Calls.method(runpy, "_run_module_as_main", PyStr.of(name), PyBool.of(alterArguments));
    return 0;
  }

  private int file() {
    String absolute = Path.of(line.subject).toAbsolutePath().toString();
    PyObject importer = importer(absolute);
    if (importer != PyNone.NONE) {
      ((PyList) vm.sys().dict.get("path")).insertAt(0, PyStr.of(absolute));
      return module("__main__", false);
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(absolute));
    } catch (IOException e) {
      int number = HostErrors.number(e);
      System.err.println(
          PythonVm.EXECUTABLE
              + ": can't open file '"
              + absolute
              + "': [Errno "
              + number
              + "] "
              + HostErrors.text(number));
      return 2;
    }
    main.dict.put(Names.FILE, PyStr.of(absolute));
    main.dict.put(PyStr.intern("__cached__"), PyNone.NONE);
    if (line.subject.endsWith(".pyc")) {
      main.dict.put(Names.LOADER, vm.loader("SourcelessFileLoader", absolute));
      return cache(bytes);
    }
    main.dict.put(Names.LOADER, vm.loader("SourceFileLoader", absolute));
    return source(line.skipFirstLine ? withoutFirstLine(bytes) : bytes, absolute);
  }

  /** What can import from a folder or archive; None for any other file. */
  private PyObject importer(String path) {
    if (Files.isRegularFile(Path.of(path)) && !looksLikeArchive(path)) {
      return PyNone.NONE;
    }
    for (PyObject hook : Obj.toArray(vm.sys().dict.get("path_hooks"))) {
      try {
        return hook.call1(PyStr.of(path));
      } catch (PyRaise e) {
        if (!e.value.type.isSubtype(Exc.ImportError)) {
          throw e;
        }
      }
    }
    return PyNone.NONE;
  }

  /** A zip archive ends with a directory, so that anything may come before it. */
  private static boolean looksLikeArchive(String path) {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(path)) {
      return zip.size() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private int cache(byte[] bytes) {
    if (bytes.length < CACHE_HEADER
        || !Arrays.equals(Arrays.copyOf(bytes, 4), new byte[] {43, 14, 13, 10})) {
      throw Exc.runtimeError("Bad magic number in .pyc file");
    }
    PyObject code = MarshalModule.read(bytes, CACHE_HEADER);
    if (!(code instanceof PyCode c)) {
      throw Exc.runtimeError("Bad code object in .pyc file");
    }
    execute(c);
    return 0;
  }

  private int source(byte[] bytes, String name) {
    execute(compiler.script(bytes, name));
    return 0;
  }

  private static byte[] withoutFirstLine(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] != '\n') {
      i++;
    }
    return Arrays.copyOfRange(bytes, i, bytes.length);
  }

  private void execute(PyCode code) {
    Execution.run(code, main.dict, main.dict, null);
  }

  private int uncaught(PyException e) {
    if (e instanceof PySystemExit s) {
      return exitCode(s);
    }
    try {
      PyObject hook = vm.sys().dict.get("excepthook");
      if (hook == null) {
        ErrorDisplay.print(e, PyNone.orNone(e.traceback));
      } else {
        hook.call3(e.type, e, PyNone.orNone(e.traceback));
      }
    } catch (PyRaise x) {
      if (x.value instanceof PySystemExit s) {
        return exitCode(s);
      }
      System.err.println("Error in sys.excepthook:");
      ErrorDisplay.print(x.value, PyNone.orNone(x.value.traceback));
      System.err.println("\nOriginal exception was:");
      ErrorDisplay.print(e, PyNone.orNone(e.traceback));
    }
    return e.type.isSubtype(Exc.KeyboardInterrupt) ? 130 : 1;
  }

  private int exitCode(PySystemExit s) {
    PyObject c = s.code == null ? PyNone.NONE : s.code;
    if (c == PyNone.NONE) {
      return 0;
    }
    if (c instanceof PyInt i) {
      return (int) i.clipped() & 0xff;
    }
    flush("stdout");
    PyObject err = vm.sys().dict.get("stderr");
    if (err != null && err != PyNone.NONE) {
      Calls.method(err, Names.WRITE, PyStr.of(Obj.str(c) + "\n"));
    }
    return 1;
  }

  private void flush(String stream) {
    PyObject out = vm.sys().dict.get(stream);
    try {
      if (out != null && out != PyNone.NONE) {
        Calls.method(out, Names.FLUSH);
      }
    } catch (PyRaise e) {
      // Nobody is left to hear of it.
    }
  }

  /** Writes what the program's output still holds; the exception if that fails. */
  private PyException lastFlush() {
    PyObject out = vm.sys().dict.get("stdout");
    if (out == null || out == PyNone.NONE) {
      return null;
    }
    try {
      PyObject closed = Obj.getAttrOrNull(out, PyStr.intern("closed"));
      if (closed == null || !Obj.isTrue(closed)) {
        Calls.method(out, Names.FLUSH);
      }
      return null;
    } catch (PyRaise e) {
      return e.value;
    }
  }

  /**
   * Runs what was registered for the end; 120 if the program's last output could not be written.
   */
  private int finish(int code) {
    int end = code;
    end(vm);
    Shutdown.run(vm);
    PyException unwritten = lastFlush();
    if (unwritten != null) {
      Obj.runtime().unraisable("Exception ignored while flushing sys.stdout", unwritten, null);
      end = 120;
    }
    flush("stderr");
    if (line.flags.verbose > 0) {
      System.err.println("# compiled at run time: " + compiler.counts());
      System.err.flush();
    }
    return end;
  }

  /** Waits for the program's threads, and runs what was registered for the end. */
  static void end(PythonVm vm) {
    PyObject threading = vm.modules().get(PyStr.intern("threading"));
    if (threading != null) {
      try {
        Calls.method(threading, "_shutdown");
      } catch (PyRaise e) {
        Obj.runtime().unraisable("Exception ignored on threading shutdown", e.value, threading);
      }
    }
    PyObject atexit = vm.modules().get(PyStr.intern("atexit"));
    if (atexit != null) {
      try {
        Calls.method(atexit, "_run_exitfuncs");
      } catch (PyRaise e) {
        // CPython reports it and goes on.
      }
    }
  }
}
