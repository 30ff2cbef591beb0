package io.zongji.web.access;

import io.zongji.web.SignedInUser;
import java.time.Instant;

/**
 * A program that has shown a valid token.
 *
 * @param token   id of the token
 * @param user    what it may do
 * @param origins the web pages that may use it
 * @param expires null for never
 */
public record TokenBearer(String token, SignedInUser user, Origins origins, Instant expires) {}
