package io.github.pycmaven.vm.host;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A socket of the host. It never waits by itself: what cannot be done at once gives null or 0, and
 * {@link Readiness} tells when to try again.
 */
public final class NetSocket implements ReadableByteChannel, WritableByteChannel, Readiness {
  private final ProtocolFamily family;
  private final boolean stream;
  private SelectableChannel channel;
  private Selector probe;
  private SocketAddress bound;
  private boolean reuse;
  private boolean open = true;
  private boolean ended;

  /** Bytes that were looked at and not yet taken. */
  private ByteBuffer peeked;

  /** A new socket of a family: 2 IPv4, 10 IPv6, 1 Unix. */
  public NetSocket(int family, boolean stream) throws IOException {
    this.family =
        family == 1
            ? StandardProtocolFamily.UNIX
            : family == 10 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    this.stream = stream;
    if (!stream) {
      use(DatagramChannel.open(this.family));
    }
  }

  private NetSocket(NetSocket listener, SocketChannel accepted) throws IOException {
    family = listener.family;
    stream = true;
    use(accepted);
  }

  private void use(SelectableChannel c) throws IOException {
    c.configureBlocking(false);
    channel = c;
    probe = null;
  }

  private SocketChannel connection() throws IOException {
    if (channel instanceof SocketChannel s) {
      return s;
    }
    throw new IOException("Transport endpoint is not connected");
  }

  /** Gives the socket an address of this host. */
  public void bind(SocketAddress address) throws IOException {
    if (!stream) {
      datagrams().bind(address);
      return;
    }
    ServerSocketChannel s = ServerSocketChannel.open(family);
    if (family != StandardProtocolFamily.UNIX) {
      s.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
    }
    s.bind(address, 128);
    bound = address;
    use(s);
  }

  private DatagramChannel datagrams() {
    return (DatagramChannel) channel;
  }

  /** Lets others connect. */
  public void listen() throws IOException {
    if (channel == null) {
      bind(null);
    }
  }

  /** Takes a connection; null if nobody waits. */
  public NetSocket accept() throws IOException {
    if (!(channel instanceof ServerSocketChannel s)) {
      throw new IOException("Invalid argument");
    }
    SocketChannel c = s.accept();
    return c == null ? null : new NetSocket(this, c);
  }

  /** Starts to connect; whether it is done already. */
  public boolean connect(SocketAddress address) throws IOException {
    if (!stream) {
      datagrams().connect(address);
      return true;
    }
    if (channel instanceof SocketChannel s) {
      if (s.isConnectionPending()) {
        return finishConnect();
      }
      throw new IOException("Transport endpoint is already connected");
    }
    if (channel != null) {
      channel.close();
    }
    SocketChannel s = SocketChannel.open(family);
    if (bound != null) {
      s.bind(bound);
    }
    use(s);
    try {
      return s.connect(address);
    } catch (IOException e) {
      channel = null;
      throw e;
    }
  }

  /** Whether the connection that was started is there now. */
  public boolean finishConnect() throws IOException {
    try {
      return !(channel instanceof SocketChannel s) || !s.isConnectionPending() || s.finishConnect();
    } catch (IOException e) {
      channel = null;
      throw e;
    }
  }

  /** Whether a connection is being made. */
  public boolean isConnecting() {
    return channel instanceof SocketChannel s && s.isConnectionPending();
  }

  /** Reads what is there: -1 at the end, 0 if nothing has come. */
  @Override
  public int read(ByteBuffer to) throws IOException {
    if (peeked != null) {
      int n = Math.min(to.remaining(), peeked.remaining());
      for (int i = 0; i < n; i++) {
        to.put(peeked.get());
      }
      if (!peeked.hasRemaining()) {
        peeked = null;
      }
      return n;
    }
    if (!stream) {
      return datagrams().receive(to) == null ? 0 : to.position();
    }
    if (ended) {
      return -1;
    }
    int n = connection().read(to);
    ended |= n < 0;
    return n;
  }

