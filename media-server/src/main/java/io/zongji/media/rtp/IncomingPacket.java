package io.zongji.media.rtp;

import java.nio.ByteBuffer;

/** The fields of the packet being handled; one instance is used again and again. Valid only during the handling. */
public final class IncomingPacket {
    private int payloadType;
    private boolean marker;
    private int sequence;
    private int timestamp;
    private int ssrc;
    private int payloadOffset;
    private int payloadLength;

    /**
     * Reads the header of what was received.
     *
     * @return false if it is no RTP packet
     */
    public boolean parse(ByteBuffer packet, int length) {
        int offset = RtpHeader.payloadOffset(packet, length);
        if (offset < 0) {
            return false;
        }
        int end = RtpHeader.payloadEnd(packet, length, offset);
        if (end < 0) {
            return false;
        }
        payloadOffset = offset;
        payloadLength = end - offset;
        payloadType = RtpHeader.payloadType(packet);
        marker = RtpHeader.marker(packet);
        sequence = RtpHeader.sequence(packet);
        timestamp = RtpHeader.timestamp(packet);
        ssrc = RtpHeader.ssrc(packet);
        return true;
    }

    public int payloadType() {
        return payloadType;
    }

    public boolean marker() {
        return marker;
    }

    public int sequence() {
        return sequence;
    }

    public int timestamp() {
        return timestamp;
    }

    public int ssrc() {
        return ssrc;
    }

    public int payloadOffset() {
        return payloadOffset;
    }

    public int payloadLength() {
        return payloadLength;
    }
}
