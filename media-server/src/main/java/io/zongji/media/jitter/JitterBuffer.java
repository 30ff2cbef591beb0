package io.zongji.media.jitter;

import java.util.Arrays;

/**
 * Evens out one RTP stream that is decoded: packets go in as they come, a frame comes out every 20 ms. Audio is held back
 * as long as the network's jitter asks for, up to 200 ms: whenever nothing is there in time, one frame is made up and all
 * that follows is heard 20 ms later; when for a second more was held back than needed, pitch periods are left out until
 * it is right, which also follows a sender whose clock runs fast. Loss is concealed, a pause of the speaker is silence,
 * late packets and duplicates do no harm. Used by one thread.
 */
public final class JitterBuffer {
    /** Samples of a frame that is taken. */
    public static final int FRAME = 160;

    private static final int CAPACITY = 4096;
    private static final int MASK = CAPACITY - 1;
    private static final int LONGEST_HELD = 1600;
    /** Held back at the beginning, and always kept when less would do. */
    private static final int MARGIN = 80;

    private static final int WINDOW_FRAMES = 50;
    private static final int BLEND = 80;

    private final short[] ring = new short[CAPACITY];
    private final boolean[] filled = new boolean[CAPACITY];
    private final short[] piece = new short[FRAME + Pitch.LONGEST];
    private final Concealment concealment = new Concealment();

    private boolean running;
    private int ssrc;
    private int timestamp;
    /** Where the last packet's timestamp lies; positions count samples and never wrap. */
    private long position;

    private long next;
    private long end;
    /** Samples made up since the buffer ran dry. */
    private int madeUp;

    private boolean paused = true;
    private int least;
    private int framesInWindow;
    private int surplus;

    /**
     * Takes a packet's samples.
     *
     * @param packetTimestamp of the first, in samples, wrapping
     */
    public void put(int packetSsrc, int packetTimestamp, short[] samples, int count) {
        boolean known = running && packetSsrc == ssrc;
        long at = known ? position + (packetTimestamp - timestamp) : end;
        if (!known || Math.abs(at - next) > CAPACITY / 2 || paused) {
            beginAt(at);
        } else if (madeUp > 0 && at > end) {
            // What is missing was made up for while waiting.
            skipTo(next + Math.min(at - end, madeUp));
            madeUp = 0;
        }
        running = true;
        ssrc = packetSsrc;
        timestamp = packetTimestamp;
        position = at;
        store(at, samples, count);
        if (end - next > LONGEST_HELD) {
            skipTo(end - LONGEST_HELD);
        }
    }

    private void beginAt(long at) {
        Arrays.fill(filled, false);
        next = at - MARGIN;
        end = next;
        madeUp = 0;
        paused = false;
        surplus = 0;
        newWindow();
    }

    private void skipTo(long place) {
        for (long i = next; i < place; i++) {
            filled[(int) i & MASK] = false;
        }
        next = place;
    }

    private void store(long at, short[] samples, int count) {
        int first = (int) Math.max(0, next - at);
        for (int i = first; i < count; i++) {
            int slot = (int) (at + i) & MASK;
            ring[slot] = samples[i];
            filled[slot] = true;
        }
        end = Math.max(end, at + count);
    }

    /** Takes the next frame; false if there is nothing but silence, then the target is left as it is. */
    public boolean take(short[] target) {
        if (paused) {
            return false;
        }
        if (end - next < FRAME) {
            return makeUp(target);
        }
        madeUp = 0;
        observe();
        int period = surplus >= Pitch.SHORTEST ? concealment.pitch() : 0;
        if (period > 0 && period <= surplus && allThere(FRAME + period)) {
            takeShortened(target, period);
        } else {
            takePlain(target);
        }
        return true;
    }

    private boolean makeUp(short[] target) {
        concealment.fill(target, 0, FRAME);
        madeUp += FRAME;
        newWindow();
        surplus = 0;
        if (concealment.exhausted()) {
            paused = true;
            concealment.reset();
        }
        return true;
    }

    /** Notes how much is left after a take at the worst moment of a second. */
    private void observe() {
        least = (int) Math.min(least, end - next - FRAME);
        if (--framesInWindow == 0) {
            surplus = least - MARGIN;
            newWindow();
        }
    }

    private void newWindow() {
        least = Integer.MAX_VALUE;
        framesInWindow = WINDOW_FRAMES;
    }

    private boolean allThere(int count) {
        if (end - next < count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (!filled[(int) (next + i) & MASK]) {
                return false;
            }
        }
        return true;
    }

    /** Blends the frame into the one that begins a pitch period later. */
    private void takeShortened(short[] target, int period) {
        read(piece, FRAME + period);
        for (int i = 0; i < FRAME; i++) {
            int later = piece[i + period];
            target[i] = (short) (i < BLEND ? piece[i] + (later - piece[i]) * i / BLEND : later);
        }
        concealment.heard(target, 0, FRAME);
        surplus -= period;
    }

    private void takePlain(short[] target) {
        int from = 0;
        while (from < FRAME) {
            boolean known = filled[(int) (next + from) & MASK];
            int to = from + 1;
            while (to < FRAME && filled[(int) (next + to) & MASK] == known) {
                to++;
            }
            if (known) {
                for (int i = from; i < to; i++) {
                    target[i] = ring[(int) (next + i) & MASK];
                }
                concealment.heard(target, from, to - from);
            } else {
                concealment.fill(target, from, to - from);
            }
            from = to;
        }
        skipTo(next + FRAME);
    }

    private void read(short[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = ring[(int) (next + i) & MASK];
        }
        skipTo(next + count);
    }

    /** How many samples are held back now. */
    public int held() {
        return (int) Math.max(0, end - next);
    }
}
