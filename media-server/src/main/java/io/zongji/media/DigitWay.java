package io.zongji.media;

import java.util.concurrent.TimeUnit;

/**
 * By which way a phone tells its digits, the least reliable first. Some phones use several at once, so only the best that
 * a phone has shown counts, and a press that came by a lesser way just before counts once.
 */
enum DigitWay {
    /** Tones in the audio. */
    IN_BAND,
    /** A message of the signalling. */
    SIGNALLED,
    /** Telephone events in RTP. */
    EVENTS;

    /** What one phone has shown. Used by one thread. */
    static final class Shown {
        private static final long SAME_PRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

        private DigitWay best;
        private char last;
        private long lastNanos;

        /** Whether a digit is a press that was not known yet. */
        boolean isNew(char digit, DigitWay way, long now) {
            if (best != null && way.compareTo(best) < 0) {
                return false;
            }
            boolean known = best != null && way != best && digit == last && now - lastNanos < SAME_PRESS_NANOS;
            best = way;
            last = digit;
            lastNanos = now;
            return !known;
        }

        /** Another session may have other ways. */
        void forget() {
            best = null;
        }
    }
}
