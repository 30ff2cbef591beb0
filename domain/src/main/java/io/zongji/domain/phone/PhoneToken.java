package io.zongji.domain.phone;

import java.time.Instant;
import java.util.Objects;

/**
 * Lets the phone in one page register as one extension and call from it, for a short time.
 *
 * @param user      the digest user name that stands for this token
 * @param secret    32 hex digits in the place of a password's hash (HA1, RFC 2617); never logged
 * @param extension whose phone it is
 * @param holder    the portal session that the token was given to
 * @param until     from then on it begins nothing
 */
public record PhoneToken(String user, String secret, String extension, String holder, Instant until) {
    public PhoneToken {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(until, "until");
    }

    @Override
    public String toString() {
        return "token of " + extension + " until " + until;
    }
}
