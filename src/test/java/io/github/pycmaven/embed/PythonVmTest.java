package io.github.pycmaven.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java and Python with each other. */
class PythonVmTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private PythonVm python;
  @TempDir Path folder;

  /** A bean with overloads. */
  public static class Point {
    public int x = 3;
    private String label = "p";

    public String getLabel() {
      return label;
    }

    public void setLabel(String text) {
      label = text;
    }

    public int add(int a, int b) {
      return a + b;
    }

    public double add(double a, double b) {
      return a + b + 0.5;
    }

    public String add(String... all) {
      return String.join("+", all);
    }

    public void fail() {
      throw new IllegalStateException("no");
    }
  }

  /** To be implemented in Python. */
  public interface Shape {
    double area();

    default String describe() {
      return "a shape of " + area();
    }
  }

  @BeforeEach
  void start() {
    python =
        PythonVm.builder()
            .in(new ByteArrayInputStream("line\n".getBytes(StandardCharsets.UTF_8)))
            .out(out)
            .err(err)
            .path(folder)
            .build();
  }

  @AfterEach
  void close() {
    python.close();
  }

  private String printed() {
    python.exec("import sys; sys.stdout.flush()");
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  @Test
  void valuesComeAndGo() {
    assertEquals(3, python.eval("1 + 2"));
    assertEquals(1L << 40, python.eval("2 ** 40"));
    assertEquals(BigInteger.TWO.pow(100), python.eval("2 ** 100"));
    assertEquals(2.5, python.eval("5 / 2"));
    assertEquals("süß", python.eval("'s\\xfc\\xdf'"));
    assertEquals(true, python.eval("1 < 2"));
    assertNull(python.eval("None"));
    assertArrayEquals(new byte[] {1, 2}, (byte[]) python.eval("b'\\1\\2'"));
    PythonObject nested = (PythonObject) python.eval("[1, ('a', None), {'k': 2.0}]");
    assertEquals(Arrays.asList(1, Arrays.asList("a", null), Map.of("k", 2.0)), nested.toJava());
    assertEquals("list", nested.typeName());
    assertEquals(2.0, ((PythonObject) nested.item(-1)).item("k"));
    for (Object value : new Object[] {7, 1L << 50, 1.25, "text", true, List.of(1)}) {
      python.set("value", value);
      assertEquals(value, python.get("value"));
    }
  }

  @Test
  void functionsAndObjectsAreUsedFromJava() {
    python.exec(
        "class Counter:\n"
            + "    def __init__(self, start): self.n = start\n"
            + "    def more(self, by=1): self.n += by; return self.n\n");
    PythonObject counter = (PythonObject) python.get("Counter", PythonObject.class).call(40);
    assertEquals(41, counter.invoke("more"));
    assertEquals(41, counter.get("n"));
    counter.set("n", 1);
    assertEquals(11, counter.invoke("more", 10));
    assertTrue(counter.has("more") && !counter.has("less"));
    PythonObject json = python.importModule("json");
    assertEquals("[1, \"a\"]", json.invoke("dumps", python.eval("[1, 'a']")));
  }

  @Test
  void javaObjectsAreUsedFromPython() {
    Point point = new Point();
    python.set("p", point);
    python.exec("print(p.x, p.label, p.add(1, 2), p.add(1.5, 2), p.add('a', 'b', 'c'))");
    assertEquals("3 p 3 4.0 a+b+c\n", printed());
    python.exec("p.x = 9; p.label = 'q'");
    assertEquals(9, point.x);
    assertEquals("q", point.getLabel());
    assertSame(point, python.get("p"));
    python.exec("try: p.fail()\nexcept RuntimeError as e: print(e, '|', e.java_exception.message)");
    assertEquals("java.lang.IllegalStateException: no | no\n", printed());
    PythonException failure = assertThrows(PythonException.class, () -> python.exec("p.fail()"));
    assertTrue(failure.getCause() instanceof IllegalStateException);
    assertThrows(PythonException.class, () -> python.exec("p.add(object())"));
  }

  @Test
  void javaClassesAreImported() {
    python.exec(
        "import java.util\n"
            + "from java.util import ArrayList, HashMap, Collections, Map\n"
            + "l = ArrayList([3, 1, 2]); l.add(5); Collections.sort(l)\n"
            + "print(l, len(l), l[0], l[-1], 5 in l, isinstance(l, java.util.List))\n"
            + "m = HashMap(); m['k'] = 1; del m['k']; m['j'] = 2\n"
            + "print([k for k in m], m['j'], 'k' in m, Map.Entry)\n"
            + "print(list(l.stream().map(lambda v: v * 10).toList()))\n"
            + "from java.lang import Math, Integer\n"
            + "print(Math.max(3, 4), Integer.MAX_VALUE, Integer.toString(255, 16))\n");
    assertEquals(
        "[1, 2, 3, 5] 4 1 5 True True\n"
            + "['j'] 2 False <java interface java.util.Map$Entry>\n"
            + "[10, 20, 30, 50]\n"
            + "4 2147483647 ff\n",
        printed());
    assertThrows(PythonException.class, () -> python.exec("from java.util import Nothing"));
    assertThrows(PythonException.class, () -> python.exec("import java.nothing"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void pythonImplementsInterfaces() {
    Function<Object, Object> twice =
        (Function<Object, Object>)
            ((PythonObject) python.eval("lambda v: v * 2")).as(Function.class);
    assertEquals(42, twice.apply(21));
    python.exec("class Square:\n    side = 3\n    def area(self): return float(self.side ** 2)\n");
    Shape square = ((PythonObject) python.eval("Square()")).as(Shape.class);
    assertEquals(9.0, square.area());
    assertEquals("a shape of 9.0", square.describe());
  }

  @Test
  void exceptionsTellWhereTheyCameFrom() {
    PythonException failure =
        assertThrows(PythonException.class, () -> python.exec("def f():\n    return 1 / 0\nf()\n"));
    assertEquals("ZeroDivisionError", failure.typeName());
    assertEquals("ZeroDivisionError: division by zero", failure.getMessage());
    assertEquals(2, failure.line());
    assertTrue(failure.traceback().startsWith("Traceback (most recent call last):\n"));
    PythonException syntax = assertThrows(PythonException.class, () -> python.exec("\nx = = 1"));
    assertEquals("SyntaxError", syntax.typeName());
    assertEquals(2, syntax.line());
  }

  @Test
  void instancesShareNothing() {
    python.exec("import json; json.mark = x = 1");
    try (PythonVm other = PythonVm.create()) {
      other.exec("import json");
      assertEquals(false, other.eval("hasattr(json, 'mark')"));
      assertNull(other.get("x"));
    }
  }

  @Test
  void manyThreadsMayUseOne() throws Exception {
    python.exec("counts = []\ndef add(i):\n    counts.append(i)\n    return sum(range(i))\n");
    PythonObject add = python.get("add", PythonObject.class);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<Object>> results =
        IntStream.range(0, 200).mapToObj(i -> pool.submit(() -> add.call(i))).toList();
    for (int i = 0; i < 200; i++) {
      assertEquals(i * (i - 1) / 2, results.get(i).get());
    }
    pool.shutdown();
    assertEquals(200, python.eval("len(counts)"));
    python.exec(
        "from java.util.concurrent import Executors\n"
            + "pool = Executors.newSingleThreadExecutor()\n"
            + "answer = pool.submit(lambda: 42).get()\n"
            + "pool.shutdown()\n");
    assertEquals(42, python.get("answer"));
  }

  @Test
  void programsRunInsideWithExitCodes() throws Exception {
    Path script =
        Files.writeString(folder.resolve("job.py"), "import sys\nsys.exit(len(sys.argv))");
    assertEquals(3, python.runScript(script, "a", "b"));
    Files.writeString(folder.resolve("broken.py"), "raise KeyError('k')");
    assertEquals(1, python.runModule("broken"));
    assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("KeyError: 'k'\n"));
    assertEquals(4, python.eval("2 + 2"));
    assertEquals("line\n", python.eval("__import__('sys').stdin.readline()"));
  }

  @Test
  void aClosedOneRefuses() {
    python.exec("import atexit; atexit.register(print, 'bye')");
    python.close();
    assertThrows(IllegalStateException.class, () -> python.eval("1"));
    assertEquals("bye\n", out.toString(StandardCharsets.UTF_8));
  }
}
