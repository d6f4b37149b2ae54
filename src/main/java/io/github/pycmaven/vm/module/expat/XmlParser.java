package io.github.pycmaven.vm.module.expat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a document, or an entity that lies elsewhere, as its text comes: each piece of markup is
 * read when all of it is there.
 */
final class XmlParser {
  private static final String CDATA = "<![CDATA[";
  private static final String DOCTYPE = "<!DOCTYPE";

  /** So much more text than was read may come out of entities, once that is this much. */
  private static final long MAX_AMPLIFICATION = 100;

  private static final long AMPLIFICATION_THRESHOLD = 8L << 20;

  private enum Part {
    START,
    PROLOG,
    CONTENT,
    CDATA,
    EPILOG
  }

  private final XmlInput input = new XmlInput();
  private final XmlEvents events;
  private final XmlNames names;
  private final boolean isEntity;
  private final List<String> open = new ArrayList<>();
  private final Set<String> expanding = new HashSet<>();
  private Part part = Part.START;
  private long expanded;
  private long read;
  private int standalone = -1;
  private boolean isTelling;

  /** What the document type declares. */
  XmlDoctype doctype;

  /** Where the piece that is being told of begins. */
  int eventAt;

  /**
   * A parser at the beginning of a document.
   *
   * @param names null to take names as they are
   * @param entityOf what declares the entities, if an entity is read and not a document
   */
  XmlParser(XmlEvents events, XmlNames names, XmlDoctype entityOf) {
    this.events = events;
    this.names = names;
    isEntity = entityOf != null;
    doctype = isEntity ? entityOf : new XmlDoctype(events);
  }

  /** Line, column and offset of a place. */
  long[] position(int at) {
    return input.position(at);
  }

  /** Where the piece begins that is told of, or the next one. */
  int at() {
    return isTelling ? eventAt : input.at;
  }

  /** Takes more text; at the end the document must be complete. */
  void parse(String more, boolean isFinal) throws XmlException {
    input.append(more);
    read += more.length();
    String text = input.text();
    int at = input.at;
    while (at < text.length()) {
      eventAt = at;
      isTelling = true;
      int next = piece(text, at, isFinal);
      isTelling = false;
      if (next < 0) {
        break;
      }
      at = next;
      input.at = at;
    }
    if (isFinal) {
      finish(text, at);
    }
  }

  private void finish(String text, int at) throws XmlException {
    eventAt = at;
    if (part == Part.CDATA) {
      throw new XmlException(XmlException.UNCLOSED_CDATA_SECTION, text.length());
    }
    if (at < text.length()) {
      throw new XmlException(XmlException.UNCLOSED_TOKEN, at);
    }
    if (isEntity ? !open.isEmpty() : part != Part.EPILOG) {
      int code = isEntity ? XmlException.ASYNC_ENTITY : XmlException.NO_ELEMENTS;
      throw new XmlException(code, at);
    }
  }

  /** Reads one piece; returns where the next begins, or -1 if the piece is not complete. */
  private int piece(String text, int at, boolean isFinal) throws XmlException {
    if (part == Part.START) {
      return declaration(text, at, isFinal);
    }
    if (part == Part.CDATA) {
      return cdata(text, at, isFinal);
    }
    if (part == Part.CONTENT) {
      return content(text, at, isFinal, null);
    }
    if (XmlInput.isSpace(text.charAt(at))) {
      int end = XmlInput.skipSpace(text, at);
      events.other(text.substring(at, end));
      return end;
    }
    if (text.charAt(at) != '<') {
      boolean isJunk = part == Part.EPILOG;
      throw new XmlException(
          isJunk ? XmlException.JUNK_AFTER_DOC_ELEMENT : XmlException.INVALID_TOKEN,
          isJunk || !XmlInput.isName(text.charAt(at)) ? at : at + 1);
    }
    if (!isFinal && couldBecome(text, at, DOCTYPE)) {
      return -1;
    }
    if (text.startsWith(DOCTYPE, at) && part == Part.PROLOG) {
      return doctype(text, at);
    }
    if (text.startsWith("<!--", at) || text.startsWith("<?", at) || couldBecome(text, at, "<!--")) {
      return markup(text, at);
    }
    if (part == Part.EPILOG) {
      throw new XmlException(XmlException.JUNK_AFTER_DOC_ELEMENT, at);
    }
    return startTag(text, at, null);
  }

  /** Whether the text ends inside of what could be a longer word. */
  private static boolean couldBecome(String text, int at, String word) {
    int length = text.length() - at;
    return length < word.length() && word.startsWith(text.substring(at));
  }

