package io.zongji.domain.trunk;

import java.time.Instant;
import java.util.Objects;

/**
 * How we stand with a carrier at which we register.
 *
 * @param since  when it came to this
 * @param until  how long we are registered; null unless we are
 * @param status by which the carrier refuses, of SIP; 0 unless it does
 * @param words  the carrier's own for it, for example {@code Forbidden}; empty unless it refuses
 */
public record RegistrationState(String trunk, Stage stage, Instant since, Instant until, int status, String words) {

    /** What came of asking. */
    public enum Stage {
        /** Asked, and not answered yet. */
        TRYING,
        REGISTERED,
        /** The carrier does not want us. */
        REFUSED,
        /** The carrier does not answer. */
        UNANSWERED,
        /** Our password for the carrier cannot be read, so nothing can be asked. */
        PASSWORD_UNREADABLE
    }

    public RegistrationState {
        Objects.requireNonNull(trunk, "trunk");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(words, "words");
    }

    /** Whether somebody should look after it. */
    public boolean failed() {
        return switch (stage) {
            case TRYING, REGISTERED -> false;
            case REFUSED, UNANSWERED, PASSWORD_UNREADABLE -> true;
        };
    }

    /** What is wrong, in English, for operators; empty when nothing is. */
    public String why() {
        return switch (stage) {
            case TRYING, REGISTERED -> "";
            case REFUSED -> (status + " " + words).strip();
            case UNANSWERED -> "no answer";
            case PASSWORD_UNREADABLE -> "the password cannot be read";
        };
    }
}
