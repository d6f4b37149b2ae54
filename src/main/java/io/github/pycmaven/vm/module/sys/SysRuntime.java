package io.github.pycmaven.vm.module.sys;

import io.github.pycmaven.vm.core.call.Calls;
import io.github.pycmaven.vm.core.call.ThreadState;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFrozenSet;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;

/** What {@code sys} tells of the machine that runs the program, and what of it can be switched. */
@BuiltinModule("sys")
final class SysRuntime {
  /** The library's modules, as CPython 3.14 lists them. */
  private static final String LIBRARY =
      "__future__ _abc _aix_support _android_support _apple_support _ast _ast_unparse "
          + "_asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 "
          + "_codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize "
          + "_compat_pickle _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm "
          + "_decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm "
          + "_hashlib _heapq _hmac _imp _interpchannels _interpqueues _interpreters _io "
          + "_ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec "
          + "_multiprocessing _opcode _opcode_metadata _operator _osx_support _overlapped "
          + "_pickle _posixshmem _posixsubprocess _py_abc _py_warnings _pydatetime _pydecimal "
          + "_pyio _pylong _pyrepl _queue _random _remote_debugging _scproxy _sha1 _sha2 _sha3 "
          + "_signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string "
          + "_strptime _struct _suggestions _symtable _sysconfig _thread _threading_local "
          + "_tkinter _tokenize _tracemalloc _types _typing _uuid _warnings _weakref _weakrefset "
          + "_winapi _wmi _zoneinfo _zstd abc annotationlib antigravity argparse array ast "
          + "asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd "
          + "code codecs codeop collections colorsys compileall compression concurrent "
          + "configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses "
          + "datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno "
          + "faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc "
          + "genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html "
          + "http idlelib imaplib importlib inspect io ipaddress itertools json keyword "
          + "linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder "
          + "msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse "
          + "os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix posixpath "
          + "pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue "
          + "quopri random re readline reprlib resource rlcompleter runpy sched secrets select "
          + "selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 "
          + "sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct "
          + "subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios textwrap "
          + "this threading time timeit tkinter token tokenize tomllib trace traceback "
          + "tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid "
          + "venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp "
          + "zipfile zipimport zlib zoneinfo";

  private SysRuntime() {}

  static void addTo(PyModule sys) {
    sys.add(new SysRuntimeTable());
    String[] names = LIBRARY.split(" ");
    PyObject[] all = new PyObject[names.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = PyStr.intern(names[i]);
    }
    sys.dict.put("stdlib_module_names", PyFrozenSet.of(all));
    PyModule jit = PyModule.named("sys._jit");
    for (String n : new String[] {"is_available", "is_enabled", "is_active"}) {
      jit.dict.put(n, sys.dict.get("_jit_" + n));
      sys.dict.remove(PyStr.intern("_jit_" + n));
    }
    sys.dict.put("_jit", jit);
  }

  @Builtin("_jit_is_available()")
  static boolean isAvailable() {
    return false;
  }

  @Builtin("_jit_is_enabled()")
  static boolean isEnabled() {
    return false;
  }

  @Builtin("_jit_is_active()")
  static boolean isActive() {
    return false;
  }

  @Builtin("_clear_type_descriptors(type, /)")
  static void clearTypeDescriptors(PyObject type) {
    ((io.github.pycmaven.vm.core.type.PyType) type).put(PyStr.intern("__dict__"), null);
    ((io.github.pycmaven.vm.core.type.PyType) type).put(PyStr.intern("__weakref__"), null);
  }

  @Builtin("_is_immortal(op, /)")
  static boolean isImmortal(PyObject o) {
    return o == PyNone.NONE || o instanceof PyInt;
  }

  @Builtin("getallocatedblocks()")
  static int allocatedBlocks() {
    return 0;
  }

  @Builtin("getunicodeinternedsize(*, _only_immortal=False)")
  static int internedSize(boolean immortal) {
    return 0;
  }

  @Builtin("getdlopenflags()")
  static int dlopenFlags() {
    return 2;
  }

  @Builtin("setdlopenflags(flags, /)")
  static void setDlopenFlags(int flags) {}

  @Builtin("is_stack_trampoline_active()")
  static boolean isTrampolineActive() {
    return false;
  }

  @Builtin("is_remote_debug_enabled()")
  static boolean isRemoteDebugEnabled() {
    return false;
  }

  @Builtin("_get_cpu_count_config()")
  static int cpuCount() {
    return -1;
  }

  @Builtin("call_tracing(func, args, /)")
  static PyObject callTracing(PyObject function, PyTuple args) {
    return function.callN(args.items.clone());
  }

  @Builtin("_current_exceptions()")
  static PyObject currentExceptions() {
    PyDict out = new PyDict();
    ThreadState t = ThreadState.current();
    PyException e = t.handled();
    out.put(PyInt.of(t.id), PyNone.orNone(e));
    return out;
  }

  @Builtin("_settraceallthreads(function, /)")
  static void traceAll(PyObject function) {
    Calls.method(io.github.pycmaven.vm.core.object.Obj.importModule("sys"), "settrace", function);
  }

  @Builtin("_setprofileallthreads(function, /)")
  static void profileAll(PyObject function) {
    Calls.method(io.github.pycmaven.vm.core.object.Obj.importModule("sys"), "setprofile", function);
  }
}
