package io.zongji.slee.container.tx;

import static java.util.Objects.requireNonNull;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import java.util.function.Supplier;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.transaction.CommitListener;
import javax.slee.transaction.RollbackListener;
import javax.slee.transaction.SleeTransaction;
import javax.slee.transaction.SleeTransactionManager;

/**
 * Begins SLEE transactions and knows which one each thread is in. Handed to resource adaptors as the
 * {@link SleeTransactionManager}. Transactions do not nest. {@code setTransactionTimeout} is accepted and ignored:
 * handlers do not block.
 */
public final class Transactions implements SleeTransactionManager {
    private final ThreadLocal<LightTransaction> current = new ThreadLocal<>();
    private final JtaBridge jta;

    public Transactions(JtaBridge jta) {
        this.jta = requireNonNull(jta, "jta");
    }

    /** The calling thread's transaction, or null. */
    public LightTransaction current() {
        return current.get();
    }

    /** The calling thread's transaction; none is the caller's error. */
    public LightTransaction require() {
        LightTransaction transaction = current.get();
        if (transaction == null) {
            throw new TransactionRequiredLocalException("A transaction is required");
        }
        return transaction;
    }

    /** A new transaction that is not yet bound to a thread. */
    public LightTransaction create() {
        return new LightTransaction(this);
    }

    public void bind(LightTransaction transaction) {
        current.set(transaction);
    }

    /** Takes the transaction off the thread for a while; null if there is none. */
    public LightTransaction unbind() {
        LightTransaction transaction = current.get();
        if (transaction != null) {
            current.remove();
        }
        return transaction;
    }

    /** Runs in the caller's transaction, or in one of its own that commits at the end. */
    public <T> T inTransaction(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        LightTransaction transaction = create();
        bind(transaction);
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } catch (RollbackException e) {
            throw new IllegalStateException("The transaction rolled back", e);
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        }
    }

    JtaBridge jta() {
        return jta;
    }

    void ended(LightTransaction transaction) {
        if (current.get() == transaction) {
            current.remove();
        }
    }

    @Override
    public void begin() throws NotSupportedException {
        beginSleeTransaction();
    }

    @Override
    public SleeTransaction beginSleeTransaction() throws NotSupportedException {
        if (current.get() != null) {
            throw new NotSupportedException("Transactions do not nest");
        }
        LightTransaction transaction = create();
        bind(transaction);
        return transaction;
    }

    @Override
    public SleeTransaction getSleeTransaction() {
        return current.get();
    }

    @Override
    public SleeTransaction asSleeTransaction(Transaction transaction) {
        if (transaction instanceof LightTransaction light) {
            return light;
        }
        throw new IllegalArgumentException("Not a SLEE transaction: " + transaction);
    }

    @Override
    public void asyncCommit(CommitListener listener) {
        active().asyncCommit(listener);
    }

    @Override
    public void asyncRollback(RollbackListener listener) {
        active().asyncRollback(listener);
    }

    @Override
    public void commit() throws RollbackException {
        active().commit();
    }

    @Override
    public void rollback() {
        active().rollback();
    }

    @Override
    public void setRollbackOnly() {
        active().setRollbackOnly();
    }

    @Override
    public int getStatus() {
        LightTransaction transaction = current.get();
        return transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus();
    }

    @Override
    public Transaction getTransaction() {
        return current.get();
    }

    @Override
    public Transaction suspend() {
        return unbind();
    }

    @Override
    public void resume(Transaction transaction) throws InvalidTransactionException {
        if (current.get() != null) {
            throw new IllegalStateException("The thread is in a transaction already");
        }
        if (!(transaction instanceof LightTransaction light) || !light.isActive()) {
            throw new InvalidTransactionException("Not an active SLEE transaction: " + transaction);
        }
        bind(light);
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("negative timeout");
        }
    }

    private LightTransaction active() {
        LightTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("The thread is in no transaction");
        }
        return transaction;
    }
}
