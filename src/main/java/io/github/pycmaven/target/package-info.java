/**
 * Facts about each CPython that we compile for or read from: magic number, operations, yes/no
 * differences. Entry point: {@link io.github.pycmaven.target.Target#of}. No behaviour lives here,
 * and apart from {@code compiler.dialect} nothing else compares versions.
 *
 * <p>The {@code .target} resources are written by a script under the CPython in question, so no
 * operation's number is typed by hand.
 */
package io.github.pycmaven.target;
