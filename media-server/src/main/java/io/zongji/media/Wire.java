package io.zongji.media;

import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.rtp.SourceLatch;
import io.zongji.media.sdp.AudioAgreement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network side of one connection: its socket, and where its far side is. Used on the loop's thread, but for the port
 * and the channel.
 */
final class Wire {
    private static final Logger log = LoggerFactory.getLogger(Wire.class);

    private final String id;
    private final RtpLoop loop;
    private final DatagramChannel channel;
    private final Counters counters;
    private final Inlet inlet;
    private final SourceLatch latch = new SourceLatch();

    /** Takes what came; whose it is has still to be asked by {@link #accepts}. */
    @FunctionalInterface
    interface Inlet {
        void received(InetSocketAddress from, ByteBuffer datagram, int length, long now);
    }

    Wire(String id, RtpLoop loop, DatagramChannel channel, Counters counters, Inlet inlet) {
        this.id = id;
        this.loop = loop;
        this.channel = channel;
        this.counters = counters;
        this.inlet = inlet;
    }

    DatagramChannel channel() {
        return channel;
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    void open() {
        try {
            loop.register(channel, this::received);
        } catch (IOException e) {
            log.warn("Connection {} cannot receive", id, e);
        }
    }

    void agree(AudioAgreement agreed) {
        if (!agreed.remote().getAddress().isAnyLocalAddress()) {
            latch.signalled(agreed.remote());
        }
    }

    /** Whether a packet of a negotiated type comes from the far side, not from a stranger. */
    boolean accepts(InetSocketAddress from, IncomingPacket packet) {
        return latch.accept(from, packet.ssrc(), packet.sequence());
    }

    /** Nothing came for long: the far side may have moved. */
    void fellSilent() {
        latch.fellSilent();
    }

    /** Sends the part of the buffer from start to end, an RTP packet. */
    void send(ByteBuffer packet, int start, int end) {
        try {
            if (channel.send(packet.limit(end).position(start), latch.target()) > 0) {
                counters.out();
            } else {
                counters.dropped();
            }
        } catch (IOException e) {
            counters.dropped();
            log.debug("Connection {} cannot send to {}: {}", id, latch.target(), e.getMessage());
        }
    }

    private void received(SocketAddress from, ByteBuffer datagram, int length, long now) {
        inlet.received((InetSocketAddress) from, datagram, length, now);
    }
}
