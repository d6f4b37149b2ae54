package io.github.pycmaven.report;

import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The formats of reports. */
public enum ReportFormat {
  JSON(JsonReport::write),
  SARIF(SarifReport::write),
  JUNIT(JunitReport::write);

  /** Writes a report. */
  private interface Form {
    void write(Report report, Writer out) throws IOException;
  }

  private final Form form;

  ReportFormat(Form form) {
    this.form = form;
  }

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ReportFormat of(String name) {
    for (ReportFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException("a report is json, sarif or junit, not '" + name + "'");
  }

  /** The report in this format, with a line feed at its end. */
  public String text(Report report) {
    StringWriter out = new StringWriter();
    try {
      form.write(report, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  /**
   * Writes the report to a file, whole or not at all; makes the folders above it.
   *
   * @throws IOException if that is not possible
   */
  public void write(Report report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    AtomicFile.write(file, null, ByteBuffer.wrap(text(report).getBytes(StandardCharsets.UTF_8)));
  }
}
