package io.github.pycmaven.compiler.codegen;

import io.github.pycmaven.code.CodeObject;
import io.github.pycmaven.code.Constant;
import io.github.pycmaven.compiler.ast.CompareOperator;
import io.github.pycmaven.compiler.ast.Expr;
import io.github.pycmaven.compiler.ast.ExprContext;
import io.github.pycmaven.compiler.ast.Stmt;
import io.github.pycmaven.compiler.ir.CodeUnit;
import io.github.pycmaven.compiler.ir.ConstantTable;
import io.github.pycmaven.compiler.ir.Label;
import io.github.pycmaven.compiler.ir.NameTable;
import io.github.pycmaven.compiler.symtable.NameMangler;
import io.github.pycmaven.compiler.symtable.NameScope;
import io.github.pycmaven.compiler.symtable.Scope;
import io.github.pycmaven.compiler.symtable.ScopeKind;
import io.github.pycmaven.compiler.symtable.Symbol;
import io.github.pycmaven.compiler.symtable.Symtable;
import io.github.pycmaven.diagnostic.Rejection;
import io.github.pycmaven.diagnostic.WarningSink;
import io.github.pycmaven.source.Span;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.target.Op;
import io.github.pycmaven.target.OpcodeTable;
import io.github.pycmaven.util.CodePointOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all emitters share: the stack of open units, the primitive operations, and one another.
 *
 * @cpython Python/compile.c, Python/codegen.c
 */
final class CodegenContext {
  /** Longer displays and calls are built piecewise, lest they need a deep stack. */
  static final int STACK_USE_GUIDELINE = 30;

  /** Operands of RESUME. */
  static final int RESUME_AT_FUNCTION_START = 0;

  static final int RESUME_AFTER_YIELD = 1;
  static final int RESUME_AFTER_YIELD_FROM = 2;
  static final int RESUME_AFTER_AWAIT = 3;
  static final int RESUME_AT_GENERATOR_EXPRESSION_START = 4;

  private static final int CO_OPTIMIZED = 0x1;
  private static final int CO_NEWLOCALS = 0x2;
  private static final int CO_VARARGS = 0x4;
  private static final int CO_VARKEYWORDS = 0x8;
  private static final int CO_NESTED = 0x10;
  private static final int CO_GENERATOR = 0x20;
  private static final int CO_COROUTINE = 0x80;
  private static final int CO_ASYNC_GENERATOR = 0x200;
  private static final int CO_HAS_DOCSTRING = 0x4000000;
  private static final int CO_METHOD = 0x8000000;

  final Symtable symtable;
  final CodegenDialect dialect;
  final Operands operands;
  private final OpcodeTable opcodes;
  final int optimize;
  final boolean interactive;

  final ExpressionEmitter expressions;
  final ConditionEmitter conditions;
  final CallEmitter calls;
  final DisplayEmitter displays;
  final StringEmitter strings;
  final ComprehensionEmitter comprehensions;
  final AttributeEmitter attributes;
  final SubscriptEmitter subscripts;
  final StatementEmitter statements;
  final AssignmentEmitter assignments;
  final FunctionEmitter functions;
  final ClassEmitter classes;
  final TypeParamEmitter typeParams;
  final AnnotationEmitter annotations;
  final LoopEmitter loops;
  final UnwindEmitter unwinding;
  final TryEmitter tries;
  final TryStarEmitter tryStars;
  final WithEmitter withs;
  final ImportEmitter imports;
  final MatchEmitter matches;

  private final Supplier<ConstantTable> newTable;
  private final Function<CodeUnit, CodeObject> assembler;
  private final WarningSink warnings;
  private final List<Unit> outer = new ArrayList<>();
  private int repetitions;
  Unit unit;

