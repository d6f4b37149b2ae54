package io.github.pycmaven.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as build servers read it: each file a test case, each error a failure of it. */
final class JunitReport {
  private JunitReport() {}

  static void write(Report report, Writer out) throws IOException {
    Map<String, List<Report.Result>> byPath = new LinkedHashMap<>();
    report.subjects().forEach(path -> byPath.put(path, new ArrayList<>()));
    for (Report.Result result : report.results()) {
      byPath.computeIfAbsent(result.path(), path -> new ArrayList<>()).add(result);
    }
    long failed = byPath.values().stream().filter(JunitReport::fails).count();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", report.goal());
      xml.writeAttribute("tests", Integer.toString(byPath.size()));
      xml.writeAttribute("failures", Long.toString(failed));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", "0");
      xml.writeCharacters("\n");
      for (Map.Entry<String, List<Report.Result>> entry : byPath.entrySet()) {
        testCase(report.goal(), entry.getKey(), entry.getValue(), xml);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static boolean fails(List<Report.Result> results) {
    return results.stream().anyMatch(result -> result.level() == Report.Level.ERROR);
  }

  /** A test case has one failure at most; its text tells all. */
  private static void testCase(
      String goal, String path, List<Report.Result> results, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", goal);
    xml.writeAttribute("name", printable(path));
    StringBuilder text = new StringBuilder();
    Report.Result first = null;
    for (Report.Result result : results) {
      if (result.level() == Report.Level.ERROR) {
        first = first == null ? result : first;
        String place = result.line() > 0 ? result.line() + ":" + result.column() + ": " : "";
        text.append(place)
            .append(result.ruleId())
            .append(": ")
            .append(result.message())
            .append('\n');
      }
    }
    if (first != null) {
      xml.writeStartElement("failure");
      xml.writeAttribute("type", first.ruleId());
      xml.writeAttribute("message", printable(first.message()));
      xml.writeCharacters(printable(text.toString()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** XML 1.0 has no way to write control characters. */
  private static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char ch = text.charAt(i);
      boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(ch, text.charAt(i + 1));
      if (isPair) {
        out.append(ch).append(text.charAt(++i));
      } else if (ch < ' ' && ch != '\n' && ch != '\t' || Character.isSurrogate(ch) || ch > 0xfffd) {
        out.append('\ufffd');
      } else {
        out.append(ch);
      }
    }
    return out.toString();
  }
}
