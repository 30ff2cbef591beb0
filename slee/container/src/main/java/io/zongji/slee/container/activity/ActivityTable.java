package io.zongji.slee.container.activity;

import io.zongji.slee.container.tx.LightTransaction;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The activity contexts of one source, by activity handle. Safe for all threads. */
public final class ActivityTable {
    private final Activities activities;
    private final ActivitySource source;
    private final ConcurrentMap<Object, ActivityContext> contexts = new ConcurrentHashMap<>();

    ActivityTable(Activities activities, ActivitySource source) {
        this.activities = activities;
        this.source = source;
    }

    /**
     * A new context, visible at once, or (with a transaction) to others when that commits.
     *
     * @return null if the handle is in use
     */
    public ActivityContext start(Object handle, int flags, boolean countsReferences, LightTransaction transaction) {
        ActivityContext context = new ActivityContext(this, handle, flags, countsReferences);
        if (transaction != null) {
            context.startedIn(transaction);
        }
        return contexts.putIfAbsent(handle, context) == null ? context : null;
    }

    /** The context of the handle if the calling thread's transaction may see it, else null. */
    public ActivityContext find(Object handle) {
        ActivityContext context = contexts.get(handle);
        if (context == null || !context.isVisibleTo(activities.transactions().current())) {
            return null;
        }
        return context;
    }

    public Collection<ActivityContext> all() {
        return contexts.values();
    }

    public int size() {
        return contexts.size();
    }

    void remove(ActivityContext context) {
        contexts.remove(context.handle(), context);
    }

    Activities activities() {
        return activities;
    }

    public ActivitySource source() {
        return source;
    }
}
