package io.github.pycmaven.cache;

import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.ParsedSource;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.Release;
import io.github.pycmaven.target.Target;
import io.github.pycmaven.util.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compiles one source into all its caches. */
final class SourceCompiler {
  private final CompileSettings settings;

  SourceCompiler(CompileSettings settings) {
    this.settings = settings;
  }

  /** The caches of one source so far. */
  private static final class Progress {
    final SourceFile source;
    final List<SourceOutcome.Rejection> rejections = new ArrayList<>();
    List<Diagnostic> warnings = List.of();
    byte[] bytes;
    BasicFileAttributes attributes;
    ParsedSource text;
    int written;
    int upToDate;
    long cacheBytes;

    Progress(SourceFile source) {
      this.source = source;
    }

    void stat() throws IOException {
      attributes = Files.readAttributes(source.path(), BasicFileAttributes.class);
    }

    /** The source's bytes, read when first asked for: a date is compared without them. */
    byte[] bytes() throws IOException {
      if (bytes == null) {
        bytes = Files.readAllBytes(source.path());
      }
      return bytes;
    }

    PycHeader header(Target target, InvalidationMode mode) throws IOException {
      return mode.isHashBased()
          ? PycHeader.ofHash(target, mode, bytes())
          : PycHeader.timestamp(
              target,
              PycHeader.seconds(attributes.lastModifiedTime().toInstant()),
              attributes.size());
    }

    SourceOutcome outcome(Problem problem) {
      return new SourceOutcome(
          source,
          written,
          upToDate,
          attributes == null ? 0 : attributes.size(),
          cacheBytes,
          List.copyOf(rejections),
          warnings,
          problem);
    }
  }

  /** What became of a source whose caches are all up to date, or null if some are not. */
  SourceOutcome upToDate(SourceFile source) {
    if (settings.force() || settings.output() != null && settings.copySources()) {
      return null;
    }
    Progress progress = new Progress(source);
    try {
      progress.stat();
      Path place = settings.placeOf(source);
      String recorded = settings.names().of(source);
      PycHeader[] headers = headers(progress);
      for (int i = 0; i < headers.length; i++) {
        Target target = Target.of(settings.releases().get(i));
        for (int level : settings.levels()) {
          Path cache = settings.cacheOf(place, target, level);
          if (!UpToDateCheck.isUpToDate(cache, headers[i], target, recorded)) {
            return null;
          }
          progress.upToDate++;
        }
      }
      return progress.outcome(null);
    } catch (InvalidPathException | IOException e) {
      // The compilation will meet it again and report it.
      return null;
    }
  }

  /** What the caches of each release must begin with; the source is not kept. */
  private PycHeader[] headers(Progress progress) throws IOException {
    InvalidationMode mode = settings.mode();
    FileBytes source = mode.isHashBased() ? FileBytes.of(progress.source.path()) : null;
    PycHeader[] headers = new PycHeader[settings.releases().size()];
    for (int i = 0; i < headers.length; i++) {
      Target target = Target.of(settings.releases().get(i).version());
      headers[i] =
          source == null
              ? progress.header(target, mode)
              : PycHeader.ofHash(target, mode, source.bytes(), source.length());
    }
    return headers;
  }

  SourceOutcome compile(SourceFile source) {
    Progress progress = new Progress(source);
    try {
      progress.stat();
      if (!progress.attributes.isRegularFile()) {
        return progress.outcome(new Problem(source.given(), "not a regular file"));
      }
      Path place = settings.placeOf(source);
      if (settings.output() != null && settings.copySources()) {
        copy(progress, place);
      }
      for (Release release : settings.releases()) {
        compileFor(release, progress, place);
      }
      return progress.outcome(null);
    } catch (InvalidPathException e) {
      return progress.outcome(new Problem(source.given(), SourceWalker.UNNAMEABLE));
    } catch (IOException e) {
      return progress.outcome(new Problem(source.given(), FileProblems.describe(e)));
    }
  }

  private static void copy(Progress progress, Path place) throws IOException {
    if (Files.exists(place) && Files.isSameFile(place, progress.source.path())) {
      return;
    }
    if (Files.isRegularFile(place) && Arrays.equals(Files.readAllBytes(place), progress.bytes())) {
      return;
    }
    Files.createDirectories(place.getParent());
    Files.copy(
        progress.source.path(),
        place,
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void compileFor(Release release, Progress progress, Path place) throws IOException {
    Target target = Target.of(release);
    String recorded = settings.names().of(progress.source);
    PycHeader header = progress.header(target, settings.mode());
    byte[] previous = null;
    Path previousPlace = null;
    for (int level : settings.levels()) {
      Path cache = settings.cacheOf(place, target, level);
      if (!settings.force() && UpToDateCheck.isUpToDate(cache, header, target, recorded)) {
        progress.upToDate++;
        continue;
      }
      byte[] body = body(release, level, recorded, progress);
      if (body == null) {
        return;
      }
      if (settings.linkDuplicates() && Arrays.equals(body, previous)) {
        link(cache, previousPlace);
      } else {
        write(cache, header, body, progress);
      }
      progress.written++;
      previous = body;
      previousPlace = cache;
    }
  }

  /** The marshalled code, or null if the version rejects the source. */
  private byte[] body(Release release, int level, String recorded, Progress progress)
      throws IOException {
    if (progress.text == null) {
      progress.text = new ParsedSource(SourceText.of(recorded, progress.bytes()));
    }
    CompileResult result = progress.text.compile(CompileOptions.of(release, level));
    if (progress.warnings.isEmpty()) {
      progress.warnings = result.warnings();
    }
    if (result instanceof CompileResult.Rejected rejected) {
      progress.rejections.add(new SourceOutcome.Rejection(release, rejected.error()));
      return null;
    }
    return PycFile.body(((CompileResult.Compiled) result).code(), Target.of(release));
  }

  private static void write(Path cache, PycHeader header, byte[] body, Progress progress)
      throws IOException {
    Path folder = cache.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    AtomicFile.write(
        cache, progress.source.path(), ByteBuffer.wrap(header.toBytes()), ByteBuffer.wrap(body));
    progress.cacheBytes += PycHeader.SIZE + body.length;
  }

  private static void link(Path cache, Path existing) throws IOException {
    if (Files.exists(cache, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.isSameFile(cache, existing)) {
        return;
      }
      Files.delete(cache);
    }
    Files.createLink(cache, existing);
  }
}
