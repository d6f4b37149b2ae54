package io.github.pycmaven.cache;

/**
 * The file name that a cache records for tracebacks ({@code co_filename}).
 *
 * @param relative whether to start from the path below the root instead of the path as given
 * @param strip leading folders to take away, or null
 * @param prepend a folder to put in front, or null
 * @param folder the folder that takes the place of the given one, or null; excludes the other two
 * @cpython Lib/compileall.py:compile_file
 */
public record RecordedNames(boolean relative, String strip, String prepend, String folder) {
  /** The path as the user gave it. */
  public static final RecordedNames AS_GIVEN = new RecordedNames(false, null, null, null);

  /** The path below the source root, which is the same on every machine. */
  public static final RecordedNames RELATIVE = new RecordedNames(true, null, null, null);

  /** The name for a source. */
  public String of(SourceFile source) {
    if (folder != null) {
      return join(folder, source.relative());
    }
    String name = relative ? source.relative() : source.given();
    if (strip != null) {
      name = stripped(name);
    }
    return prepend == null ? name : join(prepend, name);
  }

  /** Whether a source does not lie in the folder that is to be taken away. */
  public boolean stripsNothingOf(SourceFile source) {
    if (strip == null) {
      return false;
    }
    String name = relative ? source.relative() : source.given();
    return stripped(name).equals(name);
  }

  /** Whether the name tells where it was compiled: an absolute path that nobody asked for. */
  public boolean leaksPlaceOf(SourceFile source) {
    return of(source).startsWith("/")
        && (prepend == null || !prepend.startsWith("/"))
        && (folder == null || !folder.startsWith("/"));
  }

  /** The path without the leading folders, if these are its leading folders; else unchanged. */
  private String stripped(String name) {
    String prefix = strip.endsWith("/") && strip.length() > 1 ? strip : strip + "/";
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** Like {@code os.path.join}: an absolute second part stands alone. */
  private static String join(String folder, String name) {
    if (name.startsWith("/") || folder.isEmpty()) {
      return name;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}
