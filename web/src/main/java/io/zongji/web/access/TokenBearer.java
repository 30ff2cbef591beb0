package io.zongji.web.access;

import io.zongji.web.SignedInUser;
import java.time.Instant;

/**
 * Who has opened a line or sent a request: a program that has shown a valid token, or a page of the portal's session.
 *
 * @param token   id of the token; null for a session
 * @param user    what it may do
 * @param origins the web pages that may use it
 * @param expires null for never
 */
public record TokenBearer(String token, SignedInUser user, Origins origins, Instant expires) {

    /** A page of somebody who has signed in. */
    public static TokenBearer bySession(SignedInUser user) {
        return new TokenBearer(null, user, Origins.of(""), null);
    }
}
