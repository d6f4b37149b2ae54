package io.github.pycmaven.compiler.token;

/**
 * The kinds of tokens, as dense ints: the token arrays hold them as bytes and the parser switches
 * on them. Every keyword is a kind of its own; soft keywords ({@code match}, {@code type}, …) are
 * names.
 *
 * @cpython Grammar/Tokens
 */
public final class TokenKind {

  public static final int ENDMARKER = 0;
  public static final int NAME = 1;
  public static final int NUMBER = 2;
  public static final int STRING = 3;
  public static final int NEWLINE = 4;
  public static final int INDENT = 5;
  public static final int DEDENT = 6;
  public static final int LPAR = 7;
  public static final int RPAR = 8;
  public static final int LSQB = 9;
  public static final int RSQB = 10;
  public static final int COLON = 11;
  public static final int COMMA = 12;
  public static final int SEMI = 13;
  public static final int PLUS = 14;
  public static final int MINUS = 15;
  public static final int STAR = 16;
  public static final int SLASH = 17;
  public static final int VBAR = 18;
  public static final int AMPER = 19;
  public static final int LESS = 20;
  public static final int GREATER = 21;
  public static final int EQUAL = 22;
  public static final int DOT = 23;
  public static final int PERCENT = 24;
  public static final int LBRACE = 25;
  public static final int RBRACE = 26;
  public static final int EQEQUAL = 27;
  public static final int NOTEQUAL = 28;
  public static final int LESSEQUAL = 29;
  public static final int GREATEREQUAL = 30;
  public static final int TILDE = 31;
  public static final int CIRCUMFLEX = 32;
  public static final int LEFTSHIFT = 33;
  public static final int RIGHTSHIFT = 34;
  public static final int DOUBLESTAR = 35;
  public static final int PLUSEQUAL = 36;
  public static final int MINEQUAL = 37;
  public static final int STAREQUAL = 38;
  public static final int SLASHEQUAL = 39;
  public static final int PERCENTEQUAL = 40;
  public static final int AMPEREQUAL = 41;
  public static final int VBAREQUAL = 42;
  public static final int CIRCUMFLEXEQUAL = 43;
  public static final int LEFTSHIFTEQUAL = 44;
  public static final int RIGHTSHIFTEQUAL = 45;
  public static final int DOUBLESTAREQUAL = 46;
  public static final int DOUBLESLASH = 47;
  public static final int DOUBLESLASHEQUAL = 48;
  public static final int AT = 49;
  public static final int ATEQUAL = 50;
  public static final int RARROW = 51;
  public static final int ELLIPSIS = 52;
  public static final int COLONEQUAL = 53;
  public static final int EXCLAMATION = 54;
  public static final int OP = 55;
  public static final int FSTRING_START = 56;
  public static final int FSTRING_MIDDLE = 57;
  public static final int FSTRING_END = 58;
  public static final int TSTRING_START = 59;
  public static final int TSTRING_MIDDLE = 60;
  public static final int TSTRING_END = 61;
  public static final int ERRORTOKEN = 62;

  /** The first keyword; all kinds from here on are keywords. */
  public static final int FIRST_KEYWORD = 63;

  public static final int KW_FALSE = 63;
  public static final int KW_NONE = 64;
  public static final int KW_TRUE = 65;
  public static final int KW_AND = 66;
  public static final int KW_AS = 67;
  public static final int KW_ASSERT = 68;
  public static final int KW_ASYNC = 69;
  public static final int KW_AWAIT = 70;
  public static final int KW_BREAK = 71;
  public static final int KW_CLASS = 72;
  public static final int KW_CONTINUE = 73;
  public static final int KW_DEF = 74;
  public static final int KW_DEL = 75;
  public static final int KW_ELIF = 76;
  public static final int KW_ELSE = 77;
  public static final int KW_EXCEPT = 78;
  public static final int KW_FINALLY = 79;
  public static final int KW_FOR = 80;
  public static final int KW_FROM = 81;
  public static final int KW_GLOBAL = 82;
  public static final int KW_IF = 83;
  public static final int KW_IMPORT = 84;
  public static final int KW_IN = 85;
  public static final int KW_IS = 86;
  public static final int KW_LAMBDA = 87;
  public static final int KW_NONLOCAL = 88;
  public static final int KW_NOT = 89;
  public static final int KW_OR = 90;
  public static final int KW_PASS = 91;
  public static final int KW_RAISE = 92;
  public static final int KW_RETURN = 93;
  public static final int KW_TRY = 94;
  public static final int KW_WHILE = 95;
  public static final int KW_WITH = 96;
  public static final int KW_YIELD = 97;

