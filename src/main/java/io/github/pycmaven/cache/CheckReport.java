package io.github.pycmaven.cache;

import java.util.List;

/**
 * What a version says of a set of sources.
 *
 * @param outcomes one for each source that could be read
 * @param problems what could not be read
 */
public record CheckReport(List<CheckOutcome> outcomes, List<Problem> problems) {}
