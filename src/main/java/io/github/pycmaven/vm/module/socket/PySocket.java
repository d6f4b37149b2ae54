package io.github.pycmaven.vm.module.socket;

import io.github.pycmaven.vm.core.call.Arg;
import io.github.pycmaven.vm.core.call.Blocking;
import io.github.pycmaven.vm.core.error.Exc;
import io.github.pycmaven.vm.core.error.PyRaise;
import io.github.pycmaven.vm.core.object.Buffer;
import io.github.pycmaven.vm.core.object.Obj;
import io.github.pycmaven.vm.core.object.PyBytes;
import io.github.pycmaven.vm.core.object.PyDict;
import io.github.pycmaven.vm.core.object.PyFloat;
import io.github.pycmaven.vm.core.object.PyInt;
import io.github.pycmaven.vm.core.object.PyNone;
import io.github.pycmaven.vm.core.object.PyObject;
import io.github.pycmaven.vm.core.object.PyStr;
import io.github.pycmaven.vm.core.object.PyTuple;
import io.github.pycmaven.vm.core.type.PyInstance;
import io.github.pycmaven.vm.core.type.PyType;
import io.github.pycmaven.vm.expose.Builtin;
import io.github.pycmaven.vm.expose.BuiltinType;
import io.github.pycmaven.vm.expose.Getter;
import io.github.pycmaven.vm.host.HostErrors;
import io.github.pycmaven.vm.host.NetSocket;
import io.github.pycmaven.vm.host.OpenFiles;
import io.github.pycmaven.vm.host.PairedSocket;
import io.github.pycmaven.vm.host.Readiness;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * {@code _socket.socket}: a descriptor number with a time-out. Options are in {@link
 * SocketOptions}.
 *
 * @cpython Modules/socketmodule.c
 */
@BuiltinType("_socket.socket")
public final class PySocket extends PyInstance {
  public static final PyType TYPE =
      PyType.builtin("_socket.socket", new PySocketTable()).with(new SocketOptionsTable());
  private static final int STREAM = 1;
  private static final int PEEK = 2;
  private static final int DONT_WAIT = 64;
  private static final int IN_PROGRESS = 115;
  private static final int ALREADY = 114;

  int fd = -1;
  int family = -1;
  int kind = -1;
  int proto = -1;
  private long timeout = -1;

  private PySocket(PyType type) {
    super(type);
  }

  /** One operation on a channel: null until it can be done. */
  private interface Attempt<T> {
    T run() throws IOException;
  }

  @Builtin("__new__(cls, /, *args, **kwargs)")
  static PyObject create(PyType cls, PyObject[] args, PyDict keywords) {
    return new PySocket(cls);
  }

  @Builtin("__init__(self, /, family=-1, type=-1, proto=-1, fileno=None)")
  void init(int family, int type, int proto, PyObject fileno) {
    if (fileno != null && fileno != PyNone.NONE) {
      int n = Arg.toInt(fileno);
      if (n < 0) {
        throw Exc.valueError("negative file descriptor");
      }
      Channel c = OpenFiles.channel(n);
      if (!(c instanceof NetSocket) && !(c instanceof PairedSocket)) {
        throw HostErrors.of(88, null);
      }
      fd = n;
      this.family = family >= 0 ? family : c instanceof PairedSocket ? 1 : 2;
      kind = type >= 0 ? type : STREAM;
      this.proto = Math.max(proto, 0);
    } else {
      this.family = family < 0 ? Addresses.IPV4 : family;
      int flags = type < 0 ? STREAM : type;
      kind = flags & 15;
      this.proto = Math.max(proto, 0);
      if (this.family != 1 && this.family != 2 && this.family != 10) {
        throw HostErrors.of(97, null);
      }
      if (kind != 1 && kind != 2) {
        throw HostErrors.of(94, null);
      }
      try {
        fd = OpenFiles.add(new NetSocket(this.family, kind == STREAM));
      } catch (IOException e) {
        throw HostErrors.of(e, null);
      } catch (UnsupportedOperationException e) {
        throw HostErrors.of(97, null);
      }
    }
    timeout = SocketModule.defaultTimeout;
    apply();
  }

  private void apply() {
    OpenFiles.setBlocking(fd, timeout < 0);
  }

  NetSocket net() {
    Channel c = OpenFiles.channel(fd);
    if (c instanceof NetSocket s) {
      return s;
    }
    throw HostErrors.of(95, null);
  }

  private Readiness readiness() {
    return (Readiness) OpenFiles.channel(fd);
  }

  private static PyRaise timedOut() {
    return Exc.raise(Exc.TimeoutError, "timed out");
  }

