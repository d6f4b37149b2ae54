package io.github.pycmaven.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PythonPatternTest {
  private static boolean found(String pattern, String text) {
    return PythonPattern.compile(pattern).matcher(text).find();
  }

  @Test
  void readsNamedGroups() {
    assertTrue(found("(?P<a_b>x)y(?P=a_b)", "xyx"));
    assertFalse(found("(?P<a_b>x)y(?P=a_b)", "xyy"));
  }

  @Test
  void bracesAndBracketsStandForThemselves() {
    assertTrue(found("a{b}", "a{b}"));
    assertTrue(found("^a{,2}$", "aa"));
    assertFalse(found("^a{,2}$", "aaa"));
    assertTrue(found("[[a&&b]", "["));
    assertTrue(found("[]x]", "]"));
    assertTrue(found("[^]x]", "a"));
    assertFalse(found("[^]x]", "]"));
  }

  @Test
  void readsTheEndOfTheText() {
    assertTrue(found("\\.py\\Z", "m.py"));
    assertFalse(found("\\.py\\Z", "m.py\n"));
    assertTrue(found("ba[^\\\\/]*$", "foo/bar.py"));
  }

  @Test
  void wrongExpressionsAreTheUsersToMend() {
    for (String wrong : new String[] {"(", "[a", "*", "(?P<x", "(?P=x)"}) {
      assertThrows(UsageException.class, () -> PythonPattern.compile(wrong), wrong);
    }
  }
}
