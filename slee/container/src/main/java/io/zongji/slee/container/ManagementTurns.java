package io.zongji.slee.container;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one management operation run at a time, whatever thread it comes from, and tells the host of each that was done. An
 * RA that manages from inside a callback takes a turn within its caller's.
 */
final class ManagementTurns {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Runnable listener = () -> {};
    private boolean changed;

    void listen(Runnable value) {
        listener = value;
    }

    /** Waits for its turn, which lasts until it is closed. */
    Turn take() {
        lock.lock();
        return new Turn();
    }

    final class Turn implements AutoCloseable {
        /** Something was changed. */
        void done() {
            changed = true;
        }

        /** A turn within another one leaves it to that one to tell. */
        @Override
        public void close() {
            try {
                if (changed && lock.getHoldCount() == 1) {
                    changed = false;
                    listener.run();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
