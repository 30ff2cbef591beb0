package io.zongji.media.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The header of our recordings: 16-bit linear PCM at 8,000 samples a second, which every browser plays. */
final class WavHeader {
    static final int SIZE = 44;
    static final int RATE = 8000;
    static final int BYTES_A_SAMPLE = 2;

    private WavHeader() {}

    /**
     * @param dataBytes  bytes of samples
     * @param extraBytes bytes of chunks that follow the samples
     */
    static ByteBuffer of(int channels, long dataBytes, long extraBytes) {
        ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt((int) (SIZE - 8 + dataBytes + extraBytes))
                .put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
        header.putInt(RATE).putInt(RATE * channels * BYTES_A_SAMPLE);
        header.putShort((short) (channels * BYTES_A_SAMPLE)).putShort((short) (8 * BYTES_A_SAMPLE));
        header.put(ascii("data")).putInt((int) dataBytes);
        return header.flip();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
