package io.zongji.media;

import java.util.concurrent.atomic.AtomicLong;

/** Written by the loop's thread alone, read by any. */
final class Counters {
    private final AtomicLong in = new AtomicLong();
    private final AtomicLong out = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    void in() {
        in.lazySet(in.getPlain() + 1);
    }

    void out() {
        out.lazySet(out.getPlain() + 1);
    }

    void dropped() {
        dropped.lazySet(dropped.getPlain() + 1);
    }

    long packetsIn() {
        return in.get();
    }

    long packetsOut() {
        return out.get();
    }

    long packetsDropped() {
        return dropped.get();
    }
}
