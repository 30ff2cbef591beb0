package javax.slee.transaction;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import javax.transaction.xa.XAResource;

/**
 * A transaction that can also be ended without waiting for the result.
 */
public interface SleeTransaction extends Transaction {
    /** Starts to commit; the listener, which may be null, hears the result. */
    void asyncCommit(CommitListener listener) throws IllegalStateException, SecurityException;

    /** Starts to roll back; the listener, which may be null, hears the result. */
    void asyncRollback(RollbackListener listener) throws IllegalStateException, SecurityException;

    /** Has no defined behaviour in SLEE 1.1. */
    @Override
    boolean enlistResource(XAResource resource) throws IllegalStateException, RollbackException;

    /** Has no defined behaviour in SLEE 1.1. */
    @Override
    boolean delistResource(XAResource resource, int flag) throws IllegalStateException, SystemException;

    /** Whether both stand for the same transaction. */
    @Override
    boolean equals(Object obj);

    /** A hash code that is the same for all objects of one transaction. */
    @Override
    int hashCode();

    /** A text that is the same for all objects of one transaction, and of no other. */
    @Override
    String toString();
}
