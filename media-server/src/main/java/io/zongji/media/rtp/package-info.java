/**
 * RTP (RFC 3550) and telephone events (RFC 4733) over NIO: one loop thread serves all sockets and keeps the 20 ms clock.
 * Nothing here knows of calls; {@link io.zongji.media.rtp.RtpSession} is a complete party for simulated phones.
 */
package io.zongji.media.rtp;
