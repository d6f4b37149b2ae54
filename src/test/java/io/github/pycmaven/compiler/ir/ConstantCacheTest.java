package io.github.pycmaven.compiler.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.code.Constant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which constants are one object. */
class ConstantCacheTest {
  private final ConstantCache cache =
      new ConstantCache(text -> text.equals("append"), text -> text.equals("identifier"), true);

  private static Constant.Str str(String text) {
    // A new String each time, so that identity proves something.
    return new Constant.Str(new String(text.toCharArray()));
  }

  private static Constant.Tuple tuple(Constant... elements) {
    return new Constant.Tuple(List.of(elements));
  }

  private static Constant.FrozenSet set(Constant... elements) {
    return new Constant.FrozenSet(List.of(elements));
  }

  @Test
  void keepsTypesAndSignsApart() {
    ConstantTable table = cache.newTable();
    List<Constant> values =
        List.of(
            new Constant.Int(1),
            new Constant.Float(1),
            new Constant.Complex(1, 0),
            Constant.Singleton.TRUE,
            new Constant.Float(0.0),
            new Constant.Float(-0.0),
            new Constant.Complex(0, -0.0),
            new Constant.Complex(-0.0, 0),
            str("a"),
            new Constant.Bytes(new byte[] {'a'}),
            tuple(new Constant.Int(1)),
            tuple(Constant.Singleton.TRUE),
            new Constant.Slice(
                new Constant.Int(1), Constant.Singleton.NONE, Constant.Singleton.NONE),
            Constant.Singleton.NONE,
            Constant.Singleton.ELLIPSIS);
    for (int i = 0; i < values.size(); i++) {
      assertEquals(i, table.add(values.get(i)));
    }
    for (int i = 0; i < values.size(); i++) {
      assertEquals(i, table.add(values.get(i)), values.get(i).toString());
    }
    assertEquals(0, table.add(new Constant.Int(1)));
    assertEquals(8, table.add(str("a")));
    assertEquals(values.size(), table.constants().size());
  }

  @Test
  void findsNoTwoNansEqual() {
    Constant nan = new Constant.Float(Double.NaN);
    assertSame(nan, cache.canonical(nan));
    assertSame(nan, cache.canonical(nan));
    assertNotSame(nan, cache.canonical(new Constant.Float(Double.NaN)));
  }

  @Test
  void mergesElementsToo() {
    Constant text = cache.canonical(str("a b"));
    Constant.Tuple outer = (Constant.Tuple) cache.canonical(tuple(tuple(str("a b")), str("a b")));
    assertSame(text, outer.elements().get(1));
    assertSame(outer.elements().get(0), cache.canonical(tuple(str("a b"))));
    Constant.FrozenSet members = (Constant.FrozenSet) cache.canonical(set(str("a b"), str("c d")));
    assertSame(text, members.elements().get(0));
    assertSame(members, cache.canonical(set(str("c d"), str("a b"))));
  }

  @Test
  void leavesThePartsOfSlicesAlone() {
    Constant number = cache.canonical(new Constant.Int(1000));
    Constant.Int own = new Constant.Int(1000);
    Constant.Slice slice = new Constant.Slice(own, own, Constant.Singleton.NONE);
    assertSame(own, ((Constant.Slice) cache.canonical(slice)).start());
    assertNotSame(number, own);
  }

  @Test
  void sharesTuplesOfNamesWithConstants() {
    Constant.Tuple constant = (Constant.Tuple) cache.canonical(tuple(str("a.b")));
    Constant.Tuple names = cache.nameTuple(List.of("a.b"));
    assertSame(constant, names);
    assertSame(cache.name("a.b"), names.elements().get(0));
    assertTrue(((Constant.Str) names.elements().get(0)).interned());
  }

  @Test
  void rebuildsFrozensetsOfTextsThatWereInternedOtherwise() {
    assertRebuilt(set(str("identifier"), str("other")), true);
    assertRebuilt(set(str("append"), str("x y")), true);
    assertRebuilt(set(str("no_name_of_ours"), str("x y")), false);
    assertRebuilt(set(str("identifier x"), str("a")), false);
    cache.name("mangled");
    assertRebuilt(set(str("mangled"), str("q r")), true);
  }

  private void assertRebuilt(Constant.FrozenSet set, boolean expected) {
    Constant member = cache.canonical(set);
    Constant.Tuple first = new Constant.Tuple(new ArrayList<>(List.of(member)));
    Constant.Tuple second = new Constant.Tuple(new ArrayList<>(List.of(member)));
    cache.publish(first);
    cache.publish(second);
    assertEquals(expected, first.elements().get(0) != member, set.toString());
    assertEquals(expected, first.elements().get(0) != second.elements().get(0), set.toString());
    assertEquals(set, first.elements().get(0));
  }

  @Test
  void internsTheFirstQualifiedNameOnly() {
    Constant.Str first = (Constant.Str) cache.canonical(Constant.Str.interned("C.D"));
    assertTrue(first.interned());
    assertSame(first, cache.name("C.D"));
    cache.name("E.F");
    Constant.Str taken = (Constant.Str) cache.canonical(Constant.Str.interned("E.F"));
    assertEquals(false, taken.interned());
    assertNotSame(taken, cache.name("E.F"));
  }

  @Test
  void growsWithManyConstants() {
    ConstantTable table = cache.newTable();
    for (int i = 0; i < 5000; i++) {
      assertEquals(i, table.add(new Constant.Int(1000 + i)));
    }
    for (int i = 0; i < 5000; i++) {
      assertEquals(i, table.add(new Constant.Int(1000 + i)));
    }
    assertEquals(new Constant.Int(1007), table.get(7));
  }
}
