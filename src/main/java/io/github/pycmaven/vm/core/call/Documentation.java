package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.util.Resources;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What {@code __doc__} of builtins says: of special methods by rule, of others from a table. */
public final class Documentation {
  private static final String[] OPERATORS = {
    "add",
    "+",
    "sub",
    "-",
    "mul",
    "*",
    "matmul",
    "@",
    "mod",
    "%",
    "lshift",
    "<<",
    "rshift",
    ">>",
    "and",
    "&",
    "xor",
    "^",
    "or",
    "|",
    "floordiv",
    "//",
    "truediv",
    "/",
    "pow",
    "**"
  };
  private static final String[] SPECIAL = {
    "repr", "Return repr(self).",
    "hash", "Return hash(self).",
    "call", "Call self as a function.",
    "str", "Return str(self).",
    "getattribute", "Return getattr(self, name).",
    "setattr", "Implement setattr(self, name, value).",
    "delattr", "Implement delattr(self, name).",
    "lt", "Return self<value.",
    "le", "Return self<=value.",
    "eq", "Return self==value.",
    "ne", "Return self!=value.",
    "gt", "Return self>value.",
    "ge", "Return self>=value.",
    "iter", "Implement iter(self).",
    "next", "Implement next(self).",
    "get", "Return an attribute of instance, which is of type owner.",
    "set", "Set an attribute of instance to value.",
    "delete", "Delete an attribute of instance.",
    "init", "Initialize self.  See help(type(self)) for accurate signature.",
    "await", "Return an iterator to be used in await expression.",
    "aiter", "Return an awaitable, that resolves in asynchronous iterator.",
    "anext", "Return a value or raise StopAsyncIteration.",
    "pow", "Return pow(self, value, mod).",
    "rpow", "Return pow(value, self, mod).",
    "divmod", "Return divmod(self, value).",
    "rdivmod", "Return divmod(value, self).",
    "neg", "-self",
    "pos", "+self",
    "abs", "abs(self)",
    "bool", "True if self else False",
    "invert", "~self",
    "int", "int(self)",
    "float", "float(self)",
    "index", "Return self converted to an integer, if self is suitable for use as an index.",
    "len", "Return len(self).",
    "getitem", "Return self[key].",
    "setitem", "Set self[key] to value.",
    "delitem", "Delete self[key].",
    "contains", "Return bool(key in self)."
  };

  private static Map<String, String> table;

  private Documentation() {}

  /** Of a special method, null if the rules say nothing. */
  static String ofSpecial(String method) {
    if (!method.startsWith("__") || !method.endsWith("__") || method.length() < 5) {
      return null;
    }
    String name = method.substring(2, method.length() - 2);
    for (int i = 0; i < SPECIAL.length; i += 2) {
      if (SPECIAL[i].equals(name)) {
        return SPECIAL[i + 1];
      }
    }
    for (int i = 0; i < OPERATORS.length; i += 2) {
      String sign = OPERATORS[i + 1];
      if (name.equals(OPERATORS[i])) {
        return "Return self" + sign + "value.";
      }
      if (name.equals("r" + OPERATORS[i])) {
        return "Return value" + sign + "self.";
      }
      if (name.equals("i" + OPERATORS[i])) {
        return "Implement self" + sign + "=value.";
      }
    }
    return null;
  }

  /** Of a row of a table: its own words, else those of the rules or of the table of texts. */
  static String of(BuiltinTable rows, int row, String name) {
    return of(rows, row, rows.owner, name);
  }

  /** As {@link #of(BuiltinTable, int, String)}, for a type that shares the table with others. */
  static String of(BuiltinTable rows, int row, String owner, String name) {
    String own = rows.doc(row);
    if (own == null && !rows.module) {
      own = ofSpecial(name);
    }
    return own == null ? of(owner + "." + name) : own;
  }

  /** Of a type, or of anything by its full name; null if there is none. */
  public static String of(String name) {
    if (table == null) {
      Map<String, String> read = new HashMap<>();
      byte[] text = Resources.beside(Documentation.class, "docs.txt");
      for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          read.put(line.substring(0, tab), line.substring(tab + 1).replace("\\n", "\n"));
        }
      }
      table = read;
    }
    return table.get(name);
  }
}
