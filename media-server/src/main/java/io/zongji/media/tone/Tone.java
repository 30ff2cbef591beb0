package io.zongji.media.tone;

import io.zongji.media.codec.Codec;

/**
 * A sine wave whose phase continues from one frame to the next. Not safe for several threads.
 */
public final class Tone {
    private final double step;
    private final double amplitude;
    private double phase;

    /**
     * @param hertz     its frequency, below 4,000
     * @param amplitude its peak, up to 32,767; 8,000 is about as loud as speech
     */
    public Tone(double hertz, int amplitude) {
        if (hertz <= 0 || hertz >= Codec.SAMPLE_RATE / 2.0) {
            throw new IllegalArgumentException("hertz: above 0 and below 4000, was " + hertz);
        }
        this.step = 2 * Math.PI * hertz / Codec.SAMPLE_RATE;
        this.amplitude = amplitude;
    }

    /** The next sample. */
    public short next() {
        short sample = (short) Math.round(amplitude * Math.sin(phase));
        phase += step;
        if (phase > 2 * Math.PI) {
            phase -= 2 * Math.PI;
        }
        return sample;
    }

    /** The next samples. */
    public short[] samples(int count) {
        short[] samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = next();
        }
        return samples;
    }

    /** The next samples, encoded into the given place. */
    public void encode(Codec codec, byte[] target, int offset, int count) {
        for (int i = 0; i < count; i++) {
            target[offset + i] = codec.encode(next());
        }
    }
}