  CodegenContext(
      Symtable symtable,
      CodegenDialect dialect,
      int optimize,
      boolean interactive,
      Supplier<ConstantTable> newTable,
      Function<CodeUnit, CodeObject> assembler,
      WarningSink warnings) {
    this.symtable = symtable;
    this.dialect = dialect;
    this.operands = new Operands(dialect);
    this.opcodes = dialect.target().opcodes();
    this.optimize = optimize;
    this.interactive = interactive;
    this.newTable = newTable;
    this.assembler = assembler;
    this.warnings = warnings;
    expressions = new ExpressionEmitter(this);
    conditions = new ConditionEmitter(this);
    calls = new CallEmitter(this);
    displays = new DisplayEmitter(this);
    strings = new StringEmitter(this);
    comprehensions = new ComprehensionEmitter(this);
    attributes = new AttributeEmitter(this);
    subscripts = new SubscriptEmitter(this);
    statements = new StatementEmitter(this);
    assignments = new AssignmentEmitter(this);
    functions = new FunctionEmitter(this);
    classes = new ClassEmitter(this);
    typeParams = new TypeParamEmitter(this);
    annotations = new AnnotationEmitter(this);
    loops = new LoopEmitter(this);
    unwinding = new UnwindEmitter(this);
    tries = new TryEmitter(this);
    tryStars = new TryStarEmitter(this);
    withs = new WithEmitter(this);
    imports = new ImportEmitter(this);
    matches = new MatchEmitter(this);
  }

  /** Whether the target has a feature. */
  boolean has(Feature feature) {
    return dialect.target().has(feature);
  }

  /** The place of what serves a part of something: the part's where the target knows so much. */
  Span narrowed(Expr part, Span whole) {
    return has(Feature.NARROW_PLACES) ? part.span() : whole;
  }

  /** Whether the target has an operation. */
  boolean has(Op op) {
    return opcodes.has(op);
  }

  /** Whether the optimisation level leaves doc strings in; they may have gone before. */
  boolean keepsDocstrings() {
    return optimize < 2;
  }

  /** Whether the statement that is a doc string is not generated as a statement. */
  boolean skipsDocstrings() {
    return keepsDocstrings() || has(Feature.SKIPPED_DOCSTRINGS);
  }

  // Primitive operations.

  void op(Op op, Span span) {
    unit.sequence.add(op, 0, span);
  }

  void op(Op op, int oparg, Span span) {
    unit.sequence.add(op, oparg, span);
  }

  void jump(Op op, Label target, Span span) {
    boolean plain = op == Op.JUMP_NO_INTERRUPT && !has(Feature.UNINTERRUPTED_JUMPS);
    unit.sequence.addJump(plain ? Op.JUMP : op, target, span);
  }

  /** Jumps back to a SEND, which looks for signals itself. */
  void jumpToSend(Label send, Span span) {
    unit.sequence.addJump(Op.JUMP_NO_INTERRUPT, send, span);
  }

  Label label() {
    return unit.sequence.newLabel();
  }

  void place(Label label) {
    unit.sequence.place(label);
  }

  void loadConst(Constant value, Span span) {
    op(Op.LOAD_CONST, unit.code.consts.add(value), span);
  }

  void loadNone(Span span) {
    loadConst(Constant.Singleton.NONE, span);
  }

  /** An identifier or qualified name, which is an interned str. */
  void loadName(String name, Span span) {
    loadConst(Constant.Str.interned(name), span);
  }

  void loadEmptyString(Span span) {
    loadConst(new Constant.Str(""), span);
  }

  void loadInt(long value, Span span) {
    loadConst(new Constant.Int(value), span);
  }

  /** Makes a bool of the value on the stack, for versions whose jumps do not do so themselves. */
  void toBool(Span span) {
    if (has(Op.TO_BOOL)) {
      op(Op.TO_BOOL, span);
    }
  }

  /** NULL in place of the object of a method, where that goes below what is called. */
  void nullBelow(Span span) {
    if (!has(Feature.NULL_ABOVE_CALLABLE)) {
      op(Op.PUSH_NULL, span);
    }
  }

