package io.zongji.slee.container.tx;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import java.util.ArrayList;
import java.util.List;
import javax.slee.SLEEException;
import javax.slee.transaction.CommitListener;
import javax.slee.transaction.RollbackListener;
import javax.slee.transaction.SleeTransaction;
import javax.transaction.xa.XAResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction over the SLEE's own state: an undo log, actions that wait for the outcome, and the locks it holds.
 * It belongs to one thread. The end has a fixed order: synchronizations, JTA (if joined), undo log closed or played
 * back, participants returned, actions of the outcome in the order they were registered (this publishes events), locks released, completion
 * actions (this drops barriers), synchronizations again.
 */
public final class LightTransaction implements SleeTransaction {
    private static final Logger log = LoggerFactory.getLogger(LightTransaction.class);

    private final Transactions transactions;
    private int status = Status.STATUS_ACTIVE;
    private List<Runnable> undo;
    private List<Runnable> onCommit;
    private List<Runnable> onRollback;
    private List<Runnable> onCompletion;
    private List<Runnable> beforeEnd;
    private List<Synchronization> synchronizations;
    private List<TransactionLock> locks;
    private Participant firstParticipant;
    private List<Participant> participants;
    private TransactionLock firstLock;
    private JtaBridge.Branch jta;
    private boolean retryWanted;
    private boolean finished;
    private Object running;

    /** Something that is lent to one transaction at a time and returned at its end. Called with all locks held. */
    public interface Participant {
        /** The transaction is about to commit; may still write, or mark for rollback. */
        void beforeCommit();

        /** The undo log is closed or played back. */
        void completed(boolean committed);
    }

    LightTransaction(Transactions transactions) {
        this.transactions = transactions;
    }

