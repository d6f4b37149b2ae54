package io.github.pycmaven.target;

/**
 * Yes/no differences between versions of CPython, each with the version that brought it, and the
 * one that ended it if any did. What is more than a yes or no is a strategy of its stage.
 */
public enum Feature {
  // Syntax.
  /** Any expression may be a decorator (PEP 614). */
  FREE_DECORATORS(PythonVersion.V3_9),
  /** {@code with (a as b, c as d):}; 3.9 accepts it without saying so. */
  PARENTHESIZED_WITH(PythonVersion.V3_9),
  /** The parser is the PEG one: its errors and their order (PEP 617). */
  PEG_PARSER(PythonVersion.V3_9),
  /** {@code match} and {@code case} (PEP 634). */
  MATCH_STATEMENT(PythonVersion.V3_10),
  /** {@code except*} (PEP 654). */
  EXCEPT_STAR(PythonVersion.V3_11),
  /** {@code a[*b]} and {@code *args: *T} (PEP 646). */
  STARRED_SUBSCRIPTS(PythonVersion.V3_11),
  /** Asynchronous comprehensions inside synchronous ones in asynchronous functions. */
  NESTED_ASYNC_COMPREHENSIONS(PythonVersion.V3_11),
  /** f-strings are tokenized, not parsed from the text of one token (PEP 701). */
  FSTRING_TOKENS(PythonVersion.V3_12),
  /** {@code def f[T]}, {@code class C[T]} and {@code type X = ...} (PEP 695). */
  TYPE_PARAMETERS(PythonVersion.V3_12),
  /**
   * The text of a field {@code {a=}} is kept as it is: its escapes mean nothing, and a hash mark
   * within quotes starts no comment.
   */
  LITERAL_FIELD_TEXTS(PythonVersion.V3_13),
  /**
   * The texts of a format specification are joined as those of the string, and no empty one follows
   * a field at its end.
   */
  CLOSED_SPECIFICATIONS(PythonVersion.V3_8),
  /** In a raw f-string, the format specifications are raw too. */
  RAW_SPECIFICATIONS(PythonVersion.V3_13),
  /** {@code [T = int]} (PEP 696). */
  TYPE_PARAMETER_DEFAULTS(PythonVersion.V3_13),
  /** Comments have to be UTF-8 too, in sources that declare no other encoding. */
  CHECKED_COMMENTS(PythonVersion.V3_14),
  /** Several exceptions after {@code except} without parentheses (PEP 758). */
  BARE_EXCEPT_TUPLES(PythonVersion.V3_14),
  /** {@code t"..."} (PEP 750). */
  TEMPLATE_STRINGS(PythonVersion.V3_14),
  /**
   * A warning for {@code return}, {@code break} and {@code continue} that leave {@code finally}
   * (PEP 765).
   */
  FINALLY_EXIT_WARNINGS(PythonVersion.V3_14),

  /** {@code lazy import} (PEP 810). */
  LAZY_IMPORTS(PythonVersion.V3_15),
  /** {@code [*a for a in b]} (PEP 798). */
  UNPACKING_COMPREHENSIONS(PythonVersion.V3_15),

  // Words.
  /** Backslashes that mean nothing are a SyntaxWarning, not a DeprecationWarning. */
  LOUD_ESCAPE_WARNINGS(PythonVersion.V3_12),
  /** Such a warning has the line of the backslash, not that of the string. */
  LOCATED_ESCAPE_WARNINGS(PythonVersion.V3_13),
  /** Such a warning gives advice. */
  ELABORATE_ESCAPE_WARNINGS(PythonVersion.V3_14),
  /** The warning about {@code is} with a literal names the literal's type. */
  TYPED_IDENTITY_WARNINGS(PythonVersion.V3_12),
  /** The error about a wrong future feature has the place of its name, not the statement's. */
  PLACED_FUTURE_ERRORS(PythonVersion.V3_12),
  /** Columns of errors count characters even in sources that declare no encoding. */
  CHARACTER_COLUMNS(PythonVersion.V3_12),
  /** The token at the end of a line holds the newline. */
  NEWLINES_IN_TOKENS(PythonVersion.V3_12),
  /** The messages that 3.12's grammar has beyond those of older ones. */
  MESSAGES_OF_3_12(PythonVersion.V3_12),
  /** That a star alone is no expression; 3.12.1 does not say so yet. */
  STAR_MESSAGES(PythonVersion.V3_12),
  /** The messages that 3.13's grammar and tokenizer have beyond those of older ones. */
  MESSAGES_OF_3_13(PythonVersion.V3_13),
  /** The messages that 3.14's grammar and tokenizer have beyond those of older ones. */
  MESSAGES_OF_3_14(PythonVersion.V3_14),
  /** The messages that 3.15 has beyond those of older versions, or words otherwise. */
  MESSAGES_OF_3_15(PythonVersion.V3_15),

