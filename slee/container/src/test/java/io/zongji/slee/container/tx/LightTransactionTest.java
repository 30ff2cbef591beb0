package io.zongji.slee.container.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import javax.slee.TransactionRequiredLocalException;
import org.junit.jupiter.api.Test;

class LightTransactionTest {
    private final Transactions transactions = new Transactions(JtaBridge.none());
    private final List<String> steps = new ArrayList<>();

    private LightTransaction begin() throws NotSupportedException {
        LightTransaction transaction = (LightTransaction) transactions.beginSleeTransaction();
        transaction.undo(() -> steps.add("undo 1"));
        transaction.undo(() -> steps.add("undo 2"));
        transaction.afterCommit(() -> steps.add("committed"));
        transaction.afterRollback(() -> steps.add("rolled back"));
        transaction.afterCompletion(() -> steps.add("completed"));
        transaction.enlist(new LightTransaction.Participant() {
            @Override
            public void beforeCommit() {
                steps.add("store");
            }

            @Override
            public void completed(boolean committed) {
                steps.add("returned " + committed);
            }
        });
        return transaction;
    }

    @Test
    void commitHasAFixedOrder() throws Exception {
        LightTransaction transaction = begin();
        TransactionLock lock = new TransactionLock();
        lock.tryLock(transaction, new Noting());
        transaction.afterCommit(() -> steps.add("locked " + lock.isHeldBy(transaction)));
        transaction.afterCompletion(() -> steps.add("locked " + lock.isHeldBy(transaction)));
        transaction.registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                steps.add("before completion");
            }

            @Override
            public void afterCompletion(int status) {
                steps.add("after completion " + (status == Status.STATUS_COMMITTED));
            }
        });

        transactions.commit();

        assertThat(steps)
                .containsExactly(
                        "store",
                        "before completion",
                        "returned true",
                        "committed",
                        "locked true",
                        "completed",
                        "locked false",
                        "after completion true");
        assertThat(transactions.current()).isNull();
    }

    @Test
    void rollbackPlaysTheUndoLogBackwards() throws Exception {
        begin().rollback();

        assertThat(steps).containsExactly("undo 2", "undo 1", "returned false", "rolled back", "completed");
    }

    @Test
    void markedTransactionDoesNotCommit() throws Exception {
        LightTransaction transaction = begin();
        transactions.setRollbackOnly();

        assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);
        assertThat(steps).contains("undo 1").doesNotContain("committed", "store");
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
    }

    @Test
    void failingSynchronizationRollsBack() throws Exception {
        LightTransaction transaction = begin();
        transaction.registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void afterCompletion(int status) {
                steps.add("status " + status);
            }
        });

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(steps).contains("undo 1", "status " + Status.STATUS_ROLLEDBACK);
    }

    @Test
    void listenersLearnTheOutcome() throws Exception {
        transactions.beginSleeTransaction();
        transactions.asyncCommit(new javax.slee.transaction.CommitListener() {
            @Override
            public void committed() {
                steps.add("told of commit");
            }

            @Override
            public void rolledBack(RollbackException exception) {
                steps.add("told of rollback");
            }

            @Override
            public void heuristicMixed(jakarta.transaction.HeuristicMixedException exception) {}

            @Override
            public void heuristicRollback(jakarta.transaction.HeuristicRollbackException exception) {}

            @Override
            public void systemException(jakarta.transaction.SystemException exception) {}
        });

        assertThat(steps).containsExactly("told of commit");
    }

    @Test
    void transactionsDoNotNestAndAreRequiredWhereTheyAre() throws Exception {
        assertThatThrownBy(transactions::require).isInstanceOf(TransactionRequiredLocalException.class);
        transactions.begin();

        assertThatThrownBy(transactions::begin).isInstanceOf(NotSupportedException.class);
        LightTransaction suspended = (LightTransaction) transactions.suspend();
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        transactions.resume(suspended);
        transactions.rollback();

        assertThatThrownBy(() -> suspended.undo(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void busyLockPausesTheWaiterAndReleaseResumesIt() {
        LightTransaction first = transactions.create();
        LightTransaction second = transactions.create();
        TransactionLock lock = new TransactionLock();
        Noting waiter = new Noting();

        assertThat(lock.tryLock(first, waiter)).isTrue();
        assertThat(lock.tryLock(second, waiter)).isFalse();
        assertThat(lock.lock(second, 1)).isFalse();
        first.transfer(lock, second);
        first.rollback();
        assertThat(steps).containsExactly("paused");
        second.rollback();

        assertThat(steps).containsExactly("paused", "resumed");
    }

    private final class Noting implements TransactionLock.Waiter {
        @Override
        public void pause() {
            steps.add("paused");
        }

        @Override
        public void resume() {
            steps.add("resumed");
        }
    }
}
