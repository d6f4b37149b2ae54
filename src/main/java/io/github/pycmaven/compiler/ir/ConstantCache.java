package io.github.pycmaven.compiler.ir;

import io.github.pycmaven.code.Constant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The constants of one module: one object for each value, shared by all of its code objects. Tuples
 * of names and the tables of code objects take part, since CPython treats them so and {@code
 * marshal} shows what is one object.
 *
 * <p>A cache serves one compilation in one thread.
 *
 * @cpython Python/compile.c:const_cache_insert, Objects/codeobject.c:intern_constants
 */
public final class ConstantCache {
  private static final Constant.Tuple EMPTY = new Constant.Tuple(List.of());

  private final ConstantMap members = new ConstantMap(64);
  private final Map<String, Constant.Str> names = new HashMap<>();

  /** Texts that CPython has interned before it compiles anything. */
  private final Predicate<String> isInternedAtStart;

  private final boolean internsCodeNames;
  private Constant.Str fileName;

  /** Identifiers of the source. */
  private final Predicate<String> isIdentifier;

  /** The constants of the code objects made so far, as long as nobody needed {@link #interned}. */
  private List<Constant.Tuple> published = new ArrayList<>();

  /** The texts interned as constants so far; null until needed. */
  private Map<String, Constant.Str> interned;

  /** A cache for code whose marshalled bytes do not matter. */
  public ConstantCache() {
    this(text -> false, text -> false, true);
  }

  /**
   * A cache for one module.
   *
   * @param isInternedAtStart whether the interpreter has a text interned before it compiles
   *     anything
   * @param isIdentifier whether the source holds a text as an identifier; asked only if a frozenset
   *     of texts that look like one is a constant
   * @param internsCodeNames whether the names of files and code are interned, and so are all texts
   *     of one character
   */
  public ConstantCache(
      Predicate<String> isInternedAtStart,
      Predicate<String> isIdentifier,
      boolean internsCodeNames) {
    this.internsCodeNames = internsCodeNames;
    this.isInternedAtStart = isInternedAtStart;
    this.isIdentifier = isIdentifier;
    members.putIfAbsent(EMPTY);
  }

  /** An empty table of constants for one code object. */
  public ConstantTable newTable() {
    return new CodeConstantTable(this);
  }

  /** The one interned str of a name. */
  public Constant.Str name(String name) {
    Constant.Str known = names.get(name);
    if (known == null) {
      known = Constant.Str.interned(name);
      names.put(name, known);
    }
    return known;
  }

  /** {@code co_filename}. */
  public Constant.Str fileName(String name) {
    if (internsCodeNames) {
      return name(name);
    }
    if (fileName == null) {
      fileName = new Constant.Str(name);
    }
    return fileName;
  }

  /** {@code co_name}. */
  public Constant.Str codeName(String name) {
    if (internsCodeNames || name.charAt(0) != '<') {
      return name(name);
    }
    Constant.Str known = Constant.Str.staticName(name);
    return known != null ? known : new Constant.Str(name);
  }

  /** {@code co_qualname} of code with this name; given is what the unit says. */
  public Constant.Str qualifiedName(Constant.Str text, Constant.Str codeName) {
    if (text.value().equals(codeName.value())) {
      return codeName;
    }
    return internsCodeNames ? name(text.value()) : text;
  }

  /** The one object of this value; the elements of a tuple or frozenset become so too. */
  public Constant canonical(Constant value) {
    if (value instanceof Constant.Singleton) {
      return value;
    }
    if (value instanceof Constant.Tuple tuple && !tuple.elements().isEmpty()) {
      Constant known = members.get(value);
      return known != null ? known : newTuple(tuple);
    }
    if (value instanceof Constant.FrozenSet set && !set.elements().isEmpty()) {
      Constant known = members.get(value);
      return known != null ? known : newFrozenSet(set);
    }
    if (value instanceof Constant.Str text) {
      if (internsCodeNames && text.interned() && text.value().indexOf('.') >= 0) {
        return qualifiedName(text);
      }
      if (!internsCodeNames
          && isForeignCharacter(text.value())
          && isIdentifier.test(text.value())) {
        return name(text.value());
      }
    }
    Constant known = members.putIfAbsent(value);
    return known != null ? known : value;
  }

  /**
   * The qualified name of a class as a constant of its body. It becomes the interned text when the
   * code object is made, unless there is an interned one of that value already, which the code
   * object then holds instead.
   */
  private Constant qualifiedName(Constant.Str text) {
    String value = text.value();
    boolean isTaken = names.containsKey(value) || isInternedAtStart.test(value);
    Constant.Str own = isTaken ? new Constant.Str(value) : text;
    Constant known = members.putIfAbsent(own);
    if (known == null && !isTaken) {
      names.put(value, own);
    }
    return known != null ? known : own;
  }

  private static boolean isForeignCharacter(String text) {
    return text.length() == 1 && text.charAt(0) >= 0x80 && text.charAt(0) < 0x100;
  }

  private Constant newTuple(Constant.Tuple tuple) {
    // CPython enters the tuple before its elements, but no element is the tuple.
    Constant[] elements = canonicalElements(tuple.elements());
    Constant.Tuple merged = new Constant.Tuple(Arrays.asList(elements));
    members.putIfAbsent(merged);
    return merged;
  }

