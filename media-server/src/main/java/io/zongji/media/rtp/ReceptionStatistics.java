package io.zongji.media.rtp;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was received of one stream and what is missing (RFC 3550, A.1, A.3 and A.8): extended sequence numbers, loss and
 * interarrival jitter. A new SSRC, or a jump of the sequence that goes on, begins anew; what was counted before stays in
 * the totals. Written by one thread; the totals may be read by any.
 */
public final class ReceptionStatistics {
    private static final int MAX_DROPOUT = 3000;
    private static final int MAX_MISORDER = 100;
    private static final int SEQUENCES = 1 << 16;
    private static final int NOBODY = -1;
    /** A gap in arrival this long is a pause of the speaker or of the network, not jitter. */
    private static final int LONGEST_TRANSIT_CHANGE = 8000;

    private boolean started;
    private int ssrc;
    private int base;
    private int highest;
    private int cycles;
    private int received;
    private int unexpected = NOBODY;
    private int expectedAtReport;
    private int receivedAtReport;

    private boolean transitKnown;
    private int transit;
    /** In sixteenths of a timestamp unit. */
    private int jitter;

    private int earlierExpected;
    private int earlierReceived;
    /** Written last, so that who reads it first sees everything before. */
    private final AtomicInteger published = new AtomicInteger();

    /**
     * Counts a packet.
     *
     * @param audio whether its timestamp tells when it was spoken; a telephone event's does not
     * @param now   the time of arrival in timestamp units, from any beginning
     */
    public void received(IncomingPacket packet, boolean audio, int now) {
        if (!started || packet.ssrc() != ssrc) {
            begin(packet);
        }
        if (sequence(packet.sequence()) && audio) {
            transit(now - packet.timestamp());
        }
        published.lazySet(published.getPlain() + 1);
    }

    private boolean sequence(int sequence) {
        int ahead = (sequence - highest) & 0xFFFF;
        if (ahead < MAX_DROPOUT) {
            if (sequence < highest) {
                cycles += SEQUENCES;
            }
            highest = sequence;
        } else if (ahead <= SEQUENCES - MAX_MISORDER) {
            if (sequence != unexpected) {
                unexpected = (sequence + 1) & 0xFFFF;
                return false;
            }
            restart(sequence);
        }
        received++;
        unexpected = NOBODY;
        return true;
    }

    private void transit(int now) {
        int change = Math.abs(now - transit);
        if (transitKnown && change < LONGEST_TRANSIT_CHANGE) {
            jitter += change - ((jitter + 8) >> 4);
        }
        transitKnown = true;
        transit = now;
    }

    private void begin(IncomingPacket packet) {
        ssrc = packet.ssrc();
        restart(packet.sequence());
    }

    private void restart(int sequence) {
        if (started) {
            earlierExpected += expectedNow();
            earlierReceived += received;
        }
        started = true;
        base = sequence;
        highest = sequence;
        cycles = 0;
        received = 0;
        unexpected = NOBODY;
        expectedAtReport = 0;
        receivedAtReport = 0;
        transitKnown = false;
        jitter = 0;
    }

    private int expectedNow() {
        return cycles + highest - base + 1;
    }

    /** Whether there is something to report on. */
    boolean started() {
        return started;
    }

    /** The source heard last. */
    int ssrc() {
        return ssrc;
    }

    /** Writes a report block without its last two fields, and begins the next interval of the fraction lost. */
    void writeBlock(ByteBuffer packet, int at) {
        int expected = expectedNow();
        int expectedSince = expected - expectedAtReport;
        int lostSince = expectedSince - (received - receivedAtReport);
        expectedAtReport = expected;
        receivedAtReport = received;
        int fraction = expectedSince <= 0 || lostSince <= 0 ? 0 : Math.min(255, (lostSince << 8) / expectedSince);
        int lost = Math.max(-0x800000, Math.min(0x7FFFFF, expected - received));
        packet.putInt(at, ssrc);
        packet.putInt(at + 4, fraction << 24 | lost & 0xFFFFFF);
        packet.putInt(at + 8, cycles + highest);
        packet.putInt(at + 12, jitter >> 4);
    }

    /** Packets received of all sources. */
    public int totalReceived() {
        return published.get() == 0 ? 0 : earlierReceived + received;
    }

    /** Packets missing of all sources; never negative, though duplicates count as received. */
    public int totalLost() {
        return published.get() == 0 ? 0 : Math.max(0, earlierExpected + expectedNow() - totalReceived());
    }

    /** The interarrival jitter now, in timestamp units. */
    public int jitter() {
        return published.get() == 0 ? 0 : jitter >> 4;
    }
}
