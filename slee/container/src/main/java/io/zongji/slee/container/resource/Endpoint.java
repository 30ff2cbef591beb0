package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.LoadLimit;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import javax.slee.Address;
import javax.slee.ServiceID;
import javax.slee.resource.ActivityAlreadyExistsException;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ActivityIsEndingException;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.IllegalEventException;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.UnrecognizedActivityHandleException;

/**
 * How an RA starts and ends activities and fires events. Calls without "Transacted" act at once and outside the caller's
 * transaction, but what they fire or end is routed only after that transaction has finished, so that the caller's own
 * changes are in place before the answer arrives.
 */
final class Endpoint implements SleeEndpoint {
    private final RaEntity entity;
    private final ActivityTable table;
    private final FireableEvents events;
    private final Transactions transactions;
    private final LoadLimit limit;

    Endpoint(RaEntity entity, ActivityTable table, FireableEvents events, Transactions transactions, LoadLimit limit) {
        this.entity = entity;
        this.table = table;
        this.events = events;
        this.transactions = transactions;
        this.limit = limit;
    }

    @Override
    public void startActivity(ActivityHandle handle, Object activity) throws ActivityAlreadyExistsException {
        startActivity(handle, activity, ActivityFlags.NO_FLAGS);
    }

    @Override
    public void startActivity(ActivityHandle handle, Object activity, int flags) throws ActivityAlreadyExistsException {
        start(handle, activity, flags, null);
    }

    @Override
    public void startActivitySuspended(ActivityHandle handle, Object activity) throws ActivityAlreadyExistsException {
        startActivitySuspended(handle, activity, ActivityFlags.NO_FLAGS);
    }

    @Override
    public void startActivitySuspended(ActivityHandle handle, Object activity, int flags)
            throws ActivityAlreadyExistsException {
        LightTransaction transaction = transactions.require();
        barrier(start(handle, activity, flags, null), transaction);
    }

    @Override
    public void startActivityTransacted(ActivityHandle handle, Object activity) throws ActivityAlreadyExistsException {
        startActivityTransacted(handle, activity, ActivityFlags.NO_FLAGS);
    }

    @Override
    public void startActivityTransacted(ActivityHandle handle, Object activity, int flags)
            throws ActivityAlreadyExistsException {
        start(handle, activity, flags, transactions.require());
    }

    private ActivityContext start(ActivityHandle handle, Object activity, int flags, LightTransaction transaction)
            throws ActivityAlreadyExistsException {
        requireNonNull(handle, "handle");
        requireNonNull(activity, "activity");
        if (entity.state() != EntityState.ACTIVE) {
            throw new IllegalStateException("RA entity " + entity.name() + " is " + entity.state());
        }
        boolean counts = (flags & ActivityFlags.REQUEST_ACTIVITY_UNREFERENCED_CALLBACK) != 0;
        ActivityContext context = table.start(handle, flags, counts, transaction);
        if (context == null) {
            throw new ActivityAlreadyExistsException("The handle is in use: " + handle);
        }
        if (entity.state() != EntityState.ACTIVE) {
            // Deactivated at this moment: whoever did it may have counted the activities already.
            context.withdraw();
            entity.withdrawn();
            throw new IllegalStateException("RA entity " + entity.name() + " is " + entity.state());
        }
        return context;
    }

    @Override
    public void suspendActivity(ActivityHandle handle) throws UnrecognizedActivityHandleException {
        barrier(find(handle), transactions.require());
    }

    private static void barrier(ActivityContext context, LightTransaction transaction) {
        context.mailbox().pause();
        transaction.afterCompletion(context.mailbox()::resume);
    }

    @Override
    public void endActivity(ActivityHandle handle) throws UnrecognizedActivityHandleException {
        ActivityContext context = find(handle);
        LightTransaction caller = transactions.current();
        if (caller != null) {
            barrier(context, caller);
        }
        context.end();
    }

    @Override
    public void endActivityTransacted(ActivityHandle handle) throws UnrecognizedActivityHandleException {
        find(handle).endIn(transactions.require());
    }

    @Override
    public void fireEvent(
            ActivityHandle handle, FireableEventType type, Object event, Address address, ReceivableService service)
            throws UnrecognizedActivityHandleException, IllegalEventException, ActivityIsEndingException,
                    FireEventException {
        fireEvent(handle, type, event, address, service, EventFlags.NO_FLAGS);
    }

    @Override
    public void fireEvent(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags)
            throws UnrecognizedActivityHandleException, IllegalEventException, ActivityIsEndingException,
                    FireEventException {
        ActivityContext context = find(handle);
        QueuedEvent queued = queued(context, type, event, address, service, flags);
        if (!limit.admits(context)) {
            throw new FireEventException("EVENT_QUEUE_FULL");
        }
        LightTransaction caller = transactions.current();
        if (caller != null) {
            barrier(context, caller);
        }
        if (!context.offer(queued)) {
            throw new ActivityIsEndingException("The activity is ending: " + context);
        }
    }

    @Override
    public void fireEventTransacted(
            ActivityHandle handle, FireableEventType type, Object event, Address address, ReceivableService service)
            throws UnrecognizedActivityHandleException, IllegalEventException, ActivityIsEndingException {
        fireEventTransacted(handle, type, event, address, service, EventFlags.NO_FLAGS);
    }

    @Override
    public void fireEventTransacted(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags)
            throws UnrecognizedActivityHandleException, IllegalEventException, ActivityIsEndingException {
        LightTransaction transaction = transactions.require();
        ActivityContext context = find(handle);
        if (!context.offerIn(transaction, queued(context, type, event, address, service, flags))) {
            throw new ActivityIsEndingException("The activity is ending: " + context);
        }
    }

    private QueuedEvent queued(
            ActivityContext context,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags)
            throws IllegalEventException {
        requireNonNull(type, "event type");
        requireNonNull(event, "event");
        EventType known = events.check(type, event);
        ServiceID target = service == null ? null : service.getService();
        return new QueuedEvent(known, event, context, address, target, flags & ~EventFlags.SBB_PROCESSED_EVENT);
    }

    private ActivityContext find(ActivityHandle handle) throws UnrecognizedActivityHandleException {
        requireNonNull(handle, "handle");
        ActivityContext context = table.find(handle);
        if (context == null) {
            throw new UnrecognizedActivityHandleException("No activity has the handle " + handle);
        }
        return context;
    }
}
