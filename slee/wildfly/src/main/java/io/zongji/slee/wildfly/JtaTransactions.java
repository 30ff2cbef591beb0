package io.zongji.slee.wildfly;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.JtaBridge;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Joins SLEE transactions to the application server's transaction manager. */
public final class JtaTransactions implements JtaBridge {
    private static final String WILDFLY_NAME = "java:jboss/TransactionManager";

    private final TransactionManager manager;

    public JtaTransactions(TransactionManager manager) {
        this.manager = requireNonNull(manager, "manager");
    }

    /** With WildFly's own transaction manager. */
    public static JtaTransactions ofWildFly() {
        try {
            return new JtaTransactions((TransactionManager) new InitialContext().lookup(WILDFLY_NAME));
        } catch (NamingException e) {
            throw new IllegalStateException("There is no transaction manager at " + WILDFLY_NAME, e);
        }
    }

    @Override
    public Branch begin() {
        try {
            manager.begin();
            return new ManagedBranch(manager.getTransaction());
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("JTA did not begin a transaction", e);
        }
    }

    private final class ManagedBranch implements Branch {
        private final Transaction transaction;

        ManagedBranch(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public Transaction transaction() {
            return transaction;
        }

        @Override
        public void commit() {
            try {
                manager.commit();
            } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
                throw new IllegalStateException("JTA did not commit", e);
            }
        }

        @Override
        public void rollback() {
            try {
                manager.rollback();
            } catch (SystemException e) {
                throw new IllegalStateException("JTA did not roll back", e);
            }
        }
    }
}
