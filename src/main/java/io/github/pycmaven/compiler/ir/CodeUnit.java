package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;
import java.util.HashSet;
import java.util.Set;

/**
 * What the code generator hands to the flow-graph optimiser for one code object: instructions,
 * tables and numbers. Cells and free variables are numbered as in CPython's {@code u_cellvars} and
 * {@code u_freevars}: free variables follow the cells.
 *
 * @cpython Python/compile.c:_PyCompile_CodeUnitMetadata
 */
public final class CodeUnit {
  /** {@code co_name}. */
  public final String name;

  /** {@code co_qualname}; set once the enclosing scopes are known. */
  public String qualname;

  /** The object of the qualified name, which a class's body holds as a constant too. */
  public Constant.Str qualnameText;

  /** The instructions. */
  public final InstrSequence instructions = new InstrSequence();

  /** {@code co_consts}, as far as the code generator knows them. */
  public final ConstantTable consts;

  /** {@code co_names}. */
  public final NameTable names = new NameTable();

  /** Local variables in the order of their slots. */
  public final NameTable varnames = new NameTable();

  /** Names of cells, in the order of {@code u_cellvars}. */
  public final NameTable cellvars = new NameTable();

  /** Names of free variables, in the order of {@code u_freevars}. */
  public final NameTable freevars = new NameTable();

  /**
   * Fast locals that only inlined comprehensions see: name, and whether it is hidden at the end.
   */
  public final Set<String> fastHidden = new HashSet<>();

  /** Number of positional arguments, positional-only ones included. */
  public int argCount;

  /** Number of positional-only arguments. */
  public int posOnlyArgCount;

  /** Number of keyword-only arguments. */
  public int kwOnlyArgCount;

  /** How many of the first local variables are parameters, those behind stars included. */
  public int paramCount;

  /** {@code co_firstlineno}. */
  public int firstLine;

  /** {@code co_flags}. */
  public int flags;

  /**
   * Whether the scope's symbol-table entry is a generator or coroutine of some kind: no RESUME at
   * 0.
   */
  public boolean isGeneratorLike;

  /** An empty unit. */
  public CodeUnit(String name, ConstantTable consts) {
    this.name = name;
    this.consts = consts;
  }
}
