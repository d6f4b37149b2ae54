package app;

import io.github.pycmaven.embed.PythonObject;
import io.github.pycmaven.embed.PythonVm;
import java.nio.file.Path;
import javax.script.ScriptEngineManager;

public final class Main {
  public static void main(String[] args) throws Exception {
    Path classes = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (PythonVm python = PythonVm.builder().path(classes).build()) {
      PythonObject rules = python.importModule("rules");
      Order order = (Order) rules.invoke("sample");
      System.out.println(order.getCustomer() + " pays " + rules.invoke("price", order));
      System.out.println("compiled " + python.compiledSources());
    }
    System.out.println(new ScriptEngineManager().getEngineByName("python").eval("6 * 7"));
    System.exit(0);
  }
}
