package io.zongji.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The control side of one stream each way (RFC 3550, 6): when a report is due, what it says, and what the other's reports
 * tell of our stream. Reports go out every 2.5 to 7.5 s, the first after half of that, whatever comes in, so nobody can
 * make us send more. A reception
 * report counts only for our SSRC, and a round trip only if it names a report that we sent. Used by one thread; the
 * figures may be read by any, a report late at worst.
 */
public final class RtcpSession implements RtcpReader.Listener {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_ROUND_TRIP_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long NTP_EPOCH_SECONDS = 2_208_988_800L;
    private static final int REMEMBERED = 4;
    private static final int CNAME_BYTES = 16;
    private static final int UNKNOWN = -1;

    private final OutgoingStream stream;
    private final ReceptionStatistics reception;
    private final byte[] cname;
    private final int[] sentReports = new int[REMEMBERED];
    private final long[] sentReportNanos = new long[REMEMBERED];
    private int reports;
    private long dueNanos;
    private boolean scheduled;

    private int packets;
    private int octets;
    private int packetsAtReport;

    private int lastSenderReport;
    private long lastSenderReportNanos;

    private int farLost = UNKNOWN;
    private int farExpected;
    private int farJitter;
    private int roundTripMicros = UNKNOWN;
    private long nowNanos;

