package io.zongji.media;

import io.zongji.media.codec.AudioEncoder;
import io.zongji.media.codec.Codec;
import io.zongji.media.quality.StreamQuality;
import io.zongji.media.rtp.IncomingPacket;
import io.zongji.media.rtp.OutgoingStream;
import io.zongji.media.rtp.PortPair;
import io.zongji.media.rtp.ReceptionStatistics;
import io.zongji.media.rtp.RtcpSession;
import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.AudioAgreement;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The RTP between one party and its phone, on the loop's thread: which packets are of a negotiated type, when the phone
 * falls silent, what both sides report, and how well both directions travel.
 */
final class AudioLink implements Wire.Inlet {
    private final RtpLoop loop;
    private final Wire wire;
    private final Counters counters;
    private final long rtpTimeoutNanos;
    private final Consumer<Consumer<ConnectionListener>> events;
    private final Receiver receiver;

    private final OutgoingStream stream;
    private final ReceptionStatistics reception = new ReceptionStatistics();
    private final RtcpSession control;
    private final byte[] encoded = new byte[Codec.LARGEST_FRAME];
    private final Codec[] receiveCodecs = new Codec[128];
    private AudioAgreement agreement;
    private AudioEncoder encoder;
    /** Timestamp units a millisecond. */
    private volatile int unitsAMilli = Codec.SAMPLE_RATE / 1000;

    private boolean flowing;
    private boolean timedOut;
    private long lastRtpNanos;

    /** Takes what the phone says; the datagram may be changed. */
    interface Receiver {
        void event(IncomingPacket packet, ByteBuffer datagram, long now);

        void audio(Codec codec, IncomingPacket packet, ByteBuffer datagram, long now);
    }

    AudioLink(
            String id,
            RtpLoop loop,
            PortPair ports,
            Counters counters,
            long rtpTimeoutNanos,
            Consumer<Consumer<ConnectionListener>> events,
            Receiver receiver) {
        this.loop = loop;
        this.wire = new Wire(id, loop, ports, counters, this);
        this.counters = counters;
        this.rtpTimeoutNanos = rtpTimeoutNanos;
        this.events = events;
        this.receiver = receiver;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        this.stream = new OutgoingStream(random.nextInt(), random.nextInt(0x7FFF), random.nextInt());
        this.control = new RtcpSession(stream, reception);
    }

    Wire wire() {
        return wire;
    }

    OutgoingStream stream() {
        return stream;
    }

    /** Null before the first agreement. */
    AudioAgreement agreement() {
        return agreement;
    }

    boolean maySend() {
        return agreement != null && agreement.direction().sends();
    }

    /** Whether digits may be sent to the phone as telephone events. */
    boolean takesEvents() {
        return agreement != null && agreement.eventPayloadType() >= 0;
    }

    /** Whether the phone tells its digits by telephone events; if not, they may be tones. */
    boolean getsEvents() {
        return agreement != null && agreement.receiveEvents() >= 0;
    }

    private boolean expectsRtp() {
        return agreement != null && agreement.direction().receives();
    }

    void agree(AudioAgreement agreed, long now) {
        if (agreement == null || agreement.codec() != agreed.codec()) {
            encoder = agreed.codec().newEncoder();
            stream.clockRate(agreed.codec().clockRate());
            unitsAMilli = agreed.codec().clockRate() / 1000;
        }
        agreement = agreed;
        Arrays.fill(receiveCodecs, null);
        agreed.receiveCodecs().forEach((type, codec) -> receiveCodecs[type] = codec);
        wire.agree(agreed);
        // Whoever speaks from now on gets the time to begin.
        lastRtpNanos = now;
        timedOut = false;
    }

    // What comes

    @Override
    public void received(InetSocketAddress from, ByteBuffer datagram, int length, long now) {
        IncomingPacket packet = loop.packet();
        if (agreement == null || !packet.parse(datagram, length)) {
            counters.dropped();
            return;
        }
        boolean event = packet.payloadType() == agreement.receiveEvents();
        Codec codec = receiveCodecs[packet.payloadType()];
        if (!event && codec == null || !wire.accepts(from, packet)) {
            counters.dropped();
            return;
        }
        counters.in();
        reception.received(packet, !event, (int) (now / 1000 * unitsAMilli / 1000));
        flows(now);
        if (event) {
            receiver.event(packet, datagram, now);
        } else if (agreement.direction().receives()) {
            receiver.audio(codec, packet, datagram, now);
        }
    }

    @Override
    public boolean control(ByteBuffer datagram, int length, long now) {
        return control.receive(datagram, length, now);
    }

    private void flows(long now) {
        lastRtpNanos = now;
        if (!flowing || timedOut) {
            flowing = true;
            timedOut = false;
            events.accept(ConnectionListener::rtpFlowing);
        }
    }

    // What goes

    /** Sends a frame of ours; samples beyond 16 bits are clipped. The phone must be one that may be sent to. */
    void sendFrame(int[] samples, long now) {
        ByteBuffer packet = loop.outgoing();
        stream.ownFrame(packet, agreement.payloadType(), agreement.codec().frameUnits(), now);
        int length = encoder.encode(samples, encoded);
        packet.put(RtpHeader.SIZE, encoded, 0, length);
        send(packet, 0, RtpHeader.SIZE + length);
    }

    /** Sends the RTP packet between two places of a buffer. */
    void send(ByteBuffer packet, int start, int end) {
        if (wire.send(packet, start, end)) {
            control.sent(end - start - RtpHeader.SIZE);
        }
    }

    /** Called about ten times a second. */
    void check(long now) {
        if (rtpTimeoutNanos > 0 && expectsRtp() && now - lastRtpNanos > rtpTimeoutNanos) {
            timedOut = true;
            lastRtpNanos = now; // told again after as long: whoever hears it may have reasons to wait
            wire.fellSilent();
            events.accept(ConnectionListener::rtpTimeout);
        }
        if (agreement != null && control.due(now)) {
            ByteBuffer packet = loop.outgoing();
            wire.sendControl(packet, control.write(packet, now, System.currentTimeMillis()));
        }
    }

    /** Takes leave of the phone; the caller closes the sockets. */
    void release(long now) {
        if (control.begun()) {
            ByteBuffer packet = loop.outgoing();
            wire.sendControl(packet, control.writeBye(packet, now, System.currentTimeMillis()));
        }
        wire.close();
    }

    /** How well both directions travelled so far. May be called from any thread. */
    StreamQuality quality() {
        int received = reception.totalReceived();
        int farLost = control.farLost();
        int roundTrip = control.roundTripMicros();
        return StreamQuality.of(
                received,
                reception.totalLost(),
                control.packetsSent(),
                farLost < 0 ? null : (long) farLost,
                control.farExpected(),
                (double) reception.jitter() / unitsAMilli,
                (double) control.farJitter() / unitsAMilli,
                roundTrip < 0 ? null : roundTrip / 1000.0);
    }
}
