package io.github.pycmaven.vm.host;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;

/** One thread that waits for sockets on behalf of all others and wakes them. */
final class SocketWatcher extends Thread {
  private static SocketWatcher instance;

  private final Selector selector;
  private final ArrayDeque<Object[]> wishes = new ArrayDeque<>();

  private SocketWatcher() throws IOException {
    super("sockets");
    selector = Selector.open();
    setDaemon(true);
  }

  /** Tells all who wait for changes once the channel is ready for the operations. */
  static synchronized void watch(SelectableChannel channel, int operations) throws IOException {
    if (instance == null) {
      instance = new SocketWatcher();
      instance.start();
    }
    synchronized (instance.wishes) {
      instance.wishes.add(new Object[] {channel, operations});
    }
    instance.selector.wakeup();
  }

  @Override
  public void run() {
    while (true) {
      try {
        takeWishes();
        selector.select();
        boolean some = false;
        for (SelectionKey k : selector.selectedKeys()) {
          some = true;
          if (k.isValid()) {
            k.interestOps(k.interestOps() & ~k.readyOps());
          }
        }
        selector.selectedKeys().clear();
        if (some) {
          Readiness.changed();
        }
      } catch (CancelledKeyException e) {
        Readiness.changed();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void takeWishes() {
    while (true) {
      Object[] wish;
      synchronized (wishes) {
        wish = wishes.poll();
      }
      if (wish == null) {
        return;
      }
      SelectableChannel c = (SelectableChannel) wish[0];
      int operations = (Integer) wish[1] & c.validOps();
      try {
        SelectionKey k = c.keyFor(selector);
        if (k == null) {
          c.register(selector, operations);
        } else {
          k.interestOps(k.interestOps() | operations);
        }
      } catch (ClosedChannelException | CancelledKeyException e) {
        Readiness.changed();
      }
    }
  }
}
