/**
 * The goals: parameters in, log lines and exceptions out.
 *
 * <p>A mojo translates between Maven and the cache engine and does nothing else; {@code
 * MojoOutcome} alone decides which result is which of Maven's exceptions. No Maven type leaves this
 * package.
 */
package io.github.pycmaven.maven;
