package io.zongji.benchmarks.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** How late things came, in milliseconds. Thread-safe. */
final class Delays {
    private static final int MOST = 4_000_000;

    private final long[] millis = new long[MOST];
    private final AtomicInteger count = new AtomicInteger();

    void add(long delayMillis) {
        int at = count.getAndIncrement();
        if (at < MOST) {
            millis[at] = delayMillis;
        }
    }

    void forget() {
        count.set(0);
    }

    int count() {
        return count.get();
    }

    /** As JSON. */
    @Override
    public String toString() {
        int known = Math.min(count.get(), MOST);
        if (known == 0) {
            return "{}";
        }
        long[] sorted = Arrays.copyOf(millis, known);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "{\"p50\":%d,\"p99\":%d,\"max\":%d}",
                sorted[known / 2],
                sorted[(int) (known * 0.99)],
                sorted[known - 1]);
    }
}
