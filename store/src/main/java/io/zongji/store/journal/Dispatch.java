package io.zongji.store.journal;

import io.zongji.domain.journal.Journal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber's line: a bounded buffer and a thread of its own, so that a slow subscriber delays neither calls nor other subscribers.
 * When the buffer is full the oldest entries are dropped, counted and logged. The thread gathers entries for some milliseconds before it hands
 * them over one by one: waking up for each would cost more than the work.
 */
final class Dispatch implements Journal.Subscription {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int LOGGED_FAILURE = 1_000;

    private final Consumer<Positioned> subscriber;
    private final int capacity;
    private final Consumer<Dispatch> onClose;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final Deque<Positioned> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean idle;
    private boolean closed;
    private long dropped;
    private long failures;

    Dispatch(Consumer<Positioned> subscriber, int capacity, Consumer<Dispatch> onClose) {
        this.subscriber = subscriber;
        this.capacity = capacity;
        this.onClose = onClose;
        this.thread = new Thread(this::run, "zongji-journal-subscriber");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Never blocks. Callers keep the order. */
    void offer(List<Positioned> entries) {
        lock.lock();
        try {
            for (Positioned entry : entries) {
                if (waiting.size() >= capacity) {
                    waiting.poll();
                    dropped++;
                }
                waiting.add(entry);
            }
            if (idle) {
                idle = false;
                arrival.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitEntries()) {
                LockSupport.parkNanos(GATHER_NANOS);
                for (Positioned entry : takeAll()) {
                    deliver(entry);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitEntries() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !closed) {
                idle = true;
                arrival.await();
            }
            idle = false;
            return !waiting.isEmpty() && !closed;
        } finally {
            lock.unlock();
        }
    }

    private List<Positioned> takeAll() {
        lock.lock();
        try {
            List<Positioned> taken = new ArrayList<>(waiting);
            waiting.clear();
            if (dropped > 0) {
                log.warn("A journal subscriber is too slow: {} entries were not told to {}", dropped, subscriber);
                dropped = 0;
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Positioned entry) {
        try {
            subscriber.accept(entry);
        } catch (RuntimeException e) {
            if (failures++ % LOGGED_FAILURE == 0) {
                log.warn("A journal subscriber failed for the {}. time, on {}", failures, entry, e);
            }
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
        lock.lock();
        try {
            closed = true;
            arrival.signal();
        } finally {
            lock.unlock();
        }
    }
}
