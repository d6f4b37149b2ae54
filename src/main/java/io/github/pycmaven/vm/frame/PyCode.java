package io.github.pycmaven.vm.frame;

import io.github.pycmaven.vm.core.call.CallTarget;
import io.github.pycmaven.vm.core.call.PyFunction;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;

/** A code object, decoded when it first runs. */
public final class PyCode extends PyObject implements CallTarget {
  public static final PyType TYPE =
      PyType.builtin("code", new CodeMethodsTable()).forbidSubclasses();

  public static final int OPTIMIZED = 1;
  public static final int NEWLOCALS = 2;
  public static final int VARARGS = 4;
  public static final int VARKEYWORDS = 8;
  public static final int NESTED = 16;
  public static final int GENERATOR = 32;
  public static final int COROUTINE = 128;
  public static final int ITERABLE_COROUTINE = 256;
  public static final int ASYNC_GENERATOR = 512;

  public static final int HAS_DOCSTRING = 0x4000000;

  static final int KIND_LOCAL = 0x20;
  static final int KIND_CELL = 0x40;
  static final int KIND_FREE = 0x80;
  static final int KIND_HIDDEN = 0x10;

  private static Decoder decoder;
  private static Tier tier;

  final int argCount;
  final int posOnlyCount;
  final int kwOnlyCount;
  final int stackSize;
  final int flags;
  final byte[] bytes;
  public final PyObject[] consts;
  public final PyStr[] names;
  public final PyStr[] localNames;
  final byte[] localKinds;
  public PyStr filename;
  public final PyStr name;
  public final PyStr qualname;
  final int firstLine;
  final byte[] lineTable;
  final byte[] exceptionTable;

  /** Locals, cells and free variables. */
  public final int localCount;

  final int freeCount;
  private final boolean simple;

  /** Decoded instructions, null before the first run. */
  public int[] instructions;

  /** What each site remembers. */
  public Object[] sites;

  /** The bytes of this code object in a cache, if it was just compiled; else null. */
  public byte[] marshalled;

  private int[] offsets;
  private int[] handlers;

  /** The fields of a code object. */
  public PyCode(
      int argCount,
      int posOnlyCount,
      int kwOnlyCount,
      int stackSize,
      int flags,
      byte[] bytes,
      PyObject[] consts,
      PyStr[] names,
      PyStr[] localNames,
      byte[] localKinds,
      PyStr filename,
      PyStr name,
      PyStr qualname,
      int firstLine,
      byte[] lineTable,
      byte[] exceptionTable) {
    super(TYPE);
    this.argCount = argCount;
    this.posOnlyCount = posOnlyCount;
    this.kwOnlyCount = kwOnlyCount;
    this.stackSize = stackSize;
    this.flags = flags;
    this.bytes = bytes;
    this.consts = consts;
    this.names = names;
    this.localNames = localNames;
    this.localKinds = localKinds;
    this.filename = filename;
    this.name = name;
    this.qualname = qualname;
    this.firstLine = firstLine;
    this.lineTable = lineTable;
    this.exceptionTable = exceptionTable;
    this.localCount = localNames.length;
    int free = 0;
    for (byte k : localKinds) {
      free += (k & KIND_FREE) != 0 ? 1 : 0;
    }
    this.freeCount = free;
    this.simple = kwOnlyCount == 0 && (flags & (VARARGS | VARKEYWORDS)) == 0;
  }

  /** Chooses decoder and tier. */
  public static void install(Decoder d, Tier t) {
    decoder = d;
    tier = t;
  }

  /** The tier that runs frames. */
  public static Tier tier() {
    return tier;
  }

  @Override
  public int flags() {
    return flags;
  }

  /** Whether the code has fast locals. */
  public boolean isOptimized() {
    return (flags & OPTIMIZED) != 0;
  }

  /** Decodes if that is still to do. */
  public void prepare() {
    if (instructions == null) {
      Decoder.Decoded d = decoder.decode(bytes);
      offsets = d.offsets();
      handlers = ExceptionTable.decode(exceptionTable, d.indexAt());
      sites = new Object[d.instructions().length];
      instructions = d.instructions();
    }
  }

  private int cleanup;

  /** Whether there are blocks that have to be left properly: {@code try} and {@code with}. */
  boolean hasCleanup() {
    if (cleanup == 0) {
      prepare();
      cleanup = 1;
      for (int i = 2; i < handlers.length; i += 4) {
        if (handlers[i] < instructions.length
            && (instructions[handlers[i]] & 0xff) == Opcode.PUSH_EXC_INFO) {
          cleanup = 2;
        }
      }
    }
    return cleanup == 2;
  }

  private TraceLines traceLines;

