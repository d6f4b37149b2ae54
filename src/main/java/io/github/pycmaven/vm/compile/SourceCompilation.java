package io.github.pycmaven.vm.compile;

import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.compiler.ast.Mod;
import io.github.pycmaven.compiler.fold.AstPreprocessor;
import io.github.pycmaven.compiler.parser.ParseMode;
import io.github.pycmaven.compiler.parser.ParseOptions;
import io.github.pycmaven.compiler.parser.ParseResult;
import io.github.pycmaven.compiler.parser.Parser;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.module.builtins.Execution;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code compile} on our compiler; counts what it compiles. */
public final class SourceCompilation implements Execution.SourceCompiler {
  private static final int FUTURES = 0x1fe0000;
  private static final int ONLY_AST = 0x400;
  private static final int TOP_LEVEL_AWAIT = 0x2000;
  private static final int ALLOW_INCOMPLETE = 0x4000;
  private static final int OPTIMIZED = 0x8400;
  private static final int BARRY = 0x400000;
  private static final int KNOWN = FUTURES | 0x10 | 0x200 | ONLY_AST | 0x1000 | 0x2000 | 0xc000;

  private static final PythonVersion VERSION = PythonVersion.V3_14;

  private final int optimize;
  private int imported;
  private int scripts;
  private int strings;

  /** The optimisation level is that of compilations that don't ask for one. */
  public SourceCompilation(int optimize) {
    this.optimize = optimize;
  }

  /** What was compiled so far. */
  public Compilations counts() {
    return new Compilations(imported, scripts, strings);
  }

  /** Compiles a program's file. */
  public PyCode script(byte[] source, String filename) {
    scripts++;
    return compile(SourceText.of(filename, source), ParseMode.EXEC, 0, false, optimize);
  }

  /** Compiles the text after {@code -c}. */
  public PyCode command(String text) {
    strings++;
    return compile(SourceText.ofText("<string>", text), ParseMode.EXEC, 0, false, optimize);
  }

  @Override
  public PyObject compile(
      PyObject source, PyObject filename, String mode, int flags, boolean inherit, int level) {
    if ((flags & ~KNOWN) != 0) {
      throw Exc.valueError("compile(): unrecognised flags");
    }
    if (level < -1 || level > 2) {
      throw Exc.valueError("compile(): invalid optimize value");
    }
    PyFrame caller = PyFrame.current(0);
    int futures = flags & FUTURES;
    if (inherit && caller != null) {
      futures |= caller.code.flags() & FUTURES;
    }
    int optimisation = level < 0 ? optimize : level;
    boolean plain = source instanceof PyStr && flags == 0 && futures == 0 && optimisation == 0;
    if (plain) {
      PyCode known = KnownStrings.find(((PyStr) source).value, fileName(filename), mode(mode));
      if (known != null) {
        return known;
      }
    }
    if (isImport(caller)) {
      imported++;
    } else {
      strings++;
    }
    boolean await = (flags & TOP_LEVEL_AWAIT) != 0;
    if (NodesToTree.isNode(source)) {
      return tree(source, fileName(filename), mode, flags, futures, optimisation);
    }
    SourceText text = text(source, fileName(filename), mode);
    boolean incomplete = (flags & ALLOW_INCOMPLETE) != 0;
    if ((flags & ONLY_AST) != 0) {
      Mod tree = parse(text, mode(mode), futures, incomplete);
      return TreeToNodes.of(
          (flags & OPTIMIZED) == OPTIMIZED ? optimised(tree, optimisation) : tree);
    }
    if (mode.equals("func_type")) {
      throw Exc.valueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    }
    if (incomplete) {
      parse(text, mode(mode), futures, true);
    }
    PyCode made = compile(text, mode(mode), futures, await, optimisation);
    if (plain) {
      KnownStrings.record(((PyStr) source).value, fileName(filename), mode(mode), made, caller);
    }
    return made;
  }

  private static Mod optimised(Mod tree, int level) {
    return AstPreprocessor.process(tree, level, false, Target.of(VERSION), (message, span) -> {});
  }

  private static Mod parse(SourceText text, ParseMode mode, int futures, boolean incomplete) {
    ParseOptions options = new ParseOptions(mode, (futures & BARRY) != 0, false).inMemory();
    ParseResult result;
    try {
      result = Parser.parse(text, incomplete ? options.incomplete() : options);
    } catch (StackOverflowError e) {
      throw Exc.raise(Exc.RecursionError, "maximum recursion depth exceeded during compilation");
    }
    for (Diagnostic d : result.warnings()) {
      warn(d);
    }
    if (result instanceof ParseResult.Rejected r) {
      throw error(r.error());
    }
    return ((ParseResult.Parsed) result).tree();
  }

