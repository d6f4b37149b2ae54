package io.github.pycmaven.cache;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {
  @TempDir Path folder;

  private Path temporary(long process) throws Exception {
    return Files.writeString(folder.resolve("m.cpython-314.pyc." + (process << 24 | 7)), "half");
  }

  @Test
  void removesThoseOfProcessesThatAreGone() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    Path left = temporary(process.pid());
    LeftOvers.removeIn(folder);
    assertFalse(Files.exists(left));
  }

  @Test
  void keepsThoseOfProcessesThatLive() throws Exception {
    Path busy = temporary(ProcessHandle.current().pid());
    LeftOvers.removeIn(folder);
    assertTrue(Files.exists(busy));
  }

  @Test
  void judgesThoseOfOtherProgramsByTheirAge() throws Exception {
    Path young = Files.writeString(folder.resolve("a.cpython-314.pyc.140234567890123"), "");
    Path old = Files.writeString(folder.resolve("b.cpython-314.pyc.140234567890123"), "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
    LeftOvers.removeIn(folder);
    assertTrue(Files.exists(young));
    assertFalse(Files.exists(old));
  }

  @Test
  void keepsAllOtherFiles() throws Exception {
    Path cache = Files.writeString(folder.resolve("m.cpython-314.pyc"), "");
    Path notes = Files.writeString(folder.resolve("m.cpython-314.pyc.txt"), "");
    LeftOvers.removeIn(folder);
    assertTrue(Files.exists(cache));
    assertTrue(Files.exists(notes));
  }
}
