package io.zongji.media.rtp;

import java.nio.ByteBuffer;

/**
 * Walks through a compound RTCP packet (RFC 3550, 6 and A.2) that begins at index 0. Nothing is believed: every length is
 * checked before a field is read, and a packet whose parts do not add up says nothing at all.
 */
final class RtcpReader {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int BYE = 203;
    static final int HEADER_BYTES = 8;
    static final int SENDER_BYTES = 20;
    static final int BLOCK_BYTES = 24;
    private static final int LAST_TYPE = 223;
    private static final int FIRST_TYPE = 192;

    private RtcpReader() {}

    /** What a compound packet says, part by part. */
    interface Listener {
        /** @param ntpMiddle the middle 32 bits of the sender's clock */
        void senderReport(int sender, int ntpMiddle);

        /**
         * One source's reception.
         *
         * @param lost      may be negative when duplicates came
         * @param lastReport the middle of our report that it knows, 0 for none
         * @param delay     since then, in 1/65536 s, unsigned
         */
        void block(int about, int lost, int jitter, int lastReport, int delay);

        void bye(int source);
    }

    /** Whether this is RTCP and not RTP on a shared port (RFC 5761, 4). */
    static boolean isRtcp(ByteBuffer packet, int length) {
        int type = length < 2 ? 0 : packet.get(1) & 0xFF;
        return length >= HEADER_BYTES && (packet.get(0) & 0xC0) == 0x80 && type >= FIRST_TYPE && type <= LAST_TYPE;
    }

    /** Tells the listener everything, or nothing when the packet is malformed. */
    static boolean read(ByteBuffer packet, int length, Listener listener) {
        if (!addsUp(packet, length)) {
            return false;
        }
        for (int at = 0; at < length; at += partBytes(packet, at)) {
            readPart(packet, at, listener);
        }
        return true;
    }

    private static boolean addsUp(ByteBuffer packet, int length) {
        if (!isRtcp(packet, length)) {
            return false;
        }
        int at = 0;
        while (at < length) {
            if (length - at < 4 || (packet.get(at) & 0xC0) != 0x80) {
                return false;
            }
            int bytes = partBytes(packet, at);
            boolean padded = (packet.get(at) & 0x20) != 0;
            if (bytes > length - at || padded && at + bytes < length || bytes < neededBytes(packet, at)) {
                return false;
            }
            at += bytes;
        }
        return true;
    }

    private static int neededBytes(ByteBuffer packet, int at) {
        int count = packet.get(at) & 0x1F;
        return switch (packet.get(at + 1) & 0xFF) {
            case SENDER_REPORT -> HEADER_BYTES + SENDER_BYTES + count * BLOCK_BYTES;
            case RECEIVER_REPORT -> HEADER_BYTES + count * BLOCK_BYTES;
            case BYE -> 4 + 4 * count;
            default -> 4;
        };
    }

    private static int partBytes(ByteBuffer packet, int at) {
        return 4 * ((packet.getShort(at + 2) & 0xFFFF) + 1);
    }

    private static void readPart(ByteBuffer packet, int at, Listener listener) {
        int count = packet.get(at) & 0x1F;
        switch (packet.get(at + 1) & 0xFF) {
            case SENDER_REPORT -> {
                listener.senderReport(packet.getInt(at + 4), packet.getInt(at + 10));
                readBlocks(packet, at + HEADER_BYTES + SENDER_BYTES, count, listener);
            }
            case RECEIVER_REPORT -> readBlocks(packet, at + HEADER_BYTES, count, listener);
            case BYE -> {
                for (int i = 0; i < count; i++) {
                    listener.bye(packet.getInt(at + 4 + 4 * i));
                }
            }
            default -> {
                // Names, applications, feedback: of no use here.
            }
        }
    }

    private static void readBlocks(ByteBuffer packet, int first, int count, Listener listener) {
        for (int i = 0; i < count; i++) {
            int at = first + i * BLOCK_BYTES;
            int lost = packet.getInt(at + 4) << 8 >> 8;
            listener.block(
                    packet.getInt(at), lost, packet.getInt(at + 12), packet.getInt(at + 16), packet.getInt(at + 20));
        }
    }
}