  /** NULL in place of the object of a method, where that goes above what is called. */
  void nullAbove(Span span) {
    if (has(Feature.NULL_ABOVE_CALLABLE)) {
      op(Op.PUSH_NULL, span);
    }
  }

  /** The element that a key picks: both are on the stack. */
  void subscript(Span span) {
    if (has(Op.BINARY_SUBSCR)) {
      op(Op.BINARY_SUBSCR, span);
    } else {
      op(Op.BINARY_OP, operands.subscript, span);
    }
  }

  /** The end of a loop: the iterator goes, and what is left of the last step. */
  void endFor() {
    if (!has(Op.END_FOR)) {
      return;
    }
    op(Op.END_FOR, Span.NONE);
    if (opcodes.effect(Op.END_FOR, 0) == -1) {
      op(has(Op.POP_ITER) ? Op.POP_ITER : Op.POP_TOP, Span.NONE);
    }
  }

  /** Calls what lies below a number of arguments. */
  void call(int count, Span span) {
    if (has(Op.PRECALL)) {
      op(Op.PRECALL, count, span);
    }
    op(Op.CALL, count, span);
  }

  /** Makes a tuple of the list on the stack. */
  void listToTuple(Span span) {
    intrinsic1("LIST_TO_TUPLE", span);
  }

  /** An intrinsic function; where there are none, each is an operation of its name. */
  void intrinsic1(String name, Span span) {
    if (has(Op.CALL_INTRINSIC_1)) {
      op(Op.CALL_INTRINSIC_1, operands.intrinsic1(name), span);
    } else {
      op(Op.valueOf(name), span);
    }
  }

  void intrinsic2(String name, Span span) {
    if (has(Op.CALL_INTRINSIC_2)) {
      op(Op.CALL_INTRINSIC_2, operands.intrinsic2(name), span);
    } else {
      op(Op.valueOf(name), span);
    }
  }

  /**
   * An operation on the value on the stack that nobody wants the result of; as an intrinsic
   * function, it has one.
   */
  void intrinsicStatement(String name, Op ownOp, Span span) {
    if (has(ownOp)) {
      op(ownOp, span);
    } else {
      intrinsic1(name, span);
      op(Op.POP_TOP, Span.NONE);
    }
  }

  /** Puts beside the iterator on the stack the value that belongs to it, where one does. */
  void pairIterator(Span span) {
    if (has(Feature.PAIRED_ITERATORS)) {
      op(Op.PUSH_NULL, span);
    }
  }

  /** An operation on an attribute or global name, mangled where private. */
  void nameOp(Op op, String name, Span span) {
    op(op, unit.code.names.add(mangle(name)), span);
  }

  void loadAttr(String name, Span span) {
    int index = unit.code.names.add(mangle(name));
    op(Op.LOAD_ATTR, has(Feature.FLAGGED_ATTRIBUTES) ? index << 1 : index, span);
  }

  void loadMethod(String name, Span span) {
    if (has(Feature.FLAGGED_ATTRIBUTES)) {
      op(Op.LOAD_ATTR, unit.code.names.add(mangle(name)) << 1 | 1, span);
    } else {
      nameOp(Op.LOAD_METHOD, name, span);
    }
  }

  void compare(CompareOperator operator, Span span) {
    switch (operator) {
      case IS:
        op(Op.IS_OP, 0, span);
        break;
      case IS_NOT:
        op(Op.IS_OP, 1, span);
        break;
      case IN:
        op(Op.CONTAINS_OP, 0, span);
        break;
      case NOT_IN:
        op(Op.CONTAINS_OP, 1, span);
        break;
      default:
        op(Op.COMPARE_OP, operands.compare(operator), span);
    }
  }

  void visit(Expr expression) {
    expressions.visit(expression);
  }

