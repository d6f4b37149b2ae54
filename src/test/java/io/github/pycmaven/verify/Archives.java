package io.github.pycmaven.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs trees into archives, and makes archives about which readers disagree. */
final class Archives {
  private Archives() {}

  /** Packs a tree with the dates of its files; links are left out. */
  static Path pack(Path tree, Path archive) throws IOException {
    try (Stream<Path> all = Files.walk(tree);
        OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        ZipEntry entry = new ZipEntry(tree.relativize(path).toString().replace('\\', '/'));
        entry.setLastModifiedTime(Files.getLastModifiedTime(path));
        out.putNextEntry(entry);
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return archive;
  }

  /** Changes to an archive's bytes that keep all lengths. */
  enum Trick {
    SECOND_ENTRY_OF_A_NAME("n.py", "m.py", FindingKind.UNCHECKABLE),
    NAME_THAT_LEAVES_THE_TREE("pkg/sub.py", "../../s.py", FindingKind.SYMLINK_OUTSIDE),
    ABSOLUTE_NAME("pkg/sub.py", "/kg/sub.py", FindingKind.SYMLINK_OUTSIDE),
    NAME_WITH_BACKSLASH("pkg/sub.py", "pkg\\sub.py", FindingKind.SYMLINK_OUTSIDE),
    NAME_WITH_DOT("pkg/sub.py", "pkg/./u.py", FindingKind.SYMLINK_OUTSIDE),
    ENCRYPTED("m.py", null, FindingKind.UNCHECKABLE) {
      @Override
      void patch(byte[] bytes, int entry) {
        bytes[entry - 46 + 8] |= 1;
      }
    },
    LINK("m.py", null, FindingKind.SYMLINK_OUTSIDE) {
      @Override
      void patch(byte[] bytes, int entry) {
        bytes[entry - 46 + 5] = 3;
        bytes[entry - 46 + 41] = (byte) 0xa1;
      }
    };

    private final String from;
    private final String to;
    private final FindingKind expected;

    Trick(String from, String to, FindingKind expected) {
      this.from = from;
      this.to = to;
      this.expected = expected;
    }

    FindingKind expected() {
      return expected;
    }

    /** Changes the entry whose name begins at an offset of the central directory. */
    void patch(byte[] bytes, int entry) {
      byte[] name = to.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, bytes, entry, name.length);
    }

    void apply(Path archive) throws IOException {
      byte[] bytes = Files.readAllBytes(archive);
      for (int i : directoryEntries(bytes, from)) {
        patch(bytes, i);
      }
      Files.write(archive, bytes);
    }

    private static List<Integer> directoryEntries(byte[] bytes, String name) {
      List<Integer> found = new java.util.ArrayList<>();
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      for (int i = text.indexOf("PK\1\2"); i >= 0; i = text.indexOf("PK\1\2", i + 1)) {
        int length = bytes[i + 28] & 0xff;
        if (text.startsWith(name, i + 46) && length == name.length()) {
          found.add(i + 46);
        }
      }
      return found;
    }
  }
}
