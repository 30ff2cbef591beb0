package io.zongji.simulator;

import java.time.Duration;
import java.util.Objects;

/**
 * What a phone does when it is called.
 *
 * @param delay    how long it rings; null to ring until {@link IncomingCall#answer} or {@link IncomingCall#reject}
 * @param status   200 to answer, else the status to refuse with
 * @param sdpFault what is wrong with the session description of its answer
 * @param early    whether it is heard before it answers, as a carrier's announcements are (183 with a session description)
 */
public record AnswerPlan(Duration delay, int status, SdpFault sdpFault, boolean early) {

    /** A wrong session description. */
    public enum SdpFault {
        NONE,
        /** No session description, though one is due. */
        MISSING,
        /** Not a session description. */
        GARBAGE,
        /** The audio is refused by port 0. */
        NO_MEDIA,
        /** A codec that was not offered. */
        FOREIGN_CODEC
    }

    public AnswerPlan {
        Objects.requireNonNull(sdpFault, "sdpFault");
        if (delay != null && delay.isNegative()) {
            throw new IllegalArgumentException("delay: must not be negative, was " + delay);
        }
        if (status != 200 && (status < 300 || status > 699)) {
            throw new IllegalArgumentException("status: 200 or 300 to 699, was " + status);
        }
    }

    /** Rings, then answers. */
    public static AnswerPlan after(Duration delay) {
        return new AnswerPlan(Objects.requireNonNull(delay, "delay"), 200, SdpFault.NONE, false);
    }

    /** Rings until told what to do; so it never answers if never told. */
    public static AnswerPlan manual() {
        return new AnswerPlan(null, 200, SdpFault.NONE, false);
    }

    /** Refuses at once, for example with 486 (busy) or 603 (declined). */
    public static AnswerPlan reject(int status) {
        return new AnswerPlan(Duration.ZERO, status, SdpFault.NONE, false);
    }

    /** Rings, then refuses. */
    public static AnswerPlan rejectAfter(Duration delay, int status) {
        return new AnswerPlan(Objects.requireNonNull(delay, "delay"), status, SdpFault.NONE, false);
    }

    /** The same, but with a faulty session description in the answer. */
    public AnswerPlan with(SdpFault fault) {
        return new AnswerPlan(delay, status, fault, early);
    }

    /** The same, but heard before the answer. */
    public AnswerPlan heardEarly() {
        return new AnswerPlan(delay, status, sdpFault, true);
    }
}
