package io.zongji.domain;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Makes call ids that sort by time: a ULID, that is 48 bits of milliseconds and 80 random bits in Crockford's base 32,
 * 26 characters. Ids of one generator rise strictly, also within a millisecond and when the clock steps back.
 * Thread-safe.
 */
public final class CallIdGenerator {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 26;
    private static final long RANDOM_HIGH_MASK = 0xFFFFL;

    private final Clock clock;
    private final RandomGenerator random;
    private long millis = -1;
    private long high;
    private long low;

    public CallIdGenerator(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized CallId next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            high = random.nextLong() & (RANDOM_HIGH_MASK >> 1);
            low = random.nextLong();
        } else if (++low == 0) {
            high++;
        }
        return new CallId(encode((millis << 16) | (high & RANDOM_HIGH_MASK), low));
    }

    private static String encode(long upper, long lower) {
        char[] text = new char[LENGTH];
        long restUpper = upper;
        long restLower = lower;
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (restLower & 31)];
            restLower = (restLower >>> 5) | (restUpper << 59);
            restUpper >>>= 5;
        }
        return new String(text);
    }
}
