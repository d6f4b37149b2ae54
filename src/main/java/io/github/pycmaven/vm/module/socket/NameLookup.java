package io.github.pycmaven.vm.module.socket;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyList;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinModule;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names of hosts, services and protocols. */
@BuiltinModule("_socket")
final class NameLookup {
  private static final int PASSIVE = 1;
  private static final int NUMERIC_HOST = 4;

  private NameLookup() {}

  /** The bytes of an IPv6 address, null if the text is none. */
  static byte[] parse6(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789abcdefABCDEF:.".indexOf(text.charAt(i)) < 0) {
        return null;
      }
    }
    try {
      byte[] b = InetAddress.getByName(text).getAddress();
      if (b.length == 16) {
        return b;
      }
      // Java gives a mapped address as one of IPv4.
      byte[] mapped = new byte[16];
      mapped[10] = -1;
      mapped[11] = -1;
      System.arraycopy(b, 0, mapped, 12, 4);
      return mapped;
    } catch (UnknownHostException e) {
      return null;
    }
  }

  @Builtin("gethostname()")
  static String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).trim();
    } catch (IOException e) {
      return "localhost";
    }
  }

  @Builtin("gethostbyname(hostname, /)")
  static String hostByName(PyObject name) {
    return Addresses.text(Addresses.resolve(Addresses.host(name), Addresses.IPV4));
  }

  @Builtin("gethostbyname_ex(host, /)")
  static PyObject hostByNameEx(PyObject name) {
    PyList all = new PyList();
    all.append(PyStr.of(hostByName(name)));
    return PyTuple.of(PyStr.of(Addresses.host(name)), new PyList(), all);
  }

  @Builtin("gethostbyaddr(host, /)")
  static PyObject hostByAddress(PyObject name) {
    InetAddress a = Addresses.resolve(Addresses.host(name), 0);
    PyList all = new PyList();
    all.append(PyStr.of(Addresses.text(a)));
    return PyTuple.of(PyStr.of(a.getHostName()), new PyList(), all);
  }

  private static int port(PyObject o) {
    if (o == null || o == PyNone.NONE) {
      return 0;
    }
    if (o instanceof PyInt) {
      return Arg.toInt(o) & 0xffff;
    }
    String s = Addresses.host(o);
    try {
      return Integer.parseInt(s) & 0xffff;
    } catch (NumberFormatException e) {
      int p = service(s, null, 0);
      if (p < 0) {
        throw Exc.raise(
            (io.github.pycmaven.vm.core.error.PyException)
                SocketModule.GAI_ERROR.call2(
                    PyInt.of(-8), PyStr.of("Servname not supported for ai_socktype")));
      }
      return p;
    }
  }

  @Builtin("getaddrinfo(host, port, family=0, type=0, proto=0, flags=0)")
  static PyObject addressInfo(
      PyObject host, PyObject port, int family, int type, int proto, int flags) {
    if (!(port == PyNone.NONE
        || port instanceof PyInt
        || port instanceof PyStr
        || Obj.isBytesLike(port))) {
      throw Exc.raise(Exc.OSError, "Int or String expected");
    }
    int p = port(port);
    List<InetAddress> found = new ArrayList<>();
    try {
      if (host == PyNone.NONE) {
        boolean any = (flags & PASSIVE) != 0;
        found.add(InetAddress.getByName(any ? "::" : "::1"));
        found.add(InetAddress.getByName(any ? "0.0.0.0" : "127.0.0.1"));
      } else {
        String name = Addresses.host(host);
        if ((flags & NUMERIC_HOST) != 0
            && Addresses.parse4(name, false) == null
            && (name.indexOf(':') < 0 || parse6(name) == null)) {
          throw Addresses.unknownName();
        }
        if (name.isEmpty()) {
          throw Addresses.unknownName();
        }
        for (InetAddress a : InetAddress.getAllByName(name)) {
          found.add(a);
        }
      }
    } catch (UnknownHostException e) {
      throw Addresses.unknownName();
    }
    PyList out = new PyList();
    int[][] kinds = {{1, 6}, {2, 17}, {3, 0}};
    for (InetAddress a : found) {
      boolean six = a instanceof Inet6Address;
      if (family != 0 && (family == Addresses.IPV6) != six) {
        continue;
      }
      PyObject address =
          six
              ? PyTuple.of(PyStr.of(Addresses.text(a)), PyInt.of(p), PyInt.ZERO, PyInt.ZERO)
              : PyTuple.of(PyStr.of(Addresses.text(a)), PyInt.of(p));
      for (int[] k : kinds) {
        if ((type == 0 || type == k[0]) && (proto == 0 || proto == k[1])) {
          out.append(
              PyTuple.of(
                  PyInt.of(six ? Addresses.IPV6 : Addresses.IPV4),
                  PyInt.of(k[0]),
                  PyInt.of(k[1]),
                  PyStr.EMPTY,
                  address));
        }
      }
    }
    if (out.size() == 0) {
      throw Addresses.unknownName();
    }
    return out;
  }

  @Builtin("getnameinfo(sockaddr, flags, /)")
  static PyObject nameInfo(PyObject address, int flags) {
    if (!(address instanceof PyTuple t) || t.items.length < 2) {
      throw Exc.typeError("getnameinfo() argument 1 must be a tuple");
    }
    InetAddress a = Addresses.resolve(Addresses.host(t.items[0]), 0);
    int port = Arg.toInt(t.items[1]);
    String host = (flags & 1) != 0 ? Addresses.text(a) : a.getHostName();
    String service = (flags & 2) != 0 ? null : serviceName(port, (flags & 16) != 0 ? "udp" : "tcp");
    return PyTuple.of(PyStr.of(host), PyStr.of(service == null ? Integer.toString(port) : service));
  }

  /** The fields of the lines of a file of names. */
  private static List<String[]> lines(String file) {
    List<String[]> out = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(Path.of(file))) {
        int hash = line.indexOf('#');
        String s = (hash < 0 ? line : line.substring(0, hash)).trim();
        if (!s.isEmpty()) {
          out.add(s.split("[ \t/]+"));
        }
      }
    } catch (IOException e) {
      return out;
    }
    return out;
  }

  private static int service(String name, String protocol, int unused) {
    for (String[] f : lines("/etc/services")) {
      if (f.length > 2 && (protocol == null || f[2].equals(protocol))) {
        for (int i = 0; i < f.length; i++) {
          if (i != 1 && i != 2 && f[i].equals(name)) {
            return Integer.parseInt(f[1]);
          }
        }
      }
    }
    return -1;
  }

  private static String serviceName(int port, String protocol) {
    for (String[] f : lines("/etc/services")) {
      if (f.length > 2
          && f[1].equals(Integer.toString(port))
          && (protocol == null || f[2].equals(protocol))) {
        return f[0];
      }
    }
    return null;
  }

  @Builtin("getservbyname(servicename, protocolname=None, /)")
  static int serviceByName(String name, String protocol) {
    int p = service(name, protocol, 0);
    if (p < 0) {
      throw Exc.raise(Exc.OSError, "service/proto not found");
    }
    return p;
  }

  @Builtin("getservbyport(port, protocolname=None, /)")
  static String serviceByPort(int port, String protocol) {
    if (port < 0 || port > 0xffff) {
      throw Exc.overflowError("getservbyport: port must be 0-65535.");
    }
    String s = serviceName(port, protocol);
    if (s == null) {
      throw Exc.raise(Exc.OSError, "port/proto not found");
    }
    return s;
  }

  @Builtin("getprotobyname(name, /)")
  static int protocol(String name) {
    for (String[] f : lines("/etc/protocols")) {
      if (f.length > 1 && f[0].equals(name)) {
        return Integer.parseInt(f[1]);
      }
    }
    switch (name) {
      case "ip":
        return 0;
      case "icmp":
        return 1;
      case "tcp":
        return 6;
      case "udp":
        return 17;
      default:
        throw Exc.raise(Exc.OSError, "protocol not found");
    }
  }
}
