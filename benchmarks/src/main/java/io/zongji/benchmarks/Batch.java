package io.zongji.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The same number of events for each of some activities, fired by two producers as fast as they can, and awaited. */
final class Batch implements AutoCloseable {
    static final int EVENTS_PER_ACTIVITY = 200;
    private static final int PRODUCERS = 2;

    private final Target target;
    private final int firstActivity;
    private final int activities;
    private final ExecutorService producers = Executors.newFixedThreadPool(PRODUCERS);

    /** Events go to the activities from the first one on. */
    Batch(Target target, int firstActivity, int activities) {
        this.target = target;
        this.firstActivity = firstActivity;
        this.activities = activities;
    }

    /** Counts one activity's events without contention, since its events run one at a time. */
    private static final class Quota implements Work {
        private final CountDownLatch open;
        private int left = EVENTS_PER_ACTIVITY;

        Quota(CountDownLatch open) {
            this.open = open;
        }

        @Override
        public void run(int count) {
            left--;
            if (left == 0) {
                open.countDown();
            }
        }
    }

    /** Returns when the last event was handled. */
    void run() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(activities);
        Quota[] quotas = new Quota[activities];
        for (int i = 0; i < activities; i++) {
            quotas[i] = new Quota(open);
        }
        for (int i = 0; i < PRODUCERS; i++) {
            producers.execute(() -> produce(quotas));
        }
        open.await();
    }

    private void produce(Quota[] quotas) {
        for (int round = 0; round < EVENTS_PER_ACTIVITY / PRODUCERS; round++) {
            for (int i = 0; i < activities; i++) {
                target.fire(firstActivity + i, quotas[i]);
            }
        }
    }

    @Override
    public void close() {
        producers.shutdownNow();
    }
}
