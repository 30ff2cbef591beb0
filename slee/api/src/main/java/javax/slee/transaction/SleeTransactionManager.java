package javax.slee.transaction;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;

/**
 * Begins and ends the transactions of the calling thread.
 */
public interface SleeTransactionManager extends TransactionManager {
    /** Begins a transaction and returns it. */
    SleeTransaction beginSleeTransaction() throws NotSupportedException, SystemException;

    /** The calling thread's transaction, or null. */
    SleeTransaction getSleeTransaction() throws SystemException;

    /** The SLEE's view of one of its transactions. */
    SleeTransaction asSleeTransaction(Transaction tx)
            throws NullPointerException, IllegalArgumentException, SystemException;

    /** Starts to commit the thread's transaction and parts the two; the listener may be null. */
    void asyncCommit(CommitListener listener) throws IllegalStateException, SecurityException;

    /** Starts to roll back the thread's transaction and parts the two; the listener may be null. */
    void asyncRollback(RollbackListener listener) throws IllegalStateException, SecurityException;
}
