package io.zongji.media.rtp;

import java.nio.ByteBuffer;

/** Reads and writes the fixed header of RTP packets in place (RFC 3550, 5.1). Packets begin at index 0 of the buffer. */
public final class RtpHeader {
    /** Bytes of a header without contributing sources and extension. */
    public static final int SIZE = 12;

    private RtpHeader() {}

    /**
     * Where the payload begins, or -1 if this is no RTP: wrong version, too short, or RTCP on the RTP port (RFC 5761).
     *
     * @param length bytes of the packet
     */
    public static int payloadOffset(ByteBuffer packet, int length) {
        if (length < SIZE || (packet.get(0) & 0xC0) != 0x80) {
            return -1;
        }
        int type = packet.get(1) & 0x7F;
        if (type >= 64 && type <= 95) {
            return -1;
        }
        int offset = SIZE + 4 * (packet.get(0) & 0x0F);
        if ((packet.get(0) & 0x10) != 0) {
            if (length < offset + 4) {
                return -1;
            }
            offset += 4 + 4 * (packet.getShort(offset + 2) & 0xFFFF);
        }
        return offset <= length ? offset : -1;
    }

    /** Where the payload ends: the length without padding, or -1 if the padding makes no sense. */
    public static int payloadEnd(ByteBuffer packet, int length, int payloadOffset) {
        if ((packet.get(0) & 0x20) == 0) {
            return length;
        }
        int padding = packet.get(length - 1) & 0xFF;
        return padding == 0 || length - padding < payloadOffset ? -1 : length - padding;
    }

    public static int payloadType(ByteBuffer packet) {
        return packet.get(1) & 0x7F;
    }

    public static boolean marker(ByteBuffer packet) {
        return packet.get(1) < 0;
    }

    public static int sequence(ByteBuffer packet) {
        return packet.getShort(2) & 0xFFFF;
    }

    public static int timestamp(ByteBuffer packet) {
        return packet.getInt(4);
    }

    public static int ssrc(ByteBuffer packet) {
        return packet.getInt(8);
    }

    /** Writes a header without extension, contributing sources or padding. */
    public static void write(
            ByteBuffer packet, int at, int payloadType, boolean marker, int sequence, int timestamp, int ssrc) {
        packet.put(at, (byte) 0x80);
        packet.put(at + 1, (byte) (payloadType | (marker ? 0x80 : 0)));
        packet.putShort(at + 2, (short) sequence);
        packet.putInt(at + 4, timestamp);
        packet.putInt(at + 8, ssrc);
    }
}