  /** The number of kinds. */
  public static final int COUNT = 98;

  private static final String[] NAMES = {
    "ENDMARKER",
    "NAME",
    "NUMBER",
    "STRING",
    "NEWLINE",
    "INDENT",
    "DEDENT",
    "LPAR",
    "RPAR",
    "LSQB",
    "RSQB",
    "COLON",
    "COMMA",
    "SEMI",
    "PLUS",
    "MINUS",
    "STAR",
    "SLASH",
    "VBAR",
    "AMPER",
    "LESS",
    "GREATER",
    "EQUAL",
    "DOT",
    "PERCENT",
    "LBRACE",
    "RBRACE",
    "EQEQUAL",
    "NOTEQUAL",
    "LESSEQUAL",
    "GREATEREQUAL",
    "TILDE",
    "CIRCUMFLEX",
    "LEFTSHIFT",
    "RIGHTSHIFT",
    "DOUBLESTAR",
    "PLUSEQUAL",
    "MINEQUAL",
    "STAREQUAL",
    "SLASHEQUAL",
    "PERCENTEQUAL",
    "AMPEREQUAL",
    "VBAREQUAL",
    "CIRCUMFLEXEQUAL",
    "LEFTSHIFTEQUAL",
    "RIGHTSHIFTEQUAL",
    "DOUBLESTAREQUAL",
    "DOUBLESLASH",
    "DOUBLESLASHEQUAL",
    "AT",
    "ATEQUAL",
    "RARROW",
    "ELLIPSIS",
    "COLONEQUAL",
    "EXCLAMATION",
    "OP",
    "FSTRING_START",
    "FSTRING_MIDDLE",
    "FSTRING_END",
    "TSTRING_START",
    "TSTRING_MIDDLE",
    "TSTRING_END",
    "ERRORTOKEN",
    "KW_FALSE",
    "KW_NONE",
    "KW_TRUE",
    "KW_AND",
    "KW_AS",
    "KW_ASSERT",
    "KW_ASYNC",
    "KW_AWAIT",
    "KW_BREAK",
    "KW_CLASS",
    "KW_CONTINUE",
    "KW_DEF",
    "KW_DEL",
    "KW_ELIF",
    "KW_ELSE",
    "KW_EXCEPT",
    "KW_FINALLY",
    "KW_FOR",
    "KW_FROM",
    "KW_GLOBAL",
    "KW_IF",
    "KW_IMPORT",
    "KW_IN",
    "KW_IS",
    "KW_LAMBDA",
    "KW_NONLOCAL",
    "KW_NOT",
    "KW_OR",
    "KW_PASS",
    "KW_RAISE",
    "KW_RETURN",
    "KW_TRY",
    "KW_WHILE",
    "KW_WITH",
    "KW_YIELD",
  };

  private static final String[] TEXTS = {
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    "(",
    ")",
    "[",
    "]",
    ":",
    ",",
    ";",
    "+",
    "-",
    "*",
    "/",
    "|",
    "&",
    "<",
    ">",
    "=",
    ".",
    "%",
    "{",
    "}",
    "==",
    "!=",
    "<=",
    ">=",
    "~",
    "^",
    "<<",
    ">>",
    "**",
    "+=",
    "-=",
    "*=",
    "/=",
    "%=",
    "&=",
    "|=",
    "^=",
    "<<=",
    ">>=",
    "**=",
    "//",
    "//=",
    "@",
    "@=",
    "->",
    "...",
    ":=",
    "!",
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    "False",
    "None",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
  };

  private TokenKind() {}

  /** CPython's name of a kind; keywords have the prefix {@code KW_}. */
  public static String name(int kind) {
    return NAMES[kind];
  }

  /** How an operator or a keyword is written, or null for a kind with many texts. */
  public static String text(int kind) {
    return TEXTS[kind];
  }
}
