package io.github.pycmaven.pyc;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.marshal.CodeConstants;
import io.github.pycmaven.marshal.CodeOutline;
import io.github.pycmaven.marshal.MarshalReader;
import io.github.pycmaven.marshal.MarshalWriter;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.target.Target;
import java.util.Arrays;

/** Cache files as a whole: header, then a marshalled code object. */
public final class PycFile {
  private PycFile() {}

  /** What follows the header: the bytes that CPython's {@code py_compile} would write. */
  public static byte[] body(CodeObject code, Target target) {
    return MarshalWriter.write(code, target);
  }

  /**
   * What was found behind a header.
   *
   * @param value the value, of whatever type
   * @param trailing how many bytes follow it
   */
  public record Body(Constant value, int trailing) {
    /** The code object, or null if the value is none. */
    public CodeObject code() {
      return value instanceof Constant.Code code ? code.code() : null;
    }
  }

  /**
   * Reads the body of a cache.
   *
   * @param bytes the whole file
   * @throws PycFormatException if the bytes are no marshalled value; offsets are those in the file
   */
  public static Body readBody(byte[] bytes, Target target) throws PycFormatException {
    MarshalReader<Constant> reader =
        new MarshalReader<>(CodeConstants.FACTORY, target, bytes, PycHeader.SIZE, bytes.length);
    Constant value = reader.read();
    return new Body(value, bytes.length - reader.position());
  }

  /**
   * Whether the body is one code object and nothing else, and records a file name.
   *
   * @param length so many of the bytes are the file
   */
  public static boolean isWholeAndRecords(
      byte[] bytes, int length, Target target, String fileName) {
    if (CodeOutline.knows(target)) {
      return fileName.equals(CodeOutline.fileName(bytes, PycHeader.SIZE, length));
    }
    try {
      Body body = readBody(Arrays.copyOf(bytes, length), target);
      return body.code() != null
          && body.trailing() == 0
          && body.code().filename().value().equals(fileName);
    } catch (PycFormatException e) {
      return false;
    }
  }
}
