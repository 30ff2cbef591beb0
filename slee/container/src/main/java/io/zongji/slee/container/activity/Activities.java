package io.zongji.slee.container.activity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.Transactions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** All activities of the SLEE, and what each of them needs: transactions, time, load limits, and who delivers events. */
public final class Activities {
    private final Transactions transactions;
    private final LongSupplier clock;
    private final Executor executor;
    private final LoadLimit limit;
    private final DelayedActions delays;
    private final EventType activityEndType;
    private final List<ActivityTable> tables = new CopyOnWriteArrayList<>();
    private final Set<Suspension> suspensions = ConcurrentHashMap.newKeySet();
    private EventDelivery delivery;

    public Activities(
            Transactions transactions,
            LongSupplier clock,
            Executor executor,
            LoadLimit limit,
            DelayedActions delays,
            EventType activityEndType) {
        this.transactions = requireNonNull(transactions, "transactions");
        this.clock = requireNonNull(clock, "clock");
        this.executor = requireNonNull(executor, "executor");
        this.limit = requireNonNull(limit, "limit");
        this.delays = requireNonNull(delays, "delays");
        this.activityEndType = requireNonNull(activityEndType, "activityEndType");
    }

    /** The ticks of the SLEE: something to be done later, and a time that costs nothing to ask for. */
    public interface DelayedActions {
        /** Returns what cancels the action. */
        Runnable after(long millis, Runnable action);

        /** Milliseconds of the SLEE's clock at the last tick. */
        long lately();
    }

    /** Set once while the SLEE is put together: router and activities need each other. */
    public void deliverTo(EventDelivery router) {
        delivery = requireNonNull(router, "router");
    }

    public ActivityTable tableFor(ActivitySource source) {
        ActivityTable table = new ActivityTable(this, source);
        tables.add(table);
        return table;
    }

    public void remove(ActivityTable table) {
        tables.remove(table);
    }

    public List<ActivityTable> tables() {
        return List.copyOf(tables);
    }

    public Transactions transactions() {
        return transactions;
    }

    public LoadLimit limit() {
        return limit;
    }

    public EventType activityEndType() {
        return activityEndType;
    }

    /** Continues every suspended delivery, for a SLEE that stops. */
    public void resumeAll() {
        suspensions.forEach(Suspension::end);
    }

    Set<Suspension> suspensions() {
        return suspensions;
    }

    /** Milliseconds of the SLEE's clock. */
    public long now() {
        return clock.getAsLong();
    }

    /** Milliseconds of the SLEE's clock at its last tick: for statistics, which ask too often for the clock itself. */
    public long lately() {
        return delays.lately();
    }

    DelayedActions delays() {
        return delays;
    }

    Executor executor() {
        return executor;
    }

    EventDelivery delivery() {
        return delivery;
    }
}