  // Meaning.
  /** Comprehensions run in the frame around them (PEP 709). */
  INLINED_COMPREHENSIONS(PythonVersion.V3_12),
  /** Doc strings are stripped of their indentation by the compiler. */
  CLEANED_DOCSTRINGS(PythonVersion.V3_13),
  /** Classes know the attributes that their methods assign: {@code __static_attributes__}. */
  STATIC_ATTRIBUTES(PythonVersion.V3_13),
  /** Annotations are evaluated when asked for (PEP 649). */
  LAZY_ANNOTATIONS(PythonVersion.V3_14),

  /**
   * Where an assignment expression in a comprehension binds is looked up by the name that the class
   * around makes of a private one.
   */
  MANGLED_WALRUS_LOOKUPS(PythonVersion.V3_12),
  /** Where await may stand is checked even in asserts that the optimisation level leaves out. */
  EARLY_AWAIT_CHECKS(PythonVersion.V3_14),
  /**
   * A name that a comprehension's target only mentions may be bound by an assignment expression.
   */
  MENTIONED_WALRUS_TARGETS(PythonVersion.V3_12),

  // How the compiler works.
  /**
   * Each instruction is given its place; before, one that had none of its own got that of the
   * statement, test or pattern which was begun last.
   */
  EXPLICIT_PLACES(PythonVersion.V3_12),
  /**
   * What gets an iterator, enters a context, returns from a lambda or raises a failed assertion
   * stands at the expression that it serves, not at all of the loop, statement or lambda.
   */
  NARROW_PLACES(PythonVersion.V3_12),
  /**
   * The body of a function starts a block of instructions, and that of a generator counts among the
   * nested blocks.
   */
  FUNCTION_BODY_BLOCKS(PythonVersion.V3_12),
  /** What an inlined comprehension does not bind means within it what its own scope says. */
  FOREIGN_NAMES_IN_COMPREHENSIONS(PythonVersion.V3_12),
  /** The compiler goes deeper into a tree than the interpreter goes into calls. */
  DEEP_TREES(PythonVersion.V3_8),
  /** It counts how deep, and stops at ten thousand; later versions look at their stack. */
  COUNTED_DEPTHS(PythonVersion.V3_13, PythonVersion.V3_14),
  /** Constants are folded in the tree; where not, in the instructions. */
  FOLDED_TREES(PythonVersion.V3_8, PythonVersion.V3_14),
  /** A doc string that the level drops leaves no trace; before, it is a statement like others. */
  SKIPPED_DOCSTRINGS(PythonVersion.V3_13),
  /** Doc strings are dropped from the tree where the level says so, not later. */
  DOCSTRINGS_DROPPED_EARLY(PythonVersion.V3_14),
  /** An inlined comprehension in a class saves all names that it mentions, not those it binds. */
  ALL_SAVED_IN_CLASSES(PythonVersion.V3_12, PythonVersion.V3_14),
  /** What is called lies below the NULL that may go with it, not above. */
  NULL_ABOVE_CALLABLE(PythonVersion.V3_13),
  /** Classes know where they start: {@code __firstlineno__}. */
  CLASS_FIRST_LINES(PythonVersion.V3_13),
  /** The code generator asks for jumps at which nobody need look for signals. */
  UNINTERRUPTED_JUMPS(PythonVersion.V3_13),
  /** The end of an asynchronous loop names the loop's SEND. */
  LINKED_ASYNC_FOR(PythonVersion.V3_14),
  /** With each iterator that is looped over or sent to, a second value lies on the stack. */
  PAIRED_ITERATORS(PythonVersion.V3_15),
  /** A generator's own code makes a RuntimeError of a StopIteration that would leave it. */
  STOP_ITERATION_HANDLERS(PythonVersion.V3_12),
  /** The handler of {@code with} says how to swallow an exception before how it raises it again. */
  EARLY_SUPPRESSION(PythonVersion.V3_12),
  /**
   * What {@code except*} has raised is collected before the exception that it handles is copied.
   */
  EARLY_GROUP_RESULTS(PythonVersion.V3_12),
  /** Code ends with a return of None even right behind another return. */
  CERTAIN_RETURNS(PythonVersion.V3_12),
  /** A comprehension takes what it iterates over, not an iterator. */
  COMPREHENSIONS_TAKE_ITERABLES(PythonVersion.V3_15),
  /** The code generator says where a generator is made, and generator expressions do it late. */
  EXPLICIT_GENERATOR_START(PythonVersion.V3_15),
  /** The condition of a {@code while} loop is written once, not at its end again. */
  SINGLE_LOOP_TESTS(PythonVersion.V3_14),
  /** {@code all}, {@code any} and {@code tuple} of a generator expression become loops. */
  INLINED_CONSUMERS(PythonVersion.V3_14),

