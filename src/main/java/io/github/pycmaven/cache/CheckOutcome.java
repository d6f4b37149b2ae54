package io.github.pycmaven.cache;

import io.github.pycmaven.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a version says of one source.
 *
 * @param path the path as given, or for a file found in a folder the path below it
 * @param error why it is rejected, or null
 * @param warnings what is doubtful about it
 */
public record CheckOutcome(String path, Diagnostic error, List<Diagnostic> warnings) {}
