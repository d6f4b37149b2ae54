package io.github.pycmaven.compiler.ast;

/**
 * What is done with a name, attribute, subscript or target list.
 *
 * @cpython Parser/Python.asdl
 */
public enum ExprContext {
  LOAD,
  STORE,
  DEL
}
