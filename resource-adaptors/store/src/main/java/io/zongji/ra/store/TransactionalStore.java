package io.zongji.ra.store;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.journal.JournalEntry;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds entries back until the transaction that appended them is decided. A SLEE releases its locks and delivers what was
 * fired before it tells us of the decision, so the next transaction of a call may be decided here before the one it
 * follows. Therefore the place in the journal is taken just before the commit, and nothing overtakes.
 */
final class TransactionalStore implements CallCentreStore {

    private final CallCentreResources resources;
    private final TransactionManager transactions;
    private final Map<Transaction, HeldBack> open = new ConcurrentHashMap<>();
    /** In the order of commit, first the one that is not decided yet or not written. Guarded by itself. */
    private final Deque<HeldBack> line = new ArrayDeque<>();

    TransactionalStore(CallCentreResources resources, TransactionManager transactions) {
        this.resources = resources;
        this.transactions = transactions;
    }

    @Override
    public Configuration configuration() {
        return resources.configuration().get();
    }

    @Override
    public PhoneRules phones() {
        return resources.phones();
    }

    @Override
    public OutsideLines outside() {
        return resources.outside();
    }

    @Override
    public Clock clock() {
        return resources.clock();
    }

    @Override
    public void append(JournalEntry entry) {
        try {
            Transaction transaction = transactions.getTransaction();
            int status = transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus();
            switch (status) {
                case Status.STATUS_ACTIVE, Status.STATUS_PREPARING -> holdBack(transaction, entry);
                case Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK -> {}
                default -> {
                    HeldBack decided = new HeldBack(null);
                    decided.entries.add(entry);
                    decided.beforeCompletion();
                    decided.afterCompletion(Status.STATUS_COMMITTED);
                }
            }
        } catch (SystemException e) {
            throw new IllegalStateException("The transaction of a journal entry cannot be told: " + entry, e);
        }
    }

    private void holdBack(Transaction transaction, JournalEntry entry) throws SystemException {
        HeldBack held = open.get(transaction);
        if (held == null) {
            held = new HeldBack(transaction);
            try {
                transaction.registerSynchronization(held);
            } catch (RollbackException e) {
                return;
            }
            open.put(transaction, held);
        }
        held.entries.add(entry);
    }

    /** How many transactions hold entries back; none when nothing is going on. */
    int openTransactions() {
        return open.size();
    }

    /** Writes what is decided, up to the first that is not. */
    private void writeDecided() {
        synchronized (line) {
            while (!line.isEmpty() && line.peekFirst().decision != Decision.OPEN) {
                HeldBack first = line.pollFirst();
                if (first.decision == Decision.COMMITTED) {
                    resources.journal().append(first.entries);
                }
            }
        }
    }

    private enum Decision {
        OPEN,
        COMMITTED,
        ROLLED_BACK
    }

    private final class HeldBack implements Synchronization {

        private final Transaction transaction;
        private final List<JournalEntry> entries = new ArrayList<>(4);
        private volatile Decision decision = Decision.OPEN;

        HeldBack(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void beforeCompletion() {
            synchronized (line) {
                line.addLast(this);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (transaction != null) {
                open.remove(transaction);
            }
            decision = status == Status.STATUS_COMMITTED ? Decision.COMMITTED : Decision.ROLLED_BACK;
            writeDecided();
        }
    }
}
