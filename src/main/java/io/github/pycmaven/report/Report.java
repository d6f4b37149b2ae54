package io.github.pycmaven.report;

import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param goal the goal's name, such as {@code verify-cache}
 * @param rules the kinds of results, each with a stable id
 * @param subjects all files that were looked at, in order
 * @param results what was found
 * @param totals numbers for the summary, in the order in which they are written
 */
public record Report(
    String goal,
    List<Rule> rules,
    List<String> subjects,
    List<Result> results,
    Map<String, Long> totals) {
  /** How bad a result is; the words are SARIF's. */
  public enum Level {
    ERROR("error"),
    WARNING("warning"),
    NOTE("note");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    /** SARIF's word. */
    public String word() {
      return word;
    }
  }

  /**
   * A kind of result.
   *
   * @param id stable, in lower case with hyphens, or a Python class
   * @param meaning one line
   * @param cure what to do, or empty
   */
  public record Rule(String id, String meaning, String cure) {}

  /**
   * A result.
   *
   * @param ruleId the rule
   * @param level how bad it is
   * @param path the file
   * @param line from 1, or 0 if there is none
   * @param column from 1, or 0 if there is none
   * @param message for people
   */
  public record Result(
      String ruleId, Level level, String path, int line, int column, String message) {}
}