  void visitAll(List<Expr> all) {
    for (Expr expression : all) {
      expressions.visit(expression);
    }
  }

  void visitBody(List<Stmt> body) {
    for (Stmt statement : body) {
      statements.visit(statement);
    }
  }

  Rejection error(String message, Span span) {
    return new Rejection(message, span);
  }

  void warn(String message, Span span) {
    if (repetitions == 0) {
      warnings.warn(message, span);
    }
  }

  /**
   * The place of an instruction.
   *
   * @param own where it belongs
   * @return the same, or where the unit is now if instructions have no place of their own
   */
  Span at(Span own) {
    return has(Feature.EXPLICIT_PLACES) ? own : unit.here;
  }

  /** Emits once more what was, or will be, emitted elsewhere: its warnings are given there. */
  void repeat(List<Stmt> body) {
    repeat(() -> visitBody(body));
  }

  /** The same for anything. */
  void repeat(Runnable emit) {
    repetitions++;
    emit.run();
    repetitions--;
  }

  String mangle(String name) {
    return NameMangler.mangle(unit.className, unit.scope, name);
  }

  // Names.

  void load(String name, Span span) {
    access(name, span, ExprContext.LOAD);
  }

  void store(String name, Span span) {
    access(name, span, ExprContext.STORE);
  }

  void delete(String name, Span span) {
    access(name, span, ExprContext.DEL);
  }

  /**
   * Loads, stores or deletes a name in the way that its scope demands.
   *
   * @cpython Python/codegen.c:codegen_nameop
   */
  void access(String name, Span span, ExprContext context) {
    String mangled = mangle(name);
    NameScope reached = unit.scope.scopeOf(mangled);
    switch (reached) {
      case FREE:
        op(derefOp(context, span), freeIndex(mangled), span);
        return;
      case CELL:
        op(derefOp(context, span), unit.code.cellvars.add(mangled), span);
        return;
      case LOCAL:
        if (unit.isFunctionLike() || unit.fastNow.contains(mangled)) {
          op(
              pick(context, Op.LOAD_FAST, Op.STORE_FAST, Op.DELETE_FAST),
              unit.code.varnames.add(mangled),
              span);
          return;
        }
        break;
      case GLOBAL_IMPLICIT:
        if (unit.isFunctionLike()) {
          accessGlobal(mangled, span, context, true);
          return;
        }
        break;
      case GLOBAL_EXPLICIT:
        accessGlobal(mangled, span, context, false);
        return;
      default:
        break;
    }
    boolean skipsClass = unit.scope.kind() == ScopeKind.CLASS && unit.inlinedComprehensions > 0;
    int index = unit.code.names.add(mangled);
    if (context == ExprContext.LOAD && skipsClass) {
      op(Op.LOAD_GLOBAL, index << 1, span);
    } else {
      op(pick(context, Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME), index, span);
    }
  }

  private Op derefOp(ExprContext context, Span span) {
    if (context == ExprContext.LOAD) {
      if (unit.scope.kind() == ScopeKind.CLASS && unit.inlinedComprehensions == 0) {
        if (has(Op.LOAD_CLASSDEREF)) {
          return Op.LOAD_CLASSDEREF;
        }
        op(Op.LOAD_LOCALS, span);
        return Op.LOAD_FROM_DICT_OR_DEREF;
      }
      if (unit.scope.seesClassScope()) {
        loadClassDict(span);
        return Op.LOAD_FROM_DICT_OR_DEREF;
      }
    }
    return pick(context, Op.LOAD_DEREF, Op.STORE_DEREF, Op.DELETE_DEREF);
  }

  private void accessGlobal(String mangled, Span span, ExprContext context, boolean implicit) {
    int index = unit.code.names.add(mangled);
    if (context != ExprContext.LOAD) {
      op(pick(context, Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL), index, span);
    } else if (implicit && unit.scope.seesClassScope()) {
      loadClassDict(span);
      op(Op.LOAD_FROM_DICT_OR_GLOBALS, index, span);
    } else {
      op(Op.LOAD_GLOBAL, index << 1, span);
    }
  }

