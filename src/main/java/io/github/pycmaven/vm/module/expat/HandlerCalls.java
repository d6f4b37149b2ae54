package io.github.pycmaven.vm.module.expat;

import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import java.util.List;

/**
 * Calls the handlers that a program set, and collects text for them if it asked for that.
 *
 * @cpython Modules/pyexpat.c:my_StartElementHandler
 */
final class HandlerCalls implements XmlEvents {
  /** The names of all handlers; the numbers below are places in this list. */
  static final List<String> NAMES =
      List.of(
          "StartElementHandler",
          "EndElementHandler",
          "ProcessingInstructionHandler",
          "CharacterDataHandler",
          "UnparsedEntityDeclHandler",
          "NotationDeclHandler",
          "StartNamespaceDeclHandler",
          "EndNamespaceDeclHandler",
          "CommentHandler",
          "StartCdataSectionHandler",
          "EndCdataSectionHandler",
          "DefaultHandler",
          "DefaultHandlerExpand",
          "NotStandaloneHandler",
          "ExternalEntityRefHandler",
          "StartDoctypeDeclHandler",
          "EndDoctypeDeclHandler",
          "EntityDeclHandler",
          "XmlDeclHandler",
          "ElementDeclHandler",
          "AttlistDeclHandler",
          "SkippedEntityHandler");

  private static final int START = 0;
  private static final int END = 1;
  private static final int INSTRUCTION = 2;
  static final int TEXT = 3;
  private static final int UNPARSED = 4;
  private static final int NOTATION = 5;
  private static final int START_NAMESPACE = 6;
  private static final int END_NAMESPACE = 7;
  private static final int COMMENT = 8;
  private static final int START_CDATA = 9;
  private static final int END_CDATA = 10;
  private static final int DEFAULT = 11;
  private static final int DEFAULT_EXPAND = 12;
  private static final int NOT_STANDALONE = 13;
  private static final int EXTERNAL = 14;
  private static final int START_DOCTYPE = 15;
  private static final int END_DOCTYPE = 16;
  private static final int ENTITY = 17;
  private static final int DECLARATION = 18;
  private static final int ELEMENT = 19;
  private static final int ATTRIBUTE = 20;
  private static final int SKIPPED = 21;

  /** Null where nothing is set. */
  final PyObject[] handlers = new PyObject[NAMES.size()];

  /** The base of relative places, as the program set it. */
  PyObject base = PyNone.NONE;

  boolean ordered;
  boolean onlySpecified;

  /** Whether text is collected, and up to how much. */
  boolean buffers;

  int bufferSize = 8192;
  private final StringBuilder buffer = new StringBuilder();

  private boolean call(int handler, PyObject... args) {
    PyObject f = handlers[handler];
    if (f == null) {
      return false;
    }
    flush();
    Obj.call(f, args);
    return true;
  }

  /** Hands over the text that has been collected. */
  void flush() {
    if (buffer.length() > 0) {
      PyStr text = PyStr.of(buffer.toString());
      buffer.setLength(0);
      if (handlers[TEXT] != null) {
        handlers[TEXT].call1(text);
      }
    }
  }

  int buffered() {
    return buffer.length();
  }

  private static PyObject orNone(String text) {
    return text == null ? PyNone.NONE : PyStr.of(text);
  }

  private static PyObject number(boolean value) {
    return value ? PyInt.ONE : PyInt.ZERO;
  }

  @Override
  public void start(String name, List<String> attributes, int specified) {
    if (handlers[START] == null) {
      other("<" + name + ">");
      return;
    }
    int count = onlySpecified ? specified : attributes.size();
    PyObject all;
    if (ordered) {
      PyObject[] items = new PyObject[count];
      for (int i = 0; i < count; i++) {
        items[i] = PyStr.of(attributes.get(i));
      }
      all = new PyList(items);
    } else {
      PyDict dict = new PyDict();
      for (int i = 0; i < count; i += 2) {
        dict.put(PyStr.of(attributes.get(i)), PyStr.of(attributes.get(i + 1)));
      }
      all = dict;
    }
    call(START, PyStr.of(name), all);
  }

