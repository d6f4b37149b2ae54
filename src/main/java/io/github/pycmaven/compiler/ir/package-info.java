/**
 * What the code generator hands to the flow graph: instructions with labels and pseudo operations
 * ({@link io.github.pycmaven.compiler.ir.InstrSequence}), the tables of one code object ({@link
 * io.github.pycmaven.compiler.ir.CodeUnit}) and the constants of one module ({@link
 * io.github.pycmaven.compiler.ir.ConstantCache}).
 *
 * <p>Which constants are one object is decided here and nowhere else.
 */
package io.github.pycmaven.compiler.ir;
