package io.github.pycmaven.verify;

import io.github.pycmaven.cache.FileProblems;
import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.pyc.SourceHash;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Verifies the caches of one source. */
final class CaseVerifier {
  private final VerifySettings settings;
  private final Case subject;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private byte[] source;
  private Instant modified;

  CaseVerifier(VerifySettings settings, Case subject) {
    this.settings = settings;
    this.subject = subject;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }

  void add(FindingKind kind, String path, String detail) {
    findings.add(new Finding(kind, path, detail));
  }

  void run() {
    try {
      source = Files.readAllBytes(subject.source());
      modified = Files.getLastModifiedTime(subject.source()).toInstant();
    } catch (IOException e) {
      add(FindingKind.UNCHECKABLE, subject.given(), FileProblems.describe(e));
      return;
    }
    for (Case.Cache cache : subject.caches()) {
      verify(cache);
    }
    demandCaches();
  }

  private void demandCaches() {
    List<PythonVersion> wanted = settings.versions();
    if (wanted.isEmpty() && subject.caches().isEmpty()) {
      missing(PythonVersion.DEFAULT, false);
    }
    for (PythonVersion version : wanted) {
      if (subject.caches().stream().noneMatch(c -> c.version() == version)) {
        missing(version, true);
      }
    }
  }

  /** A source that the version rejects can have no cache. */
  private void missing(PythonVersion version, boolean named) {
    SourceText text = SourceText.of(subject.given(), source);
    if (PythonCompiler.compile(text, CompileOptions.of(version, 0))
        instanceof CompileResult.Rejected rejected) {
      notes.add(
          subject.given() + ": no cache, since it does not compile: " + rejected.error().message());
    } else {
      add(FindingKind.MISSING, subject.given(), named ? "for CPython " + version : "");
    }
  }

