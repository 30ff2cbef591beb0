package io.zongji.media.jitter;

/**
 * Makes up for missing samples by going on with the last pitch period, softer and softer, and silence after 60 ms (the
 * idea of ITU-T G.711, appendix I). What comes after a gap is blended in. Used by one thread.
 */
public final class Concealment {
    /** Samples that must have been heard before anything but silence is made up. */
    public static final int REMEMBERED = Pitch.NEEDED;

    private static final int FULL_SAMPLES = 80;
    private static final int LONGEST_SAMPLES = 480;
    private static final int BLEND_SAMPLES = 32;

    private final short[] heard = new short[REMEMBERED];
    private final short[] period = new short[Pitch.LONGEST];
    private int known;
    private int lag;
    private int last;
    private int made;

    /** Remembers what is heard and, after a gap, blends its beginning with what would have been made up. */
    public void heard(short[] samples, int from, int count) {
        if (made > 0) {
            int blend = Math.min(BLEND_SAMPLES, count);
            for (int i = 0; i < blend; i++) {
                int guess = next();
                samples[from + i] = (short) (guess + (samples[from + i] - guess) * (i + 1) / (blend + 1));
            }
            made = 0;
        }
        remember(samples, from, count);
    }

    private void remember(short[] samples, int from, int count) {
        int kept = Math.min(count, heard.length);
        System.arraycopy(heard, kept, heard, 0, heard.length - kept);
        System.arraycopy(samples, from + count - kept, heard, heard.length - kept, kept);
        known = Math.min(heard.length, known + count);
    }

    /** Forgets what was heard: what is made up next is silence, and what is heard next fades in. */
    public void reset() {
        known = 0;
        lag = 0;
        last = 0;
        made = 1;
    }

    /** After how many samples what was heard repeats itself; 0 when too little was heard. */
    int pitch() {
        return known < heard.length ? 0 : Pitch.lag(heard, heard.length);
    }

    /** Fills with made-up samples. */
    public void fill(short[] target, int from, int count) {
        if (made == 0) {
            begin();
        }
        for (int i = from; i < from + count; i++) {
            target[i] = next();
        }
        remember(target, from, count);
    }

    /** Whether nothing but silence is left to make up. */
    boolean exhausted() {
        return made >= LONGEST_SAMPLES;
    }

    private void begin() {
        lag = pitch();
        last = heard[heard.length - 1];
        System.arraycopy(heard, heard.length - lag, period, 0, lag);
        // The seam between repetitions: the period's end fades into what came before its beginning.
        int seam = lag / 4;
        for (int i = 0; i < seam; i++) {
            int before = heard[heard.length - lag - seam + i];
            int own = period[lag - seam + i];
            period[lag - seam + i] = (short) (own + (before - own) * (i + 1) / (seam + 1));
        }
    }

    private short next() {
        int at = made++;
        if (lag == 0) {
            // Too little is known to repeat: what there was dies away.
            return (short) (last * Math.max(0, BLEND_SAMPLES - at) / BLEND_SAMPLES);
        }
        if (at >= LONGEST_SAMPLES) {
            return 0;
        }
        int sample = period[at % lag];
        return at < FULL_SAMPLES
                ? (short) sample
                : (short) (sample * (LONGEST_SAMPLES - at) / (LONGEST_SAMPLES - FULL_SAMPLES));
    }
}
