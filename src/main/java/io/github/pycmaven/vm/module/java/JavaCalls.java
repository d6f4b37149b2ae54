package io.github.pycmaven.vm.module.java;

import io.github.pycmaven.vm.core.call.InterpreterLock;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.NoSuchFileException;

/** The border between Python and Java code: the lock, the threads and the exceptions. */
public final class JavaCalls {
  /** What Python code does when Java calls it. */
  public interface PythonCode<T> {
    /** Runs with the lock held. */
    T run();
  }

  /** The states of Java's own threads that have called Python. */
  private static final ThreadLocal<ThreadState> STATE = new ThreadLocal<>();

  private JavaCalls() {}

  /** The thread that starts the virtual machine has a state already. */
  public static void adopt(ThreadState state) {
    STATE.set(state);
  }

  /** Runs Python code on a thread of Java's, which does not hold the lock. */
  public static <T> T python(PythonCode<T> code) {
    ThreadState state = STATE.get();
    if (state == null) {
      state = new ThreadState();
      state.name = Thread.currentThread().getName();
      STATE.set(state);
      InterpreterLock.add(state);
    }
    InterpreterLock.acquire(state);
    try {
      return code.run();
    } finally {
      InterpreterLock.release();
    }
  }

  /** Calls a method, or with a null target a constructor or static method. */
  static PyObject java(Executable member, Object target, Object[] args) {
    ThreadState state = InterpreterLock.release();
    ThreadState before = STATE.get();
    STATE.set(state);
    Object result;
    try {
      result =
          member instanceof Method m
              ? m.invoke(target, args)
              : ((Constructor<?>) member).newInstance(args);
    } catch (InvocationTargetException e) {
      InterpreterLock.acquire(state);
      throw raise(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      InterpreterLock.acquire(state);
      throw Exc.typeError(member + ": " + e.getMessage());
    } finally {
      STATE.set(before == null ? state : before);
    }
    InterpreterLock.acquire(state);
    return JavaValues.toPython(result);
  }

  /** A Java exception as the Python one that programs expect in its place. */
  static PyRaise raise(Throwable thrown) {
    if (thrown instanceof PyRaise raise) {
      return raise;
    }
    if (thrown instanceof Error error && !(thrown instanceof AssertionError)) {
      throw error;
    }
    String text = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    PyRaise raise = Exc.raise(kind(thrown), thrown.getClass().getName() + text);
    Obj.setAttr(raise.value, PyStr.intern("java_exception"), JavaValues.toPython(thrown));
    return raise;
  }

  private static PyType kind(Throwable thrown) {
    if (thrown instanceof FileNotFoundException || thrown instanceof NoSuchFileException) {
      return Exc.FileNotFoundError;
    }
    if (thrown instanceof IOException) {
      return Exc.OSError;
    }
    if (thrown instanceof IndexOutOfBoundsException) {
      return Exc.IndexError;
    }
    if (thrown instanceof ArithmeticException) {
      return Exc.ArithmeticError;
    }
    if (thrown instanceof IllegalArgumentException) {
      return Exc.ValueError;
    }
    if (thrown instanceof ClassCastException || thrown instanceof NullPointerException) {
      return Exc.TypeError;
    }
    return Exc.RuntimeError;
  }
}
