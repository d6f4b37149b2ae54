/**
 * The standalone jar's commands: options in, streams and exit codes out.
 *
 * <p>Entry: {@link io.github.pycmaven.cli.Main}. Results go to standard output, messages to
 * standard error. Exit codes: 0 good, 1 the answer is no (a syntax error, a finding), 2 wrong use
 * or something that could not be read or written. {@code run} does not pass through here, for
 * start-up's sake.
 */
package io.github.pycmaven.cli;
