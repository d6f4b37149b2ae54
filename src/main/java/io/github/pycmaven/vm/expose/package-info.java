/**
 * How Java code declares what Python programs see: annotations, kept in the source only.
 *
 * <p>A class marked {@link BuiltinType} or {@link BuiltinModule} holds methods marked {@link
 * Builtin}, {@link Getter}, {@link Setter} and {@link RichCompare}. At build time the processor of
 * the package {@code processor} writes a class {@code <Name>Table} beside it: names, signatures
 * and, in the place of lambdas or reflection, switches that call the methods. So a builtin costs
 * nothing until it is used and one table entry then.
 */
package io.github.pycmaven.vm.expose;
