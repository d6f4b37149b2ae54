package io.github.pycmaven.marshal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.PythonVersion;
import io.github.pycmaven.target.Target;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** References and marks go where CPython's reference counts put them. */
class MarshalWriterTest {
  private static final Target TARGET = Target.of(PythonVersion.V3_14);

  private static String write(Constant... elements) {
    // The tuple itself is marked, since the caller holds it.
    return HexFormat.of()
        .formatHex(MarshalWriter.write(new Constant.Tuple(List.of(elements)), TARGET));
  }

  @Test
  void writesBackWhatItRead() throws PycFormatException {
    byte[] cache = MarshalReaderTest.bytes(MarshalReaderTest.CACHES.get(PythonVersion.V3_14));
    Constant.Code code = (Constant.Code) CodeConstants.read(cache, TARGET);
    assertArrayEquals(cache, MarshalWriter.write(code.code(), TARGET));
  }

  @Test
  void marksWhatIsSharedAndNothingElse() {
    Constant.Str text = new Constant.Str("a b");
    assertEquals("a902" + "fa03612062" + "7201000000", write(text, text));
    assertEquals("a902" + "7a03612062" + "7a03612062", write(text, new Constant.Str("a b")));
  }

  @Test
  void countsThePlacesInASharedTupleOnce() {
    Constant.Tuple shared = new Constant.Tuple(List.of(new Constant.Int(1000)));
    assertEquals("a902" + "a90169e8030000" + "7201000000", write(shared, shared));
  }

  @Test
  void knowsOneObjectOfSmallValues() {
    assertEquals(
        "a902" + "e900010000" + "7201000000", write(new Constant.Int(256), new Constant.Int(256)));
    assertEquals(
        "a902" + "6901010000" + "6901010000", write(new Constant.Int(257), new Constant.Int(257)));
    assertEquals(
        "a902" + "e9fbffffff" + "69faffffff", write(new Constant.Int(-5), new Constant.Int(-6)));
    assertEquals(
        "a902" + "f30100000061" + "7201000000",
        write(new Constant.Bytes(new byte[] {97}), new Constant.Bytes(new byte[] {97})));
    assertEquals(
        "a902" + "a900" + "7201000000",
        write(new Constant.Tuple(List.of()), new Constant.Tuple(new ArrayList<>())));
  }

  @Test
  void internsTextsThatLookLikeNames() {
    assertEquals(
        "a902" + "da026162" + "7201000000", write(new Constant.Str("ab"), new Constant.Str("ab")));
    assertEquals("a901" + "da0125", write(new Constant.Str("%")));
    assertEquals("a901" + "7a0125", write(Constant.Str.LONE_PERCENT));
    assertEquals("a901" + "f402000000c3a9", write(new Constant.Str("\u00e9")));
    assertEquals("a901" + "7503000000e282ac", write(new Constant.Str("\u20ac")));
    assertEquals("a901" + "f403000000e282ac", write(Constant.Str.interned("\u20ac")));
  }

  @Test
  void internsNothingForItsLooksInSlices() {
    Constant.Slice slice =
        new Constant.Slice(new Constant.Str("ab"), new Constant.Str("a"), Constant.Singleton.NONE);
    assertEquals("a901" + "3a" + "7a026162" + "da0161" + "4e", write(slice));
  }

  @Test
  void sortsAndMarksTheElementsOfFrozensets() {
    Constant.FrozenSet set =
        new Constant.FrozenSet(
            List.of(new Constant.Str("b c"), new Constant.Int(1000), new Constant.Str("a c")));
    assertEquals("a901" + "3e03000000" + "e9e8030000" + "fa03612063" + "fa03622063", write(set));
  }

  @Test
  void writesNumbersOfAllSizes() throws PycFormatException {
    List<Constant> values = new ArrayList<>();
    for (int shift = 0; shift < 130; shift++) {
      for (int delta = -1; delta <= 1; delta++) {
        BigInteger value = BigInteger.ONE.shiftLeft(shift).add(BigInteger.valueOf(delta));
        values.add(number(value));
        values.add(number(value.negate()));
      }
    }
    values.add(new Constant.Float(-0.0));
    values.add(new Constant.Complex(-0.0, Double.NaN));
    Constant.Tuple all = new Constant.Tuple(values);
    assertEquals(all, CodeConstants.read(MarshalWriter.write(all, TARGET), TARGET));
    // 2**64 is four digits of 15 bits and a 16 above them.
    assertEquals(
        "a901" + "6c05000000" + "0000000000000000" + "1000",
        write(number(BigInteger.ONE.shiftLeft(64))));
  }

  private static Constant number(BigInteger value) {
    return value.bitLength() < 64
        ? new Constant.Int(value.longValue())
        : new Constant.BigInt(value);
  }

  @Test
  void writesSurrogates() throws PycFormatException {
    Constant.Str pair = Constant.Str.ofCodePoints(new int[] {0xd83d, 0xde00}, 2);
    assertEquals("a901" + "7506000000eda0bdedb880", write(pair));
    Constant.Tuple back =
        (Constant.Tuple) CodeConstants.read(MarshalReaderTest.bytes(write(pair)), TARGET);
    assertEquals(pair, back.elements().get(0));
    assertEquals("a901" + "7504000000f09f9880", write(new Constant.Str("\ud83d\ude00")));
  }
}
