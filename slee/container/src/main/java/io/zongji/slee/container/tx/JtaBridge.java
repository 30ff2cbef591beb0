package io.zongji.slee.container.tx;

import jakarta.transaction.Transaction;

/** The way from a SLEE transaction into the application server's JTA, taken only when somebody asks for it. */
public interface JtaBridge {
    /** Begins a JTA transaction on the calling thread. */
    Branch begin();

    /** One JTA transaction that goes with one SLEE transaction. Failures are unchecked exceptions. */
    interface Branch {
        Transaction transaction();

        void commit();

        void rollback();
    }

    /** No JTA: joining fails. */
    static JtaBridge none() {
        return () -> {
            throw new IllegalStateException("This SLEE was built without a JTA transaction manager");
        };
    }
}
