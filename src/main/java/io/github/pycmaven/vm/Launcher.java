package io.github.pycmaven.vm;

import io.github.pycmaven.util.Resources;
import java.io.IOException;

/**
 * The main class of packaged applications: runs the entry point that the jar describes.
 *
 * <p>The property {@code pyc.entry} chooses another of its entry points.
 */
public final class Launcher {
  private Launcher() {}

  /** Runs the application and ends the process with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    Application application;
    try {
      byte[] description = Resources.own().read(Application.PLACE);
      if (description == null) {
        throw new Application.Unusable(
            "this jar describes no application: " + Application.PLACE + " is missing");
      }
      application = new Application(description, System.getProperty("pyc.entry"));
    } catch (Application.Unusable | IOException e) {
      System.err.println("pyc: " + e.getMessage());
      System.err.flush();
      Runtime.getRuntime().halt(2);
      return;
    }
    // The options and variables of the interpreter, as for a module that is run by name.
    String[] line = new String[args.length + 2];
    line[0] = "-m";
    line[1] = application.subject();
    System.arraycopy(args, 0, line, 2, args.length);
    Main.launch(line, application);
  }
}