  /** Tries until it succeeds, the time is over, or, for a socket that never waits, only once. */
  private <T> T until(boolean reading, int flags, Attempt<T> attempt) {
    long end = timeout > 0 ? System.nanoTime() + timeout : 0;
    while (true) {
      try {
        T r = attempt.run();
        if (r != null) {
          return r;
        }
      } catch (IOException e) {
        throw HostErrors.of(e, null);
      } catch (java.nio.channels.NotYetConnectedException e) {
        throw HostErrors.of(107, null);
      }
      if (timeout == 0 || (flags & DONT_WAIT) != 0) {
        throw HostErrors.of(11, null);
      }
      await(reading, end);
    }
  }

  private void await(boolean reading, long end) {
    long left = timeout < 0 ? -1 : end - System.nanoTime();
    if (timeout > 0 && left <= 0) {
      throw timedOut();
    }
    Readiness r = readiness();
    boolean ready =
        Blocking.await(Readiness.CHANGES, () -> reading ? r.canRead() : r.canWrite(), left);
    if (!ready) {
      throw timedOut();
    }
    if (fd < 0) {
      throw HostErrors.of(9, null);
    }
  }

  // ---- connections ----

  @Builtin("bind(self, address, /)")
  void bind(PyObject address) {
    SocketAddress a = Addresses.of(family, address, "bind");
    try {
      net().bind(a);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("listen(self, backlog=128, /)")
  void listen(int backlog) {
    try {
      net().listen();
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("_accept(self, /)")
  PyObject accept() {
    NetSocket s = net();
    NetSocket c = until(true, 0, s::accept);
    try {
      PyObject address = Addresses.toPython(c.remote(), family);
      return PyTuple.of(PyInt.of(OpenFiles.add(c)), address);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  private int tryConnect(PyObject address, String function) {
    NetSocket s = net();
    SocketAddress a = Addresses.of(family, address, function);
    try {
      boolean again = s.isConnecting();
      if (s.connect(a)) {
        return 0;
      }
      if (timeout == 0) {
        return again ? ALREADY : IN_PROGRESS;
      }
      long end = timeout > 0 ? System.nanoTime() + timeout : 0;
      while (!s.finishConnect()) {
        await(false, end);
      }
      return 0;
    } catch (IOException e) {
      return HostErrors.number(e);
    } catch (java.nio.channels.UnsupportedAddressTypeException e) {
      return 97;
    }
  }

  @Builtin("connect(self, address, /)")
  void connect(PyObject address) {
    int n = tryConnect(address, "connect");
    if (n != 0) {
      throw HostErrors.of(n, null);
    }
  }

  @Builtin("connect_ex(self, address, /)")
  int connectEx(PyObject address) {
    return tryConnect(address, "connect_ex");
  }

  @Builtin("shutdown(self, flag, /)")
  void shutdown(int how) {
    if (how < 0 || how > 2) {
      throw HostErrors.of(22, null);
    }
    if (OpenFiles.channel(fd) instanceof PairedSocket p) {
      p.shutdown(how);
      return;
    }
    try {
      net().shutdown(how);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("close(self, /)")
  void close() {
    int n = fd;
    if (n >= 0) {
      fd = -1;
      OpenFiles.close(n);
    }
  }

  @Builtin("detach(self, /)")
  int detach() {
    int n = fd;
    fd = -1;
    return n;
  }

  @Builtin("fileno(self, /)")
  int fileno() {
    return fd;
  }

  // ---- data ----

  private byte[] receive(int size, int flags) {
    if (size < 0) {
      throw Exc.valueError("negative buffersize in recv");
    }
    Channel c = OpenFiles.channel(fd);
    ByteBuffer b = ByteBuffer.allocate(size);
    if (size == 0) {
      return b.array();
    }
    Readiness r = (Readiness) c;
    until(
        true,
        flags,
        () -> {
          if (c instanceof PairedSocket && !r.canRead()) {
            return null;
          }
          int n =
              (flags & PEEK) != 0 && c instanceof NetSocket s
                  ? s.peek(b)
                  : ((ReadableByteChannel) c).read(b);
          return n == 0 ? null : Boolean.TRUE;
        });
    return b.position() == size ? b.array() : Arrays.copyOf(b.array(), b.position());
  }

  @Builtin("recv(self, buffersize, flags=0, /)")
  PyObject recv(int size, int flags) {
    return new PyBytes(receive(size, flags));
  }

  private static int store(PyObject target, byte[] data) {
    Buffer b = (Buffer) target;
    System.arraycopy(data, 0, b.writable(), b.offset(), data.length);
    return data.length;
  }

  private static int room(PyObject target, int size) {
    if (!(target instanceof Buffer b) || b.writable() == null) {
      throw Exc.typeError(
          "recv_into() argument 1 must be read-write bytes-like object, not " + target.type.name);
    }
    if (size < 0) {
      throw Exc.valueError("negative buffersize in recv_into");
    }
    if (size > b.byteLength()) {
      throw Exc.valueError("buffer too small for requested bytes");
    }
    return size == 0 ? b.byteLength() : size;
  }

  @Builtin("recv_into(self, buffer, nbytes=0, flags=0)")
  int recvInto(PyObject target, int size, int flags) {
    return store(target, receive(room(target, size), flags));
  }

  private PyObject[] receiveFrom(int size, int flags) {
    if (kind == STREAM) {
      return new PyObject[] {recv(size, flags), PyNone.NONE};
    }
    NetSocket s = net();
    ByteBuffer b = ByteBuffer.allocate(size);
    SocketAddress a = until(true, flags, () -> s.receive(b));
    return new PyObject[] {
      new PyBytes(Arrays.copyOf(b.array(), b.position())), Addresses.toPython(a, family)
    };
  }

  @Builtin("recvfrom(self, buffersize, flags=0, /)")
  PyObject recvFrom(int size, int flags) {
    if (size < 0) {
      throw Exc.valueError("negative buffersize in recvfrom");
    }
    return new PyTuple(receiveFrom(size, flags));
  }

  @Builtin("recvfrom_into(self, buffer, nbytes=0, flags=0)")
  PyObject recvFromInto(PyObject target, int size, int flags) {
    PyObject[] r = receiveFrom(room(target, size), flags);
    return PyTuple.of(PyInt.of(store(target, ((PyBytes) r[0]).value)), r[1]);
  }

  private int send(byte[] data, int from, int flags) {
    Channel c = OpenFiles.channel(fd);
    Readiness r = (Readiness) c;
    if (from == data.length) {
      return 0;
    }
    return until(
        false,
        flags,
        () -> {
          if (c instanceof PairedSocket && !r.canWrite()) {
            return null;
          }
          int n = ((WritableByteChannel) c).write(ByteBuffer.wrap(data, from, data.length - from));
          return n == 0 ? null : n;
        });
  }

  @Builtin("send(self, data, flags=0, /)")
  int send(PyObject data, int flags) {
    return send(bytes(data), 0, flags);
  }

  private static byte[] bytes(PyObject o) {
    if (!Obj.isBytesLike(o)) {
      throw Exc.typeError("a bytes-like object is required, not '" + o.type.name + "'");
    }
    return Obj.bytesOf(o);
  }

  @Builtin("sendall(self, data, flags=0, /)")
  void sendAll(PyObject data, int flags) {
    byte[] b = bytes(data).clone();
    for (int at = 0; at < b.length; ) {
      at += send(b, at, flags);
    }
  }

  @Builtin("sendto(self, data, flags=0, address=<none>, /)")
  int sendTo(PyObject data, PyObject flags, PyObject address) {
    PyObject to = address == null ? flags : address;
    byte[] b = bytes(data);
    if (kind == STREAM) {
      return send(b, 0, 0);
    }
    NetSocket s = net();
    SocketAddress a = Addresses.of(family, to, "sendto");
    try {
      return s.send(ByteBuffer.wrap(b), a);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("sendmsg(self, buffers, ancdata=(), flags=0, address=None, /)")
  int sendMessage(PyObject buffers, PyObject ancillary, int flags, PyObject address) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (PyObject o : Obj.toArray(buffers)) {
      all.writeBytes(bytes(o));
    }
    PyBytes b = new PyBytes(all.toByteArray());
    return address == null || address == PyNone.NONE
        ? send(b.value, 0, flags)
        : sendTo(b, PyInt.of(flags), address);
  }

  // ---- what it is ----

  @Builtin("getsockname(self, /)")
  PyObject getSockName() {
    if (OpenFiles.channel(fd) instanceof PairedSocket) {
      return PyStr.EMPTY;
    }
    try {
      return Addresses.toPython(net().local(), family);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("getpeername(self, /)")
  PyObject getPeerName() {
    if (OpenFiles.channel(fd) instanceof PairedSocket) {
      return PyStr.EMPTY;
    }
    try {
      SocketAddress a = net().remote();
      if (a == null) {
        throw HostErrors.of(107, null);
      }
      return Addresses.toPython(a, family);
    } catch (IOException e) {
      throw HostErrors.of(e, null);
    }
  }

  @Builtin("setblocking(self, flag, /)")
  void setBlocking(boolean flag) {
    timeout = flag ? -1 : 0;
    apply();
  }

  @Builtin("getblocking(self, /)")
  boolean getBlocking() {
    return timeout != 0;
  }

  @Builtin("settimeout(self, timeout, /)")
  void setTimeout(PyObject seconds) {
    timeout = SocketModule.nanos(seconds);
    apply();
  }

  @Builtin("gettimeout(self, /)")
  PyObject getTimeout() {
    return timeout < 0 ? PyNone.NONE : new PyFloat(timeout / 1e9);
  }

  @Getter("timeout")
  PyObject timeout() {
    return getTimeout();
  }

  @Getter("family")
  int family() {
    return family;
  }

  @Getter("type")
  int kind() {
    return kind;
  }

  @Getter("proto")
  int proto() {
    return proto;
  }

  @Builtin("__repr__(self, /)")
  String repr() {
    return "<socket object, fd="
        + fd
        + ", family="
        + family
        + ", type="
        + kind
        + ", proto="
        + proto
        + ">";
  }
}
