package io.zongji.domain.trunk;

import java.time.Instant;
import java.util.Objects;

/**
 * How we stand with a carrier at which we register.
 *
 * @param since when it came to this
 * @param until how long we are registered; null unless we are
 * @param why   what the carrier has said, for example {@code 403 Forbidden}; empty unless it refuses
 */
public record RegistrationState(String trunk, Stage stage, Instant since, Instant until, String why) {

    /** What came of asking. */
    public enum Stage {
        /** Asked, and not answered yet. */
        TRYING,
        REGISTERED,
        /** The carrier does not want us. */
        REFUSED,
        /** The carrier does not answer. */
        UNANSWERED
    }

    public RegistrationState {
        Objects.requireNonNull(trunk, "trunk");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(why, "why");
    }

    /** Whether somebody should look after it. */
    public boolean failed() {
        return stage == Stage.REFUSED || stage == Stage.UNANSWERED;
    }
}
