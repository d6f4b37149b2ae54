package io.github.pycmaven.vm.module.io;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Names;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.Setter;
import java.io.ByteArrayOutputStream;

/**
 * {@code TextIOWrapper}: text over a buffered stream; positions are in {@link TextPosition}.
 *
 * @cpython Lib/_pyio.py:TextIOWrapper
 */
@BuiltinType("_io.TextIOWrapper")
public final class PyTextFile extends PyIOBase {
  public static final PyType TYPE =
      PyType.builtin("_io.TextIOWrapper", PyIOBase.TEXT, new PyTextFileTable())
          .with(new TextPositionTable())
          .withDict();

  private static final int CHUNK = 8192;

  PyObject buffer;
  private boolean initialized;
  String encoding;
  String errors;

  /** The argument: null for every line end, translated. */
  private String newline;

  boolean lineBuffering;
  private boolean writeThrough;
  boolean seekable;
  boolean telling;
  private boolean hasRead1;
  private boolean writes;
  private int chunk = CHUNK;
  private PyObject encoder;
  TextDecoder decoder;
  PyStr decoded = PyStr.EMPTY;
  int used;

  /** Bytes of the last chunk and the decoder's flags before it; null if positions are unknown. */
  byte[] snapshotBytes;

  long snapshotFlags;
  double bytesPerCharacter;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

  private PyTextFile(PyType type) {
    super(type);
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PyTextFile(cls);
  }

  /** A standard stream. */
  public static PyTextFile over(
      PyObject buffer, String errors, boolean lineBuffering, boolean writeThrough) {
    PyTextFile t = new PyTextFile(TYPE);
    t.start(buffer, "utf-8", errors, "\n", lineBuffering, writeThrough);
    return t;
  }

  @Builtin(
      "__init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
          + "write_through=False)")
  static void init(
      PyTextFile self,
      PyObject buffer,
      PyObject encoding,
      PyObject errors,
      PyObject newline,
      boolean lineBuffering,
      boolean writeThrough) {
    self.initialized = false;
    self.start(
        buffer,
        encodingOf(encoding),
        errorsOf(errors, "strict"),
        newlineOf(newline),
        lineBuffering,
        writeThrough);
  }

