package io.github.pycmaven.vm.core.object;

/** Interned names that Java code looks up. */
public final class Names {
  public static final PyStr NAME = of("__name__");
  public static final PyStr QUALNAME = of("__qualname__");
  public static final PyStr MODULE = of("__module__");
  public static final PyStr DOC = of("__doc__");
  public static final PyStr DICT = of("__dict__");
  public static final PyStr CLASS = of("__class__");
  public static final PyStr NEW = of("__new__");
  public static final PyStr INIT = of("__init__");
  public static final PyStr EQ = of("__eq__");
  public static final PyStr HASH = of("__hash__");
  public static final PyStr SLOTS = of("__slots__");
  public static final PyStr WEAKREF = of("__weakref__");
  public static final PyStr MRO = of("mro");
  public static final PyStr BASES = of("__bases__");
  public static final PyStr CLASSCELL = of("__classcell__");
  public static final PyStr CLASSDICTCELL = of("__classdictcell__");
  public static final PyStr SET_NAME = of("__set_name__");
  public static final PyStr INIT_SUBCLASS = of("__init_subclass__");
  public static final PyStr CLASS_GETITEM = of("__class_getitem__");
  public static final PyStr ABSTRACTMETHODS = of("__abstractmethods__");
  public static final PyStr TYPE_PARAMS = of("__type_params__");
  public static final PyStr ANNOTATE = of("__annotate__");
  public static final PyStr ANNOTATE_FUNC = of("__annotate_func__");
  public static final PyStr ANNOTATIONS = of("__annotations__");
  public static final PyStr ANNOTATIONS_CACHE = of("__annotations_cache__");
  public static final PyStr GETSTATE = of("__getstate__");
  public static final PyStr BUILTINS = of("__builtins__");
  public static final PyStr FILE = of("__file__");
  public static final PyStr PATH = of("__path__");
  public static final PyStr SPEC = of("__spec__");
  public static final PyStr LOADER = of("__loader__");
  public static final PyStr PACKAGE = of("__package__");
  public static final PyStr ALL = of("__all__");
  public static final PyStr INSTANCECHECK = of("__instancecheck__");
  public static final PyStr SUBCLASSCHECK = of("__subclasscheck__");
  public static final PyStr ISABSTRACTMETHOD = of("__isabstractmethod__");
  public static final PyStr PREPARE = of("__prepare__");
  public static final PyStr METACLASS = of("metaclass");
  public static final PyStr MRO_ENTRIES = of("__mro_entries__");
  public static final PyStr ORIG_BASES = of("__orig_bases__");
  public static final PyStr MATCH_ARGS = of("__match_args__");
  public static final PyStr REVERSED = of("__reversed__");
  public static final PyStr KEYS = of("keys");
  public static final PyStr ITEMS = of("items");
  public static final PyStr NOTES = of("__notes__");
  public static final PyStr SEND = of("send");
  public static final PyStr THROW = of("throw");
  public static final PyStr CLOSE = of("close");
  public static final PyStr WRITE = of("write");
  public static final PyStr FLUSH = of("flush");
  public static final PyStr BYTES = of("__bytes__");
  public static final PyStr ROUND = of("__round__");
  public static final PyStr TRUNC = of("__trunc__");
  public static final PyStr ORIGIN = of("__origin__");
  public static final PyStr GETATTR = of("__getattr__");
  public static final PyStr DIR = of("__dir__");

  static final PyStr UNDERSCORE = of("_");

  /** What staticmethod and classmethod copy from their function. */
  public static final PyStr[] WRAPPED_ATTRIBUTES = {
    MODULE, NAME, QUALNAME, DOC,
  };

  private Names() {}

  private static PyStr of(String s) {
    return PyStr.intern(s);
  }
}
