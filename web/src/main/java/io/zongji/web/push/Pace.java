package io.zongji.web.push;

import java.util.concurrent.TimeUnit;

/**
 * How soon the open pages may be told again, so that telling takes a tenth of a thread's time in the long run. What is not used
 * in a quiet time is saved, up to {@value #MOST_SAVED_MS} ms of telling: then several things that follow each other closely are
 * told without a rest between. Times are those of {@link System#nanoTime()}. Not safe for several threads.
 */
final class Pace {
    /** However much there is to tell, pages do not lag behind by more. */
    static final long LONGEST_REST_MS = 150;

    static final long MOST_SAVED_MS = 40;
    private static final int SHARE = 10;
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(LONGEST_REST_MS);
    private static final long MOST_SAVED = TimeUnit.MILLISECONDS.toNanos(MOST_SAVED_MS);

    /** Nanoseconds of telling; below 0 what was told in advance. */
    private long saved = MOST_SAVED;

    private long lastEnd;

    Pace(long now) {
        lastEnd = now;
    }

    /**
     * @param begun when telling began
     * @param ended when it ended
     * @return when it may begin again
     */
    long told(long begun, long ended) {
        saved = Math.min(MOST_SAVED, saved + (ended - lastEnd) / SHARE) - (ended - begun);
        saved = Math.max(-LONGEST_REST / SHARE, saved);
        lastEnd = ended;
        return ended + Math.max(0, -saved * SHARE);
    }
}
