package io.zongji.slee.testkit;

import io.zongji.slee.container.facility.TimeSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test moves it. Give {@link #clock()} to whatever else should live in that time. */
public final class VirtualTime implements TimeSource {
    private final AtomicLong now;
    private final Clock clock = new VirtualClock();
    private Runnable listener = () -> {};

    public VirtualTime(Instant start) {
        now = new AtomicLong(start.toEpochMilli());
    }

    private final class VirtualClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized Runnable tick(Runnable onTick) {
        listener = onTick;
        return () -> {};
    }

    /** Moves on in one step and lets the SLEE see it. */
    synchronized void step(Duration by) {
        now.addAndGet(by.toMillis());
        listener.run();
    }
}
