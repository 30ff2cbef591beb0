package javax.slee.transaction;

import jakarta.transaction.SystemException;

/**
 * Hears how an asynchronous rollback ended; exactly one method is called.
 */
public interface RollbackListener {
    /** The transaction has been rolled back. */
    void rolledBack();

    /** The transaction manager failed. */
    void systemException(SystemException se);
}
