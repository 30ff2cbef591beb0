package io.zongji.sbb.events;

import java.util.Objects;
import java.util.Set;

/**
 * A dialog as a phone names it in {@code Replaces} (RFC 3891). Which of the two tags is whose is not asked: phones do not
 * agree on it, and together with the Call-ID both name one dialog anyway.
 */
public record ReplacedDialog(String callId, Set<String> tags) {
    public ReplacedDialog {
        Objects.requireNonNull(callId, "callId");
        tags = Set.copyOf(tags);
    }

    public boolean is(String otherCallId, String tag, String otherTag) {
        return callId.equals(otherCallId) && tags.contains(tag) && tags.contains(otherTag);
    }
}
