package io.zongji.web.api;

import io.zongji.domain.phone.PhoneToken;
import io.zongji.domain.phone.PhoneTokens;

/**
 * What a page registers with as an agent's phone, once (RFC 3261, section 22).
 *
 * @param secret  HA1 of the digest
 * @param seconds until when it must be used
 */
public record PhoneKey(String extension, String user, String secret, String realm, long seconds) {
    static PhoneKey of(PhoneToken token, String realm) {
        return new PhoneKey(token.extension(), token.user(), token.secret(), realm, PhoneTokens.LIFE.toSeconds());
    }

    @Override
    public String toString() {
        return "key of " + extension;
    }
}
