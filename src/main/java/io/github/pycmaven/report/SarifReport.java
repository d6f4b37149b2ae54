package io.github.pycmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The Static Analysis Results Interchange Format, version 2.1.0, which code hosts show. */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String UNRESERVED = "-._~/!";

  private SarifReport() {}

  static void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = JsonReport.generator(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(report, json);
      json.writeStringField("columnKind", "unicodeCodePoints");
      json.writeArrayFieldStart("results");
      for (Report.Result result : report.results()) {
        result(report, result, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void tool(Report report, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "pyc-maven-plugin " + report.goal());
    json.writeArrayFieldStart("rules");
    for (Report.Rule rule : report.rules()) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      text(json, "shortDescription", rule.meaning());
      if (!rule.cure().isEmpty()) {
        text(json, "help", rule.cure());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(Report report, Report.Result result, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", result.ruleId());
    json.writeNumberField("ruleIndex", indexOf(report.rules(), result.ruleId()));
    json.writeStringField("level", result.level().word());
    text(json, "message", result.message());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(result.path()));
    json.writeEndObject();
    if (result.line() > 0) {
      json.writeObjectFieldStart("region");
      json.writeNumberField("startLine", result.line());
      if (result.column() > 0) {
        json.writeNumberField("startColumn", result.column());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static int indexOf(List<Report.Rule> rules, String id) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** A path as a relative or absolute reference, with what is special in one escaped. */
  private static String uri(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char ch = (char) (b & 0xff);
      boolean plain =
          ch >= 'a' && ch <= 'z'
              || ch >= 'A' && ch <= 'Z'
              || ch >= '0' && ch <= '9'
              || UNRESERVED.indexOf(ch) >= 0;
      if (plain) {
        out.append(ch);
      } else {
        out.append('%');
        out.append(Character.forDigit(ch >> 4, 16)).append(Character.forDigit(ch & 15, 16));
      }
    }
    return path.startsWith("/") ? "file://" + out : out.toString();
  }
}
