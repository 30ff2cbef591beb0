/**
 * The keys of browser legs: a DTLS handshake over the media path (RFC 5764), through Bouncy Castle. We are always the
 * server. Handshakes block, so they run on threads of their own, a limited number at a time.
 */
package io.zongji.media.dtls;
