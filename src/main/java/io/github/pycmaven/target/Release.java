package io.github.pycmaven.target;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A release whose compiler writes other code than the other releases of its minor version that we
 * know. The first one of a version is what the version means; the magic number does not tell them
 * apart.
 */
public enum Release {
  V3_14_10(PythonVersion.V3_14, 10),
  V3_14_3(PythonVersion.V3_14, 3),
  V3_15_2(PythonVersion.V3_15, 2),
  V3_13_18(PythonVersion.V3_13, 18),
  V3_13_0(
      PythonVersion.V3_13,
      0,
      Feature.LITERAL_FIELD_TEXTS,
      Feature.RAW_SPECIFICATIONS,
      Feature.LOCATED_ESCAPE_WARNINGS),
  V3_12_7(PythonVersion.V3_12, 7),
  V3_12_1(
      PythonVersion.V3_12,
      1,
      Feature.NARROW_PLACES,
      Feature.FUNCTION_BODY_BLOCKS,
      Feature.FOREIGN_NAMES_IN_COMPREHENSIONS,
      Feature.CLOSED_SPECIFICATIONS,
      Feature.MANGLED_WALRUS_LOOKUPS,
      Feature.STAR_MESSAGES,
      Feature.CHARACTER_COLUMNS,
      Feature.PLACED_FUTURE_ERRORS,
      Feature.DEEP_TREES,
      Feature.INTERNED_STATIC_TEXTS),
  V3_11_7(PythonVersion.V3_11, 7);

  private final PythonVersion version;
  private final int micro;
  private final Set<Feature> lacking;

  /**
   * Names a release.
   *
   * @param lacking the features of its version that came after it
   */
  Release(PythonVersion version, int micro, Feature... lacking) {
    this.version = version;
    this.micro = micro;
    this.lacking = lacking.length == 0 ? Set.of() : EnumSet.copyOf(List.of(lacking));
  }

  /** Whether it has a feature. */
  boolean has(Feature feature) {
    return feature.isIn(version) && !lacking.contains(feature);
  }

  /** The minor version. */
  public PythonVersion version() {
    return version;
  }

  /** All that we know of a version, its default first; empty if we cannot compile for it. */
  public static List<Release> allOf(PythonVersion version) {
    List<Release> releases = new ArrayList<>();
    for (Release release : values()) {
      if (release.version == version) {
        releases.add(release);
      }
    }
    return releases;
  }

  /**
   * The release that a version means.
   *
   * @throws IllegalArgumentException if we cannot compile for it
   */
  public static Release defaultOf(PythonVersion version) {
    for (Release release : values()) {
      if (release.version == version) {
        return release;
      }
    }
    throw new IllegalArgumentException("no compiler for Python " + version);
  }

  /**
   * The release written as {@code 3.14.3}, or the one that {@code 3.14} means.
   *
   * @throws IllegalArgumentException if we know no such version, or cannot compile for it
   */
  public static Release of(String text) {
    for (Release release : values()) {
      if (release.toString().equals(text)) {
        return release;
      }
    }
    return defaultOf(PythonVersion.of(text));
  }

  /** Whether it is what its version means. */
  public boolean isDefault() {
    return defaultOf(version) == this;
  }

  /** The shortest name: {@code 3.14}, or {@code 3.14.3} for a release that is not the default. */
  public String label() {
    return isDefault() ? version.toString() : toString();
  }

  /** As users write it, {@code 3.14.3}. */
  @Override
  public String toString() {
    return version + "." + micro;
  }
}
