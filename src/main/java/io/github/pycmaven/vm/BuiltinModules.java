package io.github.pycmaven.vm;

import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.module.abc.AbcModule;
import io.github.pycmaven.vm.module.array.ArrayModule;
import io.github.pycmaven.vm.module.ast.AstModule;
import io.github.pycmaven.vm.module.atexit.AtexitModule;
import io.github.pycmaven.vm.module.binascii.BinasciiModule;
import io.github.pycmaven.vm.module.bisect.BisectModule;
import io.github.pycmaven.vm.module.bisect.HeapqModule;
import io.github.pycmaven.vm.module.codecs.CodecsModule;
import io.github.pycmaven.vm.module.collections.CollectionsModule;
import io.github.pycmaven.vm.module.compression.Bz2Module;
import io.github.pycmaven.vm.module.compression.LzmaModule;
import io.github.pycmaven.vm.module.contextvars.ContextVarsModule;
import io.github.pycmaven.vm.module.csv.CsvModule;
import io.github.pycmaven.vm.module.errno.ErrnoModule;
import io.github.pycmaven.vm.module.expat.PyexpatModule;
import io.github.pycmaven.vm.module.fallback.LibraryModules;
import io.github.pycmaven.vm.module.faulthandler.FaulthandlerModule;
import io.github.pycmaven.vm.module.fcntl.FcntlModule;
import io.github.pycmaven.vm.module.functools.FunctoolsModule;
import io.github.pycmaven.vm.module.gc.GcModule;
import io.github.pycmaven.vm.module.hash.Blake2Module;
import io.github.pycmaven.vm.module.hash.HashFunctions;
import io.github.pycmaven.vm.module.hash.Sha3Module;
import io.github.pycmaven.vm.module.imp.ImpModule;
import io.github.pycmaven.vm.module.io.IoModule;
import io.github.pycmaven.vm.module.itertools.ItertoolsModule;
import io.github.pycmaven.vm.module.json.JsonModule;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import io.github.pycmaven.vm.module.math.CmathModule;
import io.github.pycmaven.vm.module.math.MathModule;
import io.github.pycmaven.vm.module.multibyte.MultibyteModule;
import io.github.pycmaven.vm.module.opcode.OpcodeModule;
import io.github.pycmaven.vm.module.operator.OperatorModule;
import io.github.pycmaven.vm.module.posix.PosixModule;
import io.github.pycmaven.vm.module.posix.SubprocessModule;
import io.github.pycmaven.vm.module.queue.PySimpleQueue;
import io.github.pycmaven.vm.module.random.RandomModule;
import io.github.pycmaven.vm.module.resource.ResourceModule;
import io.github.pycmaven.vm.module.select.SelectModule;
import io.github.pycmaven.vm.module.signal.SignalModule;
import io.github.pycmaven.vm.module.socket.SocketModule;
import io.github.pycmaven.vm.module.sre.SreModule;
import io.github.pycmaven.vm.module.statistics.StatisticsModule;
import io.github.pycmaven.vm.module.string.StringModule;
import io.github.pycmaven.vm.module.struct.StructModule;
import io.github.pycmaven.vm.module.thread.ThreadModule;
import io.github.pycmaven.vm.module.time.TimeModule;
import io.github.pycmaven.vm.module.tokenize.TokenizeModule;
import io.github.pycmaven.vm.module.typing.TypingModule;
import io.github.pycmaven.vm.module.unicodedata.UnicodedataModule;
import io.github.pycmaven.vm.module.users.GrpModule;
import io.github.pycmaven.vm.module.users.PwdModule;
import io.github.pycmaven.vm.module.warnings.WarningsModule;
import io.github.pycmaven.vm.module.weakref.WeakrefModule;
import io.github.pycmaven.vm.module.zlib.ZlibModule;

