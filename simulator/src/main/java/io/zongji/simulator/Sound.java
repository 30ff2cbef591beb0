package io.zongji.simulator;

import io.zongji.media.codec.Codec;
import io.zongji.media.codec.Resampler;
import io.zongji.media.prompt.PromptAudio;
import io.zongji.media.prompt.WavReader;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a phone's owner says, again and again: a tone, a voice-like sound or a WAV file. Encoded once and shared by all
 * phones that say it. Immutable, safe for any thread.
 */
public final class Sound {

    /** Packets that hold silence. */
    public static final Sound SILENCE = new Sound(new short[Codec.FRAME_SAMPLES]);

    private static final int LOUDNESS = 8000;

    private final byte[] alaw;
    private final byte[] ulaw;

    private Sound(short[] samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("samples: a sound needs some");
        }
        alaw = Codec.PCMA.encode(samples);
        ulaw = Codec.PCMU.encode(samples);
    }

    /** A pure tone as loud as speech. */
    public static Sound tone(int hertz) {
        // A second holds whole periods, so that the loop has no click.
        return new Sound(new Tone(hertz, LOUDNESS).samples(Codec.SAMPLE_RATE));
    }

    /**
     * Something like speech: syllables of changing vowels at a person's pitch, in sentences with pauses. The same pitch and
     * seed make the same sound.
     *
     * @param pitchHertz about 110 for a low voice, 210 for a high one
     */
    public static Sound voice(int pitchHertz, long seed) {
        return new Sound(new Voice(pitchHertz, seed).speak());
    }

    /** The audio of a WAV file; several channels become one. */
    public static Sound wav(Path file) throws IOException {
        PromptAudio audio = WavReader.read(Files.readAllBytes(file));
        return new Sound(Resampler.toTelephoneRate(audio.samples(), audio.rate()));
    }

    /** Copies the codes from this position on, beginning anew at the end; returns the next position. */
    int fill(Codec codec, byte[] frame, int position) {
        byte[] codes = codec == Codec.PCMA ? alaw : ulaw;
        int at = position % codes.length;
        for (int i = 0; i < frame.length; i++) {
            frame[i] = codes[at];
            at = at + 1 == codes.length ? 0 : at + 1;
        }
        return at;
    }
}
