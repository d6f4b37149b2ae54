package io.github.pycmaven.cache;

import java.util.List;

/**
 * What was removed, or would be.
 *
 * @param removed the caches and temporary files
 * @param folders the {@code __pycache__} folders that were left empty, and went too
 * @param bytes the size of the removed files
 * @param problems what could not be removed or looked at
 */
public record CleanReport(
    List<String> removed, List<String> folders, long bytes, List<Problem> problems) {}
