package io.github.pycmaven.compiler.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pycmaven.code.Constant;
import io.github.pycmaven.target.Op;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators on constants give what CPython gives, or nothing where it raises or declines. */
class ArithmeticTest {
  @Test
  void agreesWithCPython() throws IOException {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    try (InputStream in = ArithmeticTest.class.getResourceAsStream("/folding/operators-3.14.tsv")) {
      assertNotNull(in);
      for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] fields = line.split("\t");
        Constant left = parse(fields[1]);
        Constant result =
            fields[2].equals("-")
                ? UnaryFolding.fold(unary(fields[0]), left)
                : BinaryFolding.fold(fields[0], left, parse(fields[2]));
        String answer = result == null ? "-" : write(result);
        asked++;
        if (!answer.equals(fields[3])) {
          wrong.add(line + " but " + answer);
        }
      }
    }
    assertTrue(asked > 2000);
    assertEquals(List.of(), wrong);
  }

  private static Op unary(String operator) {
    return operator.equals("neg")
        ? Op.UNARY_NEGATIVE
        : operator.equals("inv") ? Op.UNARY_INVERT : Op.UNARY_NOT;
  }

  private static Constant parse(String text) {
    String rest = text.substring(1);
    switch (text.charAt(0)) {
      case 'i':
        return Numbers.of(new BigInteger(rest));
      case 'b':
        return Constant.Singleton.of(rest.equals("1"));
      case 'f':
        return new Constant.Float(bits(rest));
      default:
        return new Constant.Complex(bits(rest.substring(0, 16)), bits(rest.substring(16)));
    }
  }

  private static double bits(String hex) {
    return Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(hex));
  }

  private static String write(Constant value) {
    if (value instanceof Constant.Float f) {
      return "f" + hex(f.value());
    }
    if (value instanceof Constant.Complex z) {
      return "c" + hex(z.real()) + hex(z.imaginary());
    }
    if (Numbers.isBool(value)) {
      return value == Constant.Singleton.TRUE ? "b1" : "b0";
    }
    return "i" + Numbers.integer(value);
  }

  private static String hex(double value) {
    return value != value ? "nan" : HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value));
  }

  @Test
  void roundsPowersCorrectly() {
    // A tie in the last place, an exact root, and the ends of the range.
    assertEquals(16677181699666568.0, PreciseMath.power(3, 34));
    assertEquals(1.5, PreciseMath.power(2.25, 0.5));
    assertEquals(27.0, PreciseMath.power(9, 1.5));
    assertEquals(Double.MIN_VALUE, PreciseMath.power(2, -1074));
    assertEquals(0.0, PreciseMath.power(2, -1080));
    assertEquals(Double.POSITIVE_INFINITY, PreciseMath.power(10, 309));
    assertEquals(1e-5, PreciseMath.power(10, -5));
  }
}
