package io.github.pycmaven.vm.module.signal;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** The module {@code _signal}: handlers are remembered; the host delivers no signal yet. */
@BuiltinModule("_signal")
public final class SignalModule {
  private static final PyObject[] HANDLERS = new PyObject[65];
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
    PyObject old = HANDLERS[number(n)];
    HANDLERS[n] = handler;
    return PyNone.orNone(old);
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
