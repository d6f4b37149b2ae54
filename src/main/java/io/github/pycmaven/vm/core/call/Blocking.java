package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;

/** Waiting without the interpreter's lock, for a time that a program gives. */
public final class Blocking {
  /** The longest time that a lock may be waited for, in seconds. */
  public static final double MOST = 9223372036.0;

  /** A condition that another thread will make true; asked for while the monitor is held. */
  public interface Condition {
    /** Whether the wait is over; takes what was waited for. */
    boolean take();
  }

  private Blocking() {}

  /**
   * Waits on a monitor until the condition holds.
   *
   * @param nanos the longest wait; negative for ever
   * @return whether the condition held
   */
  public static boolean await(Object monitor, Condition condition, long nanos) {
    long end = nanos < 0 ? 0 : System.nanoTime() + nanos;
    while (true) {
      ThreadState t = InterpreterLock.release();
      boolean interrupted = false;
      try {
        synchronized (monitor) {
          while (!condition.take()) {
            long left = nanos < 0 ? 0 : end - System.nanoTime();
            if (nanos >= 0 && left <= 0) {
              return false;
            }
            monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
          }
          return true;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        InterpreterLock.acquire(t);
        if (interrupted) {
          Pending.runMainCalls();
        }
      }
    }
  }

  /** Sleeps; handlers of signals run meanwhile, and may end it with an exception. */
  public static void sleep(long nanos) {
    if (nanos == 0) {
      ThreadState t = InterpreterLock.release();
      Thread.yield();
      InterpreterLock.acquire(t);
      return;
    }
    await(new Object(), () -> false, nanos);
  }

  /** A number of seconds in nanoseconds; null and None are for ever. */
  public static long nanos(PyObject seconds) {
    if (seconds == null || seconds == PyNone.NONE) {
      return -1;
    }
    if (!(seconds instanceof PyFloat) && !(seconds instanceof PyInt)) {
      return Obj.index(seconds).value * 1_000_000_000L;
    }
    double s = Obj.toDouble(seconds);
    if (s != s) {
      throw Exc.valueError("Invalid value NaN (not a number)");
    }
    if (s > MOST) {
      throw Exc.overflowError("timestamp too large to convert to C PyTime_t");
    }
    return (long) Math.ceil(s * 1e9);
  }

  /** The arguments of {@code acquire(blocking, timeout)}: 0 for no wait at all. */
  public static long acquireNanos(boolean blocking, PyObject timeout) {
    long n = timeout == null ? -1 : nanos(timeout);
    boolean forever = timeout == null || n == -1_000_000_000L;
    if (!blocking && !forever) {
      throw Exc.valueError("can't specify a timeout for a non-blocking call");
    }
    if (n < 0 && !forever) {
      throw Exc.valueError("timeout value must be a non-negative number");
    }
    return !blocking ? 0 : forever ? -1 : n;
  }
}
