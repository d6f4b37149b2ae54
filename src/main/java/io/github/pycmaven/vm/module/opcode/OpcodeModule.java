package io.github.pycmaven.vm.module.opcode;

import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _opcode}: properties of the version's opcodes, dumped from CPython. */
@BuiltinModule("_opcode")
public final class OpcodeModule {
  private static final String ARG =
      "44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 "
          + "70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 "
          + "96 97 98 99 100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 "
          + "116 117 118 119 120 128 237 239 241 242 243 244 245 247 248 249 250 251 253 "
          + "255 257 258 259 260 261 263 264 265 266";
  private static final String CONST = "82";
  private static final String NAME = "61 64 65 72 73 80 91 92 93 96 110 115 116 249";
  private static final String JUMP = "68 70 75 76 77 100 101 102 103 106 237 248 257 258 259 260";
  private static final String FREE = "62 90 97 111";
  private static final String LOCAL = "63 83 84 85 86 87 88 89 112 113 114 261 266";
  private static final String EXC = "263 264 265";
  private static final String[] UNARY = {
    "INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR",
    "INTRINSIC_STOPITERATION_ERROR", "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE",
    "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC",
    "INTRINSIC_TYPEVARTUPLE", "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"
  };
  private static final String[] BINARY = {
    "INTRINSIC_2_INVALID",
    "INTRINSIC_PREP_RERAISE_STAR",
    "INTRINSIC_TYPEVAR_WITH_BOUND",
    "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
    "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
    "INTRINSIC_SET_TYPEPARAM_DEFAULT"
  };
  private static final String[] SPECIAL = {"__enter__", "__exit__", "__aenter__", "__aexit__"};
  private static final String[] OPERATORS = {
    "NB_ADD",
    "+",
    "NB_AND",
    "&",
    "NB_FLOOR_DIVIDE",
    "//",
    "NB_LSHIFT",
    "<<",
    "NB_MATRIX_MULTIPLY",
    "@",
    "NB_MULTIPLY",
    "*",
    "NB_REMAINDER",
    "%",
    "NB_OR",
    "|",
    "NB_POWER",
    "**",
    "NB_RSHIFT",
    ">>",
    "NB_SUBTRACT",
    "-",
    "NB_TRUE_DIVIDE",
    "/",
    "NB_XOR",
    "^",
    "NB_INPLACE_ADD",
    "+=",
    "NB_INPLACE_AND",
    "&=",
    "NB_INPLACE_FLOOR_DIVIDE",
    "//=",
    "NB_INPLACE_LSHIFT",
    "<<=",
    "NB_INPLACE_MATRIX_MULTIPLY",
    "@=",
    "NB_INPLACE_MULTIPLY",
    "*=",
    "NB_INPLACE_REMAINDER",
    "%=",
    "NB_INPLACE_OR",
    "|=",
    "NB_INPLACE_POWER",
    "**=",
    "NB_INPLACE_RSHIFT",
    ">>=",
    "NB_INPLACE_SUBTRACT",
    "-=",
    "NB_INPLACE_TRUE_DIVIDE",
    "/=",
    "NB_INPLACE_XOR",
    "^=",
    "NB_SUBSCR",
    "[]"
  };

  private OpcodeModule() {}

  /** Makes the module. */
  public static PyModule create() {
    return PyModule.of(new OpcodeModuleTable());
  }

  private static boolean in(String list, int opcode) {
    return (" " + list + " ").contains(" " + opcode + " ");
  }

  @Builtin("has_arg(opcode)")
  static boolean hasArg(int opcode) {
    return in(ARG, opcode);
  }

  @Builtin("has_const(opcode)")
  static boolean hasConst(int opcode) {
    return in(CONST, opcode);
  }

  @Builtin("has_name(opcode)")
  static boolean hasName(int opcode) {
    return in(NAME, opcode);
  }

  @Builtin("has_jump(opcode)")
  static boolean hasJump(int opcode) {
    return in(JUMP, opcode);
  }

  @Builtin("has_free(opcode)")
  static boolean hasFree(int opcode) {
    return in(FREE, opcode);
  }

  @Builtin("has_local(opcode)")
  static boolean hasLocal(int opcode) {
    return in(LOCAL, opcode);
  }

  @Builtin("has_exc(opcode)")
  static boolean hasExc(int opcode) {
    return in(EXC, opcode);
  }

  private static PyList list(String[] texts) {
    PyList l = new PyList();
    for (String t : texts) {
      l.append(PyStr.intern(t));
    }
    return l;
  }

  @Builtin("get_intrinsic1_descs()")
  static PyObject unary() {
    return list(UNARY);
  }

  @Builtin("get_intrinsic2_descs()")
  static PyObject binary() {
    return list(BINARY);
  }

  @Builtin("get_special_method_names()")
  static PyObject special() {
    return list(SPECIAL);
  }

  @Builtin("get_nb_ops()")
  static PyObject operators() {
    PyList l = new PyList();
    for (int i = 0; i < OPERATORS.length; i += 2) {
      l.append(PyTuple.of(PyStr.intern(OPERATORS[i]), PyStr.intern(OPERATORS[i + 1])));
    }
    return l;
  }

  @Builtin("stack_effect(opcode, oparg=None, /, *, jump=None)")
  static PyObject stackEffect(PyObject opcode, PyObject argument, PyObject jump) {
    throw io.github.pycmaven.vm.core.error.Exc.notImplemented("stack_effect");
  }

  @Builtin("get_executor(*, code, offset)")
  static PyObject executor(PyObject code, PyObject offset) {
    return PyNone.NONE;
  }
}
