package io.zongji.slee.container;

import io.zongji.slee.container.inspection.RouterFigures;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fixed threads all mailboxes share. After the end, work is dropped: nothing is alive that could need it.
 *
 * <p>All of them start at once: a thread remembers whose call it was started by, and with it the class loader of a
 * deployable unit that is to go away one day.
 */
final class RouterThreads implements Executor {
    private final ThreadPoolExecutor pool;
    private final AtomicInteger unfinished = new AtomicInteger();

    RouterThreads(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread = new Thread(task, name + "-router-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            thread.setContextClassLoader(loader);
                            return thread;
                        },
                        (task, executor) -> unfinished.decrementAndGet()) {
                    @Override
                    protected void afterExecute(Runnable task, Throwable thrown) {
                        unfinished.decrementAndGet();
                    }
                };
        pool.prestartAllCoreThreads();
    }

    @Override
    public void execute(Runnable task) {
        unfinished.incrementAndGet();
        pool.execute(task);
    }

    /** No task waits or runs. A task that gives birth to another is counted until that one is counted too. */
    boolean isIdle() {
        return unfinished.get() == 0;
    }

    RouterFigures.Threads figures() {
        return new RouterFigures.Threads(
                pool.getMaximumPoolSize(),
                pool.getActiveCount(),
                pool.getQueue().size());
    }

    void end() {
        pool.shutdown();
    }
}
