package io.github.pycmaven.artifact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes an executable jar out of a project's jar, what it depends on, and the runtime.
 *
 * <p>Entries are stored, not compressed: the bytes depend on no library of the JDK, and the virtual
 * machine starts sooner. They come in the order of their names, the manifest first, all with one
 * date.
 */
public final class ExecutableJar {
  /** Says that a jar is such a one, and how to start it. */
  public static final String DESCRIPTION = "META-INF/pyc/application.properties";

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String LAUNCHER = "io.github.pycmaven.vm.Launcher";

  /** Where the library lies in a jar. */
  static final String LIBRARY = "pyc/lib/";

  private static final String CACHES = "__pycache__/";
  private static final String CACHE_END = ".cpython-314.pyc";

  /**
   * What goes into a jar.
   *
   * @param project the project's own jar
   * @param runtime the runtime jar of this plugin's version
   * @param dependencies jars, wheels and folders whose content joins the project's, the first ones
   *     prevailing
   * @param entries the entry points by name
   * @param main the name of the one that is started by default
   * @param wholeLibrary whether all of the library is packed, or what the program needs
   * @param includes modules of the library to pack in any case
   * @param level the level of optimisation of the caches
   * @param sourceless whether sources are left out
   * @param date of all entries; even seconds from 1980 on
   */
  public record Plan(
      Path project,
      Path runtime,
      List<Path> dependencies,
      Map<String, EntrySpec> entries,
      String main,
      boolean wholeLibrary,
      List<String> includes,
      int level,
      boolean sourceless,
      LocalDateTime date) {}

  /**
   * What was packed.
   *
   * @param modules how many modules of the program
   * @param compiled how many of them had no fitting cache and were compiled
   * @param libraryModules how many modules of the library
   * @param bytes the jar's size
   * @param warnings what is doubtful
   */
  public record Result(
      int modules, int compiled, int libraryModules, long bytes, List<String> warnings) {}

  private static final byte[] NOTHING = {};

  private final Plan plan;
  private final TreeMap<String, byte[]> files = new TreeMap<>();
  private final TreeMap<String, byte[]> runtime = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  private ExecutableJar(Plan plan) {
    this.plan = plan;
  }

