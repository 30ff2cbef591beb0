package io.zongji.media.srtp;

import io.zongji.media.rtp.RtpHeader;
import java.nio.ByteBuffer;

/**
 * Checks and decrypts what the other side sends under one key. Its streams (a phone may change its SSRC) are known by
 * their authentic packets only, so a forger leaves no trace here. The sixteen streams last begun are remembered.
 */
public final class SrtpReceiver {
    static final int MAX_PLAIN = 2048;
    static final int MAX_PACKET = MAX_PLAIN + 16;

    private static final int MAX_STREAMS = 16;
    private static final int RTCP_HEADER = 8;
    private static final int RTCP_TAG = 10;
    private static final int RTCP_TRAILER = 4 + RTCP_TAG;

    private final SrtpProfile profile;
    private final PacketCipher rtp;
    private final PacketCipher rtcp;
    private final byte[] packet = new byte[MAX_PACKET];
    private final ByteBuffer view = ByteBuffer.wrap(packet);
    private final int[] ssrcs = new int[MAX_STREAMS];
    private final ReplayWindow[] windows = new ReplayWindow[MAX_STREAMS];
    private final ReplayWindow controlWindow = new ReplayWindow();
    private ReplayWindow fresh = new ReplayWindow();
    private int streams;

    public SrtpReceiver(SrtpProfile profile, MasterKey key) {
        this.profile = profile;
        this.rtp = PacketCipher.forRtp(key);
        this.rtcp = PacketCipher.forRtcp(key);
    }

    /**
     * Opens the RTP packet that begins at index 0, in place.
     *
     * @return the length of the plain packet; -1 if it is no packet, not authentic, or a repetition
     */
    public int open(ByteBuffer datagram, int length) {
        int plain = length - profile.tagLength();
        int payload = plain < 0 || length > MAX_PACKET ? -1 : RtpHeader.payloadOffset(datagram, plain);
        if (payload < 0) {
            return -1;
        }
        int ssrc = RtpHeader.ssrc(datagram);
        ReplayWindow window = windowOf(ssrc);
        long index = window.indexOf(RtpHeader.sequence(datagram));
        if (!window.isNew(index)) {
            return -1;
        }
        datagram.get(0, packet, 0, length);
        byte[] tag = rtp.tag(packet, plain, (int) (index >>> 16));
        if (!PacketCipher.matches(tag, packet, plain, profile.tagLength())) {
            return -1;
        }
        if (window == fresh) {
            remember(ssrc);
        }
        window.add(index);
        rtp.crypt(packet, payload, plain, ssrc, index);
        datagram.put(payload, packet, payload, plain - payload);
        return plain;
    }

    /** Opens a compound RTCP packet, as {@link #open} does. One that is not encrypted is taken if it is authentic. */
    public int openControl(ByteBuffer datagram, int length) {
        int plain = length - RTCP_TRAILER;
        if (plain < RTCP_HEADER || length > MAX_PACKET) {
            return -1;
        }
        datagram.get(0, packet, 0, length);
        int trailer = view.getInt(plain);
        long index = trailer & 0x7FFFFFFF;
        byte[] tag = rtcp.tag(packet, plain + 4);
        if (!controlWindow.isNew(index) || !PacketCipher.matches(tag, packet, plain + 4, RTCP_TAG)) {
            return -1;
        }
        controlWindow.add(index);
        if (trailer < 0) {
            rtcp.crypt(packet, RTCP_HEADER, plain, view.getInt(4), index);
            datagram.put(RTCP_HEADER, packet, RTCP_HEADER, plain - RTCP_HEADER);
        }
        return plain;
    }

    private ReplayWindow windowOf(int ssrc) {
        int known = Math.min(streams, MAX_STREAMS);
        for (int i = 0; i < known; i++) {
            if (ssrcs[i] == ssrc) {
                return windows[i];
            }
        }
        return fresh;
    }

    private void remember(int ssrc) {
        int slot = streams % MAX_STREAMS;
        ssrcs[slot] = ssrc;
        windows[slot] = fresh;
        streams = streams + 1 == 2 * MAX_STREAMS ? MAX_STREAMS : streams + 1;
        fresh = new ReplayWindow();
    }
}
