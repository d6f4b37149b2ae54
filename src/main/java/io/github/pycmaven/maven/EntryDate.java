package io.github.pycmaven.maven;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The date of a jar's entries, as Maven's own plugins read {@code project.build.outputTimestamp}:
 * seconds since 1970, or a date and time with its offset.
 */
final class EntryDate {
  /** What archives of no date get: the first day that every tool of every zone can show. */
  private static final LocalDateTime NONE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private EntryDate() {}

  /**
   * The date in UTC.
   *
   * @throws IllegalArgumentException if it is none, or none that an archive can hold
   */
  static LocalDateTime of(String text) {
    if (text == null || text.length() < 2 && !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return NONE;
    }
    LocalDateTime date;
    try {
      date =
          text.chars().allMatch(c -> c >= '0' && c <= '9')
              ? LocalDateTime.ofInstant(Instant.ofEpochSecond(Long.parseLong(text)), ZoneOffset.UTC)
              : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no date", e);
    }
    LocalDateTime even = date.truncatedTo(ChronoUnit.SECONDS).withSecond(date.getSecond() / 2 * 2);
    return even.isBefore(NONE) ? NONE : even;
  }
}
