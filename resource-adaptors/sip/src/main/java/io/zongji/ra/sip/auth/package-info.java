/** Digest authentication of registered phones and trunks (RFC 2617, 3261 section 22, 7616, 8760). Plain classes, no SLEE. */
package io.zongji.ra.sip.auth;
