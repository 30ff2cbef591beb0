package io.zongji.domain.phone;

import io.zongji.domain.AgentId;

/**
 * Whether somebody may sign in at a phone that is not the own one.
 *
 * @param agent who it is; null unless {@link Outcome#SIGN_IN}
 */
public record GuestSignIn(Outcome outcome, AgentId agent) {

    /** What the phone is told. */
    public enum Outcome {
        /** It is done when the phone has hung up. */
        SIGN_IN,
        /** There is no such agent, or the PIN is another. */
        WRONG,
        /** Too often wrong: not even looked at. */
        LOCKED,
        /** The agent has no PIN, and can sign in at the own phone and in the portal only. */
        NO_PIN,
        /** An administrator has taken the right to sign in away. */
        NOT_PERMITTED,
        /** Another agent works at the phone. */
        TAKEN,
        /** Calls do not reach the phone. */
        UNREACHABLE,
        /** It cannot be done now. */
        REFUSED
    }

    /** Refused. */
    public static GuestSignIn not(Outcome why) {
        return new GuestSignIn(why, null);
    }
}
