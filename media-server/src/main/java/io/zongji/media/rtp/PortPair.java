package io.zongji.media.rtp;

import java.nio.channels.DatagramChannel;

/**
 * Two bound, non-blocking channels on neighbouring ports (RFC 3550, 11).
 *
 * @param rtp  on the even port
 * @param rtcp on the odd port above it
 */
public record PortPair(DatagramChannel rtp, DatagramChannel rtcp) {
    /** The RTP port. */
    public int port() {
        return rtp.socket().getLocalPort();
    }
}