  /** Reads without taking. */
  public int peek(ByteBuffer to) throws IOException {
    if (peeked == null) {
      ByteBuffer b = ByteBuffer.allocate(Math.max(to.remaining(), 1));
      int n = read(b);
      if (n <= 0) {
        return n;
      }
      peeked = b.flip();
    }
    ByteBuffer view = peeked.duplicate();
    int n = Math.min(view.remaining(), to.remaining());
    for (int i = 0; i < n; i++) {
      to.put(view.get());
    }
    return n;
  }

  /** Takes a datagram; its sender, null if none has come. */
  public SocketAddress receive(ByteBuffer to) throws IOException {
    return datagrams().receive(to);
  }

  /** Sends a datagram. */
  public int send(ByteBuffer from, SocketAddress to) throws IOException {
    return datagrams().send(from, to);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return stream ? connection().write(from) : datagrams().write(from);
  }

  /** Ends one direction or both: 0 reading, 1 writing, 2 both. */
  public void shutdown(int how) throws IOException {
    SocketChannel s = connection();
    if (!s.isConnected()) {
      throw new IOException("Transport endpoint is not connected");
    }
    if (how != 1) {
      s.shutdownInput();
      ended = true;
    }
    if (how != 0) {
      s.shutdownOutput();
    }
    Readiness.changed();
  }

  /** The own address, null if there is none yet. */
  public SocketAddress local() throws IOException {
    return channel == null ? null : ((NetworkChannel) channel).getLocalAddress();
  }

  /** The other side's address, null if there is none. */
  public SocketAddress remote() throws IOException {
    if (channel instanceof SocketChannel s) {
      return s.getRemoteAddress();
    }
    return channel instanceof DatagramChannel d ? d.getRemoteAddress() : null;
  }

  /** Sets an option as far as the host lets it be set. */
  public <T> void set(SocketOption<T> option, T value) throws IOException {
    if (option == StandardSocketOptions.SO_REUSEADDR) {
      reuse = (Boolean) value;
    }
    if (channel instanceof NetworkChannel n && n.supportedOptions().contains(option)) {
      n.setOption(option, value);
    }
  }

  /** The value of an option, null if the host does not say. */
  public <T> T get(SocketOption<T> option) throws IOException {
    return channel instanceof NetworkChannel n && n.supportedOptions().contains(option)
        ? n.getOption(option)
        : null;
  }

  /** Whether addresses may be used again at once. */
  public boolean reuses() {
    return reuse;
  }

  /** Whether it waits for others to connect. */
  public boolean isListening() {
    return channel instanceof ServerSocketChannel;
  }

  private synchronized boolean isReady(int operations) {
    SelectableChannel c = channel;
    if (c == null || !c.isOpen()) {
      return !open;
    }
    int wanted = operations & c.validOps();
    if (wanted == 0) {
      return false;
    }
    try {
      if (probe == null) {
        probe = Selector.open();
        c.register(probe, wanted);
      }
      SelectionKey k = c.keyFor(probe);
      if (k == null) {
        return true;
      }
      k.interestOps(wanted);
      probe.selectedKeys().clear();
      boolean ready = probe.selectNow() > 0;
      if (!ready) {
        SocketWatcher.watch(c, wanted);
      }
      return ready;
    } catch (IOException | java.nio.channels.CancelledKeyException e) {
      return true;
    }
  }

  @Override
  public boolean canRead() {
    return peeked != null || ended || isReady(SelectionKey.OP_READ | SelectionKey.OP_ACCEPT);
  }

  @Override
  public boolean canWrite() {
    return isReady(isConnecting() ? SelectionKey.OP_CONNECT : SelectionKey.OP_WRITE);
  }

  @Override
  public boolean isHungUp() {
    return stream && channel == null;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    SelectableChannel c = channel;
    if (probe != null) {
      probe.close();
    }
    if (c != null) {
      c.close();
      SocketWatcher.watch(c, 0);
    }
    Readiness.changed();
  }
}
