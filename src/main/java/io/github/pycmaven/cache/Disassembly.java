package io.github.pycmaven.cache;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.disasm.Disassembler;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The listing of a cache of any known version, or of a source compiled for one.
 *
 * @param text the listing, or null
 * @param error why the source is rejected, or null
 */
public record Disassembly(String text, Diagnostic error) {
  /**
   * Disassembles a file.
   *
   * @param version what a source is compiled for
   * @throws IOException if the file cannot be read
   * @throws PycFormatException if it is no cache of a known version
   */
  public static Disassembly of(Path file, PythonVersion version, int level)
      throws IOException, PycFormatException {
    byte[] bytes = Files.readAllBytes(file);
    return file.toString().endsWith(".py")
        ? ofSource(file.toString(), bytes, version, level)
        : ofCache(bytes);
  }

  private static Disassembly ofSource(String name, byte[] bytes, PythonVersion version, int level) {
    CompileResult[] result = {null};
    WorkerPool.run(
        1,
        1,
        i ->
            result[0] =
                PythonCompiler.compile(
                    SourceText.of(name, bytes), CompileOptions.of(version, level)));
    if (result[0] instanceof CompileResult.Rejected rejected) {
      return new Disassembly(null, rejected.error());
    }
    Constant code = new Constant.Code(((CompileResult.Compiled) result[0]).code());
    return new Disassembly(Disassembler.list(code, Target.of(version)), null);
  }

  private static Disassembly ofCache(byte[] bytes) throws PycFormatException {
    PycHeader header = PycHeader.read(bytes);
    for (PythonVersion version : PythonVersion.values()) {
      Target target = Target.of(version);
      if (target.magic() == header.magic()) {
        PycFile.Body body = PycFile.readBody(bytes, target);
        return new Disassembly(Disassembler.list(body.value(), target), null);
      }
    }
    throw new PycFormatException(
        PycFormatException.Kind.BAD_DATA, 0, "unknown magic number " + header.magic());
  }
}
