package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.target.Target;

/**
 * What the code generator must know of the CPython that it generates for.
 *
 * @param target facts and operand numbers
 * @param compareShift by how many bits a comparison's number is shifted in the operand of
 *     COMPARE_OP
 * @param maxBlocks how many statements may be nested that open a block
 * @param trimsInterpolations whether the text of a t-string's field loses the white space at its
 *     end
 * @param repeatsGetIter whether each loop of a comprehension asks once more for the iterator that
 *     it already has
 */
public record CodegenDialect(
    Target target,
    int compareShift,
    int maxBlocks,
    boolean trimsInterpolations,
    boolean repeatsGetIter) {}
