package io.github.pycmaven.vm.module.signal;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.Pending;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PySet;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.frame.PyFrame;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.HostSignals;

/** The module {@code _signal}: handlers run in the main thread, at its next safe point. */
@BuiltinModule("_signal")
public final class SignalModule {
  private static final PyObject[] HANDLERS = new PyObject[65];
  private static final PyObject DEFAULT = PyInt.ZERO;
  private static final PyObject IGNORE = PyInt.ONE;
  private static final int INTERRUPT = 2;
  private static final int KILL = 9;
  private static final int STOP = 19;
  private static final String DEADLY = ",1,2,3,6,8,9,10,11,12,13,14,15,24,25,26,27,29,30,31,";
  private static final String[] TEXTS = {
    "",
    "Hangup",
    "Interrupt",
    "Quit",
    "Illegal instruction",
    "Trace/breakpoint trap",
    "Aborted",
    "Bus error",
    "Floating point exception",
    "Killed",
    "User defined signal 1",
    "Segmentation fault",
    "User defined signal 2",
    "Broken pipe",
    "Alarm clock",
    "Terminated",
    "Stack fault",
    "Child exited",
    "Continued",
    "Stopped (signal)",
    "Stopped",
    "Stopped (tty input)",
    "Stopped (tty output)",
    "Urgent I/O condition",
    "CPU time limit exceeded",
    "File size limit exceeded",
    "Virtual timer expired",
    "Profiling timer expired",
    "Window changed",
    "I/O possible",
    "Power failure",
    "Bad system call"
  };
  private static final String[] NAMES = {
    "", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2",
    "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU", "URG", "XCPU",
    "XFSZ", "VTALRM", "PROF", "WINCH", "IO", "PWR", "SYS"
  };

  private SignalModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new SignalModuleTable());
    for (int i = 1; i < NAMES.length; i++) {
      m.dict.put("SIG" + NAMES[i], PyInt.of(i));
      HANDLERS[i] = PyInt.ZERO;
    }
    m.dict.put("SIGIOT", PyInt.of(6));
    m.dict.put("SIGCLD", PyInt.of(17));
    m.dict.put("SIGPOLL", PyInt.of(29));
    m.dict.put("SIGRTMIN", PyInt.of(34));
    m.dict.put("SIGRTMAX", PyInt.of(64));
    m.dict.put("NSIG", PyInt.of(65));
    m.dict.put("SIG_DFL", PyInt.ZERO);
    m.dict.put("SIG_IGN", PyInt.ONE);
    PyObject interrupt = m.dict.get("default_int_handler");
    m.dict.put("default_int_handler", interrupt);
    HANDLERS[2] = interrupt;
    return m;
  }

  private static int number(int n) {
    if (n < 1 || n > 64) {
      throw Exc.valueError("signal number out of range");
    }
    return n;
  }

  @Builtin("signal(signalnum, handler, /)")
  static PyObject signal(int n, PyObject handler) {
    if (!Pending.isMainThread()) {
      throw Exc.valueError("signal only works in main thread of the main interpreter");
    }
    number(n);
    if (handler != DEFAULT
        && handler != IGNORE
        && !Obj.same(handler, DEFAULT)
        && !Obj.same(handler, IGNORE)
        && !Calls.isCallable(handler)) {
      throw Exc.typeError(
          "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }
    if (n == KILL || n == STOP) {
      throw HostErrors.of(22, null);
    }
    PyObject old = HANDLERS[n];
    HANDLERS[n] = handler;
    listen(n, handler);
    return PyNone.orNone(old);
  }

  /** Lets the host's signal call the handler, in the main thread. */
  private static void listen(int n, PyObject handler) {
    if (n >= NAMES.length) {
      return;
    }
    if (handler instanceof PyInt i) {
      HostSignals.reset(NAMES[n], i.signum() == 0 ? "SIG_DFL" : "SIG_IGN");
    } else {
      HostSignals.listen(NAMES[n], n, k -> Pending.callInMain(() -> deliver(k)));
    }
  }

  /** SIGINT raises KeyboardInterrupt from the start; set up beside the program's own start. */
  public static void listenForInterrupt() {
    Thread t = new Listening();
    t.setDaemon(true);
    t.start();
  }

  private static final class Listening extends Thread implements HostSignals.Listener, Runnable {
    @Override
    public void run() {
      HostSignals.listen(NAMES[INTERRUPT], INTERRUPT, this);
    }

    @Override
    public void received(int number) {
      Pending.callInMain(() -> deliver(INTERRUPT));
    }
  }

  private static void deliver(int n) {
    PyObject h = HANDLERS[n];
    if (n == INTERRUPT && h == null) {
      throw Exc.raise(Exc.make(Exc.KeyboardInterrupt));
    }
    if (h == null || h instanceof PyInt) {
      return;
    }
    h.call2(PyInt.of(n), PyNone.orNone(PyFrame.current(0)));
  }

  @Builtin("raise_signal(signalnum, /)")
  static void raiseSignal(int n) {
    number(n);
    PyObject h = HANDLERS[n];
    if (h != null && !(h instanceof PyInt)) {
      Pending.callInMain(() -> deliver(n));
      Pending.runMainCalls();
    } else if (h instanceof PyInt i && i.signum() == 0 && DEADLY.indexOf("," + n + ",") >= 0) {
      Runtime.getRuntime().halt(128 + n);
    }
  }

  @Builtin("_interrupt(signalnum, /)")
  static void interrupt(int n) {
    if (n < 1 || n > 64) {
      throw Exc.valueError("signal number out of range");
    }
    PyObject h = HANDLERS[n];
    if (h != null && !(h instanceof PyInt)) {
      Pending.callInMain(() -> deliver(n));
    }
  }

  @Builtin("strsignal(signalnum, /)")
  static PyObject strsignal(int n) {
    number(n);
    return n < TEXTS.length ? PyStr.of(TEXTS[n]) : PyNone.NONE;
  }

  @Builtin("valid_signals()")
  static PyObject validSignals() {
    PySet all = new PySet();
    for (int i = 1; i <= 64; i++) {
      if (i != 32 && i != 33) {
        all.add(PyInt.of(i));
      }
    }
    return all;
  }

  @Builtin("siginterrupt(signalnum, flag, /)")
  static void siginterrupt(int n, int flag) {
    number(n);
  }

  @Builtin("pthread_kill(thread_id, signalnum, /)")
  static void pthreadKill(long thread, int n) {
    if (n != 0) {
      raiseSignal(n);
    }
  }

  @Builtin("getsignal(signalnum, /)")
  static PyObject getSignal(int n) {
    return PyNone.orNone(HANDLERS[number(n)]);
  }

  @Builtin("default_int_handler(signalnum, frame, /)")
  static void defaultInterrupt(PyObject n, PyObject frame) {
    throw Exc.raise(Exc.KeyboardInterrupt);
  }

  @Builtin("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)")
  static int setWakeup(int fd, boolean warn) {
    return -1;
  }
}
