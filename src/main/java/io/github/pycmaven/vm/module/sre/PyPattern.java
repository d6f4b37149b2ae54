package io.github.pycmaven.vm.module.sre;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBool;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyGenericAlias;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyNotImplemented;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyMappingProxy;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.expose.RichCompare;
import java.util.Arrays;

/**
 * A compiled regular expression.
 *
 * @cpython Modules/_sre/sre.c
 */
@BuiltinType("re.Pattern")
final class PyPattern extends PyObject {
  static final PyType TYPE =
      PyType.builtin("re.Pattern", new PyPatternTable()).uninstantiable().forbidSubclasses();

  final PyObject pattern;
  final int flags;
  final int groups;
  final PyDict groupIndex;
  final PyTuple indexGroup;
  final boolean isBytes;
  private final int[] code;
  private final Node program;

  PyPattern(PyObject pattern, int flags, int[] code, int groups, PyDict groupIndex, PyTuple names) {
    super(TYPE);
    this.pattern = pattern;
    this.flags = flags;
    this.code = code;
    this.groups = groups;
    this.groupIndex = groupIndex;
    this.indexGroup = names;
    this.isBytes = pattern instanceof Buffer;
    this.program = new NodeBuilder(code).build();
  }

  boolean hasPattern() {
    return pattern != PyNone.NONE;
  }

  /** Matches at the state's start; the end or -1. */
  int matchAt(MatchState m, int i) {
    m.reset();
    return program.match(m, i);
  }

  /** Searches from the state's start on, which becomes where the match begins. */
  int search(MatchState m) {
    if (program instanceof Node.Literal l && l.isPlain() && m.points == null) {
      for (int i = m.start; i < m.end; i++) {
        i = l.c > 0xffff ? -1 : m.text.indexOf(l.c, i);
        if (i < 0 || i >= m.end) {
          return -1;
        }
        int e = matchAt(m, i);
        if (e >= 0) {
          m.start = i;
          return e;
        }
      }
      return -1;
    }
    boolean single = program.isSingle();
    for (int i = m.start; i <= m.end; i++) {
      if (single && (i >= m.end || !program.test(m, i))) {
        continue;
      }
      int e = matchAt(m, i);
      if (e >= 0) {
        m.start = i;
        return e;
      }
    }
    return -1;
  }

  private PyObject result(MatchState m, int end) {
    return end < 0 ? PyNone.NONE : new PyMatch(this, m, end);
  }

  private MatchState state(PyObject string, long pos, long endPos) {
    return new MatchState(this, string).bounds(pos, endPos);
  }

  @Builtin("match(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject match(PyObject string, long pos, long endPos) {
    MatchState m = state(string, pos, endPos);
    return result(m, matchAt(m, m.start));
  }

  @Builtin("fullmatch(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject fullMatch(PyObject string, long pos, long endPos) {
    MatchState m = state(string, pos, endPos);
    m.wholly = true;
    return result(m, matchAt(m, m.start));
  }

  @Builtin("search(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject search(PyObject string, long pos, long endPos) {
    MatchState m = state(string, pos, endPos);
    int from = m.start;
    int e = search(m);
    return e < 0 ? PyNone.NONE : new PyMatch(this, m, e).from(from);
  }

  /** A part of a text, exactly str or bytes. */
  static PyObject part(MatchState m, int from, int to) {
    if (m.string instanceof PyStr s) {
      return s.sub(from, to).plain();
    }
    return new PyBytes(Arrays.copyOfRange(((Buffer) m.string).bufferBytes(), from, to));
  }

  static PyObject group(MatchState m, int[] marks, int g, PyObject absent) {
    int from = marks[2 * g];
    int to = marks[2 * g + 1];
    return from < 0 || to < from ? absent : part(m, from, to);
  }

  @Builtin("findall(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject findAll(PyObject string, long pos, long endPos) {
    MatchState m = state(string, pos, endPos);
    PyObject none = part(m, 0, 0);
    PyList out = new PyList();
    while (m.start <= m.end) {
      int e = search(m);
      if (e < 0) {
        break;
      }
      if (groups == 0) {
        out.append(part(m, m.start, e));
      } else if (groups == 1) {
        out.append(group(m, m.marks, 0, none));
      } else {
        PyObject[] all = new PyObject[groups];
        for (int g = 0; g < groups; g++) {
          all[g] = group(m, m.marks, g, none);
        }
        out.append(new PyTuple(all));
      }
      advance(m, e);
    }
    return out;
  }

  /**
   * Goes on after a match: at its end, where the next one must not be empty if this one ended
   * there.
   */
  static void advance(MatchState m, int end) {
    m.mustPass = end == m.start ? end : -1;
    m.start = end;
  }

  @Builtin("finditer(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject findIter(PyObject string, long pos, long endPos) {
    return new PyScanner.Finder(this, state(string, pos, endPos));
  }

  @Builtin("scanner(self, /, string, pos=0, endpos=sys.maxsize)")
  PyObject scanner(PyObject string, long pos, long endPos) {
    return new PyScanner(this, state(string, pos, endPos));
  }

