package io.zongji.media.prompt;

import io.zongji.media.codec.G711;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads WAV files of 16-bit PCM, A-law or µ-law; several channels become one. Tolerates a wrong data length. */
public final class WavReader {
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int PCM = 1;
    private static final int ALAW = 6;
    private static final int ULAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MAX_CHANNELS = 8;

    private int format;
    private int channels;
    private int rate;
    private int bits;

    private WavReader() {}

    /**
     * @param file the whole file
     * @throws IOException if it is no such WAV file
     */
    public static PromptAudio read(byte[] file) throws IOException {
        try {
            return new WavReader().parse(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("WAV file is cut off or malformed", e);
        }
    }

    private PromptAudio parse(ByteBuffer in) throws IOException {
        if (in.getInt() != RIFF || in.getInt(8) != WAVE) {
            throw new IOException("No WAV file");
        }
        in.position(12);
        while (in.remaining() >= 8) {
            int id = in.getInt();
            long length = in.getInt() & 0xFFFFFFFFL;
            int start = in.position();
            if (id == FMT) {
                readFormat(in);
            } else if (id == DATA) {
                return readData(in, (int) Math.min(length, in.remaining()));
            }
            in.position((int) Math.min(in.limit(), start + length + (length & 1)));
        }
        throw new IOException("WAV file without data");
    }

    private void readFormat(ByteBuffer in) throws IOException {
        int start = in.position();
        format = in.getShort() & 0xFFFF;
        channels = in.getShort();
        rate = in.getInt();
        bits = in.getShort(start + 14);
        if (format == EXTENSIBLE) {
            format = in.getShort(start + 24) & 0xFFFF;
        }
        boolean known = format == PCM && bits == 16 || (format == ALAW || format == ULAW) && bits == 8;
        if (!known || channels < 1 || channels > MAX_CHANNELS || rate < 4000 || rate > 192_000) {
            throw new IOException(
                    "WAV format " + format + " with " + bits + " bits, " + channels + " channels, " + rate + " Hz");
        }
    }

    private PromptAudio readData(ByteBuffer in, int length) throws IOException {
        if (channels == 0) {
            throw new IOException("WAV data before its format");
        }
        short[] samples = new short[length / (channels * bits / 8)];
        for (int i = 0; i < samples.length; i++) {
            int sum = 0;
            for (int c = 0; c < channels; c++) {
                sum += sample(in);
            }
            samples[i] = (short) (sum / channels);
        }
        return new PromptAudio(samples, rate);
    }

    private short sample(ByteBuffer in) {
        return switch (format) {
            case ALAW -> G711.alawToLinear(in.get());
            case ULAW -> G711.ulawToLinear(in.get());
            default -> in.getShort();
        };
    }
}
