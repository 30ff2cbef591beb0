package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.ActivitySource;
import io.zongji.slee.container.activity.ActivityTable;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.UnrecognizedActivityException;
import javax.slee.connection.ExternalActivityHandle;
import javax.slee.nullactivity.NullActivity;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;

/** Null activities: made by SBBs or from outside the SLEE, ended by hand or when nothing refers to them any more. */
public final class NullActivities implements ActivitySource, NullActivityFactory, NullActivityContextInterfaceFactory {
    private final Transactions transactions;
    private final BooleanSupplier running;
    private final ActivityTable table;

    public NullActivities(Activities activities, BooleanSupplier running) {
        this.transactions = activities.transactions();
        this.running = requireNonNull(running, "running");
        this.table = activities.tableFor(this);
    }

    /**
     * Handle and activity object in one. An external handle outlives its activity; the generation tells one from the next.
     */
    private final class Null implements NullActivity {
        private final UUID id;
        private final int generation;

        Null(UUID id, int generation) {
            this.id = id;
            this.generation = generation;
        }

        @Override
        public void endActivity() {
            LightTransaction transaction = transactions.require();
            ActivityContext context = table.find(this);
            if (context != null) {
                context.endIn(transaction);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Null that && that.id.equals(id) && that.generation == generation;
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return generation == 0 ? id.toString() : id + "#" + generation;
        }
    }

    /** What the world outside holds of a null activity. */
    public record External(UUID id) implements ExternalActivityHandle {}

    @Override
    public String name() {
        return "null";
    }

    @Override
    public Object activity(ActivityContext context) {
        return context.handle();
    }

    @Override
    public void unreferenced(ActivityContext context) {
        context.end();
    }

    /** Null while the SLEE is not running. */
    @Override
    public NullActivity createNullActivity() {
        LightTransaction transaction = transactions.require();
        if (!running.getAsBoolean()) {
            return null;
        }
        Null activity = new Null(UUID.randomUUID(), 0);
        table.start(activity, 0, true, transaction);
        return activity;
    }

    @Override
    public ActivityContextInterface getActivityContextInterface(NullActivity activity)
            throws UnrecognizedActivityException {
        requireNonNull(activity, "activity");
        transactions.require();
        ActivityContext context = table.find(activity);
        if (context == null) {
            throw new UnrecognizedActivityException("No such null activity: " + activity, activity);
        }
        return context.aci();
    }

    public External newExternalHandle() {
        return new External(UUID.randomUUID());
    }

    /** Queues an event on the activity of a handle from outside, which is started when it is needed and not there. */
    public void fire(External handle, EventType type, Object event, Address address) {
        for (int generation = 0; ; generation++) {
            ActivityContext context = contextOf(new Null(handle.id(), generation));
            if (context.offer(new QueuedEvent(type, event, context, address, null, 0))) {
                return;
            }
        }
    }

    private ActivityContext contextOf(Null activity) {
        ActivityContext context = table.find(activity);
        while (context == null) {
            context = table.start(activity, 0, true, null);
            if (context == null) {
                context = table.find(activity);
            }
        }
        return context;
    }

    public ActivityTable table() {
        return table;
    }
}
