package io.github.pycmaven.vm.module.monitoring;

import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/**
 * {@code sys.monitoring}: tools, callbacks and names of events. Events are not delivered, so asking
 * for any is an error.
 */
@BuiltinModule("sys.monitoring")
public final class MonitoringModule {
  private static final int TOOLS = 6;
  private static final String[] EVENTS = {
    "PY_START",
    "PY_RESUME",
    "PY_RETURN",
    "PY_YIELD",
    "CALL",
    "LINE",
    "INSTRUCTION",
    "JUMP",
    "BRANCH_LEFT",
    "BRANCH_RIGHT",
    "STOP_ITERATION",
    "RAISE",
    "EXCEPTION_HANDLED",
    "PY_UNWIND",
    "PY_THROW",
    "RERAISE",
    "C_RETURN",
    "C_RAISE",
    "BRANCH"
  };
  private static final PyObject[] NAMES = new PyObject[TOOLS];
  private static final PyObject[][] CALLBACKS = new PyObject[TOOLS][EVENTS.length];

  private MonitoringModule() {}

  /** Makes the namespace; {@code namespace} is the class of {@code events}. */
  public static PyModule create(PyType namespace) {
    PyModule m = PyModule.of(new MonitoringModuleTable());
    PyDict d = new PyDict();
    for (int i = 0; i < EVENTS.length; i++) {
      d.put(EVENTS[i], PyInt.of(1L << i));
    }
    d.put("NO_EVENTS", PyInt.ZERO);
    m.dict.put(
        "events", io.github.pycmaven.vm.core.call.Calls.callDict(namespace, new PyObject[0], d));
    m.dict.put("DISABLE", PyType.OBJECT.call0());
    m.dict.put("MISSING", PyType.OBJECT.call0());
    m.dict.put("DEBUGGER_ID", PyInt.of(0));
    m.dict.put("COVERAGE_ID", PyInt.of(1));
    m.dict.put("PROFILER_ID", PyInt.of(2));
    m.dict.put("OPTIMIZER_ID", PyInt.of(5));
    return m;
  }

  private static void check(int tool) {
    if (tool < 0 || tool >= TOOLS) {
      throw Exc.valueError("invalid tool " + tool + " (must be between 0 and 5)");
    }
  }

  private static void checkUsed(int tool) {
    check(tool);
    if (NAMES[tool] == null) {
      throw Exc.valueError("tool " + tool + " is not in use");
    }
  }

  @Builtin("use_tool_id(tool_id, name, /)")
  static void use(int tool, PyObject name) {
    check(tool);
    if (!(name instanceof PyStr)) {
      throw Exc.valueError("tool name must be a str");
    }
    if (NAMES[tool] != null) {
      throw Exc.valueError("tool " + tool + " is already in use");
    }
    NAMES[tool] = name;
  }

  @Builtin("clear_tool_id(tool_id, /)")
  static void clear(int tool) {
    check(tool);
    CALLBACKS[tool] = new PyObject[EVENTS.length];
  }

  @Builtin("free_tool_id(tool_id, /)")
  static void free(int tool) {
    clear(tool);
    NAMES[tool] = null;
  }

  @Builtin("get_tool(tool_id, /)")
  static PyObject tool(int tool) {
    check(tool);
    return PyNone.orNone(NAMES[tool]);
  }

  @Builtin("register_callback(tool_id, event, func, /)")
  static PyObject register(int tool, int event, PyObject f) {
    check(tool);
    if (Integer.bitCount(event) != 1) {
      throw Exc.valueError("The callback can only be set for one event at a time");
    }
    int i = Integer.numberOfTrailingZeros(event);
    if (i >= EVENTS.length) {
      throw Exc.valueError("invalid event " + event);
    }
    PyObject before = CALLBACKS[tool][i];
    CALLBACKS[tool][i] = f == PyNone.NONE ? null : f;
    return PyNone.orNone(before);
  }

  @Builtin("get_events(tool_id, /)")
  static int events(int tool) {
    checkUsed(tool);
    return 0;
  }

  private static void refuse(int events) {
    if (events != 0) {
      throw Exc.notImplemented("this virtual machine does not deliver monitoring events");
    }
  }

  @Builtin("set_events(tool_id, event_set, /)")
  static void setEvents(int tool, int events) {
    checkUsed(tool);
    refuse(events);
  }

  @Builtin("get_local_events(tool_id, code, /)")
  static int localEvents(int tool, PyObject code) {
    checkUsed(tool);
    return 0;
  }

  @Builtin("set_local_events(tool_id, code, event_set, /)")
  static void setLocalEvents(int tool, PyObject code, int events) {
    checkUsed(tool);
    refuse(events);
  }

  @Builtin("restart_events()")
  static void restart() {}

  @Builtin("_all_events()")
  static PyObject all() {
    return new PyDict();
  }
}
