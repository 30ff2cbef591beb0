package io.zongji.media.rtp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The even UDP ports that connections may use. A port that was given back rests for a while, so that late packets of its
 * last call do not reach the next one, unless nothing else is left after its rest. Safe for any thread.
 */
public final class PortRange {
    private static final Logger log = LoggerFactory.getLogger(PortRange.class);
    private static final int MAX_TRIES = 100;
    private static final int BUFFER_BYTES = 256 * 1024;

    private final InetAddress address;
    private final long restNanos;
    private final LongSupplier nanoClock;
    private final Deque<Resting> free = new ArrayDeque<>();
    private int inUse;

    private record Resting(int port, long until) {}

    /**
     * @param first     lowest port; the next even one is used if it is odd
     * @param last      highest port, inclusive
     * @param rest      how long a port rests after use
     * @param nanoClock like {@link System#nanoTime()}
     */
    public PortRange(InetAddress address, int first, int last, Duration rest, LongSupplier nanoClock) {
        if (first < 1 || last > 65535 || first > last) {
            throw new IllegalArgumentException("ports: within 1 to 65535, was " + first + " to " + last);
        }
        this.address = address;
        this.restNanos = rest.toNanos();
        this.nanoClock = nanoClock;
        long now = nanoClock.getAsLong();
        for (int port = first + (first & 1); port <= last; port += 2) {
            free.add(new Resting(port, now));
        }
    }

    /**
     * Opens a bound, non-blocking channel on a free port. Ports that another program holds are passed over.
     *
     * @return empty if no port is left
     */
    public Optional<DatagramChannel> open() {
        int tries;
        synchronized (this) {
            tries = Math.min(MAX_TRIES, free.size());
        }
        for (int i = 0; i < tries; i++) {
            int port = take();
            if (port < 0) {
                return Optional.empty();
            }
            Optional<DatagramChannel> channel = bind(port);
            if (channel.isPresent()) {
                return channel;
            }
            giveBack(port);
        }
        return Optional.empty();
    }

    /** Closes the channel; its port may be used again after its rest. */
    public void close(DatagramChannel channel) {
        int port = channel.socket().getLocalPort();
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("Closing port {} failed", port, e);
        }
        giveBack(port);
    }

    public synchronized int inUse() {
        return inUse;
    }

    private synchronized int take() {
        Resting head = free.peek();
        if (head == null || head.until() - nanoClock.getAsLong() > 0) {
            return -1;
        }
        free.poll();
        inUse++;
        return head.port();
    }

    private synchronized void giveBack(int port) {
        free.add(new Resting(port, nanoClock.getAsLong() + restNanos));
        inUse--;
    }

    private Optional<DatagramChannel> bind(int port) {
        DatagramChannel channel = null;
        try {
            channel = DatagramChannel.open(
                    address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.bind(new InetSocketAddress(address, port));
            return Optional.of(channel);
        } catch (IOException e) {
            log.debug("Port {} cannot be used: {}", port, e.getMessage());
            closeQuietly(channel);
            return Optional.empty();
        }
    }

    private static void closeQuietly(DatagramChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                log.debug("Closing an unusable channel failed", e);
            }
        }
    }
}
