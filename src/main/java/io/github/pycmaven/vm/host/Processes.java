package io.github.pycmaven.vm.host;

import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Processes that the program starts. Their standard streams are files of {@link OpenFiles}; where
 * the JVM cannot hand such a file on, a thread copies.
 */
public final class Processes {
  private static final int NO_CHILD = 10;
  private static final int CHUNK = 8192;
  private static final Map<Long, Process> CHILDREN = new ConcurrentHashMap<>();

  private Processes() {}

  /**
   * Starts a process.
   *
   * @param environment null for this process's own
   * @param streams the descriptors that become 0, 1 and 2; -1 for this process's own
   */
  public static long start(
      List<String> command, Path folder, Map<String, String> environment, int[] streams)
      throws IOException {
    ProcessBuilder b = new ProcessBuilder(command);
    b.directory((folder == null ? WorkingDirectory.get() : folder).toFile());
    if (environment != null) {
      b.environment().clear();
      b.environment().putAll(environment);
    }
    int[] s = new int[3];
    boolean[] copied = new boolean[3];
    for (int i = 0; i < 3; i++) {
      s[i] = streams[i] < 0 ? i : streams[i];
    }
    if (OpenFiles.isOpen(s[1]) && OpenFiles.isOpen(s[2]) && OpenFiles.isSame(s[1], s[2])) {
      b.redirectErrorStream(true);
    }
    for (int i = 0; i < 3; i++) {
      Redirect r = redirect(i, s[i]);
      copied[i] = r == Redirect.PIPE;
      if (i == 0) {
        b.redirectInput(r);
      } else if (i == 1) {
        b.redirectOutput(r);
      } else if (!b.redirectErrorStream()) {
        b.redirectError(r);
      } else {
        copied[i] = false;
      }
    }
    Process p = b.start();
    CHILDREN.put(p.pid(), p);
    if (copied[0]) {
      copyIn(OpenFiles.duplicate(s[0], 0), p.getOutputStream());
    }
    if (copied[1]) {
      copyOut(p.getInputStream(), OpenFiles.duplicate(s[1], 0));
    }
    if (copied[2]) {
      copyOut(p.getErrorStream(), OpenFiles.duplicate(s[2], 0));
    }
    return p.pid();
  }

  private static Redirect redirect(int stream, int descriptor) {
    if (!OpenFiles.isOpen(descriptor)) {
      File none = new File("/dev/null");
      return stream == 0 ? Redirect.from(none) : Redirect.to(none);
    }
    if (OpenFiles.isStandard(descriptor, stream)) {
      return Redirect.INHERIT;
    }
    Path path = OpenFiles.path(descriptor);
    if (path != null && path.startsWith("/dev")) {
      return stream == 0 ? Redirect.from(path.toFile()) : Redirect.appendTo(path.toFile());
    }
    return Redirect.PIPE;
  }

  private static void copyIn(int from, OutputStream to) {
    background(
        () -> {
          try (to) {
            for (byte[] b = OpenFiles.readRaw(from, CHUNK);
                b.length > 0;
                b = OpenFiles.readRaw(from, CHUNK)) {
              to.write(b);
              to.flush();
            }
          } catch (IOException e) {
            // The process reads no more.
          } finally {
            OpenFiles.closeRaw(from);
          }
        });
  }

  private static void copyOut(InputStream from, int to) {
    background(
        () -> {
          byte[] b = new byte[CHUNK];
          try (from) {
            for (int n = from.read(b); n >= 0; n = from.read(b)) {
              OpenFiles.writeRaw(to, b, n);
            }
          } catch (IOException e) {
            // Nobody reads what the process writes.
          } finally {
            OpenFiles.closeRaw(to);
          }
        });
  }

  private static void background(Runnable r) {
    Thread t = new Thread(null, r, "copy", 1 << 18);
    t.setDaemon(true);
    t.start();
  }

  /**
   * Waits for a child.
   *
   * @param pid its number, -1 for any
   * @return its number and its exit value, or null if it runs and waiting is not wanted
   */
  public static long[] await(long pid, boolean wait) {
    Process p = pid > 0 ? CHILDREN.get(pid) : anyOne();
    if (p == null) {
      throw HostErrors.of(NO_CHILD, null);
    }
    if (p.isAlive()) {
      if (!wait) {
        return null;
      }
      waitWithoutLock(p);
    }
    CHILDREN.remove(p.pid());
    return new long[] {p.pid(), p.exitValue()};
  }

  private static Process anyOne() {
    Process any = null;
    for (Process p : CHILDREN.values()) {
      any = p;
      if (!p.isAlive()) {
        break;
      }
    }
    return any;
  }

  private static void waitWithoutLock(Process p) {
    boolean ended = false;
    while (!ended) {
      ThreadState t = InterpreterLock.release();
      boolean interrupted = false;
      try {
        ended = p.waitFor(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        InterpreterLock.acquire(t);
      }
      if (interrupted) {
        io.github.pycmaven.vm.core.call.Pending.runMainCalls();
      }
    }
  }

  /** Sends a signal to another process. */
  public static void signal(long pid, int number) {
    ProcessHandle h = ProcessHandle.of(pid).orElse(null);
    if (h == null || !h.isAlive()) {
      if (CHILDREN.containsKey(pid)) {
        return;
      }
      throw HostErrors.of(3, null);
    }
    if (number == 0) {
      return;
    }
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + number, Long.toString(pid))
              .redirectErrorStream(true)
              .start();
      if (kill.waitFor() != 0) {
        throw HostErrors.of(1, null);
      }
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
