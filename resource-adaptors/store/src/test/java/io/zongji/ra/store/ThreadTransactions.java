package io.zongji.ra.store;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.slee.transaction.SleeTransactionManager;

/** The transactions of one thread, decided by the test; enough of JTA for synchronizations. */
final class ThreadTransactions {

    private FakeTransaction current;

    SleeTransactionManager manager() {
        return (SleeTransactionManager) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SleeTransactionManager.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getTransaction")) {
                        return current;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    void begin() {
        assert current == null;
        current = new FakeTransaction();
    }

    void commit() {
        current.complete(Status.STATUS_COMMITTED);
    }

    /** The synchronizations of the current transaction have been asked, but not told of the decision. */
    void prepare() {
        current.prepare();
    }

    void rollback() {
        current.complete(Status.STATUS_ROLLEDBACK);
    }

    void failCommit() {
        current.complete(Status.STATUS_ROLLEDBACK);
    }

    void setRollbackOnly() {
        current.status = Status.STATUS_MARKED_ROLLBACK;
    }

    Transaction suspend() {
        FakeTransaction suspended = current;
        current = null;
        return suspended;
    }

    void resume(Transaction transaction) {
        current = (FakeTransaction) transaction;
    }

    void afterCommit(Runnable action) {
        current.synchronizations.add(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                action.run();
            }
        });
    }

    private final class FakeTransaction implements Transaction {
        private final List<Synchronization> synchronizations = new ArrayList<>();
        private int status = Status.STATUS_ACTIVE;
        private boolean prepared;

        private void prepare() {
            prepared = true;
            synchronizations.forEach(Synchronization::beforeCompletion);
        }

        private void complete(int outcome) {
            if (outcome == Status.STATUS_COMMITTED && !prepared) {
                prepare();
            }
            status = outcome;
            synchronizations.forEach(each -> each.afterCompletion(outcome));
            current = null;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) throws RollbackException {
            if (status != Status.STATUS_ACTIVE) {
                throw new RollbackException();
            }
            synchronizations.add(synchronization);
        }

        @Override
        public void commit() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rollback() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean enlistResource(javax.transaction.xa.XAResource resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean delistResource(javax.transaction.xa.XAResource resource, int flag) {
            throw new UnsupportedOperationException();
        }
    }
}