  private void verify(Case.Cache cache) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(cache.path());
    } catch (IOException e) {
      add(FindingKind.UNCHECKABLE, cache.given(), FileProblems.describe(e));
      return;
    }
    PythonVersion version = cache.version() == null ? versionOf(bytes) : cache.version();
    if (version == null) {
      add(FindingKind.WRONG_MAGIC, cache.given(), "no CPython's that is known");
      return;
    }
    Target target = Target.of(version);
    if (verifyHeader(cache, bytes, target)) {
      verifyBody(cache, bytes, target);
    }
  }

  /** The version whose magic number the bytes begin with, or null. */
  private static PythonVersion versionOf(byte[] bytes) {
    try {
      int magic = PycHeader.read(bytes).magic();
      for (PythonVersion version : PythonVersion.values()) {
        if (Target.of(version).magic() == magic) {
          return version;
        }
      }
    } catch (PycFormatException e) {
      // No header: no version.
    }
    return null;
  }

  /** Whether the header is good enough for a look at the body. */
  private boolean verifyHeader(Case.Cache cache, byte[] bytes, Target target) {
    if (bytes.length < PycHeader.SIZE) {
      add(FindingKind.TRUNCATED_HEADER, cache.given(), bytes.length + " bytes");
      return false;
    }
    PycHeader header;
    try {
      header = PycHeader.read(bytes);
    } catch (PycFormatException e) {
      add(FindingKind.WRONG_MAGIC, cache.given(), e.getMessage());
      return false;
    }
    if (header.magic() != target.magic()) {
      add(
          FindingKind.WRONG_MAGIC,
          cache.given(),
          header.magic() + ", not " + target.magic() + " of " + target);
      return false;
    }
    if (!header.hasKnownFlags()) {
      add(FindingKind.BAD_FLAGS, cache.given(), "0x" + Integer.toHexString(header.flags()));
      return false;
    }
    verifyFreshness(cache, header, target);
    return true;
  }

  private void verifyFreshness(Case.Cache cache, PycHeader header, Target target) {
    PycHeader fresh = PycHeader.timestamp(target, PycHeader.seconds(modified), source.length);
    if (header.isHashBased()) {
      if (header.hash() != SourceHash.of(target, source)) {
        boolean checked = header.mode() == InvalidationMode.CHECKED_HASH;
        add(
            checked ? FindingKind.STALE_HASH : FindingKind.UNCHECKED_AND_DIFFERENT,
            cache.given(),
            "");
      }
      return;
    }
    if (!subject.reader().keepsDates()) {
      add(
          FindingKind.STALE_MTIME,
          cache.given(),
          "installers of wheels give sources the date of the installation");
    } else if (Math.abs(header.mtime() - fresh.mtime()) > subject.reader().tolerance()) {
      add(
          FindingKind.STALE_MTIME,
          cache.given(),
          "recorded " + header.mtime() + ", found " + fresh.mtime());
    }
    if (header.size() != fresh.size()) {
      add(
          FindingKind.STALE_SIZE,
          cache.given(),
          "recorded " + header.size() + ", found " + fresh.size());
    }
  }

  private void verifyBody(Case.Cache cache, byte[] bytes, Target target) {
    PycFile.Body body;
    try {
      body = PycFile.readBody(bytes, target);
    } catch (PycFormatException e) {
      add(FindingKind.CORRUPT_BODY, cache.given(), e.getMessage());
      return;
    }
    if (body.code() == null) {
      add(FindingKind.NON_CODE, cache.given(), "");
      return;
    }
    if (body.trailing() > 0) {
      add(FindingKind.TRAILING_BYTES, cache.given(), body.trailing() + " bytes");
    }
    if (settings.recompile() && findings.stream().noneMatch(f -> isStale(f, cache))) {
      compare(cache, body.code(), target);
    }
  }

  /** A stale cache is the compilation of another source: saying so twice helps nobody. */
  private static boolean isStale(Finding finding, Case.Cache cache) {
    return finding.path().equals(cache.given())
        && (finding.kind() == FindingKind.STALE_HASH
            || finding.kind() == FindingKind.STALE_SIZE
            || finding.kind() == FindingKind.UNCHECKED_AND_DIFFERENT);
  }

  private void compare(Case.Cache cache, CodeObject found, Target target) {
    List<Release> releases = Release.allOf(target.version());
    if (releases.isEmpty()) {
      String detail = "no compiler for " + target + " to compare with";
      add(FindingKind.UNCHECKABLE, cache.given(), detail);
      return;
    }
    List<Integer> levels =
        cache.level() == Case.ANY_LEVEL ? List.of(0, 1, 2) : List.of(cache.level());
    Finding first = null;
    for (Release release : releases) {
      for (int level : levels) {
        Finding finding = compare(cache, found, release, level);
        if (finding == null) {
          return;
        } else if (first == null || finding.kind() == FindingKind.LINE_TABLE_MISMATCH) {
          first = finding;
        }
      }
    }
    findings.add(first);
  }

  /** What is wrong with a body that claims to be of some level; null if it is good. */
  private Finding compare(Case.Cache cache, CodeObject found, Release release, int level) {
    SourceText text = SourceText.of(found.filename().value(), source);
    CompileResult result = PythonCompiler.compile(text, CompileOptions.of(release, level));
    if (result instanceof CompileResult.Rejected rejected) {
      String detail = "CPython " + release + " rejects the source: " + rejected.error().message();
      return new Finding(FindingKind.BODY_MISMATCH, cache.given(), detail);
    }
    CodeObject expected = ((CompileResult.Compiled) result).code();
    CodeComparison.Result comparison = CodeComparison.compare(expected, found);
    switch (comparison.difference()) {
      case CODE:
        return new Finding(FindingKind.BODY_MISMATCH, cache.given(), comparison.where());
      case LINE_TABLES:
        return settings.allowLineTables()
            ? null
            : new Finding(FindingKind.LINE_TABLE_MISMATCH, cache.given(), comparison.where());
      default:
        return null;
    }
  }
}
