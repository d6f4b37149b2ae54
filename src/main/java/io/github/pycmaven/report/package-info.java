/**
 * Writes what a run found for machines: JSON, SARIF 2.1.0 and JUnit XML.
 *
 * <p>A {@link io.github.pycmaven.report.Report} is the same for all goals; {@link
 * io.github.pycmaven.report.Reports} makes one of what a goal returns, and a {@link
 * io.github.pycmaven.report.ReportFormat} writes it. The same results give the same bytes: no
 * dates, no durations.
 */
package io.github.pycmaven.report;
