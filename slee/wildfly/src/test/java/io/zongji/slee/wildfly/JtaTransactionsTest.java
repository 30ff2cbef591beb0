package io.zongji.slee.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JtaTransactionsTest {
    private final List<String> calls = new ArrayList<>();
    private boolean refuseCommit;

    /** Notes what it is asked to do. */
    private final TransactionManager manager = (TransactionManager) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {TransactionManager.class}, (proxy, method, arguments) -> {
                calls.add(method.getName());
                if (refuseCommit && method.getName().equals("commit")) {
                    throw new RollbackException("refused");
                }
                return null;
            });

    private LightTransaction begin() throws Exception {
        return (LightTransaction) new Transactions(new JtaTransactions(manager)).beginSleeTransaction();
    }

    @Test
    void jtaIsLeftAloneUnlessJoined() throws Exception {
        begin().commit();

        assertThat(calls).isEmpty();
    }

    @Test
    void joinedTransactionCommitsWithTheSlees() throws Exception {
        LightTransaction transaction = begin();
        transaction.joinJta();
        transaction.joinJta();
        transaction.commit();

        assertThat(calls).containsExactly("begin", "getTransaction", "commit");
    }

    @Test
    void refusedJtaCommitRollsTheSleeBack() throws Exception {
        refuseCommit = true;
        LightTransaction transaction = begin();
        List<String> undone = new ArrayList<>();
        transaction.undo(() -> undone.add("undone"));
        transaction.joinJta();

        assertThatThrownBy(transaction::commit).isInstanceOf(RollbackException.class);
        assertThat(undone).containsExactly("undone");
    }

    @Test
    void sleeRollbackRollsJtaBack() throws Exception {
        LightTransaction transaction = begin();
        transaction.joinJta();
        transaction.rollback();

        assertThat(calls).endsWith("rollback");
    }
}
