package io.zongji.web.call;

import io.zongji.domain.CallId;

/**
 * The one answer to a command.
 *
 * @param refusal the code of why not; null when it is done, or when a phone is being rung
 * @param call    the call that was made; null when none was asked for
 */
public record Answer(String refusal, CallId call) {
    /** The refusal of a command whose id was used for another one before. */
    public static final String ID_REUSED = "commandIdReused";

    static final Answer DONE = new Answer(null, null);

    static Answer refused(String code) {
        return new Answer(code, null);
    }

    static Answer made(CallId call) {
        return new Answer(null, call);
    }

    public boolean done() {
        return refusal == null;
    }
}
