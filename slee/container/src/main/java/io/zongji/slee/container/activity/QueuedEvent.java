package io.zongji.slee.container.activity;

import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.EventContext;
import javax.slee.ServiceID;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FailureReason;

/**
 * One event on its way: what was fired, and how far its delivery has come. It is the {@link EventContext} of the
 * handlers too. Delivery progress belongs to the drain of the activity context.
 */
public class QueuedEvent implements EventContext, Perishable {
    private static final int CALLBACKS = EventFlags.REQUEST_PROCESSING_SUCCESSFUL_CALLBACK
            | EventFlags.REQUEST_PROCESSING_FAILED_CALLBACK
            | EventFlags.REQUEST_EVENT_UNREFERENCED_CALLBACK;
    private static final int RETRIES = 3;
    private static final int DEFAULT_SUSPENSION_MILLIS = 60_000;

    private final EventType type;
    private final Object event;
    private final ActivityContext context;
    private final Address address;
    private final ServiceID service;
    private int flags;
    private QueuedEvent next;
    private Object progress;
    private Suspension suspension;
    private int retries;
    private volatile boolean done;

    /** @param service only its entities receive the event; null for all */
    public QueuedEvent(
            EventType type, Object event, ActivityContext context, Address address, ServiceID service, int flags) {
        this.type = type;
        this.event = event;
        this.context = context;
        this.address = address;
        this.service = service;
        this.flags = flags;
    }

    public EventType type() {
        return type;
    }

    public ActivityContext context() {
        return context;
    }

    /** The flags of the firing call, and whether an SBB had the event. */
    public int flags() {
        return flags;
    }

    public boolean isProcessedBySbb() {
        return (flags & EventFlags.SBB_PROCESSED_EVENT) != 0;
    }

    public void markProcessedBySbb() {
        flags |= EventFlags.SBB_PROCESSED_EVENT;
    }

    /** Whether the event was withdrawn while it waited (a cancelled timer). */
    public boolean isWithdrawn() {
        return false;
    }

    /** What the router wants to remember between pauses of this delivery. */
    public Object progress() {
        return progress;
    }

    public void progress(Object value) {
        progress = value;
    }

    /** Whether a turn that met a busy entity tree may be tried again; counts the asking. */
    public boolean mayRetry() {
        return retries++ < RETRIES;
    }

    QueuedEvent next() {
        return next;
    }

    void next(QueuedEvent event) {
        next = event;
    }

    /** Delivery is over. Overridden by events whose sender wants to know. */
    protected void finished() {
        done = true;
        progress = null;
        if ((flags & CALLBACKS) != 0) {
            context.source().processed(this);
        }
        context.referencesChanged();
    }

    void firingRolledBack() {
        if ((flags & CALLBACKS) != 0) {
            context.source().failed(this, FailureReason.FIRING_TRANSACTION_ROLLED_BACK);
        }
    }

    @Override
    public final boolean zongjiIsGone() {
        return done;
    }

    @Override
    public Object getEvent() {
        return event;
    }

    @Override
    public ActivityContextInterface getActivityContextInterface() {
        return context.aci();
    }

    @Override
    public Address getAddress() {
        return address;
    }

    @Override
    public ServiceID getService() {
        return service;
    }

    @Override
    public void suspendDelivery() {
        suspendDelivery(DEFAULT_SUSPENSION_MILLIS);
    }

    @Override
    public void suspendDelivery(int timeout) {
        if (timeout < 1) {
            throw new IllegalArgumentException("timeout < 1: " + timeout);
        }
        LightTransaction transaction = requireTransaction();
        if (done) {
            throw new IllegalStateException("The event was delivered to everybody");
        }
        synchronized (this) {
            if (suspension != null) {
                throw new IllegalStateException("Delivery is suspended already");
            }
            suspension = new Suspension(this);
        }
        suspension.beginWith(transaction, timeout);
    }

    @Override
    public void resumeDelivery() {
        LightTransaction transaction = requireTransaction();
        Suspension open;
        synchronized (this) {
            open = suspension;
        }
        if (open == null) {
            throw new IllegalStateException("Delivery is not suspended");
        }
        open.endWith(transaction);
    }

    /** Seen by the calling transaction: its own uncommitted request counts. */
    @Override
    public boolean isSuspended() {
        requireTransaction();
        synchronized (this) {
            return suspension != null && !suspension.isEnding();
        }
    }

    synchronized void suspensionOver(Suspension over) {
        if (suspension == over) {
            suspension = null;
        }
    }

    private LightTransaction requireTransaction() {
        LightTransaction transaction = context.activities().transactions().current();
        if (transaction == null) {
            throw new TransactionRequiredLocalException("Suspending and resuming delivery needs a transaction");
        }
        return transaction;
    }
}
