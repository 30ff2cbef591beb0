package io.zongji.media.rtp;

import io.zongji.media.codec.Codec;
import java.nio.ByteBuffer;

/**
 * The one RTP stream that a party receives from us, whatever it is made of: own frames or forwarded packets of changing
 * sources. Its SSRC never changes, its sequence numbers and timestamps go on across changes of source, and a forwarded
 * source's losses and reordering stay visible. Used by one thread.
 */
public final class OutgoingStream {
    private static final int MAX_SEQUENCE_JUMP = 1000;
    private static final int MAX_TIMESTAMP_JUMP_SECONDS = 8;
    private static final Object OWN = new Object();

    private final int ssrc;
    private int lastSequence;
    private int nextTimestamp;
    private long lastSentNanos;
    private boolean started;
    private int clockRate = Codec.SAMPLE_RATE;

    private Object source;
    private int sourceSsrc;
    private int firstSourceSequence;
    private int forwarded;
    private int sequenceOffset;
    private int timestampOffset;

    /** The three starting values should be random (RFC 3550, 5.1). */
    public OutgoingStream(int ssrc, int firstSequence, int firstTimestamp) {
        this.ssrc = ssrc;
        this.lastSequence = (firstSequence - 1) & 0xFFFF;
        this.nextTimestamp = firstTimestamp;
    }

    public int ssrc() {
        return ssrc;
    }

    /** Timestamp units a second from here on, at first {@link Codec#SAMPLE_RATE}. */
    public void clockRate(int unitsASecond) {
        clockRate = unitsASecond;
    }

    private int frameUnits() {
        return clockRate / 50;
    }

    private long unitsSinceLast(long nowNanos) {
        return (nowNanos - lastSentNanos) / 1000 * (clockRate / 1000) / 1000;
    }

    /** Writes the header of an own frame that follows what was sent so far. */
    public void ownFrame(ByteBuffer packet, int payloadType, int units, long nowNanos) {
        boolean change = source != OWN;
        if (change) {
            nextTimestamp = timestampAt(nowNanos);
            source = OWN;
        }
        lastSequence = (lastSequence + 1) & 0xFFFF;
        RtpHeader.write(packet, 0, payloadType, change, lastSequence, nextTimestamp, ssrc);
        nextTimestamp += units;
        sent(nowNanos);
    }

    /**
     * Writes the header of a telephone event packet: all packets of one event carry the timestamp of its beginning.
     *
     * @return the timestamp, to be given for the next packet of the same event
     */
    public int eventPacket(ByteBuffer packet, int payloadType, boolean first, int eventTimestamp, long nowNanos) {
        int timestamp = first ? timestampAt(nowNanos) : eventTimestamp;
        lastSequence = (lastSequence + 1) & 0xFFFF;
        RtpHeader.write(packet, 0, payloadType, first, lastSequence, timestamp, ssrc);
        if (first) {
            source = null;
            nextTimestamp = timestamp + frameUnits();
            sent(nowNanos);
        }
        return timestamp;
    }

    /**
     * Rewrites the header of a received packet so that it continues this stream. The new header lies directly before the
     * payload.
     *
     * @param from          whose packet this is
     * @param payloadOffset where the payload begins in the received packet, at least {@link RtpHeader#SIZE}
     * @param units         how many timestamp units the payload lasts
     * @return whether to send it; packets from before the change to this source are not sent
     */
    public boolean forward(
            Object from, IncomingPacket packet, ByteBuffer buffer, int payloadType, int units, long nowNanos) {
        boolean change = isChange(from, packet);
        if (change) {
            follow(from, packet, nowNanos);
        } else if (forwarded < MAX_SEQUENCE_JUMP && (short) (packet.sequence() - firstSourceSequence) < 0) {
            return false;
        }
        forwarded++;
        int sequence = (packet.sequence() + sequenceOffset) & 0xFFFF;
        int timestamp = packet.timestamp() + timestampOffset;
        RtpHeader.write(
                buffer,
                packet.payloadOffset() - RtpHeader.SIZE,
                payloadType,
                change || packet.marker(),
                sequence,
                timestamp,
                ssrc);
        if ((short) (sequence - lastSequence) > 0) {
            lastSequence = sequence;
            nextTimestamp = timestamp + units;
            sent(nowNanos);
        }
        return true;
    }

    private boolean isChange(Object from, IncomingPacket packet) {
        return source != from
                || sourceSsrc != packet.ssrc()
                || Math.abs((short) (packet.sequence() + sequenceOffset - lastSequence)) > MAX_SEQUENCE_JUMP
                || Math.abs(packet.timestamp() + timestampOffset - nextTimestamp)
                        > MAX_TIMESTAMP_JUMP_SECONDS * clockRate;
    }

    private void follow(Object from, IncomingPacket packet, long nowNanos) {
        source = from;
        sourceSsrc = packet.ssrc();
        firstSourceSequence = packet.sequence();
        forwarded = 0;
        sequenceOffset = (lastSequence + 1) - packet.sequence();
        timestampOffset = timestampAt(nowNanos) - packet.timestamp();
    }

    /** The timestamp that belongs to this moment, as a sender report tells it. */
    int timestampOf(long nowNanos) {
        return nextTimestamp + (started ? (int) unitsSinceLast(nowNanos) - frameUnits() : 0);
    }

    private int timestampAt(long nowNanos) {
        if (!started) {
            return nextTimestamp;
        }
        return nextTimestamp + (int) Math.max(0, unitsSinceLast(nowNanos) - frameUnits());
    }

    private void sent(long nowNanos) {
        started = true;
        lastSentNanos = nowNanos;
    }
}
