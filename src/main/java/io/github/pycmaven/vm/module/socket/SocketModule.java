package io.github.pycmaven.vm.module.socket;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyModule;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.PairedSocket;

/**
 * The module {@code _socket}. Names and addresses are in {@link NameLookup}.
 *
 * @cpython Modules/socketmodule.c
 */
@BuiltinModule("_socket")
public final class SocketModule {
  static final PyType GAI_ERROR = Exc.declare("socket", "gaierror", Exc.OSError);
  static long defaultTimeout = -1;

  private static final String NUMBERS =
      "AF_INET=2 AF_INET6=10 AF_UNIX=1 AF_UNSPEC=0 SOCK_STREAM=1 SOCK_DGRAM=2 SOCK_RAW=3 "
          + "SOCK_NONBLOCK=2048 SOCK_CLOEXEC=524288 SOL_SOCKET=1 SO_REUSEADDR=2 SO_REUSEPORT=15 "
          + "SO_KEEPALIVE=9 SO_BROADCAST=6 SO_RCVBUF=8 SO_SNDBUF=7 SO_LINGER=13 SO_ERROR=4 "
          + "SO_TYPE=3 SO_OOBINLINE=10 SO_RCVTIMEO=20 SO_SNDTIMEO=21 SO_ACCEPTCONN=30 "
          + "SO_PROTOCOL=38 SO_DOMAIN=39 IPPROTO_TCP=6 IPPROTO_UDP=17 IPPROTO_IP=0 "
          + "IPPROTO_IPV6=41 IPPROTO_ICMP=1 IPPROTO_ICMPV6=58 TCP_NODELAY=1 TCP_KEEPIDLE=4 "
          + "TCP_KEEPINTVL=5 TCP_KEEPCNT=6 TCP_MAXSEG=2 TCP_CORK=3 TCP_QUICKACK=12 "
          + "TCP_FASTOPEN=23 TCP_USER_TIMEOUT=18 IPV6_V6ONLY=26 IP_TTL=2 IP_TOS=1 "
          + "IP_MULTICAST_TTL=33 IP_MULTICAST_LOOP=34 IP_MULTICAST_IF=32 IP_ADD_MEMBERSHIP=35 "
          + "IP_DROP_MEMBERSHIP=36 IPV6_JOIN_GROUP=20 IPV6_MULTICAST_HOPS=18 MSG_PEEK=2 MSG_OOB=1 "
          + "MSG_DONTWAIT=64 MSG_WAITALL=256 MSG_NOSIGNAL=16384 MSG_TRUNC=32 MSG_CTRUNC=8 "
          + "MSG_DONTROUTE=4 MSG_EOR=128 SHUT_RD=0 SHUT_WR=1 SHUT_RDWR=2 SOMAXCONN=4096 "
          + "INADDR_ANY=0 INADDR_LOOPBACK=2130706433 INADDR_BROADCAST=4294967295 "
          + "INADDR_NONE=4294967295 AI_PASSIVE=1 AI_CANONNAME=2 AI_NUMERICHOST=4 "
          + "AI_NUMERICSERV=1024 AI_ADDRCONFIG=32 AI_V4MAPPED=8 AI_ALL=16 EAI_NONAME=-2 "
          + "EAI_FAMILY=-6 EAI_AGAIN=-3 EAI_FAIL=-4 EAI_SERVICE=-8 EAI_SOCKTYPE=-7 "
          + "EAI_BADFLAGS=-1 EAI_MEMORY=-10 EAI_SYSTEM=-11 EAI_OVERFLOW=-12 EAI_NODATA=-5 "
          + "EAI_ADDRFAMILY=-9 NI_NUMERICHOST=1 NI_NUMERICSERV=2 NI_NAMEREQD=8 NI_DGRAM=16 "
          + "NI_NOFQDN=4 NI_MAXHOST=1025 NI_MAXSERV=32 SCM_RIGHTS=1";

  private SocketModule() {}

  /** Makes the module. */
  public static PyModule create() {
    PyModule m = PyModule.of(new SocketModuleTable());
    m.add(new NameLookupTable());
    m.dict.put("socket", PySocket.TYPE);
    m.dict.put("SocketType", PySocket.TYPE);
    m.dict.put("error", Exc.OSError);
    m.dict.put("timeout", Exc.TimeoutError);
    m.dict.put("gaierror", GAI_ERROR);
    m.dict.put("herror", Exc.declare("socket", "herror", Exc.OSError));
    m.dict.put("has_ipv6", io.github.pycmaven.vm.core.object.PyBool.TRUE);
    for (String n : NUMBERS.split(" ")) {
      int equals = n.indexOf('=');
      m.dict.put(n.substring(0, equals), PyInt.of(Long.parseLong(n.substring(equals + 1))));
    }
    return m;
  }

  /** A time-out in nanoseconds, -1 for none. */
  static long nanos(PyObject seconds) {
    if (seconds == PyNone.NONE) {
      return -1;
    }
    long n =
        Blocking.nanos(seconds instanceof PyInt ? new PyFloat(Obj.toDouble(seconds)) : seconds);
    if (n < 0) {
      throw Exc.valueError("Timeout value out of range");
    }
    return n;
  }

  @Builtin("getdefaulttimeout()")
  static PyObject getDefaultTimeout() {
    return defaultTimeout < 0 ? PyNone.NONE : new PyFloat(defaultTimeout / 1e9);
  }

