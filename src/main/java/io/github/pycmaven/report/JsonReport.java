package io.github.pycmaven.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Our own format: one object with the totals and the results. */
final class JsonReport {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonReport() {}

  /** A generator that indents by two spaces on every platform. */
  static JsonGenerator generator(Writer out) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JSON.createGenerator(out).setPrettyPrinter(printer);
  }

  static void write(Report report, Writer out) throws IOException {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      json.writeStringField("goal", report.goal());
      json.writeObjectFieldStart("totals");
      for (Map.Entry<String, Long> total : report.totals().entrySet()) {
        json.writeNumberField(total.getKey(), total.getValue());
      }
      json.writeEndObject();
      json.writeArrayFieldStart("results");
      for (Report.Result result : report.results()) {
        json.writeStartObject();
        json.writeStringField("id", result.ruleId());
        json.writeStringField("level", result.level().word());
        json.writeStringField("path", result.path());
        if (result.line() > 0) {
          json.writeNumberField("line", result.line());
        }
        if (result.column() > 0) {
          json.writeNumberField("column", result.column());
        }
        json.writeStringField("message", result.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
