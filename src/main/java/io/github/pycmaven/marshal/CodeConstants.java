package io.github.pycmaven.marshal;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.code.LegacyCodeObject;
import io.github.pycmaven.target.Target;
import java.math.BigInteger;
import java.util.List;

/**
 * Makes {@link Constant}s: what the compiler, the verifier and the disassembler read caches into.
 */
public final class CodeConstants implements ConstantFactory<Constant> {
  /** Its only instance; it has no state. */
  public static final CodeConstants FACTORY = new CodeConstants();

  private CodeConstants() {}

  /** Reads the value that all of the array is; bytes after it are a fault. */
  public static Constant read(byte[] data, Target target) throws PycFormatException {
    MarshalReader<Constant> reader = new MarshalReader<>(FACTORY, target, data, 0, data.length);
    Constant value = reader.read();
    if (reader.position() != data.length) {
      throw new PycFormatException(
          PycFormatException.Kind.BAD_DATA, reader.position(), "bytes after the value");
    }
    return value;
  }

  @Override
  public Constant none() {
    return Constant.Singleton.NONE;
  }

  @Override
  public Constant bool(boolean value) {
    return Constant.Singleton.of(value);
  }

  @Override
  public Constant ellipsis() {
    return Constant.Singleton.ELLIPSIS;
  }

  @Override
  public Constant stopIteration() throws PycFormatException {
    throw ConstantFactory.refuse("StopIteration is no constant");
  }

  @Override
  public Constant integer(long value) {
    return new Constant.Int(value);
  }

  @Override
  public Constant integer(BigInteger value) {
    return new Constant.BigInt(value);
  }

  @Override
  public Constant floating(double value) {
    return new Constant.Float(value);
  }

  @Override
  public Constant complex(double real, double imaginary) {
    return new Constant.Complex(real, imaginary);
  }

  @Override
  public Constant str(String text, int[] codePoints, boolean interned) {
    return new Constant.Str(text, codePoints, interned);
  }

  @Override
  public Constant bytes(byte[] value) {
    return new Constant.Bytes(value);
  }

  @Override
  public Constant tuple(List<Constant> elements) {
    return new Constant.Tuple(elements);
  }

  @Override
  public Constant frozenSet(List<Constant> elements) {
    return new Constant.FrozenSet(elements);
  }

  @Override
  public Constant slice(Constant start, Constant stop, Constant step) {
    return new Constant.Slice(start, stop, step);
  }

  @Override
  public Constant code(CodeFields<Constant> f) throws PycFormatException {
    int codeSize = bytes(f.code(), "code").value().length;
    if (codeSize % 2 != 0) {
      throw ConstantFactory.refuse("code object: code has half an instruction");
    }
    if ((f.argCount() | f.posOnlyArgCount() | f.kwOnlyArgCount() | f.stackSize()) < 0
        || f.posOnlyArgCount() > f.argCount()) {
      throw ConstantFactory.refuse("code object: bad number of arguments");
    }
    return f.localsPlusKinds() == null
        ? new Constant.LegacyCode(legacy(f))
        : new Constant.Code(modern(f));
  }

  private static CodeObject modern(CodeFields<Constant> f) throws PycFormatException {
    Constant.Tuple locals = names(f.localsPlusNames(), "localsplusnames");
    Constant.Bytes kinds = bytes(f.localsPlusKinds(), "localspluskinds");
    if (kinds.value().length != locals.elements().size()) {
      throw ConstantFactory.refuse("code object: localspluskinds do not match the names");
    }
    return new CodeObject(
        f.argCount(),
        f.posOnlyArgCount(),
        f.kwOnlyArgCount(),
        f.stackSize(),
        f.flags(),
        bytes(f.code(), "code"),
        tuple(f.consts(), "consts"),
        names(f.names(), "names"),
        locals,
        kinds,
        str(f.filename(), "filename"),
        str(f.name(), "name"),
        str(f.qualname(), "qualname"),
        f.firstLine(),
        bytes(f.lineTable(), "linetable"),
        bytes(f.exceptionTable(), "exceptiontable"));
  }

  private static LegacyCodeObject legacy(CodeFields<Constant> f) throws PycFormatException {
    return new LegacyCodeObject(
        f.argCount(),
        f.posOnlyArgCount(),
        f.kwOnlyArgCount(),
        f.localCount(),
        f.stackSize(),
        f.flags(),
        bytes(f.code(), "code"),
        tuple(f.consts(), "consts"),
        names(f.names(), "names"),
        names(f.localsPlusNames(), "varnames"),
        names(f.freeVars(), "freevars"),
        names(f.cellVars(), "cellvars"),
        str(f.filename(), "filename"),
        str(f.name(), "name"),
        f.firstLine(),
        bytes(f.lineTable(), "lnotab"));
  }

  private static Constant.Tuple names(Constant value, String field) throws PycFormatException {
    Constant.Tuple tuple = tuple(value, field);
    for (Constant name : tuple.elements()) {
      if (!(name instanceof Constant.Str)) {
        throw wrong(field);
      }
    }
    return tuple;
  }

  private static Constant.Tuple tuple(Constant value, String field) throws PycFormatException {
    if (value instanceof Constant.Tuple tuple) {
      return tuple;
    }
    throw wrong(field);
  }

  private static Constant.Bytes bytes(Constant value, String field) throws PycFormatException {
    if (value instanceof Constant.Bytes bytes) {
      return bytes;
    }
    throw wrong(field);
  }

  private static Constant.Str str(Constant value, String field) throws PycFormatException {
    if (value instanceof Constant.Str str) {
      return str;
    }
    throw wrong(field);
  }

  private static PycFormatException wrong(String field) {
    return ConstantFactory.refuse("code object: " + field + " has the wrong type");
  }
}