  private int declaration(String text, int at, boolean isFinal) throws XmlException {
    if (text.charAt(at) == '\uFEFF') {
      return at + 1;
    }
    boolean hasOne =
        text.startsWith("<?xml", at)
            && text.length() > at + 5
            && XmlInput.isSpace(text.charAt(at + 5));
    if (!hasOne) {
      if (!isFinal && (couldBecome(text, at, "<?xml") || text.substring(at).equals("<?xml"))) {
        return -1;
      }
      part = isEntity ? Part.CONTENT : Part.PROLOG;
      return at;
    }
    int end = text.indexOf("?>", at);
    if (end < 0) {
      return -1;
    }
    String[] values = new String[3];
    String[] keys = {"version", "encoding", "standalone"};
    int i = at + 5;
    int key = isEntity ? 1 : 0;
    int least = 0;
    while (true) {
      int word = XmlInput.skipSpace(text, i);
      if (word == end) {
        break;
      }
      int nameEnd = XmlInput.nameEnd(text, word);
      String name = text.substring(word, nameEnd);
      int found = List.of(keys).indexOf(name);
      int equals = XmlInput.skipSpace(text, nameEnd);
      if (word == i || found < least || least == 0 && !isEntity && found != 0 && key == 0) {
        throw new XmlException(XmlException.XML_DECL, found < 0 ? nameEnd : word);
      }
      int quote = equals < end ? XmlInput.skipSpace(text, equals + 1) : equals;
      int close = quote < end ? text.indexOf(text.charAt(quote), quote + 1) : -1;
      if (text.charAt(equals) != '=' || close < 0 || close > end) {
        throw new XmlException(XmlException.XML_DECL, equals);
      }
      values[found] = text.substring(quote + 1, close);
      least = found + 1;
      key = 1;
      i = close + 1;
    }
    if (values[0] == null && !isEntity) {
      throw new XmlException(XmlException.XML_DECL, end);
    }
    standalone = values[2] == null ? -1 : values[2].equals("yes") ? 1 : 0;
    events.declaration(values[0], values[1], standalone);
    part = isEntity ? Part.CONTENT : Part.PROLOG;
    return end + 2;
  }

  private int doctype(String text, int at) throws XmlException {
    int end = XmlDoctype.end(text, at);
    if (end < 0) {
      return -1;
    }
    try {
      doctype.read(text, at);
    } catch (StringIndexOutOfBoundsException e) {
      throw new XmlException(XmlException.INVALID_TOKEN, at);
    }
    return end;
  }

  /** Comments and instructions, which may be anywhere. */
  private int markup(String text, int at) throws XmlException {
    if (text.startsWith("<?", at)) {
      return text.indexOf("?>", at) < 0 ? -1 : instruction(text, at, events);
    }
    if (!text.startsWith("<!--", at)) {
      return -1;
    }
    int end = text.indexOf("--", at + 4);
    if (end < 0 || end + 2 == text.length()) {
      return -1;
    }
    if (text.charAt(end + 2) != '>') {
      throw new XmlException(XmlException.INVALID_TOKEN, end + 2);
    }
    checkCharacters(text, at + 4, end);
    events.comment(lines(text.substring(at + 4, end)));
    return end + 3;
  }

  /** Reads a processing instruction that is complete; returns where it ends. */
  static int instruction(String text, int at, XmlEvents events) throws XmlException {
    int end = text.indexOf("?>", at);
    int nameEnd = XmlInput.nameEnd(text, at + 2);
    if (nameEnd == at + 2 || nameEnd < end && !XmlInput.isSpace(text.charAt(nameEnd))) {
      throw new XmlException(XmlException.INVALID_TOKEN, nameEnd);
    }
    String target = text.substring(at + 2, nameEnd);
    if (target.equals("xml")) {
      throw new XmlException(XmlException.MISPLACED_XML_PI, at);
    }
    checkCharacters(text, nameEnd, end);
    int data = Math.min(end, XmlInput.skipSpace(text, nameEnd));
    events.instruction(target, lines(text.substring(data, end)));
    return end + 2;
  }

