package io.zongji.slee.container.profile;

import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.TransactionRolledbackLocalException;

/**
 * One stay of a thread inside the code of a profile abstract class, with its class loader and naming environment. Every
 * call ends with exactly one of {@link #leave} and {@link #failed}.
 */
public final class ProfileCall {
    private final ProfileObject object;
    private final LightTransaction transaction;
    private final ClassLoader loaderBefore;

    ProfileCall(ProfileObject object, LightTransaction transaction) {
        this.object = object;
        this.transaction = transaction;
        Thread thread = Thread.currentThread();
        loaderBefore = thread.getContextClassLoader();
        thread.setContextClassLoader(object.table().type().loader());
        object.table().surroundings().naming().push(object.table().type().environment());
    }

    public ConcreteProfile profile() {
        return object.profile();
    }

    public void leave() {
        object.table().surroundings().naming().pop();
        Thread.currentThread().setContextClassLoader(loaderBefore);
    }

    /** Checked exceptions pass through; others cost the transaction its commit. */
    public RuntimeException failed(Throwable thrown) {
        leave();
        if (thrown instanceof Exception checked && !(thrown instanceof RuntimeException)) {
            throw ProfileCall.<RuntimeException>unchecked(checked);
        }
        if (transaction.isActive()) {
            transaction.setRollbackOnly();
        }
        return new TransactionRolledbackLocalException("A call to " + object + " failed", thrown);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchecked(Exception checked) throws E {
        throw (E) checked;
    }
}
