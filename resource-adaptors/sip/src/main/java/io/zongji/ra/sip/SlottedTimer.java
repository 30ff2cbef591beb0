package io.zongji.ra.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's timer: what is due within the same 20 ms runs together, late rather than early. Each transaction looks
 * twice a second whether it is over, for up to 32 seconds; a timer that sorts all of these looks and wakes for each took
 * a fifteenth of a call's CPU. The stack makes it by its name; one thread, tasks in the order of their slots.
 */
public final class SlottedTimer implements SipTimer {

    private static final Logger LOG = LoggerFactory.getLogger(SlottedTimer.class);
    private static final long SLOT_MILLIS = 20;

    private final TreeMap<Long, List<Scheduled>> slots = new TreeMap<>();
    private Thread thread;

    @Override
    public synchronized void start(SipStackImpl stack, Properties configuration) {
        thread = new Thread(this::run, stack.getStackName() + "-timer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void stop() {
        thread = null;
        slots.clear();
        notifyAll();
    }

    @Override
    public synchronized boolean isStarted() {
        return thread != null;
    }

    @Override
    public boolean schedule(SIPStackTimerTask task, long delay) {
        return scheduleWithFixedDelay(task, delay, 0);
    }

    @Override
    public boolean scheduleWithFixedDelay(SIPStackTimerTask task, long delay, long period) {
        Scheduled scheduled = new Scheduled(task, period);
        task.setSipTimerTask(scheduled);
        if (!add(scheduled, delay)) {
            throw new IllegalStateException("the SIP stack's timer is stopped");
        }
        return true;
    }

    @Override
    public boolean cancel(SIPStackTimerTask task) {
        return task.getSipTimerTask() instanceof Scheduled scheduled && scheduled.cancel();
    }

    private synchronized boolean add(Scheduled scheduled, long delay) {
        if (thread == null) {
            return false;
        }
        long slot = -Math.floorDiv(-(nowMillis() + delay), SLOT_MILLIS);
        boolean next = slots.isEmpty() || slot < slots.firstKey();
        slots.computeIfAbsent(slot, due -> new ArrayList<>()).add(scheduled);
        if (next) {
            notifyAll();
        }
        return true;
    }

    private void run() {
        for (List<Scheduled> due = awaitDue(); due != null; due = awaitDue()) {
            due.forEach(this::run);
        }
    }

    /** Null when the timer was stopped. */
    private synchronized List<Scheduled> awaitDue() {
        try {
            while (thread == Thread.currentThread()) {
                long left = slots.isEmpty() ? Long.MAX_VALUE : slots.firstKey() * SLOT_MILLIS - nowMillis();
                if (left <= 0) {
                    return slots.pollFirstEntry().getValue();
                }
                wait(left == Long.MAX_VALUE ? 0 : left);
            }
        } catch (InterruptedException e) {
            LOG.debug("the SIP stack's timer is interrupted", e);
        }
        return null;
    }

    private void run(Scheduled scheduled) {
        SIPStackTimerTask task = scheduled.task;
        if (task == null) {
            return;
        }
        try {
            task.runTask();
        } catch (RuntimeException e) {
            LOG.warn("a task of the SIP stack's timer failed", e);
        }
        if (scheduled.period > 0 && scheduled.task != null) {
            add(scheduled, scheduled.period);
        }
    }

    private static long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** A task and its time. A cancelled one waits for its slot without its task, which may hold a whole dialog. */
    private static final class Scheduled {

        private final long period;
        private volatile SIPStackTimerTask task;

        Scheduled(SIPStackTimerTask task, long period) {
            this.task = task;
            this.period = period;
        }

        boolean cancel() {
            SIPStackTimerTask cancelled = task;
            if (cancelled == null) {
                return false;
            }
            cancelled.cleanUpBeforeCancel();
            task = null;
            return true;
        }
    }
}
