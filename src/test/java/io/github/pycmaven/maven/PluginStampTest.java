package io.github.pycmaven.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStampTest {
  @TempDir Path folder;

  @Test
  void anotherVersionIsSeenUntilItsCachesAreWrittenAnew() throws Exception {
    PluginStamp first = new PluginStamp(folder, "1");
    assertFalse(first.isOther());
    first.write();
    assertFalse(new PluginStamp(folder, "1").isOther());
    PluginStamp second = new PluginStamp(folder, "2");
    assertTrue(second.isOther());
    second.write();
    assertFalse(second.isOther());
  }

  @Test
  void withoutAProjectNothingIsWritten() throws Exception {
    PluginStamp none = new PluginStamp(null, "1");
    none.write();
    assertFalse(none.isOther());
    assertEquals(0, Files.list(folder).count());
  }

  @Test
  void datesOfEntriesAreReadAsMavenReadsThem() {
    assertEquals(LocalDateTime.of(2026, 1, 2, 2, 4, 4), EntryDate.of("2026-01-02T03:04:05+01:00"));
    assertEquals(LocalDateTime.of(2001, 9, 9, 1, 46, 40), EntryDate.of("1000000000"));
    assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), EntryDate.of(null));
    assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), EntryDate.of("0"));
    assertThrows(IllegalArgumentException.class, () -> EntryDate.of("yesterday"));
  }
}
