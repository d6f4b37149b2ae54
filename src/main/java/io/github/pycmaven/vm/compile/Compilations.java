package io.github.pycmaven.vm.compile;

/**
 * How much was compiled while a program ran.
 *
 * @param imported source files that the import system compiled, for want of a good cache
 * @param scripts source files run as the program; CPython doesn't cache them either
 * @param strings texts given to {@code -c}, {@code compile}, {@code exec} and {@code eval}
 */
public record Compilations(int imported, int scripts, int strings) {
  @Override
  public String toString() {
    return imported + " imported sources, " + scripts + " scripts, " + strings + " strings";
  }
}
