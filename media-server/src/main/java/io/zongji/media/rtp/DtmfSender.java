package io.zongji.media.rtp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sends digits as telephone events (RFC 4733): 100 ms each with a packet every 20 ms, the end three times, then 60 ms of
 * pause. Asked for a packet once per frame; while it has one, no audio is sent. Used by one thread.
 */
public final class DtmfSender {
    private static final String DIGITS = "0123456789*#ABCD";
    private static final int TONE_FRAMES = 5;
    private static final int END_PACKETS = 3;
    private static final int PAUSE_FRAMES = 3;
    private static final int VOLUME = 10;
    private static final int PAYLOAD_BYTES = 4;

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private int frame;
    private int timestamp;

    /** Adds digits to send: 0-9, *, #, A-D. */
    public void add(String digits) {
        for (char digit : digits.toCharArray()) {
            int code = DIGITS.indexOf(Character.toUpperCase(digit));
            if (code < 0) {
                throw new IllegalArgumentException("digits: no DTMF digit: " + digit);
            }
            waiting.add(code);
        }
    }

    /** Forgets what was not sent yet. */
    public void clear() {
        waiting.clear();
        frame = 0;
    }

    /** Whether an event or its pause is in progress. */
    public boolean busy() {
        return !waiting.isEmpty();
    }

    /**
     * Writes the next packet.
     *
     * @param frameUnits timestamp units in 20 ms
     * @return its length, or 0 when this frame is part of a pause
     */
    public int next(OutgoingStream stream, ByteBuffer packet, int payloadType, int frameUnits, long nowNanos) {
        int code = waiting.element();
        int current = frame++;
        if (current >= TONE_FRAMES + END_PACKETS - 1) {
            if (frame == TONE_FRAMES + END_PACKETS - 1 + PAUSE_FRAMES) {
                waiting.remove();
                frame = 0;
            }
            return 0;
        }
        timestamp = stream.eventPacket(packet, payloadType, current == 0, timestamp, nowNanos);
        boolean end = current >= TONE_FRAMES - 1;
        int duration = Math.min(current + 1, TONE_FRAMES) * frameUnits;
        packet.put(RtpHeader.SIZE, (byte) code);
        packet.put(RtpHeader.SIZE + 1, (byte) (VOLUME | (end ? 0x80 : 0)));
        packet.putShort(RtpHeader.SIZE + 2, (short) duration);
        return RtpHeader.SIZE + PAYLOAD_BYTES;
    }
}
