package io.zongji.web.call;

import io.zongji.domain.CallId;

/**
 * The one answer to a command.
 *
 * @param refusal the code of why not; null when it is done, or when a phone is being rung
 * @param call    the call that was made; null when none was asked for
 * @param asked   it is not done: somebody has to allow it, and is told so
 */
public record Answer(String refusal, CallId call, boolean asked) {
    /** The refusal of a command whose id was used for another one before. */
    public static final String ID_REUSED = "commandIdReused";

    static final Answer DONE = new Answer(null, null, false);
    static final Answer ASKED = new Answer(null, null, true);

    static Answer refused(String code) {
        return new Answer(code, null, false);
    }

    static Answer of(String refusal) {
        return refusal == null ? DONE : refused(refusal);
    }

    static Answer made(CallId call) {
        return new Answer(null, call, false);
    }

    public boolean done() {
        return refusal == null;
    }
}
