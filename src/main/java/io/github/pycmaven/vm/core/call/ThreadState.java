package io.github.pycmaven.vm.core.call;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.PyObject;
import java.util.Arrays;

/**
 * What belongs to a thread that runs Python code: its activations and the exceptions it handles.
 *
 * <p>Only the holder of the interpreter's lock runs Python code, so the running thread's state lies
 * in one static field, which the lock changes.
 */
public final class ThreadState {
  /** The state of the thread that holds the lock. */
  private static ThreadState current = new ThreadState();

  private static long threads;

  /** How deep calls may nest. */
  public static int recursionLimit = 1000;

  /** Exceptions that are being handled, by frame of generator or outermost code. */
  public static final class Handling {
    public PyException value;
    public Handling previous;
  }

  /** The activations, of which {@link #depth} are live; an element is a frame or can make one. */
  public Object[] stack = new Object[64];

  public int depth;
  public Handling handling = new Handling();

  /** Objects whose repr is being made. */
  public final java.util.IdentityHashMap<PyObject, Boolean> inRepr =
      new java.util.IdentityHashMap<>();

  /** The {@code contextvars} context, or null. */
  public PyObject context;

  /** Hooks for asynchronous generators, or null. */
  public PyObject firstIteration;

  public PyObject finalizer;

  /** The trace and profile functions, or null. */
  public PyObject tracer;

  public PyObject profiler;

  /** Whether there is a trace or profile function, so that activations run step by step. */
  public boolean hooked;

  /** Whether the trace or profile function itself runs. */
  public boolean inHook;

  /** Depth of native recursion that has no activation: repr, comparison, isinstance. */
  public int nativeDepth;

  /** The identifier that programs see. */
  public final long id;

  /** The thread's name, as the host shows it. */
  public String name = "";

  /** How many callers coroutines remember. */
  public int originDepth;

  /** An exception to be raised by another thread's wish. */
  public volatile PyObject asyncException;

  public ThreadState() {
    synchronized (ThreadState.class) {
      id = ++threads;
    }
  }

  /** The running thread's. */
  public static ThreadState current() {
    return current;
  }

  /** Called by the lock. */
  public static void setCurrent(ThreadState t) {
    current = t;
  }

  /** Enters an activation. */
  public void push(Object activation) {
    int d = depth;
    if (d >= recursionLimit) {
      throw tooDeep("");
    }
    if (d == stack.length) {
      stack = Arrays.copyOf(stack, d * 2);
    }
    stack[d] = activation;
    depth = d + 1;
  }

  /** Leaves an activation. */
  public void pop() {
    stack[--depth] = null;
  }

  /** The error of too deep a recursion. */
  public static RuntimeException tooDeep(String where) {
    return Exc.raise(Exc.RecursionError, "maximum recursion depth exceeded" + where);
  }

  /** Counts a step of recursion in Java code. */
  public void enterNative(String where) {
    if (++nativeDepth + depth >= recursionLimit * 2 + 500) {
      nativeDepth--;
      throw tooDeep(where);
    }
  }

  /** Ends what {@link #enterNative} began. */
  public void leaveNative() {
    nativeDepth--;
  }

  /** The innermost exception that is being handled, or null. */
  public PyException handled() {
    for (Handling h = handling; h != null; h = h.previous) {
      if (h.value != null) {
        return h.value;
      }
    }
    return null;
  }
}
