package io.github.pycmaven.vm;

import java.nio.file.Path;
import java.util.List;

/**
 * How an interpreter is set up.
 *
 * @param library the folder of the library, with caches
 * @param path what comes before the library in {@code sys.path}
 * @param arguments {@code sys.argv}
 */
public record VmOptions(
    Path library,
    List<String> path,
    List<String> arguments,
    int optimize,
    int verbose,
    boolean dontWriteBytecode,
    String checkHashBasedPycs) {}
