package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where the SLEE's time comes from. Tests bring one that stands still until told to move. */
public interface TimeSource {
    Clock clock();

    /** Calls the listener again and again as time passes, on one thread at a time, until the result is run. */
    Runnable tick(Runnable listener);

    /** Real time, in ticks of {@link TimerWheel#RESOLUTION_MILLIS}. */
    static TimeSource of(Clock clock) {
        requireNonNull(clock, "clock");
        return new TimeSource() {
            @Override
            public Clock clock() {
                return clock;
            }

            @Override
            public Runnable tick(Runnable listener) {
                Thread thread = new Thread(() -> ticking(listener), "slee-timer");
                thread.setDaemon(true);
                thread.start();
                return thread::interrupt;
            }
        };
    }

    private static void ticking(Runnable listener) {
        while (!Thread.currentThread().isInterrupted()) {
            listener.run();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(TimerWheel.RESOLUTION_MILLIS));
        }
    }
}
