package io.github.pycmaven.vm.module.socket;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyException;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.host.WorkingDirectory;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;

/** Python's addresses as Java's, and back. */
final class Addresses {
  static final int UNIX = 1;
  static final int IPV4 = 2;
  static final int IPV6 = 10;

  private Addresses() {}

  static PyRaise unknownName() {
    return Exc.raise(
        (PyException)
            SocketModule.GAI_ERROR.call2(PyInt.of(-2), PyStr.of("Name or service not known")));
  }

  /** The text of a host that may be given as bytes. */
  static String host(PyObject o) {
    if (o instanceof PyStr s) {
      return s.value;
    }
    if (Obj.isBytesLike(o)) {
      return new String(Obj.bytesOf(o), java.nio.charset.StandardCharsets.UTF_8);
    }
    throw Exc.typeError("str, bytes or bytearray expected, not " + o.type.name);
  }

  /** The first address of a name in a family, 0 for any. */
  static InetAddress resolve(String name, int family) {
    try {
      if (name.isEmpty()) {
        return InetAddress.getByName(family == IPV6 ? "::" : "0.0.0.0");
      }
      if (name.equals("<broadcast>")) {
        return InetAddress.getByName("255.255.255.255");
      }
      for (InetAddress a : InetAddress.getAllByName(name)) {
        if (family == 0 || (a instanceof Inet6Address) == (family == IPV6)) {
          return a;
        }
      }
    } catch (UnknownHostException e) {
      throw unknownName();
    }
    throw unknownName();
  }

  static SocketAddress of(int family, PyObject address, String function) {
    if (family == UNIX) {
      String path = host(address);
      if (path.length() > 107) {
        throw Exc.raise(Exc.OSError, "AF_UNIX path too long");
      }
      return UnixDomainSocketAddress.of(WorkingDirectory.resolve(path));
    }
    if (!(address instanceof PyTuple t)) {
      throw Exc.typeError(
          function
              + "(): "
              + (family == IPV6 ? "AF_INET6" : "AF_INET")
              + " address must be tuple, not "
              + address.type.name);
    }
    if (t.items.length < 2 || t.items.length > (family == IPV6 ? 4 : 2)) {
      throw Exc.typeError(
          function
              + "(): "
              + (family == IPV6
                  ? "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])"
                  : "AF_INET address must be a pair (host, port)"));
    }
    int port = Arg.toInt(t.items[1]);
    if (port < 0 || port > 0xffff) {
      throw Exc.overflowError(function + "(): port must be 0-65535.");
    }
    return new InetSocketAddress(resolve(host(t.items[0]), family), port);
  }

  static PyObject toPython(SocketAddress a, int family) {
    if (a instanceof InetSocketAddress i) {
      PyObject host = PyStr.of(text(i.getAddress()));
      PyObject port = PyInt.of(i.getPort());
      return family == IPV6
          ? PyTuple.of(host, port, PyInt.ZERO, PyInt.ZERO)
          : PyTuple.of(host, port);
    }
    if (a instanceof UnixDomainSocketAddress u) {
      return PyStr.of(u.getPath().toString());
    }
    return family == UNIX
        ? PyStr.EMPTY
        : family == IPV6
            ? PyTuple.of(PyStr.of("::"), PyInt.ZERO, PyInt.ZERO, PyInt.ZERO)
            : PyTuple.of(PyStr.of("0.0.0.0"), PyInt.ZERO);
  }

  /** An address in the usual notation. */
  static String text(InetAddress a) {
    if (a instanceof Inet4Address) {
      return a.getHostAddress();
    }
    return ipv6(a.getAddress());
  }

  static String ipv6(byte[] b) {
    int[] g = new int[8];
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      g[i] = (b[2 * i] & 0xff) << 8 | b[2 * i + 1] & 0xff;
    }
    for (int i = 0; i < 8; i++) {
      int n = 0;
      while (i + n < 8 && g[i + n] == 0) {
        n++;
      }
      if (n > length) {
        best = i;
        length = n;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append("::");
        i += length - 1;
        continue;
      }
      if (out.length() > 0 && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      if (i == 6 && best == 0 && (length == 6 || length == 5 && g[5] == 0xffff)) {
        return out.append(b[12] & 0xff)
            .append('.')
            .append(b[13] & 0xff)
            .append('.')
            .append(b[14] & 0xff)
            .append('.')
            .append(b[15] & 0xff)
            .toString();
      }
      out.append(Integer.toHexString(g[i]));
    }
    return out.toString();
  }

  /** The four bytes of a dotted address, null if it is none. */
  static byte[] parse4(String s, boolean loose) {
    String[] parts = s.trim().split("\\.", -1);
    if (parts.length > 4 || parts.length < 4 && !loose) {
      return null;
    }
    long v = 0;
    for (int i = 0; i < parts.length; i++) {
      long n;
      try {
        String p = parts[i];
        n =
            p.isEmpty() || p.charAt(0) == '-' || p.charAt(0) == '+'
                ? -1
                : loose ? Long.decode(p) : Long.parseLong(p);
      } catch (NumberFormatException e) {
        return null;
      }
      boolean last = i == parts.length - 1;
      int bits = last ? 8 * (4 - i) : 8;
      if (n < 0 || n >>> bits != 0) {
        return null;
      }
      v = last ? v << bits | n : v << 8 | n;
    }
    return new byte[] {(byte) (v >> 24), (byte) (v >> 16), (byte) (v >> 8), (byte) v};
  }

  static PyObject bytes(byte[] b) {
    return new PyBytes(b);
  }
}
