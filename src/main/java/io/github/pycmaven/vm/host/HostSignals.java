package io.github.pycmaven.vm.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The host's signals, by the JVM's interface for them, which the compiler knows only as internal:
 * hence by reflection.
 */
public final class HostSignals {
  /** What is done when a signal comes, on a thread of the JVM. */
  public interface Listener {
    /** A signal has come. */
    void received(int number);
  }

  private static final class Handler implements InvocationHandler {
    private final int number;
    private final Listener listener;

    Handler(int number, Listener listener) {
      this.number = number;
      this.listener = listener;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
      switch (method.getName()) {
        case "handle":
          listener.received(number);
          return null;
        case "equals":
          return proxy == args[0];
        case "hashCode":
          return number;
        default:
          return "signal " + number;
      }
    }
  }

  private HostSignals() {}

  /** Has a listener called, or nobody if it is null; false if the JVM keeps the signal. */
  public static boolean listen(String name, int number, Listener listener) {
    try {
      Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
      Object handler =
          Proxy.newProxyInstance(
              HostSignals.class.getClassLoader(),
              new Class<?>[] {handlerClass},
              new Handler(number, listener));
      set(name, handlerClass, handler);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Gives a signal its own effect again ({@code SIG_DFL}), or none ({@code SIG_IGN}). */
  public static boolean reset(String name, String effect) {
    try {
      Class<?> handlerClass = Class.forName("sun.misc.SignalHandler");
      set(name, handlerClass, handlerClass.getField(effect).get(null));
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static void set(String name, Class<?> handlerClass, Object handler)
      throws ReflectiveOperationException {
    Class<?> signalClass = Class.forName("sun.misc.Signal");
    Object signal = signalClass.getConstructor(String.class).newInstance(name);
    signalClass.getMethod("handle", signalClass, handlerClass).invoke(null, signal, handler);
  }
}
