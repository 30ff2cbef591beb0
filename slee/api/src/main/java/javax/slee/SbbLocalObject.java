package javax.slee;

/**
 * A reference to an SBB entity for SBBs of the same tree. Every SBB local interface extends it. All methods need a
 * transaction.
 */
public interface SbbLocalObject {
    /** Whether both refer to the same entity. */
    boolean isIdentical(SbbLocalObject obj) throws TransactionRequiredLocalException, SLEEException;

    /** Sets the priority for event delivery, -128 to 127; the higher goes first. */
    void setSbbPriority(byte priority)
            throws TransactionRequiredLocalException, NoSuchObjectLocalException, SLEEException;

    /** The priority for event delivery. */
    byte getSbbPriority() throws TransactionRequiredLocalException, NoSuchObjectLocalException, SLEEException;

    /** Removes the entity and all below it. */
    void remove() throws TransactionRequiredLocalException, TransactionRolledbackLocalException, SLEEException;
}
