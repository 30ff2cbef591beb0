package io.zongji.store.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the header of one of our recordings says: 16-bit linear samples, 8,000 a second, interleaved.
 *
 * @param channels voices
 * @param frames   samples of each voice
 */
record Wav(int channels, long frames) {
    static final int HEADER = 44;
    static final int RATE = 8_000;
    static final int SAMPLE = 2;

    /** Reads the header; a file that was cut off has the samples that are there. */
    static Wav read(AudioFile file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        file.read(header, 0);
        boolean ours = header.position() == HEADER
                && StandardCharsets.ISO_8859_1
                        .decode(header.slice(0, 4))
                        .toString()
                        .equals("RIFF")
                && header.getInt(24) == RATE
                && header.getShort(22) > 0;
        if (!ours) {
            throw new IOException("Not one of our recordings");
        }
        int channels = header.getShort(22);
        long bytes = Math.min(Integer.toUnsignedLong(header.getInt(40)), file.size() - HEADER);
        return new Wav(channels, Math.max(0, bytes) / (channels * SAMPLE));
    }

    int frameBytes() {
        return channels * SAMPLE;
    }

    ByteBuffer header() {
        // Unsigned, as the format has it; what does not fit is said to be as long as can be said.
        int bytes = (int) Math.min(frames * frameBytes(), 0xFFFF_FFFFL - HEADER);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt "));
        header.putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(RATE).putInt(RATE * frameBytes());
        header.putShort((short) frameBytes()).putShort((short) (8 * SAMPLE));
        header.put(ascii("data")).putInt(bytes);
        return header.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
