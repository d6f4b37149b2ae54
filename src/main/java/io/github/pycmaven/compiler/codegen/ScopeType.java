package io.github.pycmaven.compiler.codegen;

/**
 * What a code unit is made of.
 *
 * @cpython Include/internal/pycore_compile.h:_PyCompile_ScopeType
 */
enum ScopeType {
  MODULE,
  CLASS,
  FUNCTION,
  ASYNC_FUNCTION,
  LAMBDA,
  COMPREHENSION,
  ANNOTATIONS
}