    /** @param stream what we send; its SSRC is the one that reports are about */
    public RtcpSession(OutgoingStream stream, ReceptionStatistics reception) {
        this.stream = stream;
        this.reception = reception;
        byte[] name = new byte[CNAME_BYTES * 3 / 4];
        RANDOM.nextBytes(name);
        // A random name that says nothing of us (RFC 7022, 4.2).
        this.cname = Base64.getEncoder().encodeToString(name).getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether what came to a port shared with RTP is RTCP (RFC 5761). */
    public static boolean isRtcp(ByteBuffer packet, int length) {
        return RtcpReader.isRtcp(packet, length);
    }

    /** Counts an RTP packet of ours. */
    public void sent(int payloadBytes) {
        packets++;
        octets += payloadBytes;
    }

    /** Whether a report should go out now. The first is due some time after the first call. */
    public boolean due(long now) {
        if (!scheduled) {
            scheduled = true;
            schedule(now, INTERVAL_NANOS / 2);
        }
        return now - dueNanos >= 0;
    }

    private void schedule(long now, long interval) {
        double factor = 0.5 + ThreadLocalRandom.current().nextDouble();
        dueNanos = now + (long) (interval * factor);
    }

    /**
     * Writes our report: a sender report if we sent since the last, else a receiver report, and our name.
     *
     * @param wallMillis since 1970
     * @return its length
     */
    public int write(ByteBuffer packet, long now, long wallMillis) {
        schedule(now, INTERVAL_NANOS);
        int at = writeReport(packet, now, wallMillis);
        return writeName(packet, at);
    }

    /** Writes a last report that says that our stream ends. */
    public int writeBye(ByteBuffer packet, long now, long wallMillis) {
        int at = write(packet, now, wallMillis);
        header(packet, at, 1, RtcpReader.BYE, 8);
        packet.putInt(at + 4, stream.ssrc());
        return at + 8;
    }

    /** Whether anything was ever reported: only then does an end have to be. */
    public boolean begun() {
        return reports > 0;
    }

    private int writeReport(ByteBuffer packet, long now, long wallMillis) {
        boolean sender = packets != packetsAtReport;
        packetsAtReport = packets;
        int at = RtcpReader.HEADER_BYTES;
        if (sender) {
            writeSender(packet, at, now, wallMillis);
            at += RtcpReader.SENDER_BYTES;
        }
        int blocks = 0;
        if (reception.started()) {
            reception.writeBlock(packet, at);
            packet.putInt(at + 16, lastSenderReport);
            packet.putInt(at + 20, lastSenderReport == 0 ? 0 : (int) ntpUnits(now - lastSenderReportNanos));
            at += RtcpReader.BLOCK_BYTES;
            blocks = 1;
        }
        header(packet, 0, blocks, sender ? RtcpReader.SENDER_REPORT : RtcpReader.RECEIVER_REPORT, at);
        packet.putInt(4, stream.ssrc());
        return at;
    }

    private void writeSender(ByteBuffer packet, int at, long now, long wallMillis) {
        long seconds = wallMillis / 1000 + NTP_EPOCH_SECONDS;
        long fraction = (wallMillis % 1000 << 32) / 1000;
        int middle = (int) (seconds << 16 | fraction >> 16);
        packet.putInt(at, (int) seconds);
        packet.putInt(at + 4, (int) fraction);
        packet.putInt(at + 8, stream.timestampOf(now));
        packet.putInt(at + 12, packets);
        packet.putInt(at + 16, octets);
        sentReports[reports % REMEMBERED] = middle;
        sentReportNanos[reports % REMEMBERED] = now;
        reports++;
    }

    private int writeName(ByteBuffer packet, int at) {
        int end = at + RtcpReader.HEADER_BYTES + 2 + cname.length;
        int padded = (end + 4) & ~3;
        header(packet, at, 1, RtcpReader.SOURCE_DESCRIPTION, padded - at);
        packet.putInt(at + 4, stream.ssrc());
        packet.put(at + 8, (byte) 1);
        packet.put(at + 9, (byte) cname.length);
        packet.put(at + 10, cname);
        for (int i = end; i < padded; i++) {
            packet.put(i, (byte) 0);
        }
        return padded;
    }

    private static void header(ByteBuffer packet, int at, int count, int type, int bytes) {
        packet.put(at, (byte) (0x80 | count));
        packet.put(at + 1, (byte) type);
        packet.putShort(at + 2, (short) (bytes / 4 - 1));
    }

    /** In 1/65536 s. */
    private static long ntpUnits(long nanos) {
        return (nanos / 1000 << 16) / 1_000_000;
    }

    /** Takes what the other reports; false if it is no RTCP. */
    public boolean receive(ByteBuffer packet, int length, long now) {
        nowNanos = now;
        return RtcpReader.read(packet, length, this);
    }

    @Override
    public void senderReport(int sender, int ntpMiddle) {
        if (reception.started() && sender == reception.ssrc()) {
            lastSenderReport = ntpMiddle;
            lastSenderReportNanos = nowNanos;
        }
    }

    @Override
    public void block(int about, int lost, int jitter, int lastReport, int delay) {
        if (about != stream.ssrc()) {
            return;
        }
        farLost = Math.max(0, Math.min(lost, packets));
        farExpected = packets;
        farJitter = Math.max(0, jitter);
        roundTrip(lastReport, delay);
    }

    private void roundTrip(int lastReport, int delay) {
        for (int i = 0; i < Math.min(REMEMBERED, reports); i++) {
            if (lastReport != 0 && sentReports[i] == lastReport) {
                long delayNanos = ((delay & 0xFFFFFFFFL) * 1_000_000 >> 16) * 1000;
                long nanos = nowNanos - sentReportNanos[i] - delayNanos;
                if (nanos >= 0 && nanos < LONGEST_ROUND_TRIP_NANOS) {
                    int micros = (int) (nanos / 1000);
                    roundTripMicros =
                            roundTripMicros == UNKNOWN ? micros : roundTripMicros + (micros - roundTripMicros) / 4;
                }
            }
        }
    }

    @Override
    public void bye(int source) {
        // When a leg ends is for signalling to say.
    }

    /** Packets of ours sent. */
    public int packetsSent() {
        return packets;
    }

    /** Packets of ours that the other misses, as it last reported; -1 if it never did. */
    public int farLost() {
        return farLost;
    }

    /** How many it should have had by then. */
    public int farExpected() {
        return farExpected;
    }

    /** The jitter that it reports, in timestamp units. */
    public int farJitter() {
        return farJitter;
    }

    /** Microseconds to the other and back, smoothed; -1 if never measured. */
    public int roundTripMicros() {
        return roundTripMicros;
    }
}