  // Code objects and their bytes.
  /** Code units are counted in instructions of two bytes, in jumps and in tables. */
  UNIT_JUMPS(PythonVersion.V3_10),
  /** {@code co_linetable} of ranges instead of {@code co_lnotab} (PEP 626). */
  RANGE_LINE_TABLE(PythonVersion.V3_10),
  /**
   * Code objects hold one list of locals, cells and free variables, a qualified name and an
   * exception table.
   */
  LOCALS_PLUS(PythonVersion.V3_11),
  /** Columns in the location table (PEP 657). */
  COLUMN_POSITIONS(PythonVersion.V3_11),
  /** Instructions are followed by room for the interpreter's caches. */
  INLINE_CACHES(PythonVersion.V3_11),
  /** Hash-based caches are hashed with one round for each word, not two. */
  SIPHASH_13(PythonVersion.V3_11),
  /** The frozensets among the constants are written in the order of their elements' bytes. */
  SORTED_FROZENSETS(PythonVersion.V3_11),
  /** The lowest bit of a global's index says whether NULL is pushed with it. */
  FLAGGED_GLOBALS(PythonVersion.V3_11),
  /** The low bits of an attribute's index say how it will be used. */
  FLAGGED_ATTRIBUTES(PythonVersion.V3_12),
  /** Four low bits of a comparison's argument belong to the interpreter. */
  SHIFTED_COMPARISONS(PythonVersion.V3_12),
  /** The fifth bit of a comparison's argument asks for a bool. */
  BOOL_COMPARISONS(PythonVersion.V3_13),
  /** CALL_FUNCTION_EX has an argument that tells whether there are keywords. */
  FLAGGED_KEYWORD_CALLS(PythonVersion.V3_8, PythonVersion.V3_14),
  /** A flag tells that the first constant is the doc string; where not, None stands in for one. */
  DOCSTRING_FLAG(PythonVersion.V3_14),
  /** A flag tells that a function is a method. */
  METHOD_FLAG(PythonVersion.V3_14),
  /** The annotations of positional-only parameters come before those of the others. */
  ORDERED_ANNOTATIONS(PythonVersion.V3_15),
  /** The qualified name of a function's {@code __annotate__} holds the function's. */
  NAMED_ANNOTATE_FUNCTIONS(PythonVersion.V3_15),
  /** Two bits of an import's operand say whether it is lazy, or eager in any case. */
  FLAGGED_IMPORTS(PythonVersion.V3_15),
  /** The depth-one mark in RESUME's operand is the fourth bit, not the third. */
  WIDE_RESUME_PLACES(PythonVersion.V3_15),
  /** There is one object of each int up to 1024, not 256. */
  MANY_SMALL_INTS(PythonVersion.V3_15),
  /** Nobody else refers to the code object that a cache is written of. */
  UNSHARED_TOP_CODE(PythonVersion.V3_15),
  /** The elements of frozensets are sorted as if each were referred to from elsewhere. */
  MARKED_FROZENSETS(PythonVersion.V3_13),
  /** Texts of one character and the names of nameless code are interned. */
  INTERNED_STATIC_TEXTS(PythonVersion.V3_12),
  /** File names and qualified names are interned. */
  INTERNED_CODE_NAMES(PythonVersion.V3_13),
  /** The kinds of locals tell arguments apart. */
  ARGUMENT_KINDS(PythonVersion.V3_14),
  /** A slice can be a constant. */
  SLICE_CONSTANTS(PythonVersion.V3_14);

  private final PythonVersion since;
  private final PythonVersion until;

  Feature(PythonVersion since) {
    this(since, null);
  }

  Feature(PythonVersion since, PythonVersion until) {
    this.since = since;
    this.until = until;
  }

  /** The first version that has it. */
  public PythonVersion since() {
    return since;
  }

  public boolean isIn(PythonVersion version) {
    return version.compareTo(since) >= 0 && (until == null || version.compareTo(until) < 0);
  }
}
