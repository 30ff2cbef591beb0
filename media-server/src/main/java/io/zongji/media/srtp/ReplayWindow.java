package io.zongji.media.srtp;

/** Which of the last 64 indices were there (RFC 3711, 3.3.2), and what index a sequence number stands for (3.3.1). */
final class ReplayWindow {
    private static final int WIDTH = 64;
    private static final int HALF = 0x8000;

    private long highest = -1;
    private long seen;

    /** @return the 48-bit index; negative if it would lie before the first */
    long indexOf(int sequence) {
        if (highest < 0) {
            return sequence;
        }
        int last = (int) (highest & 0xFFFF);
        long rollover = highest >> 16;
        if (last < HALF && sequence - last > HALF) {
            rollover--;
        } else if (last >= HALF && last - HALF > sequence) {
            rollover++;
        }
        return (rollover << 16) | sequence;
    }

    /** Whether the index was not there yet; what is too old to know counts as there. */
    boolean isNew(long index) {
        if (index < 0) {
            return false;
        }
        long behind = highest - index;
        return behind < 0 || behind < WIDTH && (seen & (1L << behind)) == 0;
    }

    void add(long index) {
        long ahead = index - highest;
        if (ahead > 0) {
            seen = ahead >= WIDTH ? 1 : (seen << ahead) | 1;
            highest = index;
        } else {
            seen |= 1L << -ahead;
        }
    }
}
