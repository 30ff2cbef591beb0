/** Offer and answer of audio (RFC 8866, RFC 3264): reading foreign descriptions leniently, writing our own strictly. */
package io.zongji.media.sdp;
