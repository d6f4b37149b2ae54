package io.github.pycmaven.util;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private static ByteBuffer[] parts() {
    return new ByteBuffer[] {ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3})};
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void replacesAndLeavesNothingElse() throws IOException {
    Path target = folder.resolve("m.pyc");
    AtomicFile.write(target, null, parts());
    AtomicFile.write(target, null, parts());
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
    assertEquals(1, files());
  }

  @Test
  void doesNotReplaceWhatIsNoFile() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("d.pyc"));
    assertThrows(
        FileAlreadyExistsException.class, () -> AtomicFile.write(directory, null, parts()));
    assertEquals(1, files());
  }

  @Test
  void writesNothingWhereThereIsNoFolder() throws IOException {
    Path target = folder.resolve("no").resolve("m.pyc");
    assertThrows(IOException.class, () -> AtomicFile.write(target, null, parts()));
    assertEquals(0, files());
  }

  /** Modes of sources and of their caches, as CPython makes them under the umask 022, or less. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void takesTheModeFromTheSource() throws IOException {
    Path probe =
        Files.createFile(
            folder.resolve("probe"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
    Set<PosixFilePermission> unmasked = Files.getPosixFilePermissions(probe);
    for (List<String> pair :
        List.of(
            List.of("rw-r--r--", "rw-r--r--"),
            List.of("r--r--r--", "rw-r--r--"),
            List.of("rwxr-xr-x", "rw-r--r--"),
            List.of("rw-------", "rw-------"),
            List.of("r--------", "rw-------"))) {
      Path source = folder.resolve("m.py");
      Path target = folder.resolve("m.pyc");
      Files.deleteIfExists(source);
      Files.createFile(source);
      Set<PosixFilePermission> mode = PosixFilePermissions.fromString(pair.get(0));
      Files.setPosixFilePermissions(source, mode);
      AtomicFile.write(target, source, parts());
      Set<PosixFilePermission> expected = PosixFilePermissions.fromString(pair.get(1));
      expected.retainAll(unmasked);
      assertEquals(expected, Files.getPosixFilePermissions(target), pair.get(0));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotFollowLinks() throws IOException {
    Path other = Files.write(folder.resolve("other"), new byte[] {9});
    Path link = Files.createSymbolicLink(folder.resolve("m.pyc"), other);
    assertThrows(FileAlreadyExistsException.class, () -> AtomicFile.write(link, null, parts()));
    assertArrayEquals(new byte[] {9}, Files.readAllBytes(other));
  }

  @Test
  void knowsLeftOversByName() {
    assertTrue(AtomicFile.isTemporary("m.cpython-314.pyc.140012345"));
    assertFalse(AtomicFile.isTemporary("m.cpython-314.pyc"));
    assertFalse(AtomicFile.isTemporary("m.cpython-314.pyc."));
    assertFalse(AtomicFile.isTemporary("m.cpython-314.pyc.12a"));
  }
}