  private void loadClassDict(Span span) {
    op(Op.LOAD_DEREF, freeIndex("__classdict__"), span);
  }

  /** Free variables are numbered behind the cells that the unit had when it was opened. */
  int freeIndex(String mangled) {
    return unit.code.cellvars.size() + unit.code.freevars.add(mangled);
  }

  private static Op pick(ExprContext context, Op load, Op store, Op delete) {
    switch (context) {
      case LOAD:
        return load;
      case STORE:
        return store;
      default:
        return delete;
    }
  }

  // Units.

  /**
   * Opens a unit.
   *
   * @param line {@code co_firstlineno}
   * @param className the class whose names are private inside, or null for the surrounding one
   * @cpython Python/compile.c:_PyCompile_EnterScope
   */
  void enter(String name, ScopeType type, Scope scope, int line, String className) {
    enter(name, name, type, scope, line, className);
  }

  /**
   * Opens a unit whose qualified name does not end with its name only.
   *
   * @param lastNames what the qualified name ends with
   */
  void enter(
      String name, String lastNames, ScopeType type, Scope scope, int line, String className) {
    CodeUnit code = new CodeUnit(name, newTable.get());
    String privateName = className == null && unit != null ? unit.className : className;
    Unit entered = new Unit(type, scope, code, privateName);
    for (String parameter : scope.parameters()) {
      code.varnames.add(parameter);
    }
    code.paramCount = scope.parameters().size();
    addSorted(scope, NameScope.CELL, Symbol.COMP_CELL, code.cellvars);
    if (scope.needsClassClosure()) {
      code.cellvars.add("__class__");
    }
    if (scope.needsClassDict()) {
      code.cellvars.add("__classdict__");
    }
    if (scope.hasConditionalAnnotations()) {
      code.cellvars.add("__conditional_annotations__");
    }
    addSorted(scope, NameScope.FREE, Symbol.FREE_CLASS, code.freevars);
    code.firstLine = line;
    if (unit != null) {
      outer.add(unit);
    }
    unit = entered;
    code.qualname = type == ScopeType.MODULE ? name : qualifiedName(lastNames);
    boolean interned = has(Feature.INTERNED_CODE_NAMES) || code.qualname.equals(name);
    code.qualnameText =
        interned ? Constant.Str.interned(code.qualname) : new Constant.Str(code.qualname);
    int resumeLine = type == ScopeType.MODULE ? 0 : line;
    Span span = new Span(resumeLine, 0, line, 0);
    unit.here = new Span(line, 0, line, 0);
    start(type, scope, span);
    if (type == ScopeType.MODULE && has(Op.ANNOTATIONS_PLACEHOLDER)) {
      op(Op.ANNOTATIONS_PLACEHOLDER, span);
    }
  }

  private void start(ScopeType type, Scope scope, Span span) {
    boolean suspends = scope.isGenerator() || scope.isCoroutine();
    if (suspends && has(Feature.EXPLICIT_GENERATOR_START)) {
      if (type == ScopeType.COMPREHENSION && scope.isGenerator()) {
        op(Op.RESUME, RESUME_AT_GENERATOR_EXPRESSION_START, Span.NONE);
      } else {
        startGenerator();
      }
    } else {
      op(Op.RESUME, RESUME_AT_FUNCTION_START, span);
    }
  }

  /** Makes the generator, and goes on in it. */
  void startGenerator() {
    int line = unit.code.firstLine;
    Span made = new Span(line, -1, line, -1);
    op(Op.RETURN_GENERATOR, made);
    op(Op.POP_TOP, made);
    unit.generatorStart = unit.sequence.instructions().size();
    op(Op.RESUME, RESUME_AT_FUNCTION_START, new Span(line, 0, line, 0));
  }

