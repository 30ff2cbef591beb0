package io.zongji.slee.container.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An exclusive lock that a transaction holds until its end. Who finds it busy may leave a {@link Waiter} and give the
 * thread back (the router does), or wait a bounded time (a synchronous call into another entity tree must).
 */
public class TransactionLock {
    private LightTransaction owner;
    private List<Waiter> waiters;
    private int waitingThreads;

    /** Something that pauses while the lock is busy. Both calls must be quick and must not take this lock. */
    public interface Waiter {
        /** Called under the lock's monitor before the attempt is reported as failed. */
        void pause();

        /** The lock was released: try again. Every waiter is woken, as one may have lost interest. */
        void resume();
    }

    /**
     * Takes the lock, or pauses the waiter and returns false. Threads that wait inside {@link #lock} come first: they hold
     * other locks meanwhile. Reentrant.
     */
    public final synchronized boolean tryLock(LightTransaction transaction, Waiter waiter) {
        if (owner == transaction || waitingThreads == 0 && tryLock(transaction)) {
            return true;
        }
        if (waiters == null) {
            waiters = new ArrayList<>(2);
        }
        waiter.pause();
        waiters.add(waiter);
        return false;
    }

    /** Waits for the lock for at most the given time, holding the thread. */
    public final boolean lock(LightTransaction transaction, long millis) {
        List<Waiter> woken;
        synchronized (this) {
            waitingThreads++;
            boolean locked = await(transaction, millis);
            waitingThreads--;
            if (locked) {
                return true;
            }
            woken = owner == null ? takeWaiters() : null;
        }
        resume(woken);
        return false;
    }

    private boolean await(LightTransaction transaction, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!tryLock(transaction)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private boolean tryLock(LightTransaction transaction) {
        if (owner == null) {
            owner = transaction;
            transaction.holds(this);
        }
        return owner == transaction;
    }

    public final synchronized boolean isHeldBy(LightTransaction transaction) {
        return owner == transaction;
    }

    final synchronized LightTransaction owner() {
        return owner;
    }

    final synchronized void transfer(LightTransaction successor) {
        owner = successor;
        successor.holds(this);
    }

    final void release(LightTransaction transaction) {
        List<Waiter> woken;
        synchronized (this) {
            if (owner != transaction) {
                return;
            }
            owner = null;
            notifyAll();
            woken = waitingThreads == 0 ? takeWaiters() : null;
        }
        resume(woken);
    }

    private List<Waiter> takeWaiters() {
        List<Waiter> taken = waiters;
        waiters = null;
        return taken;
    }

    private static void resume(List<Waiter> woken) {
        for (int i = 0; woken != null && i < woken.size(); i++) {
            woken.get(i).resume();
        }
    }
}
