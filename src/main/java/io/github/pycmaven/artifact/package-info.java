/**
 * Executable jars: {@link io.github.pycmaven.artifact.ExecutableJar} joins a project's jar with
 * what it depends on, the virtual machine and {@link io.github.pycmaven.artifact.LibraryPart the
 * part of the library} that it needs. {@link io.github.pycmaven.artifact.ModuleTree} is the Python
 * in it, each source with its cache; {@link io.github.pycmaven.artifact.EntrySpec} is how a program
 * is named. Nothing here knows of Maven.
 */
package io.github.pycmaven.artifact;
