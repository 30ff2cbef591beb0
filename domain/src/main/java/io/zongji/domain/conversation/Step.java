package io.zongji.domain.conversation;

import java.util.Objects;

/**
 * What a service leads to.
 *
 * @param after   the conversation from then on; the old one when refused
 * @param refusal why not; null when done
 */
public record Step(Conversation after, Refusal refusal) {
    public Step {
        Objects.requireNonNull(after, "after");
    }

    static Step to(Conversation after) {
        return new Step(after, null);
    }
}
