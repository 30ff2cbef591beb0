package javax.slee;

/**
 * Tells an SBB which work was undone.
 */
public interface RolledBackContext {
    /** The event that was being handled, or null if none was. */
    Object getEvent();

    /** The activity context of that event, or null. */
    ActivityContextInterface getActivityContextInterface();

    /** Whether the transaction included the removal of an SBB entity tree by the SLEE. */
    boolean isRemoveRolledBack();
}