  /** A tree of objects: compiled, or as it is if only a tree is wanted. */
  private PyObject tree(
      PyObject node, String file, String mode, int flags, int futures, int level) {
    if ((flags & ONLY_AST) != 0 && (flags & OPTIMIZED) != OPTIMIZED) {
      return node;
    }
    String expected =
        switch (mode) {
          case "eval" -> "Expression";
          case "single" -> "Interactive";
          case "func_type" -> "FunctionType";
          default -> "Module";
        };
    Mod tree = NodesToTree.of(node, expected);
    if ((flags & ONLY_AST) != 0) {
      return TreeToNodes.of(optimised(tree, level));
    }
    CompileOptions options =
        new CompileOptions(
            Release.defaultOf(VERSION), level, mode(mode), futures, (flags & TOP_LEVEL_AWAIT) != 0);
    return code(PythonCompiler.compile(SourceText.ofText(file, ""), tree, List.of(), options));
  }

  private static ParseMode mode(String mode) {
    switch (mode) {
      case "eval":
        return ParseMode.EVAL;
      case "single":
        return ParseMode.SINGLE;
      case "func_type":
        return ParseMode.FUNC_TYPE;
      default:
        return ParseMode.EXEC;
    }
  }

  /**
   * Loaders compile through one function of importlib, which keeps its frames out of tracebacks.
   */
  private static boolean isImport(PyFrame caller) {
    return caller != null
        && caller.code.name.value.equals("_call_with_frames_removed")
        && caller.globals.get(Names.NAME) instanceof PyStr s
        && (s.value.equals("_frozen_importlib") || s.value.equals("importlib._bootstrap"));
  }

  private static String fileName(PyObject o) {
    if (o instanceof PyStr s) {
      return s.value;
    }
    if (Obj.isBytesLike(o)) {
      return new String(Obj.bytesOf(o), StandardCharsets.UTF_8);
    }
    PyObject path = Calls.method(Obj.importModule("posix"), "fspath", o);
    return fileName(path);
  }

  private static SourceText text(PyObject source, String filename, String mode) {
    byte[] bytes;
    if (source instanceof PyStr s) {
      bytes = Obj.bytesOf(Codecs.encode(s, "utf-8", "strict"));
    } else if (Obj.isBytesLike(source)) {
      bytes = Obj.bytesOf(source);
    } else {
      throw Exc.typeError("compile() arg 1 must be a string, bytes or AST object");
    }
    for (byte b : bytes) {
      if (b == 0) {
        throw Exc.raise(Exc.SyntaxError, "source code string cannot contain null bytes");
      }
    }
    return source instanceof PyStr
        ? SourceText.ofText(filename, new String(bytes, StandardCharsets.UTF_8))
        : SourceText.of(filename, bytes);
  }

  private static PyCode compile(
      SourceText source, ParseMode mode, int futures, boolean await, int level) {
    return code(
        PythonCompiler.compile(
            source, new CompileOptions(Release.defaultOf(VERSION), level, mode, futures, await)));
  }

  private static PyCode code(CompileResult result) {
    for (Diagnostic d : result.warnings()) {
      warn(d);
    }
    if (result instanceof CompileResult.Rejected r) {
      throw error(r.error());
    }
    // Marshalled and read again: the machine has one way to make code objects, and the bytes are
    // what a cache of this very code object holds.
    byte[] body = PycFile.body(((CompileResult.Compiled) result).code(), Target.of(VERSION));
    PyCode code = (PyCode) MarshalModule.read(body, 0);
    code.marshalled = body;
    return code;
  }

  private static void warn(Diagnostic d) {
    PyType category =
        d.kind() == Diagnostic.Kind.DEPRECATION_WARNING
            ? Exc.DeprecationWarning
            : Exc.SyntaxWarning;
    try {
      Calls.method(
          Obj.importModule("_warnings"),
          "warn_explicit",
          PyStr.of(d.message()),
          category,
          PyStr.of(d.file()),
          PyInt.of(d.lineno()));
    } catch (PyRaise e) {
      if (e.value.type == category) {
        throw error(
            new Diagnostic(
                Diagnostic.Kind.SYNTAX_ERROR,
                d.message(),
                d.file(),
                d.lineno(),
                d.offset(),
                d.endLineno(),
                d.endOffset(),
                d.text()));
      }
      throw e;
    }
  }

  private static PyRaise error(Diagnostic d) {
    PyType type = Exc.all().get(d.kind().pythonName());
    if (type == null) {
      type = Exc.SyntaxError;
    }
    if (!d.kind().isSyntaxError()) {
      return d.kind() == Diagnostic.Kind.UNICODE_ENCODE_ERROR
              || d.kind() == Diagnostic.Kind.UNICODE_DECODE_ERROR
          ? Exc.raise(Exc.SyntaxError, d.message())
          : d.message().isEmpty() ? Exc.raise(type) : Exc.raise(type, d.message());
    }
    PyObject place =
        PyTuple.of(
            PyStr.of(d.file()),
            number(d.lineno()),
            number(d.offset()),
            d.text() == null ? PyNone.NONE : PyStr.of(d.text()),
            number(d.endLineno()),
            number(d.endOffset()));
    return Exc.raise(type, PyStr.of(d.message()), place);
  }

  private static PyObject number(int n) {
    return n == Diagnostic.NONE ? PyNone.NONE : PyInt.of(n);
  }
}
