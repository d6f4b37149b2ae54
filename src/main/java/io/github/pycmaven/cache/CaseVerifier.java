package io.github.pycmaven.cache;

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
import io.github.pycmaven.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Verifies the caches of one source. */
final class CaseVerifier {
  private final VerifySettings settings;
  private final List<PythonVersion> wanted;
  private final Verifier.Case subject;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private byte[] source;
  private Instant modified;

  CaseVerifier(VerifySettings settings, List<PythonVersion> wanted, Verifier.Case subject) {
    this.settings = settings;
    this.wanted = wanted;
    this.subject = subject;
  }

  List<Finding> findings() {
    return findings;
  }

  List<String> notes() {
    return notes;
  }

  private void add(FindingKind kind, String path, String detail) {
    findings.add(new Finding(kind, path, detail));
  }

  void run() {
    try {
      source = Files.readAllBytes(subject.source());
      modified = Files.getLastModifiedTime(subject.source()).toInstant();
    } catch (IOException e) {
      add(FindingKind.UNREADABLE, subject.given(), FileProblems.describe(e));
      return;
    }
    for (Verifier.Cache cache : subject.caches()) {
      verify(cache);
    }
    demandCaches();
  }

  private void demandCaches() {
    if (wanted.isEmpty() && subject.caches().isEmpty()) {
      missing(PythonVersion.V3_14, false);
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

  private void verify(Verifier.Cache cache) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(cache.path());
    } catch (IOException e) {
      add(FindingKind.UNREADABLE, cache.given(), FileProblems.describe(e));
      return;
    }
    Target target = Target.of(cache.version());
    if (verifyHeader(cache, bytes, target)) {
      verifyBody(cache, bytes, target);
    }
  }

  /** Whether the header is good enough for a look at the body. */
  private boolean verifyHeader(Verifier.Cache cache, byte[] bytes, Target target) {
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

  private void verifyFreshness(Verifier.Cache cache, PycHeader header, Target target) {
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
    if (header.mtime() != fresh.mtime()) {
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

  private void verifyBody(Verifier.Cache cache, byte[] bytes, Target target) {
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
  private static boolean isStale(Finding finding, Verifier.Cache cache) {
    return finding.path().equals(cache.given())
        && (finding.kind() == FindingKind.STALE_HASH
            || finding.kind() == FindingKind.STALE_SIZE
            || finding.kind() == FindingKind.UNCHECKED_AND_DIFFERENT);
  }

  private void compare(Verifier.Cache cache, CodeObject found, Target target) {
    SourceText text = SourceText.of(found.filename().value(), source);
    CompileResult result =
        PythonCompiler.compile(text, CompileOptions.of(target.version(), cache.level()));
    if (result instanceof CompileResult.Rejected rejected) {
      add(
          FindingKind.BODY_MISMATCH,
          cache.given(),
          target + " rejects the source: " + rejected.error().message());
      return;
    }
    CodeObject expected = ((CompileResult.Compiled) result).code();
    CodeComparison.Result comparison = CodeComparison.compare(expected, found);
    switch (comparison.difference()) {
      case CODE:
        add(FindingKind.BODY_MISMATCH, cache.given(), comparison.where());
        break;
      case LINE_TABLES:
        if (!settings.allowLineTables()) {
          add(FindingKind.LINE_TABLE_MISMATCH, cache.given(), comparison.where());
        }
        break;
      default:
    }
  }
}
