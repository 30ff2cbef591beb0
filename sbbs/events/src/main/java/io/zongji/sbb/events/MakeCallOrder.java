package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Refusal;
import java.util.Objects;

/**
 * From outside the SLEE: one of our phones is to be rung, and then to call somebody.
 *
 * @param device the extension of the one who calls
 * @param target the extension or outside number to call
 * @param caller the number of ours to show outside, if the trunk permits; null for the usual one
 * @param reply  is told the outcome, and only the first time counts
 */
public record MakeCallOrder(String device, String target, String caller, Reply reply) {
    public MakeCallOrder {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(reply, "reply");
    }

    /** Receives the outcome on a SLEE thread; must not block. */
    @FunctionalInterface
    public interface Reply {
        /**
         * Called when the caller's own phone is being rung, or when there is nothing to wait for.
         *
         * @param call    the new call; null when refused
         * @param refusal why not; null when done
         */
        void done(CallId call, Refusal refusal);
    }
}
