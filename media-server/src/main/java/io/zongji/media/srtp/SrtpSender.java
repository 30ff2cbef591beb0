package io.zongji.media.srtp;

import io.zongji.media.rtp.RtpHeader;
import java.nio.ByteBuffer;

/**
 * Protects the packets of the one stream that we send. No two packets are ever sealed under one index, which would give
 * away what both say: a repeated sequence number is refused.
 */
public final class SrtpSender {
    private static final int RTCP_HEADER = 8;
    private static final int RTCP_TAG = 10;
    private static final int ENCRYPTED = 0x80000000;

    private final SrtpProfile profile;
    private final PacketCipher rtp;
    private final PacketCipher rtcp;
    private final ReplayWindow used = new ReplayWindow();
    private final byte[] packet = new byte[SrtpReceiver.MAX_PACKET];
    private final ByteBuffer sealed = ByteBuffer.wrap(packet);
    private int rtcpIndex;

    public SrtpSender(SrtpProfile profile, MasterKey key) {
        this.profile = profile;
        this.rtp = PacketCipher.forRtp(key);
        this.rtcp = PacketCipher.forRtcp(key);
    }

    /**
     * Seals a copy of the RTP packet between start and end; the source stays as it is.
     *
     * @return what to send, valid until the next use; null if it must not be sent
     */
    public ByteBuffer seal(ByteBuffer source, int start, int end) {
        int length = copy(source, start, end);
        int payload = length < 0 ? -1 : RtpHeader.payloadOffset(sealed, length);
        if (payload < 0) {
            return null;
        }
        long index = used.indexOf(RtpHeader.sequence(sealed));
        if (!used.isNew(index)) {
            return null;
        }
        used.add(index);
        rtp.crypt(packet, payload, length, RtpHeader.ssrc(sealed), index);
        System.arraycopy(rtp.tag(packet, length, (int) (index >>> 16)), 0, packet, length, profile.tagLength());
        return sealed.limit(length + profile.tagLength());
    }

    /** Seals a copy of a compound RTCP packet, as {@link #seal} does. */
    public ByteBuffer sealControl(ByteBuffer source, int start, int end) {
        int length = copy(source, start, end);
        if (length < RTCP_HEADER) {
            return null;
        }
        rtcp.crypt(packet, RTCP_HEADER, length, sealed.getInt(4), rtcpIndex);
        sealed.putInt(length, rtcpIndex | ENCRYPTED);
        rtcpIndex = (rtcpIndex + 1) & ~ENCRYPTED;
        System.arraycopy(rtcp.tag(packet, length + 4), 0, packet, length + 4, RTCP_TAG);
        return sealed.limit(length + 4 + RTCP_TAG);
    }

    private int copy(ByteBuffer source, int start, int end) {
        int length = end - start;
        if (length > SrtpReceiver.MAX_PLAIN) {
            return -1;
        }
        sealed.clear();
        source.limit(end).get(start, packet, 0, length);
        return length;
    }
}
