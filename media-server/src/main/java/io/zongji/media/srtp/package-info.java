/**
 * Secure RTP and RTCP (RFC 3711) over the JDK's crypto: AES in counter mode with HMAC-SHA1 tags. Nothing is allocated per
 * packet. Everything here is used by one thread at a time, but for immutable keys.
 */
package io.zongji.media.srtp;