  private static void addSorted(Scope scope, NameScope reached, int flag, NameTable table) {
    List<String> names = null;
    for (Map.Entry<String, Symbol> entry : scope.symbols().entrySet()) {
      Symbol symbol = entry.getValue();
      if (symbol.scope() == reached || symbol.has(flag)) {
        if (names == null) {
          names = new ArrayList<>();
        }
        names.add(entry.getKey());
      }
    }
    if (names != null) {
      names.sort(CodePointOrder.INSTANCE);
      names.forEach(table::add);
    }
  }

  /**
   * The qualified name of the unit just opened.
   *
   * @cpython Python/compile.c:compiler_set_qualname
   */
  private String qualifiedName(String name) {
    int depth = outer.size();
    if (depth < 2) {
      return name;
    }
    Unit parent = outer.get(depth - 1);
    if (parent.type == ScopeType.ANNOTATIONS) {
      if (depth == 2) {
        return unit.code.name;
      }
      parent = outer.get(depth - 2);
    }
    if (unit.type == ScopeType.FUNCTION
        || unit.type == ScopeType.ASYNC_FUNCTION
        || unit.type == ScopeType.CLASS) {
      String mangled = NameMangler.mangle(parent.className, name);
      if (parent.scope.scopeOf(mangled) == NameScope.GLOBAL_EXPLICIT) {
        return name;
      }
    }
    boolean isFunction =
        parent.type == ScopeType.FUNCTION
            || parent.type == ScopeType.ASYNC_FUNCTION
            || parent.type == ScopeType.LAMBDA;
    return parent.code.qualname + (isFunction ? ".<locals>." : ".") + name;
  }

  /**
   * Ends the current unit with a return, makes a code object of it and goes back to the unit
   * around.
   *
   * @param addNone whether falling off the end returns None; else the value on the stack is
   *     returned
   */
  CodeObject leave(boolean addNone) {
    if (has(Feature.CERTAIN_RETURNS) || !unit.sequence.endsWith(Op.RETURN_VALUE)) {
      if (addNone) {
        loadNone(Span.NONE);
      }
      op(Op.RETURN_VALUE, Span.NONE);
    }
    CodeUnit code = unit.code;
    code.flags = flags(unit.scope);
    unit = outer.isEmpty() ? null : outer.remove(outer.size() - 1);
    return assembler.apply(code);
  }

  private int flags(Scope scope) {
    int flags = symtable.future().flags();
    if (scope.kind().isFunctionLike()) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      flags |= scope.isNested() ? CO_NESTED : 0;
      if (scope.isGenerator()) {
        flags |= scope.isCoroutine() ? CO_ASYNC_GENERATOR : CO_GENERATOR;
      }
      flags |= scope.hasVarArgs() ? CO_VARARGS : 0;
      flags |= scope.hasVarKeywords() ? CO_VARKEYWORDS : 0;
      flags |= scope.hasDocstring() && has(Feature.DOCSTRING_FLAG) ? CO_HAS_DOCSTRING : 0;
      flags |= scope.isMethod() && has(Feature.METHOD_FLAG) ? CO_METHOD : 0;
    }
    if (scope.isCoroutine() && !scope.isGenerator()) {
      flags |= CO_COROUTINE;
    }
    return flags;
  }

  /** The units around the current one, outermost first. */
  List<Unit> outerUnits() {
    return outer;
  }

  /** Whether values of expression statements are printed. */
  boolean isInteractiveTopLevel() {
    return interactive && outer.isEmpty();
  }

  void pushBlock(FrameBlock block) {
    if (unit.blocks.size() >= dialect.maxBlocks()) {
      throw error("too many statically nested blocks", block.span());
    }
    unit.blocks.add(block);
  }

  void popBlock() {
    unit.blocks.remove(unit.blocks.size() - 1);
  }
}
