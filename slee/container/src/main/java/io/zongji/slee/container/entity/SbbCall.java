package io.zongji.slee.container.entity;

import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.TransactionRolledbackLocalException;

/**
 * One stay of a thread inside SBB code: while it is open, the thread has the SBB's class loader and naming environment,
 * and the transaction knows who runs. Every call ends with exactly one of {@link #leave} and {@link #failed}.
 */
public final class SbbCall {
    private final SbbObject object;
    private final LightTransaction transaction;
    private final SbbEntity entity;
    private final Object ranBefore;
    private final ClassLoader loaderBefore;

    private SbbCall(SbbObject object, LightTransaction transaction, SbbEntity entity) {
        this.object = object;
        this.transaction = transaction;
        this.entity = entity;
        Thread thread = Thread.currentThread();
        loaderBefore = thread.getContextClassLoader();
        ClassLoader loader = object.home().type().loader();
        if (loaderBefore != loader) {
            thread.setContextClassLoader(loader);
        }
        object.home().world().naming().push(object.home().environment());
        ranBefore = transaction == null ? null : transaction.running(object);
    }

    /** Calls the entity in the transaction, which holds its tree. Fails if the SBB is not reentrant and running. */
    public static SbbCall enter(SbbEntity entity, LightTransaction transaction) {
        SbbObject object = entity.objectFor(transaction);
        entity.enterCall();
        return new SbbCall(object, transaction, entity);
    }

    /** A life cycle call: no entity is entered. */
    static SbbCall callback(SbbObject object, LightTransaction transaction) {
        return new SbbCall(object, transaction, null);
    }

    public ConcreteSbb sbb() {
        return object.sbb();
    }

    public SbbObject object() {
        return object;
    }

    public void leave() {
        if (entity != null) {
            entity.leaveCall();
        }
        if (transaction != null) {
            transaction.running(ranBefore);
        }
        object.home().world().naming().pop();
        Thread thread = Thread.currentThread();
        if (thread.getContextClassLoader() != loaderBefore) {
            thread.setContextClassLoader(loaderBefore);
        }
    }

    /**
     * For generated business methods: leaves, and turns what the SBB threw into what the caller sees. Checked exceptions
     * pass through; others cost the object its life and the transaction its commit.
     */
    public RuntimeException failed(Throwable thrown) {
        if (thrown instanceof Exception checked && !(thrown instanceof RuntimeException)) {
            leave();
            throw SbbCall.<RuntimeException>unchecked(checked);
        }
        object.exceptionThrown(thrown, null, null);
        leave();
        return new TransactionRolledbackLocalException("A call to " + object.home() + " failed", thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception checked) throws E {
        throw (E) checked;
    }
}
