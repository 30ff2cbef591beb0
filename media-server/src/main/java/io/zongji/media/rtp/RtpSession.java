package io.zongji.media.rtp;

import io.zongji.media.codec.AudioDecoder;
import io.zongji.media.codec.AudioEncoder;
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
 * every packet received to a listener, and reports by RTCP. Its sounds are G.711; other codecs are made from it. It believes every source. Methods may be called from any thread; source and
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
    private final byte[] encoded = new byte[Codec.LARGEST_FRAME];
    private final int[] linear = new int[Codec.FRAME_SAMPLES];
    private final short[] samples = new short[6 * Codec.FRAME_SAMPLES];
    private Codec encoderOf;
    private AudioEncoder encoder;
    private Codec decoderOf;
    private AudioDecoder decoder;
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
        /** Fills one frame of 160 codes of G.711; returns false to send nothing this time. */
        boolean fill(Codec codec, byte[] frame);
    }

    /** Hears what comes in. */
    public interface Listener {
        /**
         * Audio of one packet, as it came in G.711, or turned into A-law; the array part is valid only during the call.
         */
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
            send(packet, digits.next(stream, packet, eventPayloadType, Codec.FRAME_SAMPLES, now), target);
        } else if (frames != null) {
            say(frames, packet, target, now);
        }
        return true;
    }

    private void say(FrameSource frames, ByteBuffer packet, InetSocketAddress target, long now) {
        Codec spoken = codec;
        Codec law = spoken.isG711() ? spoken : Codec.PCMA;
        if (!frames.fill(law, frame)) {
            return;
        }
        byte[] payload = frame;
        int length = frame.length;
        if (spoken != law) {
            payload = encoded;
            length = encode(spoken);
        }
        stream.ownFrame(packet, spoken.payloadType(), spoken.frameUnits(), now);
        packet.put(RtpHeader.SIZE, payload, 0, length);
        send(packet, RtpHeader.SIZE + length, target);
    }

    private int encode(Codec spoken) {
        if (encoderOf != spoken) {
            encoderOf = spoken;
            encoder = spoken.newEncoder();
            stream.clockRate(spoken.clockRate());
        }
        for (int i = 0; i < frame.length; i++) {
            linear[i] = Codec.PCMA.decode(frame[i]);
        }
        return encoder.encode(linear, encoded);
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
        Codec sentCodec = codec.payloadType() == packet.payloadType()
                ? codec
                : Codec.byPayloadType(packet.payloadType()).orElse(null);
        if (sentCodec != null) {
            int bytes = Math.min(packet.payloadLength(), heard.length);
            datagram.get(packet.payloadOffset(), heard, 0, bytes);
            hear(sentCodec, bytes, packet.timestamp());
        }
    }

    private void hear(Codec sent, int length, int timestamp) {
        if (sent.isG711()) {
            listener.audio(sent, heard, length, timestamp);
            return;
        }
        if (decoderOf != sent) {
            decoderOf = sent;
            decoder = sent.newDecoder();
        }
        int count = decoder.decode(heard, length, samples);
        for (int i = 0; i < count; i++) {
            heard[i] = Codec.PCMA.encode(samples[i]);
        }
        listener.audio(
                Codec.PCMA, heard, count, Integer.divideUnsigned(timestamp, sent.clockRate() / Codec.SAMPLE_RATE));
    }
}
