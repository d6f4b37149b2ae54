package io.github.pycmaven.vm.module.expat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document type: its declarations, and what they declare. */
final class XmlDoctype {
  private static final String PUBLIC_ID = "-'()+,./:=?;!*#@$_% \r\n";

  final Map<String, Entity> entities = new HashMap<>();
  private final Map<String, Entity> parameters = new HashMap<>();

  /** For each element the attributes declared, by name. */
  final Map<String, Map<String, Attribute>> attributes = new HashMap<>();

  /** Whether entities may be declared in places that are not read. */
  boolean isPartial;

  private final XmlEvents events;
  private String text;
  private int at;

  XmlDoctype(XmlEvents events) {
    this.events = events;
  }

  /** An entity: with a value, or with a place elsewhere. */
  record Entity(String name, String value, String system, String publicId, String notation) {}

  /** An attribute's declaration; the value is null if it has no default. */
  record Attribute(boolean isCdata, String value) {}

  /** Where a declaration that begins at a place ends; -1 if it is not complete. */
  static int end(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char ch = text.charAt(i);
      if (quote != 0) {
        quote = ch == quote ? 0 : quote;
      } else if (text.startsWith("<!--", i) || text.startsWith("<?", i)) {
        String closing = ch == '<' && text.charAt(i + 1) == '?' ? "?>" : "-->";
        i = text.indexOf(closing, i + 2);
        if (i < 0) {
          return -1;
        }
        i += closing.length() - 1;
      } else if (ch == '"' || ch == '\'') {
        quote = ch;
      } else if (ch == '<' || ch == '[') {
        depth++;
      } else if (ch == ']' || ch == '>') {
        depth--;
        if (depth == 0 && ch == '>') {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** Reads {@code <!DOCTYPE ...>}; a subset, if any, is read too. */
  void read(String document, int from) throws XmlException {
    text = document;
    at = from + "<!DOCTYPE".length();
    space();
    String name = name();
    String[] place = place(false);
    at = XmlInput.skipSpace(text, at);
    boolean hasSubset = text.charAt(at) == '[';
    isPartial = place[0] != null;
    if (isPartial && !events.notStandalone()) {
      throw new XmlException(XmlException.NOT_STANDALONE, at);
    }
    events.startDoctype(name, place[0], place[1], hasSubset);
    if (hasSubset) {
      at++;
      subset(']');
      at++;
    }
    at = XmlInput.skipSpace(text, at);
    expect('>');
    events.endDoctype();
  }

  private XmlException invalid() {
    return new XmlException(XmlException.INVALID_TOKEN, at);
  }

  private void subset(char closing) throws XmlException {
    while (true) {
      int before = at;
      at = XmlInput.skipSpace(text, at);
      if (at > before) {
        events.other(text.substring(before, at));
      }
      if (at == text.length()) {
        if (closing == 0) {
          return;
        }
        throw invalid();
      }
      char ch = text.charAt(at);
      if (ch == closing) {
        return;
      }
      if (ch == '%') {
        parameter();
      } else if (text.startsWith("<!--", at)) {
        int end = text.indexOf("--", at + 4);
        if (end < 0 || !text.startsWith("-->", end)) {
          throw invalid();
        }
        events.comment(XmlParser.lines(text.substring(at + 4, end)));
        at = end + 3;
      } else if (text.startsWith("<?", at)) {
        at = XmlParser.instruction(text, at, events);
      } else {
        declaration();
      }
    }
  }

  private void parameter() throws XmlException {
    int end = XmlInput.nameEnd(text, at + 1);
    if (end == at + 1 || end == text.length() || text.charAt(end) != ';') {
      throw invalid();
    }
    String name = text.substring(at + 1, end);
    Entity entity = parameters.get(name);
    at = end + 1;
    if (entity == null || entity.value == null) {
      isPartial = true;
      events.skipped(name, true);
      return;
    }
    String outer = text;
    int outerAt = at;
    parameters.remove(name);
    text = entity.value;
    at = 0;
    subset((char) 0);
    text = outer;
    at = outerAt;
    parameters.put(name, entity);
  }

  private void declaration() throws XmlException {
    int from = at;
    if (text.startsWith("<!ENTITY", at)) {
      at += 8;
      entity();
    } else if (text.startsWith("<!ELEMENT", at)) {
      at += 9;
      element();
    } else if (text.startsWith("<!ATTLIST", at)) {
      at += 9;
      attributes();
    } else if (text.startsWith("<!NOTATION", at)) {
      at += 10;
      space();
      String name = name();
      String[] place = place(true);
      events.notation(name, place[0], place[1]);
    } else {
      throw invalid();
    }
    at = XmlInput.skipSpace(text, at);
    expect('>');
    events.other(text.substring(from, at));
  }

  private void entity() throws XmlException {
    space();
    boolean isParameter = text.charAt(at) == '%';
    if (isParameter) {
      at++;
      space();
    }
    String name = name();
    space();
    Entity entity;
    char ch = text.charAt(at);
    if (ch == '"' || ch == '\'') {
      entity = new Entity(name, value(literal()), null, null, null);
    } else {
      String[] place = place(false);
      if (place[0] == null) {
        throw invalid();
      }
      String notation = null;
      int next = XmlInput.skipSpace(text, at);
      if (next > at && text.startsWith("NDATA", next)) {
        at = next + 5;
        space();
        notation = name();
      }
      entity = new Entity(name, null, place[0], place[1], notation);
    }
    Map<String, Entity> known = isParameter ? parameters : entities;
    if (known.putIfAbsent(name, entity) == null) {
      if (entity.notation != null) {
        events.unparsed(entity);
      } else {
        events.entity(entity, isParameter);
      }
    }
  }

  /** An entity's value: references to characters are replaced, those to entities stay. */
  private String value(String literal) throws XmlException {
    String plain = XmlParser.lines(literal);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char ch = plain.charAt(i);
      if (ch == '&' && plain.startsWith("&#", i)) {
        int end = plain.indexOf(';', i);
        out.appendCodePoint(XmlParser.character(plain, i, end, at));
        i = end;
      } else if (ch == '%') {
        int end = plain.indexOf(';', i);
        Entity entity = end < 0 ? null : parameters.get(plain.substring(i + 1, end));
        if (entity == null || entity.value == null) {
          throw invalid();
        }
        out.append(entity.value);
        i = end;
      } else {
        out.append(ch);
      }
    }
    return out.toString();
  }

  private void attributes() throws XmlException {
    space();
    String element = name();
    Map<String, Attribute> known = attributes.computeIfAbsent(element, k -> new LinkedHashMap<>());
    while (true) {
      at = XmlInput.skipSpace(text, at);
      if (text.charAt(at) == '>') {
        return;
      }
      String name = name();
      space();
      String type = attributeType();
      space();
      boolean required = false;
      String value = null;
      if (text.charAt(at) == '#') {
        at++;
        String word = name();
        required = word.equals("REQUIRED");
        if (word.equals("FIXED")) {
          space();
          value = literal();
          required = true;
        } else if (!required && !word.equals("IMPLIED")) {
          throw invalid();
        }
      } else {
        value = literal();
      }
      boolean isCdata = type.equals("CDATA");
      if (value != null) {
        value = XmlParser.normalized(value, this, isCdata, at);
      }
      if (known.putIfAbsent(name, new Attribute(isCdata, value)) == null) {
        events.attribute(element, name, type, value, required);
      }
    }
  }

  private String attributeType() throws XmlException {
    String word = text.charAt(at) == '(' ? "" : name();
    if (!word.isEmpty() && !word.equals("NOTATION")) {
      return word;
    }
    at = XmlInput.skipSpace(text, at);
    int end = text.indexOf(')', at);
    if (end < 0 || text.charAt(at) != '(') {
      throw invalid();
    }
    String list = text.substring(at, end + 1);
    at = end + 1;
    StringBuilder out = new StringBuilder(word);
    for (int i = 0; i < list.length(); i++) {
      if (!XmlInput.isSpace(list.charAt(i))) {
        out.append(list.charAt(i));
      }
    }
    return out.toString();
  }

  private void element() throws XmlException {
    space();
    String name = name();
    space();
    XmlEvents.Model model;
    if (text.startsWith("EMPTY", at)) {
      at += 5;
      model = new XmlEvents.Model(1, 0, null, List.of());
    } else if (text.startsWith("ANY", at)) {
      at += 3;
      model = new XmlEvents.Model(2, 0, null, List.of());
    } else {
      model = model();
    }
    events.element(name, model);
  }

  private XmlEvents.Model model() throws XmlException {
    expect('(');
    List<XmlEvents.Model> parts = new ArrayList<>();
    int type = 6;
    while (true) {
      at = XmlInput.skipSpace(text, at);
      if (text.startsWith("#PCDATA", at)) {
        at += 7;
        type = 3;
      } else if (text.charAt(at) == '(') {
        parts.add(model());
      } else {
        String name = name();
        parts.add(new XmlEvents.Model(4, quantifier(), name, List.of()));
      }
      at = XmlInput.skipSpace(text, at);
      char ch = text.charAt(at++);
      if (ch == ')') {
        return new XmlEvents.Model(type, quantifier(), null, parts);
      }
      if (ch != '|' && ch != ',') {
        at--;
        throw invalid();
      }
      type = ch == '|' && type == 6 ? 5 : type;
    }
  }

  private int quantifier() {
    int quantifier = at < text.length() ? " ?*+".indexOf(text.charAt(at)) : -1;
    if (quantifier <= 0) {
      return 0;
    }
    at++;
    return quantifier;
  }

  /** System and public identifier, both null if there are none. */
  private String[] place(boolean systemMayLack) throws XmlException {
    int next = XmlInput.skipSpace(text, at);
    if (text.startsWith("SYSTEM", next)) {
      at = next + 6;
      space();
      return new String[] {literal(), null};
    }
    if (!text.startsWith("PUBLIC", next)) {
      return new String[2];
    }
    at = next + 6;
    space();
    int from = at;
    String id = literal();
    for (int i = 0; i < id.length(); i++) {
      char ch = id.charAt(i);
      boolean good = ch < 0x80 && (XmlInput.isName(ch) || PUBLIC_ID.indexOf(ch) >= 0);
      if (!good) {
        throw new XmlException(XmlException.PUBLICID, from);
      }
    }
    int after = XmlInput.skipSpace(text, at);
    char quote = text.charAt(after);
    if (systemMayLack && quote != '"' && quote != '\'') {
      return new String[] {null, id};
    }
    space();
    return new String[] {literal(), String.join(" ", id.trim().split("[ \r\n]+"))};
  }

  private String literal() throws XmlException {
    char quote = text.charAt(at);
    int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw invalid();
    }
    String literal = text.substring(at + 1, end);
    at = end + 1;
    return literal;
  }

  private String name() throws XmlException {
    int end = XmlInput.nameEnd(text, at);
    if (end == at) {
      throw invalid();
    }
    String name = text.substring(at, end);
    at = end;
    return name;
  }

  private void space() throws XmlException {
    int end = XmlInput.skipSpace(text, at);
    if (end == at) {
      throw invalid();
    }
    at = end;
  }

  private void expect(char ch) throws XmlException {
    if (at == text.length() || text.charAt(at) != ch) {
      throw invalid();
    }
    at++;
  }
}
