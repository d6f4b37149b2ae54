package io.github.pycmaven.vm.compile;

import io.github.pycmaven.compiler.parser.ParseMode;
import io.github.pycmaven.util.Resources;
import io.github.pycmaven.vm.frame.PyCode;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.module.marshal.MarshalModule;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Texts that the library itself executes when it is imported, for named tuples and data classes,
 * compiled when the jar is built: so that a program which imports such modules need not load the
 * compiler. A text is taken only if it is the same to the letter.
 *
 * <p>Building the jar imports the library's modules once with the property {@code pyc.record},
 * which names the file to be written.
 */
final class KnownStrings {
  private static final String RESOURCE = "pyc/lib/strings.bin";
  private static final String RECORD = System.getProperty("pyc.record");
  private static final String FILE = "<string>";

  /** How the library's own files are called. */
  private static final String LIBRARY = "lib/";

  private static Map<String, byte[]> known;

  private KnownStrings() {}

  /** The code of a text, or null if it has to be compiled. */
  static PyCode find(String text, String file, ParseMode mode) {
    if (RECORD != null || !file.equals(FILE)) {
      return null;
    }
    if (known == null) {
      known = read();
    }
    byte[] body = known.get(mode.name() + text);
    if (body == null) {
      return null;
    }
    PyCode code = (PyCode) MarshalModule.read(body, 0);
    code.marshalled = body;
    return code;
  }

  private static Map<String, byte[]> read() {
    Map<String, byte[]> all = new HashMap<>();
    try {
      byte[] data = Resources.own().read(RESOURCE);
      if (data == null) {
        return all;
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(data));
      while (in.available() > 0) {
        String key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        all.put(key, in.readNBytes(in.readInt()));
      }
    } catch (IOException e) {
      all.clear();
    }
    return all;
  }

  /** Notes a text of the library that was compiled, if the jar is being built. */
  static void record(String text, String file, ParseMode mode, PyCode code, PyFrame caller) {
    if (RECORD == null
        || !file.equals(FILE)
        || caller == null
        || !caller.code.filename.value.startsWith(LIBRARY)) {
      return;
    }
    byte[] key = (mode.name() + text).getBytes(StandardCharsets.UTF_8);
    try (DataOutputStream out = new DataOutputStream(new FileOutputStream(RECORD, true))) {
      out.writeInt(key.length);
      out.write(key);
      out.writeInt(code.marshalled.length);
      out.write(code.marshalled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
