package io.zongji.simulator;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How far a call is, for those who watch it and those who wait for it. Safe for any thread. */
final class CallProgress {
    private final Object call;
    private final long begun = System.nanoTime();
    private CallState state;
    private CallEnd end;
    private boolean heldByUs;
    private boolean heldByThem;
    private long talkingSince;
    private long endedAt;

    /** Of the call that messages name by its text. */
    CallProgress(Object call, CallState state) {
        this.call = call;
        this.state = state;
    }

    synchronized CallState state() {
        return state;
    }

    synchronized CallEnd end() {
        return end;
    }

    synchronized boolean isHeldByUs() {
        return heldByUs;
    }

    synchronized boolean isHeldByThem() {
        return heldByThem;
    }

    synchronized Duration age() {
        return Duration.ofNanos(untilEnd() - begun);
    }

    synchronized Duration timeToAnswer() {
        return talkingSince == 0 ? Duration.ZERO : Duration.ofNanos(talkingSince - begun);
    }

    synchronized Duration timeTalking() {
        return talkingSince == 0 ? Duration.ZERO : Duration.ofNanos(untilEnd() - talkingSince);
    }

    private long untilEnd() {
        return endedAt == 0 ? System.nanoTime() : endedAt;
    }

    /** False when the call is as far already, or further. */
    synchronized boolean becomes(CallState now) {
        if (now.ordinal() <= state.ordinal()) {
            return false;
        }
        state = now;
        if (now == CallState.TALKING) {
            talkingSince = System.nanoTime();
        }
        notifyAll();
        return true;
    }

    synchronized void endsWith(CallEnd why) {
        end = why;
        endedAt = System.nanoTime();
    }

    synchronized void heldByUs(boolean held) {
        heldByUs = held;
        notifyAll();
    }

    synchronized void heldByThem(boolean held) {
        heldByThem = held;
        notifyAll();
    }

    /**
     * Waits for a state of this call.
     *
     * @throws IllegalStateException when it does not come in time, or the call ends instead; tells what happened
     */
    synchronized void await(String what, Duration atMost, BooleanSupplier reached) {
        Objects.requireNonNull(atMost, "atMost");
        long until = System.nanoTime() + atMost.toNanos();
        try {
            while (!reached.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()) + 1;
                if (left <= 1 || state == CallState.ENDED) {
                    throw new IllegalStateException(
                            "waited in vain for " + what + ": " + call + (end == null ? "" : " ended with " + end));
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        }
    }
}
