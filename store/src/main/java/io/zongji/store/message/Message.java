package io.zongji.store.message;

import java.time.Instant;
import java.util.Objects;

/**
 * A message as it was sent.
 *
 * @param id         0 while it is not kept yet
 * @param sender     by the name they sign in with
 * @param senderName as shown
 * @param audience   {@code agent 1003}, {@code queue support} or {@code all}
 */
public record Message(long id, Instant sentAt, String sender, String senderName, String audience, String content) {
    /** How long a message may be. */
    public static final int LONGEST = 1000;

    public Message {
        Objects.requireNonNull(sentAt, "sentAt");
        if (content.isBlank() || content.length() > LONGEST) {
            throw new IllegalArgumentException("content: 1 to " + LONGEST + " characters, was " + content.length());
        }
    }
}
