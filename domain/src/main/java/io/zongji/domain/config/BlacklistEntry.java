package io.zongji.domain.config;

import java.time.Instant;
import java.util.Objects;

/**
 * A caller who is kept out.
 *
 * @param number  the caller's number; a {@code *} at its end stands for any rest
 * @param expires from then on the caller gets in again; null for never
 * @param reason  for screens; may be empty
 */
public record BlacklistEntry(String number, Instant expires, String reason) {
    public BlacklistEntry {
        number = PhoneNumber.normalise(number);
        Objects.requireNonNull(reason, "reason");
        if (number.isEmpty() || "*".equals(number)) {
            throw new IllegalArgumentException("blacklist: a number is needed, was \"" + number + "\"");
        }
    }

    boolean inForce(Instant now) {
        return expires == null || now.isBefore(expires);
    }

    boolean wildcard() {
        return number.endsWith("*");
    }

    boolean matches(String caller) {
        return wildcard() ? caller.startsWith(number.substring(0, number.length() - 1)) : caller.equals(number);
    }
}
