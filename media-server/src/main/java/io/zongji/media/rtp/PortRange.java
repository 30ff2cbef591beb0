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
 * The UDP ports that connections may use, in pairs: an even one for RTP and the next for RTCP. A pair that was given back
 * rests for a while, so that late packets of its last call do not reach the next one. Safe for any thread.
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
     * @param last      highest port, inclusive; both ports of a pair lie within
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
        for (int port = first + (first & 1); port < last; port += 2) {
            free.add(new Resting(port, now));
        }
    }

    /**
     * Opens both channels of a free pair. Pairs of which another program holds a port are passed over.
     *
     * @return empty if no pair is left
     */
    public Optional<PortPair> open() {
        int tries;
        synchronized (this) {
            tries = Math.min(MAX_TRIES, free.size());
        }
        for (int i = 0; i < tries; i++) {
            int port = take();
            if (port < 0) {
                return Optional.empty();
            }
            Optional<PortPair> pair = bindPair(port);
            if (pair.isPresent()) {
                return pair;
            }
            giveBack(port);
        }
        return Optional.empty();
    }

    /** Closes both channels; their ports may be used again after their rest. */
    public void close(PortPair pair) {
        int port = pair.port();
        close(pair.rtp());
        close(pair.rtcp());
        giveBack(port);
    }

    /** How many pairs are open. */
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

    private Optional<PortPair> bindPair(int port) {
        DatagramChannel rtp = null;
        try {
            rtp = bind(port);
            rtp.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            return Optional.of(new PortPair(rtp, bind(port + 1)));
        } catch (IOException e) {
            log.debug("Ports {} and {} cannot be used: {}", port, port + 1, e.getMessage());
            close(rtp);
            return Optional.empty();
        }
    }

    private DatagramChannel bind(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open(
                address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        try {
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(address, port));
            return channel;
        } catch (IOException e) {
            close(channel);
            throw e;
        }
    }

    private static void close(DatagramChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                log.debug("Closing a channel failed", e);
            }
        }
    }
}
