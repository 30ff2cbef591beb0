package io.zongji.store.recording;

import io.zongji.domain.recording.Channel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All parts of a call's recording as one WAV file on one time line, a track for each leg, though no such file is anywhere:
 * each read takes what it needs out of the parts. Where a leg has no channel its track is silent. For one thread.
 */
public final class CallAudio implements AudioFile {
    /** Browsers play up to eight channels; legs beyond share the last track. */
    private static final int MOST_TRACKS = 8;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Channel> tracks = new ArrayList<>();
    private final Instant from;
    private final Wav wav;

    /**
     * A part of the recording.
     *
     * @param audioFrom when the first sample was said
     * @param channels  whose voice is on which; empty when that is not known
     */
    public record Part(String file, Instant audioFrom, List<Channel> channels) {
        public Part {
            channels = List.copyOf(channels);
        }
    }

    /** @param trackOf the track of each of the part's channels */
    private record Piece(AudioFile file, Wav wav, long first, int[] trackOf) {
        long end() {
            return first + wav.frames();
        }

        /** Whether its channels are the tracks as they are, so that nothing needs to be put in order. */
        boolean isTracksOf(Wav whole) {
            return whole.channels() == trackOf.length
                    && IntStream.range(0, trackOf.length).allMatch(channel -> trackOf[channel] == channel);
        }
    }

    private CallAudio(List<Part> parts, RecordingFiles files) throws IOException {
        List<Part> sorted =
                parts.stream().sorted(Comparator.comparing(Part::audioFrom)).toList();
        from = sorted.get(0).audioFrom();
        try {
            for (Part part : sorted) {
                addIfThere(part, files);
            }
            if (pieces.isEmpty()) {
                throw new FileNotFoundException("Nothing is left of " + sorted);
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
        int lastTrack = pieces.stream()
                .flatMapToInt(piece -> Arrays.stream(piece.trackOf()))
                .max()
                .orElse(0);
        wav = new Wav(lastTrack + 1, pieces.stream().mapToLong(Piece::end).max().orElse(0));
    }

    /**
     * Opens a call's parts; one whose file is gone is silence.
     *
     * @param parts at least one
     * @throws IOException if none is there, or one is none of our recordings
     */
    public static CallAudio open(List<Part> parts, RecordingFiles files) throws IOException {
        return new CallAudio(parts, files);
    }

    private void addIfThere(Part part, RecordingFiles files) throws IOException {
        AudioFile file;
        try {
            file = files.open(part.file());
        } catch (FileNotFoundException e) {
            return;
        }
        add(part, file);
    }

    private void add(Part part, AudioFile file) throws IOException {
        Wav partWav;
        try {
            partWav = Wav.read(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        int[] trackOf = new int[partWav.channels()];
        for (int channel = 0; channel < trackOf.length; channel++) {
            trackOf[channel] = track(part, channel);
        }
        long first = Math.max(0, (part.audioFrom().toEpochMilli() - from.toEpochMilli()) * Wav.RATE / 1000);
        pieces.add(new Piece(file, partWav, first, trackOf));
    }

    private int track(Part part, int channel) {
        Channel voice = channel < part.channels().size() ? part.channels().get(channel) : null;
        int track = 0;
        while (track < tracks.size()
                && (voice == null || !tracks.get(track).leg().equals(voice.leg()))) {
            track++;
        }
        if (track == tracks.size() && voice != null) {
            tracks.add(voice);
        }
        return Math.min(voice == null ? channel : track, MOST_TRACKS - 1);
    }

    /** Whose voice is on which track, in order of appearance; empty when that is not known. May be more than there are tracks. */
    public List<Channel> tracks() {
        return List.copyOf(tracks);
    }

    public int channels() {
        return wav.channels();
    }

    /** Samples of each track. */
    public long frames() {
        return wav.frames();
    }

    /** When the first sample was said. */
    public Instant from() {
        return from;
    }

    @Override
    public long size() {
        return Wav.HEADER + wav.frames() * wav.frameBytes();
    }

    @Override
    public void read(ByteBuffer target, long position) throws IOException {
        long at = position;
        if (at < Wav.HEADER) {
            ByteBuffer header = wav.header().position((int) at);
            header.limit(Math.min(header.limit(), header.position() + target.remaining()));
            at += header.remaining();
            target.put(header);
        }
        if (!target.hasRemaining() || at >= size()) {
            return;
        }
        long firstByte = at - Wav.HEADER;
        long frame = firstByte / wav.frameBytes();
        int skip = (int) (firstByte % wav.frameBytes());
        int count = (int)
                Math.min(wav.frames() - frame, (skip + target.remaining() + wav.frameBytes() - 1) / wav.frameBytes());
        ByteBuffer frames = frames(frame, count).position(skip);
        frames.limit(Math.min(frames.limit(), skip + target.remaining()));
        target.put(frames);
    }

    /** These frames of all tracks, interleaved. Where two parts overlap by a moment, the later one counts. */
    ByteBuffer frames(long first, int count) throws IOException {
        ByteBuffer mixed = ByteBuffer.allocate(count * wav.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            long next = i + 1 < pieces.size() ? pieces.get(i + 1).first() : Long.MAX_VALUE;
            long begin = Math.max(first, piece.first());
            long end = Math.min(first + count, Math.min(piece.end(), next));
            if (begin < end) {
                copy(piece, begin, (int) (end - begin), mixed, (int) (begin - first));
            }
        }
        return mixed;
    }

    private void copy(Piece piece, long begin, int count, ByteBuffer target, int targetFrame) throws IOException {
        ByteBuffer source =
                ByteBuffer.allocate(count * piece.wav().frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        piece.file()
                .read(source, Wav.HEADER + (begin - piece.first()) * piece.wav().frameBytes());
        int[] trackOf = piece.trackOf();
        if (piece.isTracksOf(wav)) {
            target.put(targetFrame * wav.frameBytes(), source.array(), 0, source.capacity());
            return;
        }
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < trackOf.length; channel++) {
                int at = (targetFrame + i) * wav.frameBytes() + trackOf[channel] * Wav.SAMPLE;
                int sum = target.getShort(at) + source.getShort((i * trackOf.length + channel) * Wav.SAMPLE);
                target.putShort(at, (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Piece piece : pieces) {
            piece.file().close();
        }
    }
}
