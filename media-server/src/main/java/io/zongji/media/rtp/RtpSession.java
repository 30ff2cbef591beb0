package io.zongji.media.rtp;

import io.zongji.media.codec.Codec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plain RTP party, as simulated phones and tests need it: sends a frame every 20 ms from a source, sends digits, hands
 * every packet received to a listener, and reports by RTCP. It believes every source. Methods may be called from any thread; source and
 * listener are called on the loop's thread and must not block.
 */
public final class RtpSession implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RtpSession.class);

    private final RtpLoop loop;
    private final PortPair pair;
    private final PortRange ports;
    private final Listener listener;
    private final OutgoingStream stream;
    private final ReceptionStatistics reception = new ReceptionStatistics();
    private final RtcpSession control;
    private final DtmfSender digits = new DtmfSender();
    private final DtmfReceiver digitReceiver = new DtmfReceiver();
    private final byte[] frame = new byte[Codec.FRAME_SAMPLES];
    private final byte[] heard = new byte[2048];
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile InetSocketAddress remote;
    private volatile Codec codec = Codec.PCMA;
    private volatile int eventPayloadType = 101;
    private volatile FrameSource source;
    private volatile boolean closed;

    /** Makes the audio to send. */
    @FunctionalInterface
    public interface FrameSource {
        /** Fills one frame of 160 codes; returns false to send nothing this time. */
        boolean fill(Codec codec, byte[] frame);
    }

    /** Hears what comes in. */
    public interface Listener {
        /** Audio of one packet, still encoded; the array part is valid only during the call. */
        default void audio(Codec codec, byte[] codes, int length, int timestamp) {}

        default void digit(char digit) {}
    }

    private RtpSession(RtpLoop loop, PortPair pair, PortRange ports, Listener listener) {
        this.loop = loop;
        this.pair = pair;
        this.ports = ports;
        this.listener = listener;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        this.stream = new OutgoingStream(random.nextInt(), random.nextInt(0x7FFF), random.nextInt());
        this.control = new RtcpSession(stream, reception);
    }

    /**
     * Opens a session on a free port and starts its clock.
     *
     * @throws IOException if no port is left
     */
    public static RtpSession open(RtpLoop loop, PortRange ports, Listener listener) throws IOException {
        PortPair pair = ports.open().orElseThrow(() -> new IOException("No RTP port is left"));
        RtpSession session = new RtpSession(loop, pair, ports, listener);
        loop.execute(session::begin);
        return session;
    }

    public int localPort() {
        return pair.port();
    }

    /** Where to send; nothing is sent before. */
    public void sendTo(InetSocketAddress address, Codec codecToSend, int telephoneEventPayloadType) {
        this.codec = codecToSend;
        this.eventPayloadType = telephoneEventPayloadType;
        this.remote = address;
    }

    /** What to send; null for silence on the line, that is no packets. */
    public void source(FrameSource frames) {
        this.source = frames;
    }

    public void sendDigits(String text) {
        loop.execute(() -> digits.add(text));
    }

    public long packetsSent() {
        return sent.get();
    }

    public long packetsReceived() {
        return received.get();
    }

    /** Gives the port back. Idempotent. */
    @Override
    public void close() {
        loop.execute(() -> {
            if (!closed) {
                closed = true;
                ports.close(pair);
            }
        });
    }

    private void begin() {
        try {
            loop.register(pair.rtp(), this::received);
            loop.register(pair.rtcp(), this::receivedControl);
            loop.addTicker(this::tick);
        } catch (IOException e) {
            log.warn("RTP session on port {} cannot begin", localPort(), e);
        }
    }

    private boolean tick(long now) {
        InetSocketAddress target = remote;
        FrameSource frames = source;
        if (closed || target == null) {
            return !closed;
        }
        report(target, now);
        ByteBuffer packet = loop.outgoing();
        if (digits.busy()) {
            send(packet, digits.next(stream, packet, eventPayloadType, now), target);
        } else if (frames != null && frames.fill(codec, frame)) {
            stream.ownFrame(packet, codec.payloadType(), frame.length, now);
            packet.put(RtpHeader.SIZE, frame, 0, frame.length);
            send(packet, RtpHeader.SIZE + frame.length, target);
        }
        return true;
    }

    private void report(InetSocketAddress target, long now) {
        if (control.due(now)) {
            ByteBuffer packet = loop.outgoing();
            int length = control.write(packet, now, System.currentTimeMillis());
            try {
                InetSocketAddress next = new InetSocketAddress(target.getAddress(), target.getPort() + 1);
                pair.rtcp().send(packet.position(0).limit(length), next);
            } catch (IOException e) {
                log.debug("Reporting to {} failed: {}", target, e.getMessage());
            }
        }
    }

    private void receivedControl(SocketAddress from, ByteBuffer datagram, int length, long now) {
        control.receive(datagram, length, now);
    }

    private void send(ByteBuffer packet, int length, InetSocketAddress target) {
        if (length == 0) {
            return;
        }
        try {
            if (pair.rtp().send(packet.position(0).limit(length), target) > 0) {
                control.sent(length - RtpHeader.SIZE);
                sent.lazySet(sent.get() + 1);
            }
        } catch (IOException e) {
            log.debug("Sending to {} failed: {}", target, e.getMessage());
        }
    }

    private void received(SocketAddress from, ByteBuffer datagram, int length, long now) {
        IncomingPacket packet = loop.packet();
        if (!packet.parse(datagram, length)) {
            return;
        }
        received.lazySet(received.get() + 1);
        reception.received(packet, packet.payloadType() != eventPayloadType, (int) (now / 125_000));
        if (packet.payloadType() == eventPayloadType) {
            char digit = digitReceiver.receive(packet, datagram, now);
            if (digit != 0) {
                listener.digit(digit);
            }
            return;
        }
        Codec sentCodec = Codec.byPayloadType(packet.payloadType()).orElse(null);
        if (sentCodec != null) {
            int codes = Math.min(packet.payloadLength(), heard.length);
            datagram.get(packet.payloadOffset(), heard, 0, codes);
            listener.audio(sentCodec, heard, codes, packet.timestamp());
        }
    }
}
