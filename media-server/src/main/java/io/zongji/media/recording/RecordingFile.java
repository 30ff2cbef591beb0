package io.zongji.media.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * One WAV file being written. Its header is brought up to date with every second of audio, so a copy taken, or left by a
 * crash, at any moment plays. Used by the writing thread.
 */
final class RecordingFile {
    private static final int HEADER_EVERY_BYTES = WavHeader.RATE * WavHeader.BYTES_A_SAMPLE;

    private final String id;
    private final String file;
    private final Path path;
    private final Path mark;
    private final int channels;
    private final FileChannel channel;
    private final List<Mark> marks = new ArrayList<>();
    private long dataBytes;
    private long headerBytes;
    private int cueBytes;
    /** Of the samples. Costs next to nothing, unlike a second SHA-256; it is to find a failing disk, not a forger. */
    private final CRC32C written = new CRC32C();

    /** A named place in the recording, in samples. */
    record Mark(long sample, String label) {}

    RecordingFile(RecordingFolder folder, String id, String file, int channels) throws IOException {
        this.id = id;
        this.file = file;
        this.channels = channels;
        this.path = folder.place(file);
        this.mark = folder.mark(id, file);
        this.channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        writeHeader(0);
    }

    /** Appends interleaved little-endian samples. */
    void append(ByteBuffer samples) throws IOException {
        long at = WavHeader.SIZE + dataBytes;
        int bytes = samples.remaining();
        written.update(samples.duplicate());
        writeFully(samples, at);
        dataBytes += bytes;
        if (dataBytes - headerBytes >= (long) HEADER_EVERY_BYTES * channels) {
            writeHeader(0);
        }
    }

    void mark(String label) {
        marks.add(new Mark(dataBytes / ((long) channels * WavHeader.BYTES_A_SAMPLE), label));
    }

    Duration duration() {
        return durationOf(dataBytes, channels);
    }

    long size() {
        return WavHeader.SIZE + dataBytes;
    }

    String file() {
        return file;
    }

    /** Completes and closes the file. */
    void close() throws IOException {
        ByteBuffer cues = cueChunk();
        cueBytes = cues.remaining();
        try (channel) {
            writeFully(cues, WavHeader.SIZE + dataBytes);
            writeHeader(cueBytes);
        }
    }

    /**
     * Reads the closed file again, which takes a while, and sums it up.
     *
     * @param samples of each channel, as many as the recording was long by the clock
     * @throws IOException also if the file does not hold them all, or not what was written
     */
    RecordingResult sumUp(long samples) throws IOException {
        if (dataBytes != samples * channels * WavHeader.BYTES_A_SAMPLE) {
            throw new IOException("The file has " + duration() + ", the recording was long " + samples + " samples");
        }
        MessageDigest all = sha256();
        CRC32C audio = new CRC32C();
        byte[] header = new byte[WavHeader.SIZE];
        try (InputStream in = Files.newInputStream(path)) {
            in.readNBytes(header, 0, header.length);
            all.update(header);
            copy(in, dataBytes, all, audio);
            copy(in, Long.MAX_VALUE, all, new CRC32C());
        }
        boolean intact = Arrays.equals(
                        header, WavHeader.of(channels, dataBytes, cueBytes).array())
                && audio.getValue() == written.getValue()
                && Files.size(path) == WavHeader.SIZE + dataBytes + cueBytes;
        if (!intact) {
            throw new IOException("The file is not what was written");
        }
        return new RecordingResult(
                id, file, duration(), Files.size(path), HexFormat.of().formatHex(all.digest()));
    }

    private static void copy(InputStream in, long most, MessageDigest digest, CRC32C sum) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long left = most; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                return;
            }
            digest.update(buffer, 0, count);
            sum.update(buffer, 0, count);
            left -= count;
        }
    }

    /** From now on the recording counts as finished: no later start will tell of it. */
    void forgetMark() throws IOException {
        Files.deleteIfExists(mark);
    }

    /** Leaves the file as it is, after a failure; the mark stays, so the next start repairs it. */
    void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            // The failure that led here was reported already.
        }
    }

    static Duration durationOf(long dataBytes, int channels) {
        return Duration.ofMillis(dataBytes * 1000 / ((long) WavHeader.RATE * channels * WavHeader.BYTES_A_SAMPLE));
    }

    static String sha256(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(path)) {
            copy(in, Long.MAX_VALUE, digest, new CRC32C());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void writeHeader(int extra) throws IOException {
        writeFully(WavHeader.of(channels, dataBytes, extra), 0);
        headerBytes = dataBytes;
    }

    private void writeFully(ByteBuffer bytes, long at) throws IOException {
        long position = at;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /** Pauses are marked as cue points with labels, which audio editors show and players pass over. */
    private ByteBuffer cueChunk() {
        if (marks.isEmpty()) {
            return ByteBuffer.allocate(0);
        }
        ByteBuffer out = ByteBuffer.allocate(64 + marks.size() * 64).order(ByteOrder.LITTLE_ENDIAN);
        out.put(WavHeader.ascii("cue ")).putInt(4 + 24 * marks.size()).putInt(marks.size());
        for (int i = 0; i < marks.size(); i++) {
            int sample = (int) marks.get(i).sample();
            out.putInt(i + 1).putInt(sample).put(WavHeader.ascii("data"));
            out.putInt(0).putInt(0).putInt(sample);
        }
        int list = out.position();
        out.put(WavHeader.ascii("LIST")).putInt(0).put(WavHeader.ascii("adtl"));
        for (int i = 0; i < marks.size(); i++) {
            byte[] label = WavHeader.ascii(marks.get(i).label() + "\0");
            out.put(WavHeader.ascii("labl"))
                    .putInt(4 + label.length)
                    .putInt(i + 1)
                    .put(label);
            if ((label.length & 1) == 1) {
                out.put((byte) 0);
            }
        }
        out.putInt(list + 4, out.position() - list - 8);
        return out.flip();
    }
}
