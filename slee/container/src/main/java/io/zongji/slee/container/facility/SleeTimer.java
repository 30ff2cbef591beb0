package io.zongji.slee.container.facility;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.BoundToActivity;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.activity.QueuedEvent;
import java.util.Optional;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;

/**
 * One timer: when it is due, which of its expiries count as late, and the events it fires. A cancel beats an event that
 * is queued but not delivered.
 */
final class SleeTimer implements BoundToActivity {
    private final Timers timers;
    private final Id id;
    private final ActivityContext context;
    private final Address address;
    private final long start;
    private final long period;
    private final int repetitions;
    private final TimerPreserveMissed preserveMissed;
    private final long lateAfter;
    private int expired;
    private int missed;
    private int undelivered;
    private Runnable cancelWakeUp;
    private volatile boolean cancelled;

    /** The id of a timer. */
    record Id(long number) implements TimerID {
        @Override
        public String toString() {
            return "timer " + number;
        }
    }

    /** @param repetitions 0 for endless */
    SleeTimer(
            Timers timers,
            Id id,
            ActivityContext context,
            Address address,
            long start,
            long period,
            int repetitions,
            TimerOptions options) {
        this.timers = timers;
        this.id = id;
        this.context = context;
        this.address = address;
        this.start = start;
        this.period = period;
        this.repetitions = repetitions;
        this.preserveMissed = options.getPreserveMissed();
        long timeout = options.getTimeout() == 0 ? timers.getDefaultTimeout() : options.getTimeout();
        this.lateAfter = Math.min(period, Math.max(timeout, timers.getResolution()));
    }

    Id id() {
        return id;
    }

    ActivityContext context() {
        return context;
    }

    /** Empty when all that is left of the timer is an event under way. */
    synchronized Optional<Timers.TimerState> state() {
        if (cancelled || !hasNext()) {
            return Optional.empty();
        }
        return Optional.of(new Timers.TimerState(
                id.toString(),
                dueAt(),
                period == Long.MAX_VALUE ? 0 : period,
                repetitions == 0 ? 0 : repetitions - expired));
    }

    synchronized void schedule() {
        if (!cancelled) {
            cancelWakeUp = timers.wheel().at(dueAt(), this::expire);
        }
    }

    private long dueAt() {
        return start + expired * (period == Long.MAX_VALUE ? 0 : period);
    }

    /** Fires what is due now. More than one expiry may be, if the SLEE was late. */
    private synchronized void expire() {
        long now = timers.wheel().now();
        while (!cancelled && hasNext() && dueAt() <= now) {
            long due = dueAt();
            expired++;
            boolean late = now - due > lateAfter;
            boolean last = !hasNext() || dueAt() > now;
            if (!late
                    || preserveMissed.equals(TimerPreserveMissed.ALL)
                    || last && preserveMissed.equals(TimerPreserveMissed.LAST)) {
                fire(due, now);
                missed = 0;
            } else {
                missed++;
            }
        }
        if (!cancelled && hasNext()) {
            schedule();
        } else if (undelivered == 0) {
            timers.finished(this);
        }
    }

    /** A timer whose last event waits is still there to be cancelled. */
    private synchronized void delivered() {
        undelivered--;
        if (!cancelled && !hasNext() && undelivered == 0) {
            timers.finished(this);
        }
    }

    private boolean hasNext() {
        return repetitions == 0 || expired < repetitions;
    }

    private void fire(long due, long now) {
        int remaining = repetitions == 0 ? Integer.MAX_VALUE : repetitions - expired;
        Expiry event = new Expiry(id, due, now, period, repetitions, remaining, missed);
        if (context.offer(new Firing(timers.timerEventType(), event))) {
            undelivered++;
        }
    }

    /** A queued timer event, withdrawn by a cancel. */
    private final class Firing extends QueuedEvent {
        Firing(EventType type, Expiry event) {
            super(type, event, SleeTimer.this.context, SleeTimer.this.address, null, 0);
        }

        @Override
        public boolean isWithdrawn() {
            return cancelled;
        }

        @Override
        protected void finished() {
            delivered();
            super.finished();
        }
    }

    private record Expiry(Id id, long scheduled, long expiry, long period, int repetitions, int remaining, int missed)
            implements TimerEvent {
        @Override
        public TimerID getTimerID() {
            return id;
        }

        @Override
        public long getScheduledTime() {
            return scheduled;
        }

        @Override
        public long getExpiryTime() {
            return expiry;
        }

        @Override
        public long getPeriod() {
            return period;
        }

        @Override
        public int getNumRepetitions() {
            return repetitions;
        }

        @Override
        public int getRemainingRepetitions() {
            return remaining;
        }

        @Override
        public int getMissedRepetitions() {
            return missed;
        }
    }

    void cancel() {
        cancelled = true;
        Runnable wakeUp;
        synchronized (this) {
            wakeUp = cancelWakeUp;
        }
        if (wakeUp != null) {
            wakeUp.run();
        }
        timers.finished(this);
    }

    @Override
    public void activityEnded() {
        cancel();
    }

    @Override
    public Object reference() {
        return id;
    }
}
