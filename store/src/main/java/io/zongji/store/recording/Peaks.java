package io.zongji.store.recording;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How loud each track was when: what a picture of the waves is drawn from, without the browser reading the audio. */
public final class Peaks {
    private static final int FRAMES_A_READ = 16_384;
    private static final int SHORTEST_FRAMES = 40;

    private Peaks() {}

    /**
     * Reads all of the audio once.
     *
     * @param most no more values than this for each track
     * @return for each track the loudest sample of equal stretches of at least 5 ms, 0 to 255
     */
    public static int[][] of(CallAudio audio, int most) throws IOException {
        long stretch = Math.max(SHORTEST_FRAMES, (audio.frames() + most - 1) / most);
        int[][] peaks = new int[audio.channels()][(int) ((audio.frames() + stretch - 1) / stretch)];
        for (long frame = 0; frame < audio.frames(); frame += FRAMES_A_READ) {
            int count = (int) Math.min(FRAMES_A_READ, audio.frames() - frame);
            ByteBuffer samples = audio.frames(frame, count);
            for (int track = 0; track < peaks.length; track++) {
                read(samples, track, frame, stretch, peaks);
            }
        }
        return peaks;
    }

    /** Stretch by stretch in local variables: an hour of audio is many millions of samples. */
    private static void read(ByteBuffer samples, int track, long first, long stretch, int[][] peaks) {
        int step = peaks.length * Wav.SAMPLE;
        int at = track * Wav.SAMPLE;
        long frame = first;
        while (at < samples.capacity()) {
            int index = (int) (frame / stretch);
            int end = (int) Math.min(samples.capacity(), at + ((index + 1) * stretch - frame) * step);
            int loudest = 0;
            frame += (end - at + step - 1) / step;
            for (; at < end; at += step) {
                loudest = Math.max(loudest, Math.abs(samples.getShort(at)));
            }
            peaks[track][index] = Math.max(peaks[track][index], Math.min(255, loudest >> 7));
        }
    }
}
