package io.zongji.store.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.LegId;
import io.zongji.domain.recording.Channel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallAudioTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");
    private static final Channel CALLER = new Channel(new LegId("c-1"), "caller");
    private static final Channel AGENT = new Channel(new LegId("c-2"), "agent");
    private static final Channel COLLEAGUE = new Channel(new LegId("c-3"), "colleague");

    @TempDir
    Path folder;

    @Test
    void partsLieOnOneTimeLineWithATrackForEachLeg() throws IOException {
        write("a.wav", 8_000, 100, 200);
        write("b.wav", 4_000, 300, 101, 201);

        try (CallAudio audio = open(
                new CallAudio.Part("b.wav", START.plusMillis(1_500), List.of(COLLEAGUE, CALLER, AGENT)),
                new CallAudio.Part("a.wav", START, List.of(CALLER, AGENT)))) {
            assertThat(audio.tracks()).containsExactly(CALLER, AGENT, COLLEAGUE);
            assertThat(audio.frames()).isEqualTo(16_000);
            assertThat(frame(audio, 0)).containsExactly(100, 200, 0);
            assertThat(frame(audio, 7_999)).containsExactly(100, 200, 0);
            assertThat(frame(audio, 8_000)).containsExactly(0, 0, 0);
            assertThat(frame(audio, 12_000)).containsExactly(101, 201, 300);
            assertThat(frame(audio, 15_999)).containsExactly(101, 201, 300);
        }
    }

    @Test
    void theLaterOfTwoPartsThatOverlapByAMomentCounts() throws IOException {
        write("a.wav", 8_000, 100);
        write("b.wav", 8_000, 300);

        try (CallAudio audio = open(
                new CallAudio.Part("a.wav", START, List.of(CALLER)),
                new CallAudio.Part("b.wav", START.plusMillis(990), List.of(CALLER)))) {
            assertThat(frame(audio, 7_919)).containsExactly(100);
            assertThat(frame(audio, 7_920)).containsExactly(300);
        }
    }

    /** A player asks for any bytes it likes. */
    @Test
    void anyRangeIsTheSameBytesAsInTheWhole() throws IOException {
        write("a.wav", 3_000, 100, -200);
        write("b.wav", 1_000, 300, 101, 201);
        Random random = new Random(5);
        try (CallAudio audio = open(
                new CallAudio.Part("a.wav", START, List.of(CALLER, AGENT)),
                new CallAudio.Part("b.wav", START.plusMillis(400), List.of(CALLER, AGENT, COLLEAGUE)))) {
            byte[] whole = read(audio, 0, (int) audio.size());
            for (int i = 0; i < 500; i++) {
                int first = random.nextInt(whole.length);
                int length = 1 + random.nextInt(Math.min(5_000, whole.length - first));
                byte[] part = read(audio, first, length);
                assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole, first, first + length));
            }
            ByteBuffer beyond = ByteBuffer.allocate(10);
            audio.read(beyond, audio.size());
            assertThat(beyond.position()).isZero();
            Files.write(folder.resolve("whole.wav"), whole);
        }
        try (AudioFile again = AudioFile.plain(folder.resolve("whole.wav"))) {
            assertThat(Wav.read(again)).isEqualTo(new Wav(3, 4_200));
        }
    }

    @Test
    void legsBeyondTheEighthShareTheLastTrackAndUnnamedChannelsKeepTheirOrder() throws IOException {
        write("a.wav", 800, 1, 2, 3, 4, 5, 6, 7, 8);
        write("b.wav", 800, 30, 9);
        List<Channel> eight = java.util.stream.IntStream.rangeClosed(1, 8)
                .mapToObj(n -> new Channel(new LegId("c-" + n), "agent"))
                .toList();

        try (CallAudio audio = open(
                new CallAudio.Part("a.wav", START, eight),
                new CallAudio.Part(
                        "b.wav",
                        START.plusMillis(100),
                        List.of(eight.get(7), new Channel(new LegId("c-9"), "agent"))))) {
            assertThat(audio.channels()).isEqualTo(8);
            assertThat(audio.tracks()).hasSize(9);
            assertThat(frame(audio, 800)).containsExactly(0, 0, 0, 0, 0, 0, 0, 39);
        }
        try (CallAudio audio = open(new CallAudio.Part("b.wav", START, List.of()))) {
            assertThat(audio.channels()).isEqualTo(2);
            assertThat(frame(audio, 0)).containsExactly(30, 9);
        }
    }

    @Test
    void thePeaksOfATrackAreWhereItIsLoud() throws IOException {
        write("a.wav", 8_000, 0, 12_800);
        write("b.wav", 8_000, -32_768, 0);
        try (CallAudio audio = open(
                new CallAudio.Part("a.wav", START, List.of(CALLER, AGENT)),
                new CallAudio.Part("b.wav", START.plusSeconds(1), List.of(CALLER, AGENT)))) {
            int[][] peaks = Peaks.of(audio, 4);
            assertThat(peaks[0]).containsExactly(0, 0, 255, 255);
            assertThat(peaks[1]).containsExactly(100, 100, 0, 0);
        }
    }

    @Test
    void aPartWhoseFileIsGoneIsSilence() throws IOException {
        write("b.wav", 800, 30);
        CallAudio.Part gone = new CallAudio.Part("a.wav", START, List.of(CALLER));
        try (CallAudio audio = open(gone, new CallAudio.Part("b.wav", START.plusSeconds(1), List.of(AGENT)))) {
            assertThat(frame(audio, 7_999)).containsExactly(0);
            assertThat(frame(audio, 8_000)).containsExactly(30);
        }
        assertThatThrownBy(() -> open(gone)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void whatIsNotBelowTheFolderIsNotThere() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        write("out.wav", 10, 1);
        RecordingFiles files = RecordingFiles.in(folder.resolve("in"));
        assertThatThrownBy(() -> files.open("../out.wav")).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> files.open("none.wav")).isInstanceOf(FileNotFoundException.class);
    }

    private CallAudio open(CallAudio.Part... parts) throws IOException {
        return CallAudio.open(List.of(parts), RecordingFiles.in(folder));
    }

    private void write(String name, int frames, int... values) throws IOException {
        Wav wav = new Wav(values.length, frames);
        ByteBuffer file =
                ByteBuffer.allocate(Wav.HEADER + frames * wav.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(wav.header());
        for (int i = 0; i < frames; i++) {
            for (int value : values) {
                file.putShort((short) value);
            }
        }
        Files.write(folder.resolve(name), file.array());
    }

    private static int[] frame(CallAudio audio, int frame) throws IOException {
        byte[] bytes = read(audio, 44 + frame * 2 * audio.channels(), 2 * audio.channels());
        int[] values = new int[audio.channels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(2 * i);
        }
        return values;
    }

    private static byte[] read(AudioFile file, int position, int length) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(length);
        file.read(target, position);
        assertThat(target.hasRemaining()).isFalse();
        return target.array();
    }
}
