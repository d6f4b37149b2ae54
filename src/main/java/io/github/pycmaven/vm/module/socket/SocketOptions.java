package io.github.pycmaven.vm.module.socket;

import io.github.pycmaven.vm.core.object.MemoryItem;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.NetSocket;
import io.github.pycmaven.vm.host.OpenFiles;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;

/** Options of sockets. */
@BuiltinType("_socket.socket")
final class SocketOptions {
  private static final int SOCKET = 1;
  private static final int TCP = 6;

  private SocketOptions() {}

  private static SocketOption<Boolean> flag(int level, int name) {
    if (level == TCP) {
      return name == 1 ? StandardSocketOptions.TCP_NODELAY : null;
    }
    if (level != SOCKET) {
      return null;
    }
    switch (name) {
      case 2:
        return StandardSocketOptions.SO_REUSEADDR;
      case 15:
        return StandardSocketOptions.SO_REUSEPORT;
      case 9:
        return StandardSocketOptions.SO_KEEPALIVE;
      case 6:
        return StandardSocketOptions.SO_BROADCAST;
      default:
        return null;
    }
  }

  private static SocketOption<Integer> size(int level, int name) {
    if (level != SOCKET) {
      return null;
    }
    return name == 7
        ? StandardSocketOptions.SO_SNDBUF
        : name == 8 ? StandardSocketOptions.SO_RCVBUF : null;
  }

  @Builtin("setsockopt(self, level, optname, value, optlen=<none>, /)")
  static void set(PySocket self, int level, int name, PyObject value, PyObject length) {
    if (!(OpenFiles.channel(self.fd) instanceof NetSocket s)) {
      return;
    }
    int v =
        value instanceof PyInt
            ? Obj.index(value).clippedInt()
            : Obj.isBytesLike(value) && Obj.bytesOf(value).length >= 4
                ? (int) MemoryItem.bits(Obj.bytesOf(value), 0, 4, true)
                : 0;
    try {
      SocketOption<Boolean> flag = flag(level, name);
      SocketOption<Integer> size = size(level, name);
      if (flag != null) {
        s.set(flag, v != 0);
      } else if (size != null) {
        s.set(size, Math.max(v, 1));
      }
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("getsockopt(self, level, option, buflen=0, /)")
  static PyObject get(PySocket self, int level, int name, int length) {
    int v = value(self, level, name);
    if (length == 0) {
      return PyInt.of(v);
    }
    byte[] b = new byte[Math.min(length, 4)];
    MemoryItem.putBits(b, 0, b.length, true, v);
    return new PyBytes(b);
  }

  private static int value(PySocket self, int level, int name) {
    if (level == SOCKET) {
      switch (name) {
        case 3:
          return self.kind;
        case 38:
          return self.proto;
        case 39:
          return self.family;
        default:
          break;
      }
    }
    if (!(OpenFiles.channel(self.fd) instanceof NetSocket s)) {
      return 0;
    }
    try {
      if (level == SOCKET && name == 4) {
        s.finishConnect();
        return 0;
      }
      if (level == SOCKET && name == 30) {
        return s.isListening() ? 1 : 0;
      }
      if (level == SOCKET && name == 2) {
        return s.reuses() ? 1 : 0;
      }
      SocketOption<Boolean> flag = flag(level, name);
      SocketOption<Integer> size = size(level, name);
      if (flag != null) {
        return Boolean.TRUE.equals(s.get(flag)) ? 1 : 0;
      }
      Integer n = size == null ? null : s.get(size);
      return n == null ? 0 : n;
    } catch (IOException e) {
      if (level == SOCKET && name == 4) {
        return HostErrors.number(e);
      }
      throw HostErrors.of(e, null);
    }
  }
}
