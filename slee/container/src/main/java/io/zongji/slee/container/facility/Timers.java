package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.FacilityException;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;

/** The timer facility. Timers start at the commit of the transaction that set them and hang on their activity context. */
public final class Timers implements TimerFacility {
    private static final long DEFAULT_TIMEOUT_MILLIS = 1_000;

    private final Transactions transactions;
    private final TimerWheel wheel;
    private final EventType timerEventType;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentMap<TimerID, SleeTimer> timers = new ConcurrentHashMap<>();

    public Timers(Transactions transactions, TimerWheel wheel, EventType timerEventType) {
        this.transactions = requireNonNull(transactions, "transactions");
        this.wheel = requireNonNull(wheel, "wheel");
        this.timerEventType = requireNonNull(timerEventType, "timerEventType");
    }

    @Override
    public TimerID setTimer(ActivityContextInterface aci, Address address, long expireTime, TimerOptions options) {
        return set(aci, address, expireTime, Long.MAX_VALUE, 1, options);
    }

    @Override
    public TimerID setTimer(
            ActivityContextInterface aci,
            Address address,
            long startTime,
            long period,
            int numRepetitions,
            TimerOptions options) {
        if (period <= 0 || numRepetitions < 0) {
            throw new IllegalArgumentException("period " + period + ", repetitions " + numRepetitions);
        }
        return set(aci, address, startTime, period, numRepetitions, options);
    }

    private TimerID set(
            ActivityContextInterface aci,
            Address address,
            long start,
            long period,
            int repetitions,
            TimerOptions options) {
        ActivityContext context = Aci.contextOf(aci);
        requireNonNull(options, "options");
        if (start < 0 || options.getTimeout() > period) {
            throw new IllegalArgumentException("start " + start + ", timeout " + options.getTimeout());
        }
        SleeTimer.Id id = new SleeTimer.Id(numbers.incrementAndGet());
        SleeTimer timer = new SleeTimer(this, id, context, address, start, period, repetitions, options);
        return transactions.inTransaction(() -> set(timer));
    }

    private TimerID set(SleeTimer timer) {
        if (!timer.context().bind(timer)) {
            throw new FacilityException("The activity has ended: " + timer.context());
        }
        timers.put(timer.id(), timer);
        LightTransaction transaction = transactions.require();
        transaction.undo(timer::cancel);
        transaction.afterCommit(timer::schedule);
        return timer.id();
    }

    @Override
    public void cancelTimer(TimerID timerID) {
        requireNonNull(timerID, "timerID");
        SleeTimer timer = timers.get(timerID);
        if (timer != null) {
            transactions.inTransaction(() -> {
                transactions.require().afterCommit(timer::cancel);
                return null;
            });
        }
    }

    @Override
    public ActivityContextInterface getActivityContextInterface(TimerID timerID) {
        requireNonNull(timerID, "timerID");
        transactions.require();
        SleeTimer timer = timers.get(timerID);
        return timer == null ? null : timer.context().aci();
    }

    @Override
    public long getResolution() {
        return TimerWheel.RESOLUTION_MILLIS;
    }

    @Override
    public long getDefaultTimeout() {
        return DEFAULT_TIMEOUT_MILLIS;
    }

    /** The timer will not fire again. */
    void finished(SleeTimer timer) {
        timers.remove(timer.id());
        timer.context().unbind(timer);
    }

    /** When a timer is due next and how often it will be after that; empty if it is over. */
    public Optional<TimerState> state(TimerID id) {
        SleeTimer timer = timers.get(id);
        return timer == null ? Optional.empty() : timer.state();
    }

    /**
     * A timer that is set.
     *
     * @param due next, in milliseconds of the SLEE's clock
     * @param periodMillis 0 for a timer that fires once
     * @param remaining expiries; 0 for an endless timer
     */
    public record TimerState(String id, long due, long periodMillis, int remaining) {}

    TimerWheel wheel() {
        return wheel;
    }

    EventType timerEventType() {
        return timerEventType;
    }

    /** Timers set and not over. */
    public int size() {
        return timers.size();
    }
}
