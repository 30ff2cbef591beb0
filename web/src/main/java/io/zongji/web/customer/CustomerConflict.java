package io.zongji.web.customer;

/** Why a customer's record was not changed: the code is the key of the sentence that people read. Nothing was written. */
public class CustomerConflict extends RuntimeException {
    /** Somebody else has changed the record since it was read. */
    public static final String CHANGED_MEANWHILE = "changedMeanwhile";

    /** The number is another customer's. */
    public static final String NUMBER_TAKEN = "numberTaken";

    /** The notes of two records do not fit into one. */
    public static final String NOTES_TOO_LONG = "notesTooLong";

    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Customer other;

    /** With the record that is in the way. */
    CustomerConflict(String code, Customer other) {
        super(problem(code, other));
        this.code = code;
        this.other = other;
    }

    private static String problem(String code, Customer other) {
        return switch (code) {
            case NUMBER_TAKEN -> "The number is that of customer " + other.id();
            case NOTES_TOO_LONG ->
                "Together the notes are longer than " + CustomerChange.LONGEST_NOTES
                        + " characters: shorten one of them";
            default -> "Somebody else has changed the record: it is at version " + other.version();
        };
    }

    public String code() {
        return code;
    }

    /** The record that is in the way: the newer version, or whose number it is. */
    public Customer other() {
        return other;
    }
}
