package javax.slee.transaction;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;

/**
 * Hears how an asynchronous commit ended; exactly one method is called.
 */
public interface CommitListener {
    /** The transaction has been committed. */
    void committed();

    /** The transaction has been rolled back instead. */
    void rolledBack(RollbackException rbe);

    /** Some updates have been committed, others rolled back. */
    void heuristicMixed(HeuristicMixedException hme);

    /** A participant has rolled back all updates by its own decision. */
    void heuristicRollback(HeuristicRollbackException hrbe);

    /** The transaction manager failed. */
    void systemException(SystemException se);
}
