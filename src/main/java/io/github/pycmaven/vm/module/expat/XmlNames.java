package io.github.pycmaven.vm.module.expat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The namespaces that hold at a place, and names as a parser with namespaces tells them. */
final class XmlNames {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private final String separator;
  private final boolean triplets;
  private final Map<String, String> uris = new HashMap<>();

  /** For each open element: prefixes and what they meant outside, in turn. */
  private final List<List<String>> undone = new ArrayList<>();

  XmlNames(String separator, boolean triplets) {
    this.separator = separator;
    this.triplets = triplets;
    uris.put("xml", XML);
  }

  /** Takes declarations out of attributes, opens their scope and tells of them. */
  void open(List<String> attributes, XmlEvents events, int at) throws XmlException {
    List<String> outer = new ArrayList<>();
    for (int i = 0; i < attributes.size(); ) {
      String name = attributes.get(i);
      boolean isDefault = name.equals("xmlns");
      if (!isDefault && !name.startsWith("xmlns:")) {
        i += 2;
        continue;
      }
      String prefix = isDefault ? "" : name.substring(6);
      String uri = attributes.get(i + 1);
      check(prefix, uri, at);
      outer.add(prefix);
      outer.add(uris.get(prefix));
      uris.put(prefix, uri.isEmpty() ? null : uri);
      events.startNamespace(isDefault ? null : prefix, uri.isEmpty() ? null : uri);
      attributes.subList(i, i + 2).clear();
    }
    undone.add(outer);
  }

  private static void check(String prefix, String uri, int at) throws XmlException {
    if (!prefix.isEmpty() && uri.isEmpty()) {
      throw new XmlException(XmlException.UNDECLARING_PREFIX, at);
    }
    if (prefix.equals("xml") != uri.equals(XML)) {
      int code =
          prefix.equals("xml")
              ? XmlException.RESERVED_PREFIX_XML
              : XmlException.RESERVED_NAMESPACE_URI;
      throw new XmlException(code, at);
    }
    if (prefix.equals("xmlns")) {
      throw new XmlException(XmlException.RESERVED_PREFIX_XMLNS, at);
    }
    if (uri.equals(XMLNS)) {
      throw new XmlException(XmlException.RESERVED_NAMESPACE_URI, at);
    }
  }

  /** Closes the scope of the innermost element. */
  void close(XmlEvents events) {
    List<String> outer = undone.remove(undone.size() - 1);
    for (int i = outer.size() - 2; i >= 0; i -= 2) {
      String prefix = outer.get(i);
      uris.put(prefix, outer.get(i + 1));
      events.endNamespace(prefix.isEmpty() ? null : prefix);
    }
  }

  /** A name with its namespace; attributes without a prefix have none. */
  String expand(String name, boolean isAttribute, int at) throws XmlException {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1);
    if (colon < 0 && isAttribute) {
      return name;
    }
    String uri = uris.get(prefix);
    if (uri == null) {
      if (colon >= 0) {
        throw new XmlException(XmlException.UNBOUND_PREFIX, at);
      }
      return name;
    }
    String full = uri + separator + local;
    return triplets && colon >= 0 && !separator.isEmpty() ? full + separator + prefix : full;
  }
}
