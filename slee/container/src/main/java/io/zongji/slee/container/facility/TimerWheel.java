package io.zongji.slee.container.facility;

import io.zongji.slee.container.activity.Activities;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All timers of the container in a ring of buckets, one a tick: setting and cancelling cost the same however many there
 * are. Moves only when {@link #turn} is called. Actions are short and run on the turning thread; what is due already runs
 * at once on the caller's.
 */
public final class TimerWheel implements Activities.DelayedActions {
    /** One tick: no timer fires early, and none more than a tick late while the SLEE keeps up. */
    public static final long RESOLUTION_MILLIS = 10;

    private static final Logger log = LoggerFactory.getLogger(TimerWheel.class);
    private static final int BUCKETS = 512;

    private final LongSupplier now;
    private final Entry[] buckets = new Entry[BUCKETS];
    private volatile long lately;
    private long lastTick;
    private int size;

    public TimerWheel(LongSupplier now) {
        this.now = now;
        this.lately = now.getAsLong();
        this.lastTick = lately / RESOLUTION_MILLIS;
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new Entry(0, null);
            buckets[i].before = buckets[i];
            buckets[i].after = buckets[i];
        }
    }

    private static final class Entry {
        private final long tick;
        private final Runnable action;
        private Entry before;
        private Entry after;

        Entry(long tick, Runnable action) {
            this.tick = tick;
            this.action = action;
        }
    }

    public long now() {
        return now.getAsLong();
    }

    @Override
    public long lately() {
        return lately;
    }

    @Override
    public Runnable after(long millis, Runnable action) {
        return at(now() + millis, action);
    }

    /** Runs the action at a time of the clock; the result cancels it. */
    public Runnable at(long time, Runnable action) {
        if (time <= now()) {
            action.run();
            return () -> {};
        }
        long tick = time / RESOLUTION_MILLIS + (time % RESOLUTION_MILLIS == 0 ? 0 : 1);
        synchronized (this) {
            Entry entry = new Entry(Math.max(tick, lastTick + 1), action);
            Entry head = buckets[(int) (entry.tick & BUCKETS - 1)];
            entry.before = head.before;
            entry.after = head;
            head.before.after = entry;
            head.before = entry;
            size++;
            return () -> cancel(entry);
        }
    }

    private synchronized void cancel(Entry entry) {
        if (entry.after != null) {
            unlink(entry);
        }
    }

    private void unlink(Entry entry) {
        entry.before.after = entry.after;
        entry.after.before = entry.before;
        entry.before = null;
        entry.after = null;
        size--;
    }

    /** Runs everything that became due since the last turn, earlier ticks first. */
    public void turn() {
        lately = now();
        List<Entry> due = due(lately / RESOLUTION_MILLIS);
        for (int i = 0; i < due.size(); i++) {
            try {
                due.get(i).action.run();
            } catch (RuntimeException | Error e) {
                log.error("A timer action failed", e);
            }
        }
    }

    private synchronized List<Entry> due(long tick) {
        if (tick <= lastTick) {
            return List.of();
        }
        List<Entry> due = size == 0 ? List.of() : new ArrayList<>();
        long from = Math.max(lastTick + 1, tick - BUCKETS + 1);
        for (long at = from; at <= tick && size > 0; at++) {
            Entry head = buckets[(int) (at & BUCKETS - 1)];
            for (Entry entry = head.after; entry != head; ) {
                Entry after = entry.after;
                if (entry.tick <= tick) {
                    unlink(entry);
                    due.add(entry);
                }
                entry = after;
            }
        }
        lastTick = tick;
        if (due.size() > 1) {
            due.sort((a, b) -> Long.compare(a.tick, b.tick));
        }
        return due;
    }

    public synchronized int size() {
        return size;
    }
}