    public boolean isActive() {
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    public boolean isMarkedRollback() {
        return status == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public void setRollbackOnly() {
        requireActive();
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    /** Marks for rollback because a lock stayed busy: who started the work should try it once more. */
    public void wantRetry() {
        retryWanted = true;
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    public boolean isRetryWanted() {
        return retryWanted;
    }

    /** Remembers how to take back a change just made. Played in reverse order if the transaction rolls back. */
    public void undo(Runnable action) {
        requireActive();
        undo = add(undo, action);
    }

    /** Runs when the transaction has committed, locks still held, in the order of registration. */
    public void afterCommit(Runnable action) {
        requireActive();
        onCommit = add(onCommit, action);
    }

    /** Runs when the transaction has rolled back and all its changes are taken back, locks still held. */
    public void afterRollback(Runnable action) {
        requireActive();
        onRollback = add(onRollback, action);
    }

    /**
     * Runs whatever the outcome, after the locks were released; at once if that is over. Also accepted while the
     * transaction ends, since resource adaptors are called back then and call the endpoint again.
     */
    public void afterCompletion(Runnable action) {
        if (finished) {
            run(action);
        } else {
            onCompletion = add(onCompletion, action);
        }
    }

    public void enlist(Participant participant) {
        requireActive();
        if (firstParticipant == null) {
            firstParticipant = participant;
        } else {
            participants = add(participants, participant);
        }
    }

    /** Runs at the start of the end, transaction still active: the last chance to write or to mark for rollback. */
    public void beforeEnd(Runnable action) {
        requireActive();
        beforeEnd = add(beforeEnd, action);
    }

    /** What runs in this transaction right now (an SBB object), so that callees can tell who calls. May be null. */
    public Object running() {
        return running;
    }

    /** Sets what runs and returns what ran before. */
    public Object running(Object now) {
        Object before = running;
        running = now;
        return before;
    }

    /** Takes part in a JTA transaction from now on; its outcome decides this transaction's. Needs a bridge. */
    public void joinJta() {
        requireActive();
        if (jta == null) {
            jta = transactions.jta().begin();
        }
    }

    void holds(TransactionLock lock) {
        if (firstLock == null) {
            firstLock = lock;
        } else {
            locks = add(locks, lock);
        }
    }

    /** Hands a lock over to the transaction that continues this one's work, so that nobody can come between. */
    public void transfer(TransactionLock lock, LightTransaction successor) {
        if (firstLock == lock) {
            firstLock = null;
        } else if (locks == null || !locks.remove(lock)) {
            throw new IllegalStateException("not the owner of the lock");
        }
        lock.transfer(successor);
    }

    @Override
    public void commit() throws RollbackException {
        if (!tryCommit()) {
            rollback();
            throw new RollbackException("the transaction was marked for rollback");
        }
    }

    /** Commits, or returns false with the transaction still open but marked for rollback. */
    public boolean tryCommit() {
        requireActive();
        if (status == Status.STATUS_ACTIVE) {
            prepare();
        }
        if (status == Status.STATUS_ACTIVE && jta != null) {
            commitJta();
        }
        if (status != Status.STATUS_ACTIVE) {
            return false;
        }
        status = Status.STATUS_COMMITTED;
        undo = null;
        complete(true);
        runAll(onCommit);
        finish();
        return true;
    }

    @Override
    public void rollback() {
        requireActive();
        if (jta != null) {
            jta.rollback();
        }
        for (int i = undo == null ? -1 : undo.size() - 1; i >= 0; i--) {
            run(undo.get(i));
        }
        status = Status.STATUS_ROLLEDBACK;
        undo = null;
        complete(false);
        runAll(onRollback);
        finish();
    }

    private void complete(boolean committed) {
        if (firstParticipant != null) {
            firstParticipant.completed(committed);
        }
        for (int i = 0; participants != null && i < participants.size(); i++) {
            participants.get(i).completed(committed);
        }
    }

    private void prepare() {
        for (int i = 0; beforeEnd != null && i < beforeEnd.size(); i++) {
            try {
                beforeEnd.get(i).run();
            } catch (RuntimeException | Error e) {
                log.warn("An action before the end of a transaction failed: it rolls back", e);
                status = Status.STATUS_MARKED_ROLLBACK;
            }
        }
        if (firstParticipant != null) {
            firstParticipant.beforeCommit();
        }
        for (int i = 0; participants != null && i < participants.size(); i++) {
            participants.get(i).beforeCommit();
        }
        for (int i = 0; synchronizations != null && i < synchronizations.size(); i++) {
            try {
                synchronizations.get(i).beforeCompletion();
            } catch (RuntimeException e) {
                log.warn("A synchronization failed before completion: the transaction rolls back", e);
                status = Status.STATUS_MARKED_ROLLBACK;
            }
        }
    }

    private void commitJta() {
        try {
            jta.commit();
        } catch (RuntimeException e) {
            log.warn("The joined JTA transaction did not commit: the SLEE transaction rolls back", e);
            status = Status.STATUS_MARKED_ROLLBACK;
        }
        jta = null;
    }

    private void finish() {
        transactions.ended(this);
        if (firstLock != null) {
            firstLock.release(this);
        }
        for (int i = 0; locks != null && i < locks.size(); i++) {
            locks.get(i).release(this);
        }
        runAll(onCompletion);
        finished = true;
        for (int i = 0; synchronizations != null && i < synchronizations.size(); i++) {
            Synchronization synchronization = synchronizations.get(i);
            run(() -> synchronization.afterCompletion(status));
        }
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) throws RollbackException {
        if (isMarkedRollback()) {
            throw new RollbackException("the transaction is marked for rollback");
        }
        requireActive();
        synchronizations = add(synchronizations, synchronization);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void asyncCommit(CommitListener listener) {
        requireActive();
        try {
            commit();
        } catch (RollbackException e) {
            if (listener != null) {
                listener.rolledBack(e);
            }
            return;
        }
        if (listener != null) {
            listener.committed();
        }
    }

    @Override
    public void asyncRollback(RollbackListener listener) {
        requireActive();
        rollback();
        if (listener != null) {
            listener.rolledBack();
        }
    }

    @Override
    public boolean enlistResource(XAResource resource) throws RollbackException {
        joinJta();
        try {
            return jta.transaction().enlistResource(resource);
        } catch (SystemException e) {
            throw new SLEEException("JTA refused the resource", e);
        }
    }

    @Override
    public boolean delistResource(XAResource resource, int flag) {
        try {
            return jta != null && jta.transaction().delistResource(resource, flag);
        } catch (SystemException e) {
            throw new SLEEException("JTA refused to delist the resource", e);
        }
    }

    private void requireActive() {
        if (!isActive()) {
            throw new IllegalStateException("the transaction has ended");
        }
    }

    private static <T> List<T> add(List<T> list, T element) {
        List<T> result = list == null ? new ArrayList<>(4) : list;
        result.add(element);
        return result;
    }

    /** By index: an action may register further actions. */
    private static void runAll(List<Runnable> actions) {
        for (int i = 0; actions != null && i < actions.size(); i++) {
            run(actions.get(i));
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            log.error("An action at the end of a transaction failed; the others go on", e);
        }
    }
}
