package io.github.pycmaven.vm.module.expat;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.util.List;

/**
 * The module {@code pyexpat}.
 *
 * @cpython Modules/pyexpat.c:pyexpat_exec
 */
@BuiltinModule("pyexpat")
public final class PyexpatModule {
  static final PyType ERROR = Exc.declare("xml.parsers.expat", "ExpatError", Exc.Exception);
  private static final String VERSION = "expat_2.9.0";
  private static final String MODEL =
      "CTYPE_EMPTY=1 CTYPE_ANY=2 CTYPE_MIXED=3 CTYPE_NAME=4 CTYPE_CHOICE=5 CTYPE_SEQ=6 "
          + "CQUANT_NONE=0 CQUANT_OPT=1 CQUANT_REP=2 CQUANT_PLUS=3";

  /** Names and texts of errors; the first one has number 1. */
  private static final List<String> ERRORS =
      List.of(
          "NO_MEMORY=out of memory",
          "SYNTAX=syntax error",
          "NO_ELEMENTS=no element found",
          "INVALID_TOKEN=not well-formed (invalid token)",
          "UNCLOSED_TOKEN=unclosed token",
          "PARTIAL_CHAR=partial character",
          "TAG_MISMATCH=mismatched tag",
          "DUPLICATE_ATTRIBUTE=duplicate attribute",
          "JUNK_AFTER_DOC_ELEMENT=junk after document element",
          "PARAM_ENTITY_REF=illegal parameter entity reference",
          "UNDEFINED_ENTITY=undefined entity",
          "RECURSIVE_ENTITY_REF=recursive entity reference",
          "ASYNC_ENTITY=asynchronous entity",
          "BAD_CHAR_REF=reference to invalid character number",
          "BINARY_ENTITY_REF=reference to binary entity",
          "ATTRIBUTE_EXTERNAL_ENTITY_REF=reference to external entity in attribute",
          "MISPLACED_XML_PI=XML or text declaration not at start of entity",
          "UNKNOWN_ENCODING=unknown encoding",
          "INCORRECT_ENCODING=encoding specified in XML declaration is incorrect",
          "UNCLOSED_CDATA_SECTION=unclosed CDATA section",
          "EXTERNAL_ENTITY_HANDLING=error in processing external entity reference",
          "NOT_STANDALONE=document is not standalone",
          "UNEXPECTED_STATE=unexpected parser state - please send a bug report",
          "ENTITY_DECLARED_IN_PE=entity declared in parameter entity",
          "FEATURE_REQUIRES_XML_DTD=requested feature requires XML_DTD support in Expat",
          "CANT_CHANGE_FEATURE_ONCE_PARSING=cannot change setting once parsing has begun",
          "UNBOUND_PREFIX=unbound prefix",
          "UNDECLARING_PREFIX=must not undeclare prefix",
          "INCOMPLETE_PE=incomplete markup in parameter entity",
          "XML_DECL=XML declaration not well-formed",
          "TEXT_DECL=text declaration not well-formed",
          "PUBLICID=illegal character(s) in public id",
          "SUSPENDED=parser suspended",
          "NOT_SUSPENDED=parser not suspended",
          "ABORTED=parsing aborted",
          "FINISHED=parsing finished",
          "SUSPEND_PE=cannot suspend in external parameter entity",
          "RESERVED_PREFIX_XML=reserved prefix (xml) must not be undeclared or bound to another namespace name",
          "RESERVED_PREFIX_XMLNS=reserved prefix (xmlns) must not be declared or undeclared",
          "RESERVED_NAMESPACE_URI=prefix must not be bound to one of the reserved namespace names",
          "INVALID_ARGUMENT=invalid argument",
          "NO_BUFFER=a successful prior call to function XML_GetBuffer is required",
          "AMPLIFICATION_LIMIT_BREACH=limit on input amplification factor (from DTD and entities) breached",
          "NOT_STARTED=parser not started");

  private PyexpatModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new PyexpatModuleTable());
    PyXmlParser.addHandlers();
    m.dict.put("XMLParserType", PyXmlParser.TYPE);
    m.dict.put("ExpatError", ERROR);
    m.dict.put("error", ERROR);
    m.dict.put("EXPAT_VERSION", PyStr.of(VERSION));
    m.dict.put("version_info", PyTuple.of(PyInt.of(2), PyInt.of(9), PyInt.ZERO));
    m.dict.put("native_encoding", PyStr.of("UTF-8"));
    m.dict.put("features", new PyList());
    m.dict.put("XML_PARAM_ENTITY_PARSING_NEVER", PyInt.ZERO);
    m.dict.put("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", PyInt.ONE);
    m.dict.put("XML_PARAM_ENTITY_PARSING_ALWAYS", PyInt.of(2));
    m.dict.put("errors", errors());
    m.dict.put("model", model());
    return m;
  }

  private static PyModule errors() {
    PyModule m = PyModule.named("pyexpat.errors");
    m.dict.put("__doc__", PyStr.of("Constants used to describe error conditions."));
    PyDict codes = new PyDict();
    PyDict messages = new PyDict();
    for (int i = 0; i < ERRORS.size(); i++) {
      int equals = ERRORS.get(i).indexOf('=');
      PyStr text = PyStr.of(ERRORS.get(i).substring(equals + 1));
      m.dict.put("XML_ERROR_" + ERRORS.get(i).substring(0, equals), text);
      codes.put(text, PyInt.of(i + 1));
      messages.put(PyInt.of(i + 1), text);
    }
    m.dict.put("codes", codes);
    m.dict.put("messages", messages);
    return m;
  }

  private static PyModule model() {
    PyModule m = PyModule.named("pyexpat.model");
    m.dict.put("__doc__", PyStr.of("Constants used to interpret content model information."));
    for (String n : MODEL.split(" ")) {
      int equals = n.indexOf('=');
      m.dict.put(
          "XML_" + n.substring(0, equals), PyInt.of(Integer.parseInt(n.substring(equals + 1))));
    }
    return m;
  }

  static PyRaise error(String message) {
    return Exc.raise((PyException) ERROR.call1(PyStr.of(message)));
  }

  /** The text of an error. */
  static String text(int code) {
    String row = ERRORS.get(code - 1);
    return row.substring(row.indexOf('=') + 1);
  }

  @Builtin("ErrorString(code, /)")
  static PyObject errorString(int code) {
    return code < 1 || code > ERRORS.size() ? PyNone.NONE : PyStr.of(text(code));
  }

  @Builtin("ParserCreate(encoding=None, namespace_separator=None, intern=None)")
  static PyObject parserCreate(PyObject encoding, PyObject separator, PyObject intern) {
    String name = word(encoding, "encoding");
    String between = word(separator, "namespace_separator");
    if (between != null && between.length() > 1) {
      throw Exc.valueError("namespace_separator must be at most one character, omitted, or None");
    }
    PyObject names = intern == null ? new PyDict() : PyNone.toNull(intern);
    if (names != null && !(names instanceof PyDict)) {
      throw Exc.typeError("intern must be a dictionary");
    }
    return new PyXmlParser(name, between, names, null);
  }

  private static String word(PyObject o, String argument) {
    if (PyNone.toNull(o) == null) {
      return null;
    }
    if (!(o instanceof PyStr)) {
      throw Exc.typeError(
          "ParserCreate() argument '" + argument + "' must be str or None, not " + o.type.name);
    }
    return o.toString();
  }
}
