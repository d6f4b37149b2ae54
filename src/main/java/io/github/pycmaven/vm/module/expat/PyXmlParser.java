package io.github.pycmaven.vm.module.expat;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.PyGetSet;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Codecs;
import io.github.pycmaven.vm.core.object.Obj;
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
import java.nio.charset.StandardCharsets;

/**
 * {@code pyexpat.XMLParserType}.
 *
 * @cpython Modules/pyexpat.c:xmlparse_methods
 */
@BuiltinType("pyexpat.xmlparser")
final class PyXmlParser extends PyObject {
  static final PyType TYPE =
      PyType.builtin("pyexpat.xmlparser", new PyXmlParserTable()).uninstantiable();
  private static final int CHUNK = 1 << 16;
  private static final int FINISHED = 36;

  private final HandlerCalls calls = new HandlerCalls();
  private final String separator;
  private final String encoding;
  private final XmlDoctype entityOf;
  private final PyObject intern;
  private boolean triplets;
  private boolean deferral = true;
  private XmlParser parser;
  private XmlBytes bytes;
  private long[] failedAt;
  private int failure;
  private boolean finished;

  PyXmlParser(String encoding, String separator, PyObject intern, XmlDoctype entityOf) {
    super(TYPE);
    this.encoding = encoding;
    this.separator = separator;
    this.intern = intern;
    this.entityOf = entityOf;
  }

  /** Puts the handlers into the type, which are all alike. */
  static void addHandlers() {
    for (int i = 0; i < HandlerCalls.NAMES.size(); i++) {
      TYPE.put(PyStr.intern(HandlerCalls.NAMES.get(i)), new Handler(i));
    }
  }

  /** One handler as an attribute. */
  private static final class Handler extends PyGetSet {
    private final int number;

    Handler(int number) {
      super(PyXmlParser.TYPE, null, -1, -1, HandlerCalls.NAMES.get(number));
      this.number = number;
    }

    @Override
    public PyObject descriptorGet(PyObject obj, PyType cls) {
      if (obj == null) {
        return this;
      }
      check(obj);
      return PyNone.orNone(((PyXmlParser) obj).calls.handlers[number]);
    }

    @Override
    public void descriptorSet(PyObject obj, PyObject value) {
      check(obj);
      if (value == null) {
        throw Exc.raise(Exc.RuntimeError, "Cannot delete attribute");
      }
      HandlerCalls calls = ((PyXmlParser) obj).calls;
      if (number == HandlerCalls.TEXT) {
        calls.flush();
      }
      calls.handlers[number] = PyNone.toNull(value);
    }
  }

  private void open(String given) {
    if (parser == null) {
      XmlNames names = separator == null ? null : new XmlNames(separator, triplets);
      parser = new XmlParser(calls, names, entityOf);
      bytes = new XmlBytes(given, PyXmlParser::decode);
    }
  }

  private static String decode(byte[] data, String encoding) {
    return Codecs.decode(new PyBytes(data), encoding, "strict").toString();
  }

  private void parse(byte[] data, boolean isFinal) {
    if (finished) {
      failure = FINISHED;
      throw error(FINISHED, position());
    }
    finished = isFinal;
    try {
      parser.parse(bytes.decode(data, isFinal), isFinal && !bytes.isBroken);
      if (bytes.isBroken) {
        throw new XmlException(XmlException.INVALID_TOKEN, Integer.MAX_VALUE);
      }
    } catch (XmlException e) {
      finished = true;
      failure = e.code;
      failedAt = parser.position(e.at);
      calls.flush();
      throw error(e.code, failedAt);
    } catch (PyRaise e) {
      if (!e.matches(Exc.LookupError)) {
        finished = true;
        throw e;
      }
      failure = XmlException.UNKNOWN_ENCODING;
      throw error(failure, new long[] {1, 0, 0});
    }
    calls.flush();
  }

  private static PyRaise error(int code, long[] at) {
    String message = PyexpatModule.text(code) + ": line " + at[0] + ", column " + at[1];
    PyException e = (PyException) PyexpatModule.ERROR.call1(PyStr.of(message));
    Obj.setAttr(e, PyStr.intern("code"), PyInt.of(code));
    Obj.setAttr(e, PyStr.intern("offset"), PyInt.of(at[1]));
    Obj.setAttr(e, PyStr.intern("lineno"), PyInt.of(at[0]));
    return Exc.raise(e);
  }

  private long[] position() {
    if (failedAt != null) {
      return failedAt;
    }
    return parser == null ? new long[] {1, 0, -1} : parser.position(parser.at());
  }

  @Builtin("Parse(self, data, isfinal=False, /)")
  PyObject parse(PyObject data, boolean isFinal) {
    boolean isText = data instanceof PyStr;
    open(isText ? "UTF-8" : encoding);
    byte[] in = isText ? data.toString().getBytes(StandardCharsets.UTF_8) : Arg.toBytes(data);
    parse(in, isFinal);
    return PyInt.ONE;
  }

  @Builtin("ParseFile(self, file, /)")
  PyObject parseFile(PyObject file) {
    PyObject read = Obj.getAttr(file, PyStr.intern("read"));
    open(encoding);
    while (true) {
      PyObject data = read.call1(PyInt.of(CHUNK));
      if (!Obj.lendsBuffer(data)) {
        throw Exc.typeError("read() did not return a bytes object (type=" + data.type.name + ")");
      }
      byte[] in = Arg.toBytes(data);
      parse(in, in.length == 0);
      if (in.length == 0) {
        return PyInt.ONE;
      }
    }
  }

