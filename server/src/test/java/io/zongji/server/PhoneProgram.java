package io.zongji.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What phones that are programs of their own have in common: something to say, and an end. */
final class PhoneProgram {

    private static final int RATE = 8_000;
    private static final int SECONDS = 120;

    private PhoneProgram() {}

    /** A tone, as a WAV file that is longer than any test. */
    static byte[] voice(int hertz) throws IOException {
        byte[] samples = new byte[2 * RATE * SECONDS];
        for (int i = 0; i < RATE * SECONDS; i++) {
            short sample = (short) (8_000 * Math.sin(2 * Math.PI * hertz * i / RATE));
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, (long) RATE * SECONDS),
                AudioFileFormat.Type.WAVE,
                wav);
        return wav.toByteArray();
    }

    /** Sends a signal, by its name. */
    static void signal(Process process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }

    /** Stops it, and waits for that. */
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