  @Builtin("split(self, /, string, maxsplit=0)")
  PyObject split(PyObject string, long maxSplit) {
    MatchState m = state(string, 0, Long.MAX_VALUE);
    PyList out = new PyList();
    int last = 0;
    long n = 0;
    while ((maxSplit == 0 || n < maxSplit) && m.start <= m.end) {
      int e = search(m);
      if (e < 0) {
        break;
      }
      out.append(part(m, last, m.start));
      for (int g = 0; g < groups; g++) {
        out.append(group(m, m.marks, g, PyNone.NONE));
      }
      n++;
      last = e;
      advance(m, e);
    }
    out.append(part(m, last, m.length));
    return out;
  }

  @Builtin("sub(self, /, repl, string, count=0)")
  PyObject sub(PyObject repl, PyObject string, long count) {
    return ((PyTuple) subn(repl, string, count)).items[0];
  }

  @Builtin("subn(self, /, repl, string, count=0)")
  PyObject subn(PyObject repl, PyObject string, long count) {
    PyObject filter = repl;
    boolean literal = false;
    boolean callable = Calls.isCallable(repl);
    if (!callable) {
      literal = isLiteral(repl);
      if (!literal) {
        filter = Calls.method(Obj.importModule("re"), "_compile_template", this, repl);
        literal = !(filter instanceof PyTemplateText);
      }
    }
    MatchState m = state(string, 0, Long.MAX_VALUE);
    PyList parts = new PyList();
    int last = 0;
    long n = 0;
    while ((count == 0 || n < count) && m.start <= m.end) {
      int e = search(m);
      if (e < 0) {
        break;
      }
      if (last < m.start) {
        parts.append(part(m, last, m.start));
      }
      PyObject item = filter;
      if (!literal) {
        PyMatch found = new PyMatch(this, m, e).from(0);
        item = callable ? filter.call1(found) : ((PyTemplateText) filter).expand(found);
      }
      if (item != PyNone.NONE) {
        parts.append(item);
      }
      last = e;
      n++;
      advance(m, e);
    }
    if (n == 0 && (string.type == PyStr.TYPE || string.type == PyBytes.TYPE)) {
      return PyTuple.of(string, PyInt.ZERO);
    }
    if (last < m.length) {
      parts.append(part(m, last, m.length));
    }
    return PyTuple.of(Calls.method(part(m, 0, 0), "join", parts), PyInt.of(n));
  }

  private static boolean isLiteral(PyObject repl) {
    if (repl instanceof PyStr s) {
      return s.value.indexOf('\\') < 0;
    }
    if (repl instanceof Buffer b) {
      for (byte c : b.bufferBytes()) {
        if (c == '\\') {
          return false;
        }
      }
      return true;
    }
    return false;
  }

  @Getter("pattern")
  PyObject pattern() {
    return pattern;
  }

  @Getter("flags")
  int flags() {
    return flags;
  }

  @Getter("groups")
  int groups() {
    return groups;
  }

  @Getter("groupindex")
  PyObject groupIndex() {
    return PyMappingProxy.TYPE.call1(groupIndex);
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    String[] names = {
      "re.IGNORECASE",
      "re.LOCALE",
      "re.MULTILINE",
      "re.DOTALL",
      "re.UNICODE",
      "re.VERBOSE",
      "re.DEBUG",
      "re.ASCII"
    };
    int rest = flags;
    if (!isBytes && (rest & (4 | 32 | 256)) == 32) {
      rest &= ~32;
    }
    StringBuilder f = new StringBuilder();
    for (int i = 0; i < names.length; i++) {
      if ((rest & 2 << i) != 0) {
        f.append(f.length() > 0 ? "|" : "").append(names[i]);
        rest &= ~(2 << i);
      }
    }
    if (rest != 0) {
      f.append(f.length() > 0 ? "|" : "").append("0x").append(Integer.toHexString(rest));
    }
    PyStr text = Obj.reprObject(pattern);
    String t = text.length() > 200 ? text.sub(0, 200).value : text.value;
    return "re.compile(" + t + (f.length() > 0 ? ", " + f : "") + ")";
  }

  @Builtin("__hash__(self, /)")
  long hash() {
    return Obj.hash(pattern) ^ Arrays.hashCode(code) ^ flags ^ groups;
  }

  @RichCompare(equalityOnly = true)
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PyPattern o)) {
      return PyNotImplemented.INSTANCE;
    }
    boolean same =
        flags == o.flags
            && isBytes == o.isBytes
            && groups == o.groups
            && Arrays.equals(code, o.code)
            && Obj.equal(pattern, o.pattern);
    return PyBool.of(same == (op == 2));
  }

  @Builtin("__copy__(self, /)")
  PyObject copy() {
    return this;
  }

  @Builtin("__deepcopy__(self, memo, /)")
  PyObject deepCopy(PyObject memo) {
    return this;
  }

  @Builtin(value = "__class_getitem__(cls, item, /)", kind = Builtin.Kind.CLASS)
  static PyObject classGetItem(PyType cls, PyObject item) {
    return PyGenericAlias.make(cls, item);
  }
}