  /**
   * Reads one piece of what elements hold.
   *
   * @param entity the name of the entity whose value the text is, or null
   */
  private int content(String text, int at, boolean isFinal, String entity) throws XmlException {
    char ch = text.charAt(at);
    if (ch == '&') {
      return reference(text, at);
    }
    if (ch != '<') {
      return characters(text, at, isFinal);
    }
    if (text.startsWith("</", at)) {
      return endTag(text, at);
    }
    if (text.startsWith(CDATA, at)) {
      events.startCdata();
      if (entity == null) {
        part = Part.CDATA;
        return at + CDATA.length();
      }
      int end = cdata(text, at + CDATA.length(), true);
      part = Part.CONTENT;
      return end;
    }
    if (text.startsWith("<!--", at) || text.startsWith("<?", at)) {
      return markup(text, at);
    }
    if (couldBecome(text, at, CDATA) || couldBecome(text, at, "<!--")) {
      return -1;
    }
    return startTag(text, at, entity);
  }

  private int characters(String text, int at, boolean isFinal) throws XmlException {
    int end = at;
    while (end < text.length() && text.charAt(end) != '<' && text.charAt(end) != '&') {
      end++;
    }
    int bad = text.indexOf("]]>", at);
    if (bad >= 0 && bad < end) {
      throw new XmlException(XmlException.INVALID_TOKEN, bad + 2);
    }
    if (end == text.length() && !isFinal) {
      // A line end or the end of a section could go on; nothing is lost by waiting.
      while (end > at && "\r]".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      if (end > at && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      if (end == at) {
        return -1;
      }
    }
    checkCharacters(text, at, end);
    text(text, at, end);
    return end;
  }

  /** Tells text, lines and their ends one by one as expat does. */
  private void text(String text, int from, int to) {
    int begin = from;
    for (int i = from; i < to; i++) {
      char ch = text.charAt(i);
      if (ch == '\n' || ch == '\r') {
        if (i > begin) {
          events.text(text.substring(begin, i));
        }
        events.text("\n");
        if (ch == '\r' && i + 1 < to && text.charAt(i + 1) == '\n') {
          i++;
        }
        begin = i + 1;
      }
    }
    if (begin < to) {
      events.text(text.substring(begin, to));
    }
  }

  private int cdata(String text, int at, boolean isFinal) throws XmlException {
    int end = text.indexOf("]]>", at);
    int stop = end < 0 ? text.length() : end;
    if (end < 0 && !isFinal) {
      while (stop > at && "\r]".indexOf(text.charAt(stop - 1)) >= 0) {
        stop--;
      }
    }
    checkCharacters(text, at, stop);
    text(text, at, stop);
    if (end < 0) {
      return stop == at ? -1 : stop;
    }
    events.endCdata();
    part = Part.CONTENT;
    return end + 3;
  }

  private static void checkCharacters(String text, int from, int to) throws XmlException {
    for (int i = from; i < to; i++) {
      char ch = text.charAt(i);
      if (ch < 0x20 && !XmlInput.isSpace(ch) || ch >= 0xFFFE) {
        throw new XmlException(XmlException.INVALID_TOKEN, i);
      }
    }
  }

  private int endTag(String text, int at) throws XmlException {
    int end = XmlInput.nameEnd(text, at + 2);
    int close = XmlInput.skipSpace(text, end);
    if (close == text.length()) {
      return -1;
    }
    if (text.charAt(close) != '>' || end == at + 2) {
      throw new XmlException(XmlException.INVALID_TOKEN, close);
    }
    String name = text.substring(at + 2, end);
    if (open.isEmpty()) {
      throw new XmlException(XmlException.ASYNC_ENTITY, at);
    }
    if (!open.get(open.size() - 1).equals(name)) {
      throw new XmlException(XmlException.TAG_MISMATCH, at + 2);
    }
    end(name);
    return close + 1;
  }

  private void end(String name) throws XmlException {
    events.end(names == null ? name : names.expand(name, false, eventAt));
    open.remove(open.size() - 1);
    if (names != null) {
      names.close(events);
    }
    if (open.isEmpty() && !isEntity) {
      part = Part.EPILOG;
    }
  }

  private int startTag(String text, int at, String entity) throws XmlException {
    int nameEnd = XmlInput.nameEnd(text, at + 1);
    if (nameEnd == at + 1) {
      if (nameEnd == text.length()) {
        return -1;
      }
      throw new XmlException(XmlException.INVALID_TOKEN, at + 1);
    }
    List<String> attributes = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int i = nameEnd;
    boolean isEmpty;
    while (true) {
      int next = XmlInput.skipSpace(text, i);
      if (next == text.length()) {
        return -1;
      }
      char ch = text.charAt(next);
      isEmpty = ch == '/';
      if (isEmpty && next + 1 == text.length()) {
        return -1;
      }
      if (ch == '>' || isEmpty) {
        i = isEmpty ? next + 1 : next;
        if (text.charAt(i) != '>') {
          throw new XmlException(XmlException.INVALID_TOKEN, i);
        }
        break;
      }
      if (next == i) {
        throw new XmlException(XmlException.INVALID_TOKEN, next);
      }
      places.add(next);
      i = attribute(text, next, attributes);
      if (i < 0) {
        return -1;
      }
    }
    start(text.substring(at + 1, nameEnd), attributes, places, isEmpty);
    return i + 1;
  }

  /** Reads name and raw value; returns where they end, or -1. */
  private static int attribute(String text, int at, List<String> attributes) throws XmlException {
    int nameEnd = XmlInput.nameEnd(text, at);
    int equals = XmlInput.skipSpace(text, nameEnd);
    int quote = equals == text.length() ? equals : XmlInput.skipSpace(text, equals + 1);
    if (nameEnd == at) {
      throw new XmlException(XmlException.INVALID_TOKEN, at);
    }
    if (equals < text.length() && text.charAt(equals) != '=') {
      throw new XmlException(XmlException.INVALID_TOKEN, equals);
    }
    if (quote >= text.length()) {
      return -1;
    }
    char ch = text.charAt(quote);
    if (ch != '"' && ch != '\'') {
      throw new XmlException(XmlException.INVALID_TOKEN, quote);
    }
    int end = text.indexOf(ch, quote + 1);
    int stop = end < 0 ? text.length() : end;
    int bad = text.indexOf('<', quote + 1);
    if (bad >= 0 && bad < stop) {
      throw new XmlException(XmlException.INVALID_TOKEN, bad);
    }
    checkCharacters(text, quote + 1, stop);
    attributes.add(text.substring(at, nameEnd));
    attributes.add(end < 0 ? "" : text.substring(quote + 1, end));
    return end < 0 ? -1 : end + 1;
  }

  private void start(String name, List<String> attributes, List<Integer> places, boolean isEmpty)
      throws XmlException {
    Map<String, XmlDoctype.Attribute> declared = doctype.attributes.getOrDefault(name, Map.of());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < attributes.size(); i += 2) {
      String attribute = attributes.get(i);
      if (!seen.add(attribute)) {
        throw new XmlException(XmlException.DUPLICATE_ATTRIBUTE, places.get(i / 2));
      }
      XmlDoctype.Attribute known = declared.get(attribute);
      boolean isCdata = known == null || known.isCdata();
      attributes.set(i + 1, normalized(attributes.get(i + 1), doctype, isCdata, eventAt));
    }
    int specified = attributes.size();
    for (Map.Entry<String, XmlDoctype.Attribute> entry : declared.entrySet()) {
      if (entry.getValue().value() != null && seen.add(entry.getKey())) {
        attributes.add(entry.getKey());
        attributes.add(entry.getValue().value());
      }
    }
    part = Part.CONTENT;
    open.add(name);
    String told = name;
    if (names != null) {
      int before = attributes.size();
      names.open(attributes, events, eventAt);
      specified -= before - attributes.size();
      told = names.expand(name, false, eventAt);
      Set<String> full = new HashSet<>();
      for (int i = 0; i < attributes.size(); i += 2) {
        attributes.set(i, names.expand(attributes.get(i), true, eventAt));
        if (!full.add(attributes.get(i))) {
          throw new XmlException(XmlException.DUPLICATE_ATTRIBUTE, eventAt);
        }
      }
    }
    events.start(told, attributes, specified);
    if (isEmpty) {
      end(name);
    }
  }

  private int reference(String text, int at) throws XmlException {
    int end = referenceEnd(text, at);
    if (end < 0) {
      return -1;
    }
    if (text.charAt(at + 1) == '#') {
      events.text(Character.toString(character(text, at, end, at)));
      return end + 1;
    }
    String name = text.substring(at + 1, end);
    int plain = predefined(name);
    if (plain >= 0) {
      events.text(String.valueOf((char) plain));
      return end + 1;
    }
    XmlDoctype.Entity entity = doctype.entities.get(name);
    if (entity == null) {
      if (!doctype.isPartial || standalone == 1) {
        throw new XmlException(XmlException.UNDEFINED_ENTITY, at);
      }
      if (!events.skipped(name, false)) {
        events.other(text.substring(at, end + 1));
      }
    } else if (entity.notation() != null) {
      throw new XmlException(XmlException.BINARY_ENTITY_REF, at);
    } else if (entity.value() == null) {
      Boolean read = events.external(name, entity.system(), entity.publicId());
      if (read == null) {
        events.other(text.substring(at, end + 1));
      } else if (!read) {
        throw new XmlException(XmlException.EXTERNAL_ENTITY_HANDLING, at);
      }
    } else {
      expand(entity, at);
    }
    return end + 1;
  }

  private void expand(XmlDoctype.Entity entity, int at) throws XmlException {
    if (!expanding.add(entity.name())) {
      throw new XmlException(XmlException.RECURSIVE_ENTITY_REF, at);
    }
    String value = entity.value();
    expanded += value.length();
    if (expanded > AMPLIFICATION_THRESHOLD && expanded > MAX_AMPLIFICATION * read) {
      throw new XmlException(XmlException.AMPLIFICATION_LIMIT_BREACH, at);
    }
    int depth = open.size();
    try {
      for (int i = 0; i < value.length(); ) {
        int next = content(value, i, true, entity.name());
        if (next < 0 || open.size() < depth) {
          throw new XmlException(
              next < 0 ? XmlException.UNCLOSED_TOKEN : XmlException.ASYNC_ENTITY, at);
        }
        i = next;
      }
    } catch (XmlException e) {
      throw new XmlException(e.code, at);
    }
    if (open.size() != depth) {
      throw new XmlException(XmlException.ASYNC_ENTITY, at);
    }
    expanding.remove(entity.name());
  }

  /** The semicolon of a reference, or -1 if it has not come yet. */
  private static int referenceEnd(String text, int at) throws XmlException {
    int end = at + 1;
    if (end < text.length() && text.charAt(end) == '#') {
      end++;
      while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0
          || end == at + 2 && end < text.length() && text.charAt(end) == 'x') {
        end++;
      }
    } else {
      end = XmlInput.nameEnd(text, end);
    }
    if (end == text.length()) {
      return -1;
    }
    if (text.charAt(end) != ';' || end == at + 1) {
      throw new XmlException(XmlException.INVALID_TOKEN, end);
    }
    return end;
  }

