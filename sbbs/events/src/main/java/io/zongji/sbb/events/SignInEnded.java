package io.zongji.sbb.events;

import java.util.Objects;

/**
 * From outside the SLEE: a portal session is over, and with it the registration that it began.
 *
 * @param extension whose phone the session's page was
 * @param holder    the session, as in the tokens that it got
 */
public record SignInEnded(String extension, String holder) {
    public SignInEnded {
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(holder, "holder");
    }
}
