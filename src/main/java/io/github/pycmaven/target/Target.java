package io.github.pycmaven.target;

import io.github.pycmaven.util.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is to be known about one CPython in order to compile for it and to read what it wrote.
 *
 * <p>Read from {@code cpython-X.Y.target} when a version is first asked for; that file is written
 * by {@code src/test/python/dump_target.py} under the CPython itself.
 */
public final class Target implements Predicate<Feature> {
  private static final Target[] LOADED = new Target[PythonVersion.values().length];
  private static final Map<Release, Target> OF_RELEASES = new EnumMap<>(Release.class);

  private final PythonVersion version;
  private final String label;

  /** The release whose features these are; null for the version's first target. */
  private final Release features;

  private final Map<String, List<String>> words;
  private final List<String> rows;
  private final int magic;

  /** Made when first asked for: whoever only compares caches does not need it. */
  private volatile OpcodeTable opcodes;

  /** Read when first asked for, which few sources cause. */
  private volatile Set<String> internedAtStart;

  private Target(Target other, Release release) {
    version = other.version;
    label = release.label();
    words = other.words;
    rows = other.rows;
    magic = other.magic;
    features = release;
  }

  private Target(PythonVersion version) {
    this.version = version;
    label = version.toString();
    features = null;
    words = new HashMap<>();
    rows = new ArrayList<>();
    String name = "cpython-" + version + ".target";
    String text = new String(Resources.beside(Target.class, name), StandardCharsets.US_ASCII);
    for (String line : text.split("\n")) {
      char first = line.charAt(0);
      if (first >= 'a' && first <= 'z') {
        String[] fields = line.split(" ");
        words.put(fields[0], List.of(fields).subList(1, fields.length));
      } else if (first != '#') {
        rows.add(line);
      }
    }
    magic = Integer.parseInt(words.get("magic").get(0));
  }

  /** The target of a version. */
  public static Target of(PythonVersion version) {
    synchronized (LOADED) {
      Target target = LOADED[version.ordinal()];
      if (target == null) {
        target = LOADED[version.ordinal()] = new Target(version);
      }
      return target;
    }
  }

  /** The target of a release: its version's, but for the features that came after it. */
  public static Target of(Release release) {
    synchronized (LOADED) {
      // Without a lambda, as the first one costs 20 ms of a start.
      Target target = OF_RELEASES.get(release);
      if (target == null) {
        Target whole = of(release.version());
        target = release.isDefault() ? whole : new Target(whole, release);
        OF_RELEASES.put(release, target);
      }
      return target;
    }
  }

  /** The minor version. */
  public PythonVersion version() {
    return version;
  }

  /** The patch release that the target file was written by, such as {@code 3.14.10}. */
  public String release() {
    return words.get("release").get(0);
  }

  /** As in names of caches: {@code cpython-314}. */
  public String cacheTag() {
    return words.get("tag").get(0);
  }

  /** The magic number without the {@code \r\n} that follows it. */
  public int magic() {
    return magic;
  }

  /** The version of marshal that the interpreter writes. */
  public int marshalVersion() {
    return Integer.parseInt(words.get("marshal").get(0));
  }

  /** The operations. */
  public OpcodeTable opcodes() {
    OpcodeTable table = opcodes;
    if (table == null) {
      synchronized (this) {
        table = opcodes;
        if (table == null) {
          table = opcodes = new OpcodeTable(rows, words);
        }
      }
    }
    return table;
  }

  /**
   * Whether a fresh interpreter has a text interned when it compiles its first file. It decides
   * which equal texts are one object, and so what {@code marshal} writes as a reference. Known of
   * words and of qualified names, from {@code cpython-X.Y.interned}, or from a file of the release
   * if it has one; of no text where there is neither.
   */
  public boolean isInternedAtStart(String text) {
    Set<String> known = internedAtStart;
    if (known == null) {
      known = new HashSet<>();
      byte[] words = Resources.besideIfAny(Target.class, "cpython-" + label + ".interned");
      if (words == null) {
        words = Resources.besideIfAny(Target.class, "cpython-" + version + ".interned");
      }
      if (words != null) {
        Collections.addAll(known, new String(words, StandardCharsets.US_ASCII).split("\n"));
      }
      internedAtStart = known;
    }
    return known.contains(text);
  }

  /** Whether the version has a feature. */
  public boolean has(Feature feature) {
    return features == null ? feature.isIn(version) : features.has(feature);
  }

  @Override
  public boolean test(Feature feature) {
    return has(feature);
  }

  @Override
  public String toString() {
    return "CPython " + version;
  }
}