  private static int predefined(String name) {
    switch (name) {
      case "lt":
        return '<';
      case "gt":
        return '>';
      case "amp":
        return '&';
      case "quot":
        return '"';
      case "apos":
        return '\'';
      default:
        return -1;
    }
  }

  /** The character of a reference {@code &#...;}. */
  static int character(String text, int from, int end, int at) throws XmlException {
    boolean isHex = text.startsWith("x", from + 2);
    long value = -1;
    try {
      String digits = text.substring(from + (isHex ? 3 : 2), Math.max(from, end));
      value = Long.parseLong(digits, isHex ? 16 : 10);
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      if (end < 0) {
        throw new XmlException(XmlException.INVALID_TOKEN, at);
      }
    }
    if (value < 0 || value > 0x10FFFF || !XmlInput.isCharacter((int) value)) {
      throw new XmlException(XmlException.BAD_CHAR_REF, at);
    }
    return (int) value;
  }

  /** All line ends made one character. */
  static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** An attribute's value: references replaced, white space made spaces, and fewer if not CDATA. */
  static String normalized(String raw, XmlDoctype doctype, boolean isCdata, int at)
      throws XmlException {
    StringBuilder out = new StringBuilder();
    append(lines(raw), doctype, out, new HashSet<>(), at);
    if (isCdata) {
      return out.toString();
    }
    return String.join(" ", out.toString().replaceAll("^ +| +$", "").split(" +"));
  }

