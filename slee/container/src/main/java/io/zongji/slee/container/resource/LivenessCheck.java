package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Activities;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Asks RAs, again and again, about activities on which nothing has happened for long: an RA that lost the end of one ends
 * it then. So that nothing is kept for ever by a lost message.
 */
public final class LivenessCheck {
    /** So many looks in the time an activity may be idle: the question comes at most a quarter of it late. */
    private static final int LOOKS = 4;

    private final Supplier<Collection<RaEntity>> entities;
    private final Activities.DelayedActions time;
    private final Executor executor;
    private final long idleMillis;
    private Runnable next;

    /** @param idle for how long nothing has happened on an activity that is asked about */
    public LivenessCheck(
            Supplier<Collection<RaEntity>> entities, Activities.DelayedActions time, Executor executor, Duration idle) {
        this.entities = requireNonNull(entities, "entities");
        this.time = requireNonNull(time, "time");
        this.executor = requireNonNull(executor, "executor");
        this.idleMillis = idle.toMillis();
    }

    public synchronized void start() {
        next = time.after(Math.max(1, idleMillis / LOOKS), () -> executor.execute(this::look));
    }

    public synchronized void stop() {
        next.run();
        next = null;
    }

    private void look() {
        entities.get().forEach(entity -> entity.queryIdle(idleMillis));
        synchronized (this) {
            if (next != null) {
                start();
            }
        }
    }
}