  @Builtin("SetBase(self, base, /)")
  void setBase(PyObject base) {
    calls.base = base;
  }

  @Builtin("GetBase(self, /)")
  PyObject getBase() {
    return calls.base;
  }

  @Builtin("GetInputContext(self, /)")
  PyObject getInputContext() {
    return PyNone.NONE;
  }

  @Builtin("ExternalEntityParserCreate(self, context, encoding=None, /)")
  PyObject externalEntityParserCreate(PyObject context, PyObject given) {
    String name = PyNone.toNull(given) == null ? null : given.toString();
    XmlDoctype known = parser == null ? new XmlDoctype(calls) : parser.doctype;
    PyXmlParser child = new PyXmlParser(name, separator, intern, known);
    System.arraycopy(calls.handlers, 0, child.calls.handlers, 0, calls.handlers.length);
    child.calls.base = calls.base;
    child.calls.ordered = calls.ordered;
    child.calls.onlySpecified = calls.onlySpecified;
    child.calls.buffers = calls.buffers;
    child.calls.bufferSize = calls.bufferSize;
    child.triplets = triplets;
    return child;
  }

  @Builtin("SetParamEntityParsing(self, flag, /)")
  int setParamEntityParsing(int flag) {
    return flag >= 0 && flag <= 2 ? 1 : 0;
  }

  @Builtin("UseForeignDTD(self, flag=True, /)")
  void useForeignDtd(boolean flag) {
    open(encoding);
    parser.doctype.isPartial |= flag;
  }

  @Builtin("GetReparseDeferralEnabled(self, /)")
  boolean getReparseDeferralEnabled() {
    return deferral;
  }

  @Builtin("SetReparseDeferralEnabled(self, enabled, /)")
  void setReparseDeferralEnabled(boolean enabled) {
    deferral = enabled;
  }

  @Builtin("SetAllocTrackerActivationThreshold(self, threshold, /)")
  void setAllocTrackerActivationThreshold(PyObject threshold) {
    setThreshold(threshold);
  }

  @Builtin("SetAllocTrackerMaximumAmplification(self, max_factor, /)")
  void setAllocTrackerMaximumAmplification(PyObject factor) {
    setAmplification(factor);
  }

  @Builtin("SetBillionLaughsAttackProtectionActivationThreshold(self, threshold, /)")
  void setThreshold(PyObject threshold) {
    if (Obj.index(threshold).signum() < 0) {
      throw Exc.valueError("can't convert negative value to unsigned int");
    }
  }

  @Builtin("SetBillionLaughsAttackProtectionMaximumAmplification(self, max_factor, /)")
  void setAmplification(PyObject factor) {
    if (!(Arg.toDouble(factor) >= 1)) {
      throw PyexpatModule.error(
          "'max_factor' must be at least 1.0; the limits of this parser stay as they are");
    }
  }

  @Getter("buffer_text")
  boolean bufferText() {
    return calls.buffers;
  }

  @Setter("buffer_text")
  void bufferText(PyObject value) {
    calls.flush();
    calls.buffers = Obj.isTrue(value);
  }

  @Getter("buffer_size")
  int bufferSize() {
    return calls.bufferSize;
  }

  @Setter("buffer_size")
  void bufferSize(PyObject value) {
    if (!(value instanceof PyInt)) {
      throw Exc.typeError("buffer_size must be an integer");
    }
    long size = Arg.toLong(value);
    if (size <= 0) {
      throw Exc.valueError("buffer_size must be greater than zero");
    }
    if (size > Integer.MAX_VALUE) {
      throw Exc.valueError("buffer_size must not be greater than " + Integer.MAX_VALUE);
    }
    calls.flush();
    calls.bufferSize = (int) size;
  }

  @Getter("buffer_used")
  int bufferUsed() {
    return calls.buffered();
  }

  @Getter("ordered_attributes")
  boolean orderedAttributes() {
    return calls.ordered;
  }

  @Setter("ordered_attributes")
  void orderedAttributes(PyObject value) {
    calls.ordered = Obj.isTrue(value);
  }

  @Getter("specified_attributes")
  boolean specifiedAttributes() {
    return calls.onlySpecified;
  }

  @Setter("specified_attributes")
  void specifiedAttributes(PyObject value) {
    calls.onlySpecified = Obj.isTrue(value);
  }

  @Getter("namespace_prefixes")
  boolean namespacePrefixes() {
    return triplets;
  }

  @Setter("namespace_prefixes")
  void namespacePrefixes(PyObject value) {
    triplets = Obj.isTrue(value);
  }

  @Getter("intern")
  PyObject intern() {
    return intern == null ? new PyDict() : intern;
  }

  @Getter("ErrorCode")
  int errorCode() {
    return failure;
  }

  @Getter("ErrorLineNumber")
  long errorLineNumber() {
    return position()[0];
  }

  @Getter("ErrorColumnNumber")
  long errorColumnNumber() {
    return position()[1];
  }

  @Getter("ErrorByteIndex")
  long errorByteIndex() {
    return position()[2];
  }

  @Getter("CurrentLineNumber")
  long currentLineNumber() {
    return position()[0];
  }

  @Getter("CurrentColumnNumber")
  long currentColumnNumber() {
    return position()[1];
  }

  @Getter("CurrentByteIndex")
  long currentByteIndex() {
    return position()[2];
  }
}
