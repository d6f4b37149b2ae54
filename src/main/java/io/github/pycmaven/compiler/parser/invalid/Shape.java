package io.github.pycmaven.compiler.parser.invalid;

/**
 * What a node is, as far as error messages tell things apart.
 *
 * @cpython Parser/action_helpers.c:_PyPegen_get_expr_name
 */
enum Shape {
  ATTRIBUTE("attribute"),
  SUBSCRIPT("subscript"),
  STARRED("starred"),
  NAME("name"),
  LIST("list"),
  TUPLE("tuple"),
  LAMBDA("lambda"),
  CALL("function call"),
  BOOL_OP("expression"),
  BIN_OP("expression"),
  UNARY_OP("expression"),
  GENERATOR_EXP("generator expression"),
  YIELD("yield expression"),
  AWAIT("await expression"),
  LIST_COMP("list comprehension"),
  SET_COMP("set comprehension"),
  DICT_COMP("dict comprehension"),
  DICT("dict literal"),
  SET("set display"),
  JOINED_STR("f-string expression"),
  TEMPLATE_STR("t-string expression"),
  CONSTANT("literal"),
  COMPARE("comparison"),
  IF_EXP("conditional expression"),
  NAMED_EXPR("named expression"),
  SLICE("slice"),
  IN("in"),
  COMPREHENSION("comprehension"),
  KEYWORD("keyword"),
  UNPACKED("keyword unpacking"),
  STATEMENT("statement"),
  PATTERN("pattern"),
  PARAMETER("parameter"),
  TYPE_PARAM("type parameter"),
  ALIAS("alias"),
  FIELD("f-string expression"),
  TOKEN("token");

  private final String description;

  Shape(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** The shape of a name as the rules write it: {@code IfExp}. */
  static Shape of(String name) {
    StringBuilder constant = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        constant.append(i > 0 ? "_" : "").append(c);
      } else {
        constant.append((char) (c - 'a' + 'A'));
      }
    }
    return valueOf(constant.toString());
  }
}