  @Builtin("setdefaulttimeout(timeout, /)")
  static void setDefaultTimeout(PyObject seconds) {
    defaultTimeout = nanos(seconds);
  }

  @Builtin("socketpair(family=1, type=1, proto=0, /)")
  static PyObject pair(PyObject family, PyObject type, PyObject proto) {
    PairedSocket[] p = PairedSocket.pair();
    PyObject[] out = new PyObject[2];
    for (int i = 0; i < 2; i++) {
      PyObject f = family == null || family == PyNone.NONE ? PyInt.ONE : family;
      out[i] =
          Obj.call(
              PySocket.TYPE,
              f,
              type == null ? PyInt.ONE : type,
              proto == null ? PyInt.ZERO : proto,
              PyInt.of(OpenFiles.add(p[i])));
    }
    return new PyTuple(out);
  }

  @Builtin("close(fd, /)")
  static void close(int fd) {
    OpenFiles.close(fd);
  }

  @Builtin("dup(fd, /)")
  static int dup(int fd) {
    int n = OpenFiles.duplicate(fd, 3);
    OpenFiles.setInheritable(n, false);
    return n;
  }

  private static long swapped(PyObject o, int bytes, String limit) {
    PyInt i = Obj.index(o);
    if (i.signum() < 0) {
      throw Exc.overflowError("can't convert negative Python int to C " + limit);
    }
    if (i.big().bitLength() > 8 * bytes) {
      throw Exc.overflowError("Python int too large to convert to C " + limit);
    }
    return bytes == 2
        ? Short.reverseBytes((short) i.value) & 0xffffL
        : Integer.reverseBytes((int) i.value) & 0xffffffffL;
  }

  private static long shortSwapped(String name, PyObject o) {
    PyInt i = Obj.index(o);
    if (i.signum() < 0) {
      throw Exc.overflowError(
          name + ": can't convert negative Python int to C 16-bit unsigned integer");
    }
    if (i.big().bitLength() > 16) {
      throw Exc.overflowError(
          name + ": Python int too large to convert to C 16-bit unsigned integer");
    }
    return swapped(i, 2, "");
  }

  @Builtin("htons(x, /)")
  static long htons(PyObject x) {
    return shortSwapped("htons", x);
  }

  @Builtin("ntohs(x, /)")
  static long ntohs(PyObject x) {
    return shortSwapped("ntohs", x);
  }

  @Builtin("htonl(x, /)")
  static long htonl(PyObject x) {
    return swapped(x, 4, "unsigned long");
  }

  @Builtin("ntohl(x, /)")
  static long ntohl(PyObject x) {
    return swapped(x, 4, "unsigned long");
  }

  @Builtin("inet_aton(ip_addr, /)")
  static PyObject inetAton(String text) {
    byte[] b = Addresses.parse4(text, true);
    if (b == null) {
      throw Exc.raise(Exc.OSError, "illegal IP address string passed to inet_aton");
    }
    return new PyBytes(b);
  }

  @Builtin("inet_ntoa(packed_ip, /)")
  static String inetNtoa(PyObject packed) {
    byte[] b = Obj.bytesOf(packed);
    if (b.length != 4) {
      throw Exc.raise(Exc.OSError, "packed IP wrong length");
    }
    return (b[0] & 0xff) + "." + (b[1] & 0xff) + "." + (b[2] & 0xff) + "." + (b[3] & 0xff);
  }

  @Builtin("inet_pton(address_family, ip_string, /)")
  static PyObject inetPton(int family, String text) {
    byte[] b = null;
    if (family == Addresses.IPV4) {
      b = Addresses.parse4(text, false);
    } else if (family == Addresses.IPV6) {
      b = text.indexOf(':') >= 0 && text.indexOf('%') < 0 ? NameLookup.parse6(text) : null;
    } else {
      throw HostErrors.of(97, null);
    }
    if (b == null) {
      throw Exc.raise(Exc.OSError, "illegal IP address string passed to inet_pton");
    }
    return new PyBytes(b);
  }

  @Builtin("inet_ntop(address_family, packed_ip, /)")
  static String inetNtop(int family, PyObject packed) {
    byte[] b = Obj.bytesOf(packed);
    if (family != Addresses.IPV4 && family != Addresses.IPV6) {
      throw Exc.valueError("unknown address family " + family);
    }
    if (b.length != (family == Addresses.IPV4 ? 4 : 16)) {
      throw Exc.valueError("invalid length of packed IP address string");
    }
    return family == Addresses.IPV4 ? inetNtoa(packed) : Addresses.ipv6(b);
  }

  @Builtin("if_nameindex()")
  static PyObject interfaces() {
    PyList l = new PyList();
    try {
      for (java.net.NetworkInterface i :
          java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
        l.append(PyTuple.of(PyInt.of(i.getIndex()), PyStr.of(i.getName())));
      }
    } catch (java.net.SocketException e) {
      throw HostErrors.of(e, null);
    }
    return l;
  }

  @Builtin("if_nametoindex(oname, /)")
  static int nameToIndex(PyObject name) {
    for (PyObject o : Obj.toArray(interfaces())) {
      PyObject[] pair = ((PyTuple) o).items;
      if (pair[1].toString().equals(Addresses.host(name))) {
        return Arg.toInt(pair[0]);
      }
    }
    throw Exc.raise(Exc.OSError, "no interface with this name");
  }
}
