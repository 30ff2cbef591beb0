package io.zongji.slee.container.activity;

import io.zongji.slee.container.tx.TransactionLock;
import java.util.List;
import javax.slee.EventTypeID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of one activity context. When it has work and nothing blocks it, exactly one drain task sits on the shared
 * executor; it delivers a few events and, if there are more, goes to the back of the executor's queue so that one busy
 * activity starves nobody. Blocks are counted: a barrier, a busy entity tree, a suspended delivery.
 */
public final class Mailbox implements Runnable, TransactionLock.Waiter {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int EVENTS_PER_TURN = 32;

    private final Activities activities;
    private QueuedEvent first;
    private QueuedEvent last;
    /** The event whose delivery has begun; only the drain touches it, under the monitor when it changes. */
    private QueuedEvent current;

    /** See {@link EventTrail}. */
    private Object past;

    private int lastStamp;
    private int size;
    private int blocks;
    private boolean scheduled;

    Mailbox(Activities activities) {
        this.activities = activities;
    }

    void offer(QueuedEvent event) {
        activities.limit().queued();
        boolean schedule;
        synchronized (this) {
            if (last == null) {
                first = event;
            } else {
                last.next(event);
            }
            last = event;
            size++;
            schedule = becomesScheduled();
        }
        if (schedule) {
            activities.executor().execute(this);
        }
    }

    /** No event starts (or continues) until {@link #resume}. A delivery in progress goes on to its next pause. */
    @Override
    public synchronized void pause() {
        blocks++;
    }

    @Override
    public void resume() {
        boolean schedule;
        synchronized (this) {
            blocks--;
            schedule = becomesScheduled();
        }
        if (schedule) {
            activities.executor().execute(this);
        }
    }

    private boolean becomesScheduled() {
        if (scheduled || blocks > 0 || current == null && first == null) {
            return false;
        }
        scheduled = true;
        return true;
    }

    /** Nothing queued and nothing under way. */
    synchronized boolean isEmpty() {
        return size == 0;
    }

    /** Events queued or under way. */
    public synchronized int size() {
        return size;
    }

    public synchronized boolean isBlocked() {
        return blocks > 0;
    }

    @Override
    public void run() {
        for (int turn = 0; turn < EVENTS_PER_TURN; ) {
            QueuedEvent event = next();
            if (event == null) {
                return;
            }
            if (deliver(event)) {
                finished(event);
                turn++;
            }
        }
        yieldTurn();
    }

    private synchronized QueuedEvent next() {
        if (blocks > 0 || current == null && first == null) {
            scheduled = false;
            return null;
        }
        if (current == null) {
            current = first;
            first = current.next();
            if (first == null) {
                last = null;
            }
            current.next(null);
        }
        return current;
    }

    private boolean deliver(QueuedEvent event) {
        try {
            return activities.delivery().deliver(event);
        } catch (RuntimeException | Error e) {
            log.error(
                    "Delivery of {} on {} failed; the activity goes on with its next event",
                    event.type(),
                    event.context(),
                    e);
            return true;
        }
    }

    private void finished(QueuedEvent event) {
        synchronized (this) {
            current = null;
            size--;
            remember(event);
        }
        activities.limit().delivered();
        try {
            event.finished();
        } catch (RuntimeException | Error e) {
            log.error("What follows the delivery of {} on {} failed", event.type(), event.context(), e);
        }
    }

    private void remember(QueuedEvent event) {
        Object longer = EventTrail.after(past, lastStamp, event.type().id());
        if (longer != past) {
            past = longer;
        }
        lastStamp = EventTrail.stamp(activities.lately(), event.isProcessedBySbb());
    }

    /** The last few events whose delivery is over, the oldest first. */
    public synchronized List<PastEvent> lastEvents() {
        return EventTrail.events(past, lastStamp, activities.lately());
    }

    /** The event whose delivery has begun; null if none has. */
    public synchronized EventTypeID underWay() {
        return current == null ? null : current.type().id();
    }

    private void yieldTurn() {
        synchronized (this) {
            scheduled = false;
            if (!becomesScheduled()) {
                return;
            }
        }
        activities.executor().execute(this);
    }
}
