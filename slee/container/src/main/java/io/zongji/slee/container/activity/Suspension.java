package io.zongji.slee.container.activity;

import io.zongji.slee.container.tx.LightTransaction;

/**
 * One suspension of an event's delivery: asked for in a transaction, in force from its commit, over by a resume that
 * commits or by the timeout, whichever is first.
 */
final class Suspension {
    private final QueuedEvent event;
    private boolean inForce;
    private LightTransaction endingIn;
    private boolean over;
    private Runnable cancelTimeout;

    Suspension(QueuedEvent event) {
        this.event = event;
    }

    void beginWith(LightTransaction transaction, int timeoutMillis) {
        transaction.afterCommit(() -> begin(timeoutMillis));
        transaction.afterRollback(() -> event.suspensionOver(this));
    }

    private void begin(int timeoutMillis) {
        synchronized (this) {
            if (over) {
                return;
            }
            inForce = true;
            event.context().mailbox().pause();
        }
        event.context().activities().suspensions().add(this);
        Runnable cancel = event.context().activities().delays().after(timeoutMillis, this::end);
        synchronized (this) {
            cancelTimeout = cancel;
            if (!over) {
                return;
            }
        }
        event.context().activities().suspensions().remove(this);
        cancel.run();
    }

    void endWith(LightTransaction transaction) {
        synchronized (this) {
            if (over || endingIn != null) {
                throw new IllegalStateException("Delivery is not suspended");
            }
            endingIn = transaction;
        }
        transaction.afterCommit(this::end);
        transaction.afterRollback(() -> {
            synchronized (this) {
                endingIn = null;
            }
        });
    }

    synchronized boolean isEnding() {
        return over || endingIn != null;
    }

    /** Over, whoever comes first; later calls do nothing. */
    void end() {
        Runnable cancel;
        boolean resume;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            resume = inForce;
            cancel = cancelTimeout;
        }
        event.suspensionOver(this);
        event.context().activities().suspensions().remove(this);
        if (cancel != null) {
            cancel.run();
        }
        if (resume) {
            event.context().mailbox().resume();
        }
    }
}
