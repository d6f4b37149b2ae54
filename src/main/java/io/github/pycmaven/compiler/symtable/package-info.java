/**
 * The symbol table: which names each scope binds, uses and captures, and how each name is reached.
 *
 * <p>Entry: {@link io.github.pycmaven.compiler.symtable.SymtableBuilder#build}. A first pass over
 * the tree collects facts ({@code StatementScopes}, {@code ExpressionScopes}, {@code
 * PatternScopes}), a second one over the scopes decides ({@code ScopeAnalyzer}), as in CPython. The
 * result is mutable in one respect: while the code generator works inside an inlined comprehension
 * it swaps symbols of the surrounding scope.
 */
package io.github.pycmaven.compiler.symtable;
