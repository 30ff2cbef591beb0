package javax.slee;

import java.util.Collection;

/**
 * The child SBB entities of one kind that an SBB entity has. Valid in the transaction in which it was obtained.
 * Adding to the collection is not supported; removing a child from it removes the child's whole tree.
 */
public interface ChildRelation extends Collection<SbbLocalObject> {
    /** Creates a child SBB entity; the result may be cast to the child's local interface. Needs a transaction. */
    SbbLocalObject create() throws CreateException, TransactionRequiredLocalException, SLEEException;
}
