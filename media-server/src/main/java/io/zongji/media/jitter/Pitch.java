package io.zongji.media.jitter;

/** Finds after how many samples a piece of speech repeats itself. */
final class Pitch {
    /** 250 Hz and 66 Hz: from a child's voice to a deep one. */
    static final int SHORTEST = 32;

    static final int LONGEST = 120;

    private static final int COMPARED = 80;

    /** How many samples before the end must be known. */
    static final int NEEDED = LONGEST + COMPARED;

    private Pitch() {}

    /**
     * The lag at which the samples before {@code end} are most alike to those one lag earlier.
     *
     * @param end at least {@link #NEEDED}
     */
    static int lag(short[] samples, int end) {
        int best = LONGEST;
        double bestLikeness = Double.NEGATIVE_INFINITY;
        for (int lag = SHORTEST; lag <= LONGEST; lag++) {
            double likeness = likeness(samples, end, lag);
            if (likeness > bestLikeness) {
                bestLikeness = likeness;
                best = lag;
            }
        }
        return best;
    }

    private static double likeness(short[] samples, int end, int lag) {
        long product = 0;
        long energy = 1;
        for (int i = end - COMPARED; i < end; i++) {
            int earlier = samples[i - lag];
            product += (long) samples[i] * earlier;
            energy += (long) earlier * earlier;
        }
        return product / Math.sqrt(energy);
    }
}
