package io.zongji.benchmarks;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The same order without a SLEE: a queue for each activity, a fixed pool of threads, a counter as state. No transaction,
 * no lookup of receivers, no isolation: the least that this work can cost.
 */
final class BareTarget implements Target {
    private static final int EVENTS_PER_TURN = 32;

    private final ExecutorService threads;
    private final SerialQueue[] queues;
    private final ConcurrentHashMap<Object, SerialQueue> entities;

    /** @param entityPerEvent whether each event makes an entry in a table of its own and takes it out again */
    BareTarget(int activities, boolean entityPerEvent) {
        int count = Math.max(4, Runtime.getRuntime().availableProcessors() + 2);
        // A queue that has just run dry may still ask for a turn when this is closed.
        RejectedExecutionHandler afterTheEnd = new ThreadPoolExecutor.DiscardPolicy();
        threads = new ThreadPoolExecutor(
                count, count, 0, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), afterTheEnd);
        queues = new SerialQueue[activities];
        entities = entityPerEvent ? new ConcurrentHashMap<>() : null;
        for (int i = 0; i < activities; i++) {
            queues[i] = new SerialQueue();
        }
    }

    private final class SerialQueue implements Runnable {
        private final ArrayDeque<Work> waiting = new ArrayDeque<>();
        private boolean scheduled;
        private int count;

        void offer(Work work) {
            boolean schedule;
            synchronized (this) {
                waiting.add(work);
                schedule = !scheduled;
                scheduled = true;
            }
            if (schedule) {
                threads.execute(this);
            }
        }

        @Override
        public void run() {
            for (int i = 0; i < EVENTS_PER_TURN; i++) {
                Work work = next();
                if (work == null) {
                    return;
                }
                handle(work);
            }
            threads.execute(this);
        }

        private synchronized Work next() {
            Work work = waiting.poll();
            scheduled = work != null;
            return work;
        }

        private void handle(Work work) {
            if (entities == null) {
                count++;
                work.run(count);
            } else {
                Object entity = new Object();
                entities.put(entity, this);
                work.run(1);
                entities.remove(entity);
            }
        }
    }

    @Override
    public void fire(int activity, Work work) {
        queues[activity].offer(work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
