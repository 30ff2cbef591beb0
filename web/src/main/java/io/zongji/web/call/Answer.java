package io.zongji.web.call;

/**
 * The one answer to a command.
 *
 * @param refusal the code of why not; null when it is done, or when a phone is being rung
 */
public record Answer(String refusal) {
    /** The refusal of a command whose id was used for another one before. */
    public static final String ID_REUSED = "commandIdReused";

    static final Answer DONE = new Answer(null);

    static Answer refused(String code) {
        return new Answer(code);
    }

    public boolean done() {
        return refusal == null;
    }
}
