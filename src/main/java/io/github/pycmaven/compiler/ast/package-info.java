/**
 * The syntax tree: immutable records, one sealed family for each of the grammar's categories.
 *
 * <p>The shapes are those of CPython's ASDL (names that clash with Java's are spelled out: {@code
 * ExprStmt}, {@code ConstantExpr}, {@code SetDisplay}, {@code ListDisplay}). Nothing here depends
 * on a Python version: the parser accepts the newest grammar and asks the target what it may use.
 * Lists are never null; a component that CPython's ASDL marks {@code ?} is null when absent.
 */
package io.github.pycmaven.compiler.ast;
