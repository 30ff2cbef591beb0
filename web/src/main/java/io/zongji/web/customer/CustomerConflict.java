package io.zongji.web.customer;

/** Why a customer's record was not changed: the code is the key of the sentence that people read. Nothing was written. */
public class CustomerConflict extends RuntimeException {
    /** Somebody else has changed the record since it was read. */
    public static final String CHANGED_MEANWHILE = "changedMeanwhile";

    /** The number is another customer's. */
    public static final String NUMBER_TAKEN = "numberTaken";

    private static final long serialVersionUID = 1L;
    private final String code;
    private final transient Customer other;

    /** With the record that is in the way. */
    CustomerConflict(String code, Customer other) {
        super(
                code.equals(NUMBER_TAKEN)
                        ? "The number is that of customer " + other.id()
                        : "Somebody else has changed the record: it is at version " + other.version());
        this.code = code;
        this.other = other;
    }

    public String code() {
        return code;
    }

    /** The record that is in the way: the newer version, or whose number it is. */
    public Customer other() {
        return other;
    }
}
