package io.github.pycmaven.vm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How an interpreter is set up: what {@code sys.flags} and their kin show, and the program's paths.
 *
 * @param library the folder or jar of the library, with caches
 * @param path what comes before the library in {@code sys.path}
 * @param arguments {@code sys.argv}
 * @param original {@code sys.orig_argv}
 * @param flags the numbers of the options
 * @param checkHashBasedPycs {@code default}, {@code always} or {@code never}
 * @param cachePrefix {@code sys.pycache_prefix}, or null
 * @param warnings {@code sys.warnoptions}
 * @param extra {@code sys._xoptions}; an empty value means True
 * @param isApplication whether the program is packed with the machine, and takes no modules from
 *     the host's {@code site-packages}
 */
public record VmOptions(
    Path library,
    List<String> path,
    List<String> arguments,
    List<String> original,
    Flags flags,
    String checkHashBasedPycs,
    String cachePrefix,
    List<String> warnings,
    Map<String, String> extra,
    boolean isApplication) {

  /** The options that are counted or switched. */
  public static final class Flags {
    public int debug;
    public int inspect;
    public int interactive;
    public int optimize;
    public boolean dontWriteBytecode;
    public boolean noUserSite;
    public boolean noSite;
    public boolean ignoreEnvironment;
    public int verbose;
    public int bytesWarning;
    public boolean quiet;
    public boolean isolated;
    public boolean devMode;
    public boolean safePath;
    public boolean unbuffered;
    public int importTime;
    public int intMaxStrDigits = 4300;
  }
}