  private static String encodingOf(PyObject o) {
    if (o == null || o == PyNone.NONE) {
      return "utf-8";
    }
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError(
          "TextIOWrapper() argument 'encoding' must be str or None, not " + o.type.name);
    }
    if (s.value.indexOf(0) >= 0) {
      throw Exc.valueError("embedded null character");
    }
    if (s.value.equals("locale")) {
      return "utf-8";
    }
    if (!TextDecoder.isSimple(s.value)) {
      PyObject info = Calls.method(Obj.importModule("codecs"), "lookup", s);
      PyObject isText = Obj.getAttrOrNull(info, PyStr.intern("_is_text_encoding"));
      if (isText != null && !Obj.isTrue(isText)) {
        throw Exc.raise(
            Exc.LookupError,
            Obj.repr(s) + " is not a text encoding; use codecs.open() to handle arbitrary codecs");
      }
    }
    return s.value;
  }

  private static String errorsOf(PyObject o, String otherwise) {
    if (o == null || o == PyNone.NONE) {
      return otherwise;
    }
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError(
          "TextIOWrapper() argument 'errors' must be str or None, not " + o.type.name);
    }
    if (s.value.indexOf(0) >= 0) {
      throw Exc.valueError("embedded null character");
    }
    return s.value;
  }

  private static String newlineOf(PyObject o) {
    if (o == null || o == PyNone.NONE) {
      return null;
    }
    if (!(o instanceof PyStr s)) {
      throw Exc.typeError("illegal newline type: " + o.type.name);
    }
    String n = s.value;
    if (!n.isEmpty() && !n.equals("\n") && !n.equals("\r") && !n.equals("\r\n")) {
      throw Exc.valueError("illegal newline value: " + Obj.repr(o));
    }
    return n;
  }

  private void start(
      PyObject buffer,
      String encoding,
      String errors,
      String newline,
      boolean lineBuffering,
      boolean writeThrough) {
    this.buffer = buffer;
    this.encoding = encoding;
    this.errors = errors;
    this.newline = newline;
    this.lineBuffering = lineBuffering;
    this.writeThrough = writeThrough;
    decoded = PyStr.EMPTY;
    used = 0;
    snapshotBytes = null;
    pending.reset();
    coders();
    seekable = Obj.isTrue(Calls.method(buffer, "seekable"));
    telling = seekable;
    hasRead1 = Obj.getAttrOrNull(buffer, PyStr.intern("read1")) != null;
    initialized = true;
    if (encoder != null && seekable && Obj.isTrue(Calls.method(buffer, "writable"))) {
      PyObject at = Calls.method(buffer, "tell");
      if (Obj.isTrue(at)) {
        // No second byte order mark.
        Calls.method(encoder, "setstate", PyInt.ZERO);
      }
    }
  }

  private void coders() {
    decoder = null;
    encoder = null;
    writes = Obj.isTrue(Calls.method(buffer, "writable"));
    if (Obj.isTrue(Calls.method(buffer, "readable"))) {
      boolean universal = newline == null || newline.isEmpty();
      decoder = new TextDecoder(encoding, errors, universal, newline == null);
    }
    if (writes && !TextDecoder.isSimple(encoding)) {
      encoder = TextDecoder.made("getincrementalencoder", encoding, errors);
    }
  }

  PyObject buffer() {
    if (!initialized) {
      throw Exc.valueError("I/O operation on uninitialized object");
    }
    if (buffer == null) {
      throw Exc.valueError("underlying buffer has been detached");
    }
    return buffer;
  }

  void requireOpen() {
    PyObject b = buffer();
    boolean shut =
        b instanceof PyBuffered p && p.isPlain()
            ? PyBuffered.isClosed(p)
            : Obj.isTrue(Obj.getAttr(this, "closed"));
    if (shut) {
      throw Exc.valueError("I/O operation on closed file.");
    }
  }

  // ---- writing ----

  @Builtin("write(self, text, /)")
  static int write(PyTextFile self, PyObject text) {
    if (!(text instanceof PyStr s)) {
      throw Exc.typeError("write() argument must be str, not " + text.type.name);
    }
    self.requireOpen();
    boolean hasEnd = s.value.indexOf('\n') >= 0;
    PyStr out = s;
    if (hasEnd && self.newline != null && self.newline.startsWith("\r")) {
      out = PyStr.of(s.value.replace("\n", self.newline));
    }
    PyObject bytes;
    if (self.encoder != null) {
      bytes = Calls.method(self.encoder, "encode", out);
    } else if (self.writes && TextDecoder.isSimple(self.encoding)) {
      bytes = Codecs.encode(out, self.encoding, self.errors);
    } else {
      throw unsupported("not writable");
    }
    byte[] b = Obj.bytesOf(bytes);
    self.pending.write(b, 0, b.length);
    boolean flushes = self.lineBuffering && (hasEnd || s.value.indexOf('\r') >= 0);
    if (self.pending.size() >= self.chunk || flushes || self.writeThrough) {
      self.send();
    }
    if (flushes) {
      Calls.method(self.buffer, Names.FLUSH);
    }
    if (self.decoder != null && (self.snapshotBytes != null || self.decoded.length() > 0)) {
      self.forget();
      self.decoder.reset();
    }
    return s.length();
  }

  /** Hands pending bytes to the buffer. */
  void send() {
    if (pending.size() > 0) {
      PyObject b = new PyBytes(pending.toByteArray());
      pending.reset();
      Calls.method(buffer(), Names.WRITE, b);
    }
  }

  /** What was read ahead is void. */
  void forget() {
    decoded = PyStr.EMPTY;
    used = 0;
    snapshotBytes = null;
  }

  @Builtin("flush(self, /)")
  static void flush(PyTextFile self) {
    self.requireOpen();
    self.telling = self.seekable;
    self.send();
    Calls.method(self.buffer(), Names.FLUSH);
  }

  // ---- reading ----

  private void requireReadable() {
    requireOpen();
    if (decoder == null) {
      throw unsupported("not readable");
    }
    send();
  }

  private PyStr rest(int most) {
    int left = decoded.length() - used;
    int n = most < 0 ? left : Math.min(most, left);
    PyStr out = n == decoded.length() ? decoded : decoded.sub(used, used + n);
    used += n;
    return out;
  }

  /** Decodes one more chunk; false at the end. */
  boolean fill(int wanted) {
    byte[] before = null;
    long flags = 0;
    if (telling) {
      io.github.pycmaven.vm.core.object.PyTuple state = decoder.state();
      before = Obj.bytesOf(state.items[0]);
      flags = Obj.index(state.items[1]).clipped();
    }
    int size = wanted > 0 ? Math.max((int) (bytesPerCharacter * wanted), chunk) : chunk;
    String method = hasRead1 ? "read1" : "read";
    PyObject input = Calls.method(buffer(), method, PyInt.of(size));
    if (!Obj.isBytesLike(input)) {
      throw Exc.typeError(
          "underlying "
              + method
              + "() should have returned a bytes-like object, not '"
              + input.type.name
              + "'");
    }
    byte[] bytes = Obj.bytesOf(input);
    boolean end = bytes.length == 0;
    decoded = decoder.decode(input, end);
    used = 0;
    if (decoded.length() > 0) {
      bytesPerCharacter = (double) bytes.length / decoded.length();
      end = false;
    } else {
      bytesPerCharacter = 0;
    }
    if (telling) {
      snapshotBytes = java.util.Arrays.copyOf(before, before.length + bytes.length);
      System.arraycopy(bytes, 0, snapshotBytes, before.length, bytes.length);
      snapshotFlags = flags;
    }
    return !end;
  }

  @Builtin("read(self, size=-1, /)")
  static PyObject read(PyTextFile self, PyObject size) {
    int n = size(size);
    self.requireReadable();
    if (n < 0) {
      PyObject bytes = Calls.method(self.buffer(), "read");
      if (bytes == PyNone.NONE) {
        throw Exc.raise(Exc.BlockingIOError, PyInt.of(11), PyStr.of("Read returned None."));
      }
      if (!Obj.isBytesLike(bytes)) {
        throw Exc.typeError(
            "underlying read() should have returned a bytes-like object, not '"
                + bytes.type.name
                + "'");
      }
      PyStr more = self.decoder.decode(bytes, true);
      PyStr all = self.rest(-1).concat(more);
      self.forget();
      return all;
    }
    PyStr out = self.rest(n);
    while (out.length() < n && self.fill(n - out.length())) {
      out = out.concat(self.rest(n - out.length()));
    }
    return out;
  }

  @Builtin("readline(self, size=-1, /)")
  static PyObject readLine(PyTextFile self, PyObject size) {
    int most = size(size);
    self.requireReadable();
    return self.line(most);
  }

  private PyStr line(int most) {
    PyStr head = null;
    while (true) {
      if (used >= decoded.length() && !fill(0)) {
        forgetAtEnd();
        return head == null ? PyStr.EMPTY : head;
      }
      int end = lineEnd(used);
      if (end == 0) {
        // A line end that may go on in the next chunk.
        int keep = newline != null && newline.equals("\r\n") && lastIsReturn() ? 1 : 0;
        int to = decoded.length() - keep;
        if (most >= 0 && to - used >= most - length(head)) {
          to = used + most - length(head);
          PyStr part = cut(to);
          return head == null ? part : head.concat(part);
        }
        PyStr part = cut(to);
        head = head == null ? part : head.concat(part);
        if (keep == 1) {
          PyStr last = rest(-1);
          if (!fill(0)) {
            forgetAtEnd();
            return head.concat(last);
          }
          decoded = last.concat(decoded);
        }
        continue;
      }
      int to = end;
      if (most >= 0) {
        to = Math.min(to, used + most - length(head));
      }
      PyStr part = cut(to);
      return head == null ? part : head.concat(part);
    }
  }

  private static int length(PyStr s) {
    return s == null ? 0 : s.length();
  }

  private boolean lastIsReturn() {
    return decoded.length() > used && decoded.at(decoded.length() - 1) == '\r';
  }

  private PyStr cut(int to) {
    PyStr out = decoded.sub(used, to);
    used = to;
    return out;
  }

  private void forgetAtEnd() {
    decoded = PyStr.EMPTY;
    used = 0;
    snapshotBytes = null;
  }

  /** The index behind the first line end from an index on, 0 if there is none. */
  private int lineEnd(int from) {
    int n = decoded.length();
    if (newline == null || newline.equals("\n")) {
      int i = decoded.find(NEWLINE, from, n);
      return i < 0 ? 0 : i + 1;
    }
    if (newline.isEmpty()) {
      for (int i = from; i < n; i++) {
        int c = decoded.at(i);
        if (c == '\n') {
          return i + 1;
        }
        if (c == '\r') {
          return i + 1 < n && decoded.at(i + 1) == '\n' ? i + 2 : i + 1;
        }
      }
      return 0;
    }
    int i = decoded.find(PyStr.of(newline), from, n);
    return i < 0 ? 0 : i + newline.length();
  }

  private static final PyStr NEWLINE = PyStr.of("\n");

  @Override
  public PyObject next() {
    if (type != TYPE) {
      return Obj.nextBySlot(this);
    }
    telling = false;
    requireReadable();
    PyStr l = line(-1);
    if (l.length() == 0) {
      snapshotBytes = null;
      telling = seekable;
      return null;
    }
    return l;
  }

  @Builtin("__next__(self, /)")
  static PyObject nextLine(PyTextFile self) {
    if (self.type == TYPE) {
      return Obj.orStop(self.next());
    }
    self.telling = false;
    PyObject l = Calls.method(self, "readline");
    if (!(l instanceof PyStr s)) {
      throw Exc.raise(
          Exc.OSError, "readline() should have returned a str object, not '" + l.type.name + "'");
    }
    if (s.length() == 0) {
      self.snapshotBytes = null;
      self.telling = self.seekable;
      throw Exc.stopIteration(null);
    }
    return l;
  }

  // ---- the rest ----

  @Builtin(
      "reconfigure(self, *, encoding=None, errors=None, newline=<null>, line_buffering=None, "
          + "write_through=None)")
  static void reconfigure(
      PyTextFile self,
      PyObject encoding,
      PyObject errors,
      PyObject newline,
      PyObject lineBuffering,
      PyObject writeThrough) {
    boolean sets = encoding != null && encoding != PyNone.NONE;
    boolean setsErrors = errors != null && errors != PyNone.NONE;
    if (self.decoded.length() > 0 && (sets || setsErrors || newline != null)) {
      throw unsupported(
          "It is not possible to set the encoding or newline of stream after the " + "first read");
    }
    String e = sets ? encodingOf(encoding) : self.encoding;
    String r = setsErrors ? errorsOf(errors, "") : sets ? "strict" : self.errors;
    String n = newline == null ? self.newline : newlineOf(newline);
    Calls.method(self, Names.FLUSH);
    self.encoding = e;
    self.errors = r;
    self.newline = n;
    self.coders();
    if (lineBuffering != null && lineBuffering != PyNone.NONE) {
      self.lineBuffering = Obj.isTrue(lineBuffering);
    }
    if (writeThrough != null && writeThrough != PyNone.NONE) {
      self.writeThrough = Obj.isTrue(writeThrough);
    }
  }

  /** After a move: encoders write their mark at the start only. */
  void resetEncoder(boolean atStart) {
    if (encoder != null) {
      if (atStart) {
        Calls.method(encoder, "reset");
      } else {
        Calls.method(encoder, "setstate", PyInt.ZERO);
      }
    }
  }

  @Builtin("close(self, /)")
  static void close(PyTextFile self) {
    PyObject b = self.buffer();
    if (Obj.isTrue(Obj.getAttr(b, "closed"))) {
      return;
    }
    try {
      Calls.method(self, Names.FLUSH);
    } finally {
      Calls.method(b, Names.CLOSE);
    }
  }

  @Builtin("detach(self, /)")
  static PyObject detach(PyTextFile self) {
    self.buffer();
    Calls.method(self, Names.FLUSH);
    PyObject b = self.buffer();
    self.buffer = null;
    return b;
  }

  @Getter("closed")
  static boolean isClosed(PyTextFile self) {
    return Obj.isTrue(Obj.getAttr(self.buffer(), "closed"));
  }

  @Getter("buffer")
  static PyObject buffer(PyTextFile self) {
    return self.buffer();
  }

  @Getter("name")
  static PyObject name(PyTextFile self) {
    return Obj.getAttr(self.buffer(), "name");
  }

  @Getter("encoding")
  static String encoding(PyTextFile self) {
    return self.encoding;
  }

  @Getter("errors")
  static String errors(PyTextFile self) {
    return self.errors;
  }

  @Getter("newlines")
  static PyObject newlines(PyTextFile self) {
    return self.decoder == null ? PyNone.NONE : self.decoder.newlines();
  }

  @Getter("line_buffering")
  static PyObject lineBuffering(PyTextFile self) {
    return PyBool.of(self.lineBuffering);
  }

  @Getter("write_through")
  static PyObject writeThrough(PyTextFile self) {
    return PyBool.of(self.writeThrough);
  }

  @Getter("_CHUNK_SIZE")
  static int chunkSize(PyTextFile self) {
    return self.chunk;
  }

  @Setter("_CHUNK_SIZE")
  static void setChunkSize(PyTextFile self, PyObject size) {
    int n = Obj.index(size).clippedInt();
    if (n <= 0) {
      throw Exc.valueError("a strictly positive integer is required");
    }
    self.chunk = n;
  }

  @Builtin("fileno(self, /)")
  static PyObject fileno(PyTextFile self) {
    return Calls.method(self.buffer(), "fileno");
  }

  @Builtin("isatty(self, /)")
  static PyObject isatty(PyTextFile self) {
    return Calls.method(self.buffer(), "isatty");
  }

  @Builtin("readable(self, /)")
  static PyObject readable(PyTextFile self) {
    return Calls.method(self.buffer(), "readable");
  }

  @Builtin("writable(self, /)")
  static PyObject writable(PyTextFile self) {
    return Calls.method(self.buffer(), "writable");
  }

  @Builtin("seekable(self, /)")
  static PyObject seekable(PyTextFile self) {
    return Calls.method(self.buffer(), "seekable");
  }

  @Builtin("__repr__(self, /)")
  static String repr(PyTextFile self) {
    if (!self.initialized) {
      throw Exc.valueError("I/O operation on uninitialized object");
    }
    StringBuilder b = new StringBuilder("<_io.TextIOWrapper");
    for (String n : new String[] {"name", "mode"}) {
      PyObject v = null;
      try {
        v = Obj.getAttrOrNull(self, PyStr.intern(n));
      } catch (io.github.pycmaven.vm.core.error.PyRaise e) {
        // A stream without a name.
      }
      if (v != null) {
        b.append(' ').append(n).append('=').append(Obj.repr(v));
      }
    }
    return b.append(" encoding=").append(Obj.repr(PyStr.of(self.encoding))).append('>').toString();
  }
}
