package io.zongji.media.recording;

import io.zongji.media.codec.Codec;
import io.zongji.media.jitter.Concealment;
import io.zongji.media.rtp.IncomingPacket;
import java.util.Arrays;

/**
 * The last second of what one party said, as linear samples placed by RTP timestamp on our own clock: loss is concealed,
 * reordering and duplicates do no harm, a new source or a drifting clock is fitted in. Samples are taken in order, some
 * time after they came. Positions count samples since the beginning. Used by one thread.
 */
public final class AudioTimeline {
    private static final int CAPACITY = 8192;
    private static final int MASK = CAPACITY - 1;
    private static final int MAX_AHEAD = 2400;
    private static final int MAX_BEHIND = 1600;
    private static final int DRIFT_STEP = 160;
    private static final int LATE_IN_A_ROW = 5;
    private static final int MAX_CONCEALED = 3 * Codec.FRAME_SAMPLES;

    private final short[] samples = new short[CAPACITY];
    private long taken;
    private long filledTo;
    private boolean mapped;
    private int ssrc;
    private int baseTimestamp;
    private long basePosition;
    private double drift;
    private int strays;
    private int sequence;
    private final Concealment concealment = new Concealment();
    private final short[] before = new short[Concealment.REMEMBERED];
    private final short[] made = new short[MAX_CONCEALED];

    /**
     * Places the samples of one packet.
     *
     * @param timestamp of the first, counted in samples
     * @param now       our clock's position; the packet's first sample belongs about there
     */
    public void put(IncomingPacket packet, int timestamp, short[] said, int count, long now) {
        boolean goesOn = mapped && packet.ssrc() == ssrc;
        long position = place(packet.ssrc(), timestamp, now);
        if (goesOn) {
            concealBefore(position, (packet.sequence() - sequence) & 0xFFFF);
        }
        sequence = packet.sequence();
        int first = (int) Math.max(0, taken - position);
        int end = (int) Math.min(Math.min(count, MAX_AHEAD / 2), taken + CAPACITY - position);
        filledTo = Math.max(filledTo, position + end);
        if (first < end) {
            int at = (int) (position + first) & MASK;
            int part = Math.min(end - first, CAPACITY - at);
            System.arraycopy(said, first, samples, at, part);
            System.arraycopy(said, first + part, samples, 0, end - first - part);
        }
    }

    /** Fills in for up to three lost packets; a late one still takes its place. Without loss a gap is a pause. */
    private void concealBefore(long position, int sequences) {
        long gap = position - filledTo;
        if (sequences < 2 || sequences > 4 || gap <= 0 || gap > MAX_CONCEALED || filledTo - taken < before.length) {
            return;
        }
        for (int i = 0; i < before.length; i++) {
            before[i] = samples[(int) (filledTo - before.length + i) & MASK];
        }
        concealment.reset();
        concealment.heard(before, 0, before.length);
        concealment.fill(made, 0, (int) gap);
        for (int i = 0; i < gap; i++) {
            samples[(int) (filledTo + i) & MASK] = made[i];
        }
    }

    /** Where taking has come to. */
    public long taken() {
        return taken;
    }

    /** Takes the next samples and leaves silence. */
    public void take(short[] target, int count) {
        int done = 0;
        while (done < count) {
            int at = (int) (taken + done) & MASK;
            int part = Math.min(count - done, CAPACITY - at);
            System.arraycopy(samples, at, target, done, part);
            Arrays.fill(samples, at, at + part, (short) 0);
            done += part;
        }
        taken += count;
    }

    /** Passes over the next samples if nothing was said from here on; else does nothing and returns false. */
    public boolean skipSilence(int count) {
        if (filledTo > taken) {
            return false;
        }
        taken += count;
        return true;
    }

    /** Forgets what was not taken yet and goes on at the given position. */
    public void restart(long position) {
        Arrays.fill(samples, (short) 0);
        taken = position;
        filledTo = position;
        mapped = false;
    }

    /** Goes on where another one was left: what it had not given away yet is the beginning of this new one. */
    public void follow(AudioTimeline before) {
        for (int i = 0; i < CAPACITY; i++) {
            samples[i] = before.samples[(int) (before.taken + i) & MASK];
        }
        filledTo = Math.max(0, before.filledTo - before.taken);
        mapped = before.mapped;
        ssrc = before.ssrc;
        baseTimestamp = before.baseTimestamp;
        basePosition = before.basePosition - before.taken;
        drift = before.drift;
        strays = before.strays;
        sequence = before.sequence;
    }

    private long place(int source, int timestamp, long now) {
        if (!mapped || source != ssrc) {
            return map(source, timestamp, now);
        }
        long position = basePosition + (timestamp - baseTimestamp);
        long ahead = position - now;
        if (ahead > MAX_AHEAD || ahead < -MAX_BEHIND) {
            return ++strays >= LATE_IN_A_ROW || ahead > MAX_AHEAD ? map(source, timestamp, now) : position;
        }
        strays = 0;
        drift += (ahead - drift) / 64;
        if (Math.abs(drift) > DRIFT_STEP) {
            long step = drift > 0 ? -DRIFT_STEP / 2 : DRIFT_STEP / 2;
            basePosition += step;
            drift += step;
        }
        if (Math.abs(timestamp - baseTimestamp) > Integer.MAX_VALUE / 2) {
            basePosition = position;
            baseTimestamp = timestamp;
        }
        return position;
    }

    private long map(int source, int timestamp, long now) {
        mapped = true;
        ssrc = source;
        baseTimestamp = timestamp;
        basePosition = now;
        drift = 0;
        strays = 0;
        return now;
    }
}
