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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds entries back until the transaction that appended them is decided. */
final class TransactionalStore implements CallCentreStore {

    private final CallCentreResources resources;
    private final TransactionManager transactions;
    private final Map<Transaction, HeldBack> open = new ConcurrentHashMap<>();

    TransactionalStore(CallCentreResources resources, TransactionManager transactions) {
        this.resources = resources;
        this.transactions = transactions;
    }

    @Override
    public Configuration configuration() {
        return resources.configuration().get();
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
                default -> resources.journal().append(entry);
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

    private final class HeldBack implements Synchronization {

        private final Transaction transaction;
        private final List<JournalEntry> entries = new ArrayList<>(4);

        HeldBack(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void beforeCompletion() {
            // entries are facts only once the transaction is decided
        }

        @Override
        public void afterCompletion(int status) {
            open.remove(transaction);
            if (status == Status.STATUS_COMMITTED) {
                resources.journal().append(entries);
            }
        }
    }
}