  /** Whether a jar was made by this. */
  public static boolean isOne(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(DESCRIPTION) != null;
    }
  }

  /**
   * Makes the jar.
   *
   * @param target the file to write; replaced if it exists, and only when all is well
   * @throws PackagingException if what was given makes no program
   */
  public static Result write(Plan plan, Path target) throws IOException, PackagingException {
    return new ExecutableJar(plan).write(target);
  }

  private Result write(Path target) throws IOException, PackagingException {
    readJar(plan.project(), files, "the project's jar");
    byte[] manifest = files.remove(MANIFEST);
    for (Path dependency : plan.dependencies()) {
      join(dependency);
    }
    readJar(plan.runtime(), runtime, "the runtime");
    runtime.remove(MANIFEST);
    ModuleTree tree = new ModuleTree(files, plan.level(), warnings);
    tree.compile();
    checkEntries(tree);
    Set<String> modules = chooseLibrary(tree);
    if (plan.sourceless()) {
      tree.removeSources();
    }
    for (Map.Entry<String, byte[]> file : runtime.entrySet()) {
      if (!file.getKey().startsWith(LIBRARY)) {
        files.putIfAbsent(file.getKey(), file.getValue());
      }
    }
    files.put(DESCRIPTION, description());
    byte[] jar = pack(manifest(manifest));
    Files.createDirectories(target.toAbsolutePath().getParent());
    io.github.pycmaven.util.AtomicFile.write(target, null, ByteBuffer.wrap(jar));
    return new Result(tree.modules().size(), tree.compiled(), modules.size(), jar.length, warnings);
  }

  // What goes in.

  private static void readJar(Path jar, Map<String, byte[]> into, String what)
      throws IOException, PackagingException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.isDirectory()) {
          continue;
        }
        checkName(entry.getName(), jar);
        try (InputStream in = zip.getInputStream(entry)) {
          into.put(entry.getName(), in.readAllBytes());
        }
      }
    } catch (ZipException e) {
      throw new PackagingException(what + " " + jar + " is no good archive: " + e.getMessage());
    }
  }

  private static void checkName(String name, Path jar) throws PackagingException {
    if (name.startsWith("/") || Arrays.asList(name.split("/")).contains("..")) {
      throw new PackagingException(jar + ": the entry '" + name + "' leads out of the archive");
    }
  }

  private void join(Path dependency) throws IOException, PackagingException {
    Map<String, byte[]> content = new TreeMap<>();
    if (Files.isDirectory(dependency)) {
      readFolder(dependency, content);
    } else if (Files.isRegularFile(dependency)) {
      readJar(dependency, content, "the dependency");
    } else {
      throw new PackagingException("no such dependency: " + dependency);
    }
    boolean isWheel = dependency.toString().endsWith(".whl");
    for (Map.Entry<String, byte[]> file : content.entrySet()) {
      String name = isWheel ? Wheels.place(file.getKey(), dependency) : file.getKey();
      if (name == null || isOfOneJarOnly(name)) {
        continue;
      }
      Wheels.refuseNative(name, dependency);
      byte[] other = files.putIfAbsent(name, file.getValue());
      if (other != null && !Arrays.equals(other, file.getValue()) && !name.startsWith("META-INF")) {
        warnings.add(
            name + " of " + dependency.getFileName() + " is hidden by another of its name");
      }
    }
  }

  private static boolean isOfOneJarOnly(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals(MANIFEST)
        || name.equals(DESCRIPTION)
        || name.endsWith("module-info.class")
        || upper.startsWith("META-INF/")
            && upper.indexOf('/', "META-INF/".length()) < 0
            && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA"));
  }

  private static void readFolder(Path folder, Map<String, byte[]> into) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              String name = folder.relativize(file).toString();
              into.put(
                  name.replace(folder.getFileSystem().getSeparator(), "/"),
                  Files.readAllBytes(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void checkEntries(ModuleTree tree) throws PackagingException {
    if (!plan.entries().containsKey(plan.main())) {
      throw new PackagingException(
          "there is no entry point; set pyc.main to a script (main.py), a module (package.module)"
              + " or a function (package.module:function)");
    }
    for (Map.Entry<String, EntrySpec> entry : plan.entries().entrySet()) {
      if (!entry.getKey().matches("[A-Za-z0-9_.-]+")) {
        throw new PackagingException(
            "'"
                + entry.getKey()
                + "' is no name for an entry point; use letters, digits, _, . and -");
      }
      EntrySpec spec = entry.getValue();
      String module = spec.subject();
      if (spec.kind().equals("script")) {
        module = module.substring(0, module.length() - ".py".length()).replace('/', '.');
      } else if (tree.isPackage(module) && spec.kind().equals("module")) {
        module += ".__main__";
      }
      if (!tree.modules().containsKey(module)) {
        throw new PackagingException(
            "entry point '"
                + entry.getKey()
                + "': there is no "
                + (spec.kind().equals("script") ? spec.subject() : "module " + module)
                + " in "
                + plan.project().getFileName()
                + " and what it depends on");
      }
    }
  }

  // The library.

  private Set<String> chooseLibrary(ModuleTree tree) throws IOException, PackagingException {
    RuntimeLibrary library = new RuntimeLibrary();
    if (!library.has("importlib._bootstrap")) {
      throw new PackagingException(
          plan.runtime() + " holds no Python library; it is no runtime jar");
    }
    Set<String> chosen;
    if (plan.wholeLibrary()) {
      chosen = library.places.keySet();
    } else {
      LibraryPart part = new LibraryPart(library);
      for (String module : plan.includes()) {
        if (!part.choose(module)) {
          throw new PackagingException("the library has no module '" + module + "' to include");
        }
      }
      for (String module : tree.modules().keySet()) {
        part.addProgram(module, tree.isPackage(module), tree.code(module));
      }
      chosen = part.close();
    }
    for (String module : chosen) {
      String place = library.places.get(module);
      files.put(place, runtime.get(place));
    }
    for (String name : runtime.subMap(LIBRARY, LIBRARY + '\uffff').keySet()) {
      if (!name.endsWith(".pyc")) {
        files.put(name, runtime.get(name));
      }
    }
    return chosen;
  }

  /** The library inside the runtime jar. */
  private final class RuntimeLibrary implements LibraryPart.Library {
    final Map<String, String> places = new TreeMap<>();

    RuntimeLibrary() {
      for (String name : runtime.subMap(LIBRARY, LIBRARY + '\uffff').keySet()) {
        if (name.endsWith(CACHE_END)) {
          String path = name.substring(LIBRARY.length(), name.length() - CACHE_END.length());
          String module = path.replace(CACHES, "").replaceFirst("/__init__$", "");
          places.put(module.replace('/', '.'), name);
        }
      }
    }

    @Override
    public boolean has(String module) {
      return places.containsKey(module);
    }

    @Override
    public boolean isPackage(String module) {
      return places.get(module).endsWith("/__init__" + CACHE_END);
    }

    @Override
    public byte[] cache(String module) {
      return runtime.get(places.get(module));
    }
  }

  // What comes out.

  private byte[] description() {
    StringBuilder text = new StringBuilder("main=").append(plan.main());
    text.append("\noptimize=").append(plan.level()).append('\n');
    new TreeMap<>(plan.entries())
        .forEach(
            (name, spec) ->
                text.append("entry.")
                    .append(name)
                    .append('=')
                    .append(spec.description())
                    .append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] manifest(byte[] original) throws IOException {
    Manifest manifest = new Manifest();
    if (original != null) {
      manifest.read(new ByteArrayInputStream(original));
    }
    Attributes main = manifest.getMainAttributes();
    main.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, LAUNCHER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    manifest.write(out);
    return out.toByteArray();
  }

  private byte[] pack(byte[] manifest) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setMethod(ZipOutputStream.STORED);
      entry(zip, MANIFEST, manifest);
      TreeMap<String, byte[]> all = new TreeMap<>(files);
      for (String name : files.keySet()) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
          // By these entries the importer knows namespace packages without a look at all names.
          all.put(name.substring(0, slash + 1), NOTHING);
        }
      }
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        entry(zip, file.getKey(), file.getValue());
      }
    }
    return out.toByteArray();
  }

  private void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(plan.date());
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