  private Constant newFrozenSet(Constant.FrozenSet set) {
    Constant[] elements = canonicalElements(set.elements());
    Constant.FrozenSet merged = new Constant.FrozenSet(Arrays.asList(elements));
    members.putIfAbsent(merged);
    return merged;
  }

  private Constant[] canonicalElements(List<Constant> elements) {
    Constant[] merged = new Constant[elements.size()];
    for (int i = 0; i < merged.length; i++) {
      merged[i] = canonical(elements.get(i));
    }
    return merged;
  }

  /**
   * The one object of this value, whose elements are taken as they are.
   *
   * @cpython Python/compile.c:_PyCompile_ConstCacheMergeOne
   */
  public Constant canonicalAsIs(Constant value) {
    if (value instanceof Constant.Singleton) {
      return value;
    }
    Constant known = members.putIfAbsent(value);
    return known != null ? known : value;
  }

  /** The one tuple of these elements, which are taken as they are; the list is taken over. */
  public Constant.Tuple tuple(Constant[] elements) {
    if (elements.length == 0) {
      return EMPTY;
    }
    return (Constant.Tuple) canonicalAsIs(new Constant.Tuple(Arrays.asList(elements)));
  }

  /** The one bytes object of this value. */
  public Constant.Bytes bytes(byte[] value) {
    return (Constant.Bytes) canonicalAsIs(new Constant.Bytes(value));
  }

  /**
   * The one tuple of these names. Should an equal constant have come first, then that tuple serves
   * and its elements become interned, as in CPython, which replaces them in place.
   *
   * @cpython Objects/codeobject.c:intern_strings
   */
  public Constant.Tuple nameTuple(List<String> texts) {
    Constant[] elements = new Constant[texts.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = name(texts.get(i));
    }
    Constant.Tuple tuple = tuple(elements);
    List<Constant> shared = tuple.elements();
    for (int i = 0; i < elements.length; i++) {
      if (shared.get(i) != elements[i]) {
        shared.set(i, elements[i]);
      }
    }
    return tuple;
  }

  /**
   * To be called with the constants of each code object when it is made: texts that look like
   * identifiers are interned then. For those inside of tuples and in constants themselves the
   * writer of marshal data knows that by their looks; but a frozenset is rebuilt for this code
   * object if one of its texts was already interned as another object.
   *
   * @cpython Objects/codeobject.c:intern_constants
   */
  public void publish(Constant.Tuple consts) {
    if (interned == null) {
      if (!holdsFrozenSet(consts)) {
        published.add(consts);
        return;
      }
      interned = new HashMap<>();
      for (Constant.Tuple earlier : published) {
        intern(earlier.elements());
      }
      published = null;
    }
    intern(consts.elements());
  }

  private static boolean holdsFrozenSet(Constant.Tuple tuple) {
    for (Constant element : tuple.elements()) {
      if (element instanceof Constant.FrozenSet
          || element instanceof Constant.Tuple nested && holdsFrozenSet(nested)) {
        return true;
      }
    }
    return false;
  }

  private void intern(List<Constant> elements) {
    for (int i = elements.size() - 1; i >= 0; i--) {
      Constant element = elements.get(i);
      if (element instanceof Constant.Str text) {
        internOf(text);
      } else if (element instanceof Constant.Tuple tuple) {
        intern(tuple.elements());
      } else if (element instanceof Constant.FrozenSet set) {
        Constant.FrozenSet own = rebuilt(set);
        if (own != set) {
          elements.set(i, own);
        }
      }
    }
  }

  private Constant.FrozenSet rebuilt(Constant.FrozenSet set) {
    List<Constant> copy = new ArrayList<>(set.elements());
    boolean changed = false;
    for (int i = copy.size() - 1; i >= 0; i--) {
      Constant element = copy.get(i);
      if (element instanceof Constant.Str text) {
        Constant.Str now = internOf(text);
        changed |= now != text;
        copy.set(i, now);
      } else if (element instanceof Constant.Tuple tuple) {
        intern(tuple.elements());
      } else if (element instanceof Constant.FrozenSet nested) {
        Constant.FrozenSet now = rebuilt(nested);
        changed |= now != nested;
        copy.set(i, now);
      }
    }
    return changed ? new Constant.FrozenSet(copy) : set;
  }

  /** The object that is interned for a text, this one if there was none; or itself if unfit. */
  private Constant.Str internOf(Constant.Str text) {
    int least = internsCodeNames ? 2 : 1;
    if (text.interned() || text.value().length() < least || !looksLikeName(text.value())) {
      return text;
    }
    Constant.Str known = interned.get(text.value());
    if (known == null) {
      String value = text.value();
      boolean isTaken =
          isInternedAtStart.test(value)
              || value.length() > 1 && (names.containsKey(value) || isIdentifier.test(value));
      known = isTaken ? name(text.value()) : text;
      interned.put(text.value(), known);
    }
    return known;
  }

  /**
   * Whether a constant of this text is interned with its code object: letters, digits and low lines
   * of ASCII only.
   *
   * @cpython Objects/codeobject.c:should_intern_string
   */
  public static boolean looksLikeName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
