package io.zongji.media.rtp;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Finds the digits in telephone events (RFC 4733). A digit is reported with the first packet seen of its event; repeated,
 * late and end packets of the same event say nothing new, and a lost end is made up for by the next event's beginning.
 * Used by one thread.
 */
public final class DtmfReceiver {
    private static final String DIGITS = "0123456789*#ABCD";
    private static final int PAYLOAD_BYTES = 4;
    private static final long SAME_PRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(45);
    private static final int RECENT_SAMPLES = 80_000;

    private boolean any;
    private int ssrc;
    private int timestamp;
    private int event;
    private boolean ended;
    private long lastPacketNanos;

    /**
     * Takes one telephone event packet.
     *
     * @return the digit that was pressed, or 0 if this packet tells no new one
     */
    public char receive(IncomingPacket packet, ByteBuffer buffer, long nowNanos) {
        if (packet.payloadLength() < PAYLOAD_BYTES) {
            return 0;
        }
        int code = buffer.get(packet.payloadOffset()) & 0xFF;
        if (code >= DIGITS.length()) {
            return 0;
        }
        boolean end = buffer.get(packet.payloadOffset() + 1) < 0;
        boolean known = any && packet.ssrc() == ssrc && belongsToKnown(packet, code, end, nowNanos);
        if (known) {
            ended |= end && code == event;
            lastPacketNanos = nowNanos;
            return 0;
        }
        any = true;
        ssrc = packet.ssrc();
        timestamp = packet.timestamp();
        event = code;
        ended = end;
        lastPacketNanos = nowNanos;
        return DIGITS.charAt(code);
    }

    private boolean belongsToKnown(IncomingPacket packet, int code, boolean end, long nowNanos) {
        int later = packet.timestamp() - timestamp;
        if (later == 0) {
            return true;
        }
        if (later < 0 && later > -RECENT_SAMPLES) {
            return true;
        }
        // Some phones move the timestamp within an event, and events longer than 8 s must (RFC 4733, 2.5.1.3).
        boolean goesOn =
                code == event && (!ended || end) && !packet.marker() && nowNanos - lastPacketNanos < SAME_PRESS_NANOS;
        if (goesOn) {
            timestamp = packet.timestamp();
        }
        return goesOn;
    }
}
