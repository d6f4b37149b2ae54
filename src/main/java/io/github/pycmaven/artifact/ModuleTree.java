package io.github.pycmaven.artifact;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.CompileOptions;
import io.github.pycmaven.compiler.CompileResult;
import io.github.pycmaven.compiler.PythonCompiler;
import io.github.pycmaven.diagnostic.Diagnostic;
import io.github.pycmaven.marshal.CodeOutline;
import io.github.pycmaven.marshal.PycFormatException;
import io.github.pycmaven.pyc.CacheNames;
import io.github.pycmaven.pyc.InvalidationMode;
import io.github.pycmaven.pyc.PycFile;
import io.github.pycmaven.pyc.PycHeader;
import io.github.pycmaven.source.SourceText;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Python of an executable jar: every source has a cache that knows it by its hash and records
 * its path in the jar. Caches that are so already are kept, others are compiled.
 */
final class ModuleTree {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);
  private static final String SOURCE = ".py";
  private static final String INIT = "__init__";

  private final Map<String, byte[]> files;
  private final int level;
  private final List<String> warnings;

  /** The name of each module, and the place of its cache. */
  private final Map<String, String> modules = new TreeMap<>();

  private final List<String> packages = new ArrayList<>();
  private int compiled;

  /**
   * A tree.
   *
   * @param files all files of the jar; caches are added and replaced
   * @param level the level of optimisation
   * @param warnings takes what is doubtful
   */
  ModuleTree(Map<String, byte[]> files, int level, List<String> warnings) {
    this.files = files;
    this.level = level;
    this.warnings = warnings;
  }

  /** Gives each source its cache. */
  void compile() throws PackagingException {
    for (String path : new ArrayList<>(files.keySet())) {
      if (path.endsWith(SOURCE)) {
        source(path);
      } else if (path.endsWith(".pyc") && !isCache(path)) {
        sourceless(path);
      }
    }
  }

  /** How many caches were not there, or not as they must be. */
  int compiled() {
    return compiled;
  }

  /** The modules by name, each with the place of its cache. */
  Map<String, String> modules() {
    return modules;
  }

  /** Whether a module is a package. */
  boolean isPackage(String module) {
    return packages.contains(module);
  }

  /** A module's code. */
  Constant code(String module) throws PackagingException {
    String place = modules.get(module);
    try {
      return PycFile.readBody(files.get(place), TARGET).value();
    } catch (PycFormatException e) {
      throw new PackagingException(place + " is damaged: " + e.reason());
    }
  }

  /** Takes the sources away and puts each cache in the place of its source. */
  void removeSources() {
    modules.replaceAll(
        (module, place) -> {
          String stem = module.replace('.', '/') + (isPackage(module) ? "/" + INIT : "");
          if (files.remove(stem + SOURCE) == null) {
            return place;
          }
          files.put(stem + ".pyc", files.remove(place));
          return stem + ".pyc";
        });
    files.keySet().removeIf(path -> isCache(path) && !path.startsWith(ExecutableJar.LIBRARY));
  }

  private static boolean isCache(String path) {
    return path.contains(CacheNames.FOLDER + "/");
  }

  private void source(String path) throws PackagingException {
    byte[] source = files.get(path);
    int slash = path.lastIndexOf('/') + 1;
    String place =
        path.substring(0, slash)
            + CacheNames.FOLDER
            + "/"
            + CacheNames.name(path.substring(slash), TARGET.cacheTag(), Integer.toString(level));
    byte[] cache = files.get(place);
    if (cache == null || !isGood(cache, source, path)) {
      cache = compile(path, source);
      if (cache == null) {
        files.remove(place);
        return;
      }
      compiled++;
      files.put(place, cache);
    }
    add(path.substring(0, path.length() - SOURCE.length()), place);
  }

  private void sourceless(String path) {
    String stem = path.substring(0, path.length() - ".pyc".length());
    if (!files.containsKey(stem + SOURCE) && isPython(files.get(path))) {
      add(stem, path);
    }
  }

  private void add(String stem, String place) {
    boolean isPackage = stem.endsWith("/" + INIT);
    String path = isPackage ? stem.substring(0, stem.length() - INIT.length() - 1) : stem;
    String module = path.replace('/', '.');
    modules.put(module, place);
    if (isPackage) {
      packages.add(module);
    }
  }

  private static boolean isPython(byte[] cache) {
    return cache.length > PycHeader.SIZE
        && (cache[0] & 0xff | (cache[1] & 0xff) << 8) == TARGET.magic();
  }

  /** Whether a cache knows its source by its hash, is whole, and records its place in the jar. */
  private static boolean isGood(byte[] cache, byte[] source, String path) {
    if (!isPython(cache)) {
      return false;
    }
    for (InvalidationMode mode :
        new InvalidationMode[] {InvalidationMode.CHECKED_HASH, InvalidationMode.UNCHECKED_HASH}) {
      byte[] wanted = PycHeader.ofHash(TARGET, mode, source).toBytes();
      if (Arrays.equals(wanted, 0, PycHeader.SIZE, cache, 0, PycHeader.SIZE)) {
        return path.equals(CodeOutline.fileName(cache, PycHeader.SIZE, cache.length));
      }
    }
    return false;
  }

  /** A new cache, or null if the source is no Python that this version knows. */
  private byte[] compile(String path, byte[] source) {
    CompileResult result =
        PythonCompiler.compile(
            SourceText.of(path, source), CompileOptions.of(PythonVersion.V3_14, level));
    if (result instanceof CompileResult.Rejected rejected) {
      Diagnostic error = rejected.error();
      warnings.add(
          path + ":" + error.lineno() + ": " + error.message() + "; packed as it is, not compiled");
      return null;
    }
    byte[] header = PycHeader.ofHash(TARGET, InvalidationMode.CHECKED_HASH, source).toBytes();
    byte[] body = PycFile.body(((CompileResult.Compiled) result).code(), TARGET);
    return ByteBuffer.allocate(header.length + body.length).put(header).put(body).array();
  }
}
