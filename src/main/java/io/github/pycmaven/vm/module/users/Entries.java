package io.github.pycmaven.vm.module.users;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file whose fields are separated by colons. */
final class Entries {
  private Entries() {}

  static List<String[]> of(String file, int fields) {
    List<String[]> out = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] f = line.split(":", -1);
        if (f.length >= fields && !line.startsWith("#")) {
          out.add(f);
        }
      }
    } catch (IOException e) {
      return out;
    }
    return out;
  }
}
