package io.zongji.simulator;

import java.util.Objects;

/**
 * Why a call ended.
 *
 * @param by     who ended it
 * @param status the SIP status that refused the call; 200 for a BYE, 487 for a cancelled call, 408 when no answer came at
 *               all, 0 when the phone itself gave up
 * @param reason the reason phrase, or what happened
 */
public record CallEnd(By by, int status, String reason) {

    /** Who ended a call. */
    public enum By {
        /** This phone. */
        US,
        /** The other party, or the network. */
        THEM
    }

    public CallEnd {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return status + " " + reason + " by " + by.name().toLowerCase(java.util.Locale.ROOT);
    }
}