  private static void append(
      String raw, XmlDoctype doctype, StringBuilder out, Set<String> within, int at)
      throws XmlException {
    for (int i = 0; i < raw.length(); i++) {
      char ch = raw.charAt(i);
      if (ch != '&') {
        out.append(XmlInput.isSpace(ch) ? ' ' : ch);
        continue;
      }
      int end = referenceEnd(raw, i);
      if (end < 0) {
        throw new XmlException(XmlException.INVALID_TOKEN, at);
      }
      String name = raw.substring(i + 1, end);
      int plain = predefined(name);
      if (name.charAt(0) == '#') {
        out.appendCodePoint(character(raw, i, end, at));
      } else if (plain >= 0) {
        out.append((char) plain);
      } else {
        XmlDoctype.Entity entity = doctype.entities.get(name);
        if (entity == null && !doctype.isPartial) {
          throw new XmlException(XmlException.UNDEFINED_ENTITY, at);
        }
        if (entity != null && entity.value() == null) {
          throw new XmlException(XmlException.ATTRIBUTE_EXTERNAL_ENTITY_REF, at);
        }
        if (entity != null) {
          if (!within.add(name)) {
            throw new XmlException(XmlException.RECURSIVE_ENTITY_REF, at);
          }
          append(entity.value(), doctype, out, within, at);
          within.remove(name);
        }
      }
      i = end;
    }
  }
}