  @Override
  public void end(String name) {
    if (!call(END, PyStr.of(name))) {
      other("</" + name + ">");
    }
  }

  @Override
  public void text(String text) {
    if (handlers[TEXT] == null) {
      other(text);
    } else if (buffers) {
      if (buffer.length() + text.length() > bufferSize) {
        flush();
      }
      if (text.length() > bufferSize) {
        handlers[TEXT].call1(PyStr.of(text));
      } else {
        buffer.append(text);
      }
    } else {
      handlers[TEXT].call1(PyStr.of(text));
    }
  }

  @Override
  public void instruction(String target, String data) {
    if (!call(INSTRUCTION, PyStr.of(target), PyStr.of(data))) {
      other("<?" + target + (data.isEmpty() ? "" : " " + data) + "?>");
    }
  }

  @Override
  public void comment(String text) {
    if (!call(COMMENT, PyStr.of(text))) {
      other("<!--" + text + "-->");
    }
  }

  @Override
  public void startCdata() {
    if (!call(START_CDATA)) {
      other("<![CDATA[");
    }
  }

  @Override
  public void endCdata() {
    if (!call(END_CDATA)) {
      other("]]>");
    }
  }

  @Override
  public void other(String raw) {
    int handler = handlers[DEFAULT_EXPAND] != null ? DEFAULT_EXPAND : DEFAULT;
    if (handlers[handler] != null) {
      flush();
      handlers[handler].call1(PyStr.of(raw));
    }
  }

  @Override
  public void startNamespace(String prefix, String uri) {
    call(START_NAMESPACE, orNone(prefix), orNone(uri));
  }

  @Override
  public void endNamespace(String prefix) {
    call(END_NAMESPACE, orNone(prefix));
  }

  @Override
  public void declaration(String version, String encoding, int standalone) {
    call(DECLARATION, orNone(version), orNone(encoding), PyInt.of(standalone));
  }

  @Override
  public void startDoctype(String name, String system, String publicId, boolean hasSubset) {
    call(START_DOCTYPE, orNone(name), orNone(system), orNone(publicId), number(hasSubset));
  }

  @Override
  public void endDoctype() {
    call(END_DOCTYPE);
  }

  @Override
  public void element(String name, Model model) {
    call(ELEMENT, orNone(name), tuple(model));
  }

  private static PyObject tuple(Model model) {
    PyObject[] parts = new PyObject[model.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = tuple(model.parts().get(i));
    }
    return PyTuple.of(
        PyInt.of(model.type()),
        PyInt.of(model.quantifier()),
        orNone(model.name()),
        PyTuple.of(parts));
  }

  @Override
  public void attribute(String element, String name, String type, String value, boolean required) {
    call(ATTRIBUTE, orNone(element), orNone(name), orNone(type), orNone(value), number(required));
  }

  @Override
  public void entity(XmlDoctype.Entity e, boolean isParameter) {
    call(
        ENTITY,
        orNone(e.name()),
        number(isParameter),
        orNone(e.value()),
        base,
        orNone(e.system()),
        orNone(e.publicId()),
        orNone(e.notation()));
  }

  @Override
  public void notation(String name, String system, String publicId) {
    call(NOTATION, orNone(name), base, orNone(system), orNone(publicId));
  }

  @Override
  public void unparsed(XmlDoctype.Entity e) {
    if (handlers[UNPARSED] == null) {
      entity(e, false);
      return;
    }
    call(
        UNPARSED,
        orNone(e.name()),
        base,
        orNone(e.system()),
        orNone(e.publicId()),
        orNone(e.notation()));
  }

  @Override
  public Boolean external(String context, String system, String publicId) {
    flush();
    PyObject f = handlers[EXTERNAL];
    if (f == null) {
      return null;
    }
    return Obj.isTrue(Obj.call(f, orNone(context), base, orNone(system), orNone(publicId)));
  }

  @Override
  public boolean skipped(String name, boolean isParameter) {
    return call(SKIPPED, orNone(name), number(isParameter));
  }

  @Override
  public boolean notStandalone() {
    PyObject f = handlers[NOT_STANDALONE];
    return f == null || Obj.isTrue(Obj.call(f));
  }
}
