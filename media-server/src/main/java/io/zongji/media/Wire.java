package io.zongji.media;

import io.zongji.media.dtls.DtlsHandshakes;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.PortPair;
import io.zongji.media.rtp.RtcpSession;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.rtp.SourceLatch;
import io.zongji.media.sdp.AudioAgreement;
import io.zongji.media.sdp.Protection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The network side of one connection: its sockets, where its far side is, and what protects the packets between. RTCP has a
 * port of its own, or shares that of RTP (RFC 5761) as soon as the far side does so. Used on the loop's thread, but for the
 * port.
 */
final class Wire {
    private static final Logger log = LoggerFactory.getLogger(Wire.class);

    private final String id;
    private final RtpLoop loop;
    private final PortPair ports;
    private final Counters counters;
    private final Inlet inlet;
    private final SourceLatch latch = new SourceLatch();
    private final PacketGuard guard = new PacketGuard();
    private BrowserLink browser;
    private InetSocketAddress controlTarget;
    private boolean controlShared;

    /** Takes what came. */
    interface Inlet {
        /** No RTCP; whose it is has still to be asked by {@link #accepts}. */
        void received(InetSocketAddress from, ByteBuffer datagram, int length, long now);

        /** RTCP from the far side's host; false if it is malformed. */
        boolean control(ByteBuffer datagram, int length, long now);
    }

    Wire(String id, RtpLoop loop, PortPair ports, Counters counters, Inlet inlet) {
        this.id = id;
        this.loop = loop;
        this.ports = ports;
        this.counters = counters;
        this.inlet = inlet;
    }

    PortPair ports() {
        return ports;
    }

    /** Begins to receive. */
    void open(DtlsHandshakes handshakes) {
        browser = new BrowserLink(id, loop, ports.rtp(), handshakes, guard::use);
        try {
            loop.register(ports.rtp(), this::received);
            loop.register(ports.rtcp(), this::receivedControl);
        } catch (IOException e) {
            log.warn("Connection {} cannot receive", id, e);
        }
    }

    void agree(AudioAgreement agreed) {
        guard.agree(agreed.protection());
        browser.agree(agreed.protection());
        controlShared |= browser.isActive();
        InetSocketAddress remote = agreed.remote();
        if (!remote.getAddress().isAnyLocalAddress()) {
            latch.signalled(remote);
            int next = Math.min(remote.getPort() + 1, 65535);
            controlTarget = new InetSocketAddress(remote.getAddress(), next);
        }
    }

    /** Ends what goes on with a browser; the sockets stay. */
    void close() {
        browser.agree(new Protection.Plain());
    }

    /** Whether a packet of a negotiated type comes from the far side, not from a stranger. */
    boolean accepts(InetSocketAddress from, IncomingPacket packet) {
        return browser.isActive() ? browser.isValidated(from) : latch.accept(from, packet.ssrc(), packet.sequence());
    }

    /** Nothing came for long: the far side may have moved. */
    void fellSilent() {
        latch.fellSilent();
    }

    /** Null if nobody is there to send to. */
    private InetSocketAddress target() {
        return browser.isActive() ? browser.target(System.nanoTime()) : latch.target();
    }

    /** Sends the part of the buffer from start to end, an RTP packet; false if it did not get out. */
    boolean send(ByteBuffer packet, int start, int end) {
        InetSocketAddress target = target();
        try {
            ByteBuffer sealed = target == null ? null : guard.seal(packet, start, end);
            if (sealed != null && ports.rtp().send(sealed, target) > 0) {
                counters.out();
                return true;
            }
        } catch (IOException e) {
            log.debug("Connection {} cannot send to {}: {}", id, target, e.getMessage());
        }
        counters.dropped();
        return false;
    }

    /** Sends an RTCP packet that begins at index 0; without an address for it, it is not sent. */
    void sendControl(ByteBuffer packet, int length) {
        InetSocketAddress target = controlShared ? target() : controlTarget;
        if (target == null) {
            return;
        }
        try {
            ByteBuffer sealed = guard.sealControl(packet, 0, length);
            if (sealed != null) {
                (controlShared ? ports.rtp() : ports.rtcp()).send(sealed, target);
            }
        } catch (IOException e) {
            log.debug("Connection {} cannot report to {}: {}", id, target, e.getMessage());
        }
    }

    private void received(SocketAddress from, ByteBuffer datagram, int length, long now) {
        InetSocketAddress source = (InetSocketAddress) from;
        if (browser.isActive() && browser.takes(source, datagram, length, now)) {
            return;
        }
        if (RtcpSession.isRtcp(datagram, length)) {
            receivedShared(source, datagram, length, now);
            return;
        }
        int plain = guard.open(datagram, length);
        if (plain < 0) {
            counters.dropped();
        } else {
            inlet.received(source, datagram, plain, now);
        }
    }

    private void receivedShared(InetSocketAddress from, ByteBuffer datagram, int length, long now) {
        boolean known = browser.isActive() ? browser.isValidated(from) : from.equals(latch.target());
        if (known && isControl(datagram, length, now)) {
            controlShared = true;
        } else {
            counters.dropped();
        }
    }

    private boolean isControl(ByteBuffer datagram, int length, long now) {
        int plain = guard.openControl(datagram, length);
        return plain > 0 && inlet.control(datagram, plain, now);
    }

    private void receivedControl(SocketAddress from, ByteBuffer datagram, int length, long now) {
        InetSocketAddress source = (InetSocketAddress) from;
        InetSocketAddress phone = latch.target();
        boolean known = phone != null && source.getAddress().equals(phone.getAddress());
        if (known && isControl(datagram, length, now)) {
            controlTarget = source;
        } else {
            counters.dropped();
        }
    }
}