/** All modules written in Java, by name; a module's class is loaded when it is imported. */
final class BuiltinModules implements ImpModule.Source {
  /** The names, in order; {@code builtins} and {@code sys} are made at start-up. */
  static final String[] NAMES = {
    "_abc",
    "_ast",
    "_bisect",
    "_blake2",
    "_bz2",
    "_codecs",
    "_collections",
    "_contextvars",
    "_csv",
    "_datetime",
    "_decimal",
    "_functools",
    "_heapq",
    "_imp",
    "_io",
    "_json",
    "_lzma",
    "_md5",
    "_multibytecodec",
    "_opcode",
    "_operator",
    "_posixsubprocess",
    "_queue",
    "_random",
    "_sha1",
    "_sha2",
    "_sha3",
    "_signal",
    "_socket",
    "_sre",
    "_statistics",
    "_string",
    "_struct",
    "_thread",
    "_tokenize",
    "_typing",
    "_warnings",
    "_weakref",
    "array",
    "atexit",
    "binascii",
    "builtins",
    "cmath",
    "errno",
    "faulthandler",
    "fcntl",
    "gc",
    "grp",
    "itertools",
    "marshal",
    "math",
    "posix",
    "pwd",
    "pyexpat",
    "resource",
    "select",
    "sys",
    "time",
    "unicodedata",
    "zlib",
  };

  @Override
  public boolean has(String name) {
    return java.util.Arrays.binarySearch(NAMES, name) >= 0;
  }

  @Override
  public PyModule create(String name) {
    switch (name) {
      case "_imp":
        return ImpModule.create();
      case "_io":
        return IoModule.create();
      case "_thread":
        return ThreadModule.create();
      case "_warnings":
        return WarningsModule.create();
      case "_weakref":
        return WeakrefModule.create();
      case "marshal":
        return MarshalModule.create();
      case "_posixsubprocess":
        return SubprocessModule.create();
      case "select":
        return SelectModule.create();
      case "_abc":
        return AbcModule.create();
      case "posix":
        return PosixModule.create();
      case "time":
        return TimeModule.create();
      case "itertools":
        return ItertoolsModule.create();
      case "_collections":
        return CollectionsModule.create();
      case "_sre":
        return SreModule.create();
      case "_contextvars":
        return ContextVarsModule.create();
      case "errno":
        return ErrnoModule.create();
      case "atexit":
        return AtexitModule.create();
      case "gc":
        return GcModule.create();
      case "_signal":
        return SignalModule.create();
      case "_opcode":
        return OpcodeModule.create();
      case "_ast":
        return AstModule.create();
      case "_tokenize":
        return TokenizeModule.create();
      case "_string":
        return StringModule.create();
      case "_codecs":
        return CodecsModule.create();
      case "_typing":
        return TypingModule.create();
      case "math":
        return MathModule.create();
      case "_random":
        return RandomModule.create();
      case "_struct":
        return StructModule.create();
      case "binascii":
        return BinasciiModule.create();
      case "_md5":
        return HashFunctions.Md5.create();
      case "_sha1":
        return HashFunctions.Sha1.create();
      case "_sha2":
        return HashFunctions.Sha2.create();
      case "_sha3":
        return Sha3Module.create();
      case "_blake2":
        return Blake2Module.create();
      case "array":
        return ArrayModule.create();
      case "_csv":
        return CsvModule.create();
      case "_bisect":
        return BisectModule.create();
      case "_heapq":
        return HeapqModule.create();
      case "cmath":
        return CmathModule.create();
      case "_socket":
        return SocketModule.create();
      case "zlib":
        return ZlibModule.create();
      case "pyexpat":
        return PyexpatModule.create();
      case "_bz2":
        return Bz2Module.create();
      case "_lzma":
        return LzmaModule.create();
      case "_json":
        return JsonModule.create();
      case "unicodedata":
        return UnicodedataModule.create();
      case "pwd":
        return PwdModule.create();
      case "grp":
        return GrpModule.create();
      case "resource":
        return ResourceModule.create();
      case "faulthandler":
        return FaulthandlerModule.create();
      case "_queue":
        return PySimpleQueue.create();
      case "_statistics":
        return StatisticsModule.create();
      case "fcntl":
        return FcntlModule.create();
      case "_datetime":
        return LibraryModules.datetime();
      case "_decimal":
        return LibraryModules.decimal();
      case "_operator":
        return OperatorModule.create();
      case "_functools":
        return FunctoolsModule.create();
      case "_multibytecodec":
        return MultibyteModule.create();
      default:
        return null;
    }
  }
}