  /** Where events of tracing belong. */
  public TraceLines traceLines() {
    if (traceLines == null) {
      prepare();
      int[] lines = new int[bytes.length / 2];
      java.util.Arrays.fill(lines, -1);
      for (LocationTable.Entry e : LocationTable.entries(lineTable, firstLine)) {
        for (int i = e.start(); i < e.end() && i < lines.length; i++) {
          lines[i] = e.line();
        }
      }
      int[] handlerUnits = ExceptionTable.handlers(exceptionTable);
      traceLines = new TraceLines(decoder.traceMap(bytes, lines, handlerUnits), lines, offsets);
    }
    return traceLines;
  }

  /** Makes activations that run leave the loop at their next instruction. */
  public void interrupt() {
    int[] running = instructions;
    if (running != null) {
      instructions = running.clone();
      java.util.Arrays.fill(running, Opcode.STOP);
    }
  }

  /** The byte offset of an instruction. */
  public int offsetOf(int index) {
    return index < 0 || offsets == null
        ? -1
        : index >= offsets.length ? bytes.length : offsets[index] * 2;
  }

  /** The index of the instruction at a byte offset. */
  public int indexOf(int offset) {
    prepare();
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] * 2 >= offset) {
        return i;
      }
    }
    return offsets.length;
  }

  /** The handlers as start, end, target and depth * 2 + (pushes lasti). */
  public int[] handlers() {
    return handlers;
  }

  /** The line of a byte offset, -1 if it has none. */
  public int lineAt(int offset) {
    return offset < 0 ? firstLine : LocationTable.lineAt(lineTable, firstLine, offset / 2);
  }

  /** First line, last line, first and last column of a byte offset, columns in bytes; or null. */
  public int[] placeAt(int offset) {
    for (LocationTable.Entry e : LocationTable.entries(lineTable, firstLine)) {
      if (offset / 2 < e.end()) {
        return new int[] {e.line(), e.endLine(), e.column(), e.endColumn()};
      }
    }
    return null;
  }

  /** Sets the file name here and in nested code that had the same. */
  public void fixFilename(PyStr to) {
    PyStr old = filename;
    if (old.equals(to)) {
      return;
    }
    filename = to;
    for (PyObject c : consts) {
      if (c instanceof PyCode inner && inner.filename.equals(old)) {
        inner.fixFilename(to);
      }
    }
  }

  /** Whether a local is a free variable. */
  public boolean isFree(int i) {
    return (localKinds[i] & KIND_FREE) != 0;
  }

  /** The documentation string, None if there is none. */
  public PyObject documentation() {
    return (flags & HAS_DOCSTRING) != 0 && consts.length > 0
        ? consts[0]
        : io.github.pycmaven.vm.core.object.PyNone.NONE;
  }

  @Override
  public PyObject code() {
    return this;
  }

  @Override
  public int freeCount() {
    return freeCount;
  }

  // ---- calls ----

  @Override
  public PyObject call0(PyFunction f) {
    if (simple && argCount == 0) {
      return tier.run(new PyFrame(this, f));
    }
    return bound(f, Binding.NO_ARGS);
  }

  @Override
  public PyObject call1(PyFunction f, PyObject a) {
    if (simple && argCount == 1) {
      PyFrame frame = new PyFrame(this, f);
      frame.s[0] = a;
      return tier.run(frame);
    }
    return bound(f, new PyObject[] {a});
  }

  @Override
  public PyObject call2(PyFunction f, PyObject a, PyObject b) {
    if (simple && argCount == 2) {
      PyFrame frame = new PyFrame(this, f);
      frame.s[0] = a;
      frame.s[1] = b;
      return tier.run(frame);
    }
    return bound(f, new PyObject[] {a, b});
  }

  @Override
  public PyObject call3(PyFunction f, PyObject a, PyObject b, PyObject c) {
    if (simple && argCount == 3) {
      PyFrame frame = new PyFrame(this, f);
      frame.s[0] = a;
      frame.s[1] = b;
      frame.s[2] = c;
      return tier.run(frame);
    }
    return bound(f, new PyObject[] {a, b, c});
  }

  @Override
  public PyObject callN(PyFunction f, PyObject[] args) {
    return bound(f, args);
  }

  private PyObject bound(PyFunction f, PyObject[] args) {
    PyFrame frame = new PyFrame(this, f);
    if (simple && args.length == argCount) {
      System.arraycopy(args, 0, frame.s, 0, args.length);
    } else {
      Binding.bind(this, f, frame.s, args, Binding.NO_NAMES);
    }
    return tier.run(frame);
  }

  @Override
  public PyObject callKw(PyFunction f, PyObject[] args, PyStr[] keywords) {
    PyFrame frame = new PyFrame(this, f);
    Binding.bind(this, f, frame.s, args, keywords);
    return tier.run(frame);
  }

  /** Whether it can be called with a positional argument by name. */
  public boolean hasArguments() {
    return argCount > 0;
  }

  /** Whether a local variable lives in a cell of its own. */
  public boolean isCell(int local) {
    return (localKinds[local] & KIND_CELL) != 0;
  }
}
