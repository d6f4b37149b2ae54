/**
 * From tree and scopes to instructions: one emitter for each construct.
 *
 * <p>Entry: {@link io.github.pycmaven.compiler.codegen.CodeGenerator#generate}. All emitters share
 * one {@code CodegenContext}, which holds the open code units and the primitive operations; a
 * finished nested unit goes through the assembler that the façade supplies, since the outer unit
 * loads the resulting code object as a constant. What differs between versions of CPython is asked
 * of {@link io.github.pycmaven.compiler.codegen.CodegenDialect}; the numbers behind names of
 * operands come from the target's table.
 */
package io.github.pycmaven.compiler.codegen;
