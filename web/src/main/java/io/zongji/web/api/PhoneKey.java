package io.zongji.web.api;

import io.zongji.domain.phone.PhoneToken;
import io.zongji.domain.phone.PhoneTokens;
import io.zongji.domain.phone.RelayAccess;
import io.zongji.server.PageLines;
import java.util.List;

/**
 * What a page registers with as an agent's phone, once (RFC 3261, section 22).
 *
 * @param secret  HA1 of the digest
 * @param seconds until when it must be used
 * @param iceServers TURN servers, as WebRTC wants them; where no UDP is let out, voice goes over one of them
 */
public record PhoneKey(
        String extension, String user, String secret, String realm, long seconds, List<RelayAccess> iceServers) {
    /** With what else the page needs. */
    public static PhoneKey of(PhoneToken token, PageLines lines) {
        return new PhoneKey(
                token.extension(),
                token.user(),
                token.secret(),
                lines.realm(),
                PhoneTokens.LIFE.toSeconds(),
                lines.relays(token));
    }

    @Override
    public String toString() {
        return "key of " + extension;
    }
}
