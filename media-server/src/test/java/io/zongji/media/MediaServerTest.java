package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.WavReader;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import io.zongji.media.sdp.PeerKind;
import io.zongji.media.tone.Goertzel;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whole media sessions over loopback: real RTP, known tones, measured by Goertzel. */
class MediaServerTest extends MediaSessions {
    @Test
    void aPlayIsHeardOnceAndItsEndIsReported() throws Exception {
        Line line = line(Codec.PCMA);

        line.connection().play(new Play("p1", List.of("tone-600-300", "tone-900-300"), false, false));

        until(() -> line.phone().hears(600));
        until(() -> line.phone().hears(900));
        until(() -> line.heard().events().contains("play p1 END_OF_PLAY_LIST"));
        // The tone ends in mid-swing, and fades out in a frame more.
        assertThat(line.phone().samplesHeard()).isBetween(4800L - 160, 4800L + 160);
    }

    @Test
    void aLoopGoesOnUntilItIsStopped() throws Exception {
        Line line = line(Codec.PCMU);

        line.connection().play(new Play("music", List.of("tone-500-110"), true, false));

        until(() -> line.phone().samplesHeard() > 8000);
        assertThat(line.phone().hears(500)).isTrue();
        line.connection().stopPlay();
        until(() -> line.heard().events().contains("play music STOPPED"));
    }

    @Test
    void aNewPlayReplacesTheRunningOne() throws Exception {
        Line line = line(Codec.PCMA);

        line.connection().play(new Play("a", List.of("tone-500-5000"), false, false));
        line.connection().play(new Play("b", List.of("tone-700-200"), false, false));

        until(() -> line.heard().events().contains("play b END_OF_PLAY_LIST"));
        assertThat(line.heard().events()).containsSubsequence("play a STOPPED", "play b END_OF_PLAY_LIST");
    }

    @Test
    void aPromptThatIsMissingOrUnreadableFailsThePlay() throws Exception {
        Line line = line(Codec.PCMA);

        line.connection().play(new Play("a", List.of("no-such-prompt"), false, false));
        until(() -> line.heard().events().contains("play a FAILED PROMPT_UNAVAILABLE"));
        line.connection().play(new Play("b", List.of("broken"), false, false));
        until(() -> line.heard().events().contains("play b FAILED PROMPT_UNAVAILABLE"));
        line.connection().play(new Play("c", List.of("nonsense:12"), false, false));
        until(() -> line.heard().events().contains("play c FAILED PROMPT_UNAVAILABLE"));
    }

    @Test
    void aToneOfTheNetworkIsPlayedUntilStopped() throws Exception {
        Line caller = line(Codec.PCMA);

        caller.connection().play(new Play("b", List.of("tone:busy"), true, false));
        until(() -> caller.phone().hears(450));
        caller.connection().play(new Play("f", List.of("tone:dial?country=US"), true, false));
        until(() -> caller.phone().amplitude(350) > 3000 && caller.phone().amplitude(440) > 3000);
        caller.connection().play(new Play("n", List.of("tone:song"), true, false));

        until(() -> caller.heard().events().contains("play n FAILED PROMPT_UNAVAILABLE"));
    }

    @Test
    void aDigitBargesInAndIsCollected() throws Exception {
        Line line = line(Codec.PCMA);
        line.connection().play(new Play("menu", List.of("tone-500-10000"), false, true));
        line.connection().collect(new DigitCollection("d", 1, null, SHORT, SHORT));
        until(() -> line.phone().hears(500));

        line.phone().session().sendDigits("2");

        until(() -> line.heard().events().contains("digits d MAX_DIGITS '2'"));
        assertThat(line.heard().events()).containsSubsequence("play menu BARGE_IN", "digits d MAX_DIGITS '2'");
    }

    @Test
    void aTerminatorEndsTheCollection() throws Exception {
        Line line = line(Codec.PCMA);
        line.connection().collect(new DigitCollection("d", 10, '#', Duration.ofSeconds(3), Duration.ofSeconds(3)));

        line.phone().session().sendDigits("1177#");

        until(() -> line.heard().events().contains("digits d TERMINATOR '1177'"));
    }

    @Test
    void theFirstDigitTimeBeginsWhenThePromptIsOver() throws Exception {
        Line line = line(Codec.PCMA);
        line.connection().play(new Play("menu", List.of("tone-500-600"), false, true));
        line.connection().collect(new DigitCollection("d", 1, null, SHORT, SHORT));

        until(() -> line.heard().events().contains("digits d FIRST_DIGIT_TIMEOUT ''"));

        assertThat(line.heard().events())
                .containsSubsequence("play menu END_OF_PLAY_LIST", "digits d FIRST_DIGIT_TIMEOUT ''");
    }

    @Test
    void digitsAreSentToAPhone() throws Exception {
        Line line = line(Codec.PCMA);

        line.connection().sendDigits("19*#");

        until(() -> line.phone().digits().equals("19*#"));
    }

    @Test
    void twoPartiesHearEachOtherAndDigitsPassOn() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        caller.phone().say(600);
        agent.phone().say(1400);

        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());

        until(() -> agent.phone().hears(600) && caller.phone().hears(1400));
        caller.phone().session().sendDigits("5");
        until(() -> agent.phone().digits().equals("5"));
    }

    @Test
    void codecsThatDifferAreTranscoded() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMU);
        caller.phone().say(600);
        agent.phone().say(1400);

        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());

        until(() -> agent.phone().hears(600) && caller.phone().hears(1400));
        assertThat(agent.phone().lastCodec()).isEqualTo(Codec.PCMU);
        assertThat(caller.phone().lastCodec()).isEqualTo(Codec.PCMA);
        until(() -> agent.phone().amplitude(600) > 7600 && agent.phone().amplitude(600) < 8400);
    }

    @Test
    void directionsOfAJoinCanBeChangedAndEnded() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        caller.phone().say(600);
        agent.phone().say(1400);
        caller.connection().join(MediaConnection.Direction.SEND, agent.connection());
        until(() -> agent.phone().hears(600));
        assertThat(caller.phone().samplesHeard()).isZero();

        caller.connection().join(MediaConnection.Direction.RECV, agent.connection());
        until(() -> caller.phone().hears(1400));
        letPass(Duration.ofMillis(100));
        long before = agent.phone().samplesHeard();
        letPass(Duration.ofMillis(200));
        assertThat(agent.phone().samplesHeard()).isEqualTo(before);

        caller.connection().unjoin(agent.connection());
        letPass(Duration.ofMillis(100));
        long end = caller.phone().samplesHeard();
        letPass(Duration.ofMillis(200));
        assertThat(caller.phone().samplesHeard()).isEqualTo(end);
    }

    @Test
    void aPlayIsHeardInsteadOfTheOtherPartyUntilItEnds() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        agent.phone().say(1400);
        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());
        until(() -> caller.phone().hears(1400));

        caller.connection().play(new Play("p", List.of("tone-600-500"), false, false));

        until(() -> caller.phone().hears(600));
        until(() -> caller.heard().events().contains("play p END_OF_PLAY_LIST"));
        until(() -> caller.phone().hears(1400));
    }

    @Test
    void threePartiesHearTheTwoOthers() throws Exception {
        Line a = line(Codec.PCMA);
        Line b = line(Codec.PCMU);
        Line c = line(Codec.PCMA);
        a.phone().say(600);
        b.phone().say(1000);
        c.phone().say(1700);

        a.connection().join(MediaConnection.Direction.DUPLEX, b.connection());
        b.connection().join(MediaConnection.Direction.DUPLEX, c.connection());
        c.connection().join(MediaConnection.Direction.DUPLEX, a.connection());

        until(() -> hearsBoth(a, 1000, 1700) && hearsBoth(b, 600, 1700) && hearsBoth(c, 600, 1000));
        assertThat(a.phone().amplitude(600)).isLessThan(500);
        c.connection().release();
        until(() -> a.phone().hears(1000) && b.phone().hears(600));
    }

    private static boolean hearsBoth(Line line, double first, double second) {
        return line.phone().amplitude(first) > 6500 && line.phone().amplitude(second) > 6500;
    }

    @Test
    void aConversationIsRecordedWithOneChannelAParty() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMU);
        caller.phone().say(600);
        agent.phone().say(1400);
        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());
        Heard heard = new Heard();
        MediaRecorder recorder = server.createRecorder(
                new RecordingOrder("rec-1", "2026/11/rec-1.wav", null, null),
                List.of(caller.connection(), agent.connection()),
                heard);
        until(() -> caller.phone().hears(1400));

        recorder.start();
        letPass(Duration.ofMillis(1500));
        recorder.stop();

        until(() -> heard.events().contains("ended"));
        assertThat(heard.events()).containsExactly("started 2026/11/rec-1.wav", "completed STOPPED", "ended");
        RecordingResult result = heard.recording();
        assertThat(result.duration()).isBetween(Duration.ofMillis(1450), Duration.ofMillis(2200));
        assertThat(result.size()).isEqualTo(Files.size(recordings.resolve("2026/11/rec-1.wav")));
        assertThat(Goertzel.share(channel("2026/11/rec-1.wav", 0), 600)).isGreaterThan(0.9);
        assertThat(Goertzel.share(channel("2026/11/rec-1.wav", 1), 1400)).isGreaterThan(0.9);
        assertThat(recordings.resolve(".in-progress")).isEmptyDirectory();
    }

    @Test
    void whenAPartyComesTheNextPartOfTheRecordingHasAChannelMore() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMU);
        Line colleague = line(Codec.G722);
        caller.phone().say(600);
        agent.phone().say(1400);
        colleague.phone().say(1000);
        Heard firstHeard = new Heard();
        Heard secondHeard = new Heard();
        MediaRecorder first = server.createRecorder(
                new RecordingOrder("p1", "p1.wav", null, null),
                List.of(caller.connection(), agent.connection()),
                firstHeard);
        MediaRecorder second = server.createRecorder(
                new RecordingOrder("p2", "p2.wav", null, null),
                List.of(caller.connection(), agent.connection(), colleague.connection()),
                secondHeard);
        until(() -> colleague.heard().events().contains("flowing"));

        first.start();
        letPass(Duration.ofMillis(700));
        first.stop();
        second.start();
        letPass(Duration.ofMillis(700));
        second.stop();

        until(() -> firstHeard.recording() != null && secondHeard.recording() != null);
        for (int tone : new int[] {600, 1400, 1000}) {
            int channel = List.of(600, 1400, 1000).indexOf(tone);
            assertThat(Goertzel.share(channel("p2.wav", channel, 3), tone)).isGreaterThan(0.9);
        }
        for (int tone : new int[] {600, 1400}) {
            int channel = tone == 600 ? 0 : 1;
            short[] before = channel("p1.wav", channel, 2);
            short[] after = channel("p2.wav", channel, 3);
            assertThat(Goertzel.share(before, tone)).isGreaterThan(0.9);
            short[] joint = Arrays.copyOfRange(before, before.length - 400, before.length + 400);
            System.arraycopy(after, 0, joint, 400, 400);
            assertThat(Goertzel.share(joint, tone))
                    .as("nothing is lost between the parts")
                    .isGreaterThan(0.98);
        }
    }

    private short[] channel(String file, int channel) throws IOException {
        return channel(file, channel, 2);
    }

    private short[] channel(String file, int channel, int channels) throws IOException {
        byte[] bytes = Files.readAllBytes(recordings.resolve(file));
        short[] samples = new short[(bytes.length - 44) / (2 * channels)];
        for (int i = 0; i < samples.length; i++) {
            int at = 44 + (i * channels + channel) * 2;
            samples[i] = (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
        }
        return samples;
    }

    @Test
    void aPauseIsSilenceInTheRecordingAndMarked() throws Exception {
        Line caller = line(Codec.PCMA);
        caller.phone().say(600);
        until(() -> caller.heard().events().contains("flowing"));
        Heard heard = new Heard();
        MediaRecorder recorder = server.createRecorder(
                new RecordingOrder("rec", "rec.wav", null, null), List.of(caller.connection()), heard);

        recorder.start();
        letPass(Duration.ofMillis(500));
        recorder.pause();
        letPass(Duration.ofMillis(500));
        recorder.resume();
        letPass(Duration.ofMillis(500));
        recorder.stop();

        until(() -> heard.recording() != null);
        byte[] file = Files.readAllBytes(recordings.resolve("rec.wav"));
        short[] audio = WavReader.read(file).samples();
        int[] marks = cuePoints(file);
        assertThat(marks).hasSize(2);
        assertThat(marks[1] - marks[0]).isGreaterThan(3900);
        assertThat(Goertzel.hears(Arrays.copyOfRange(audio, 800, marks[0] - 200), 600))
                .isTrue();
        assertThat(Goertzel.amplitude(Arrays.copyOfRange(audio, marks[0] + 200, marks[1]), 600))
                .isLessThan(20);
        assertThat(Goertzel.hears(Arrays.copyOfRange(audio, marks[1] + 200, audio.length - 400), 600))
                .isTrue();
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("labl", "pause", "resume");
    }

    @Test
    void anAbandonedRecordingIsCompleteAndToldOfAtTheNextStart() throws Exception {
        Line caller = line(Codec.PCMA);
        Heard heard = new Heard();
        MediaRecorder recorder = server.createRecorder(
                new RecordingOrder("rec", "rec.wav", null, null), List.of(caller.connection()), heard);
        recorder.start();
        letPass(SHORT);
        recorder.pause();
        recorder.resume();

        recorder.abandon();
        until(() -> heard.events().contains("ended"));

        byte[] before = Files.readAllBytes(recordings.resolve("rec.wav"));
        assertThat(RecordingRepair.run(recordings)).containsExactly(heard.recording());
        assertThat(Files.readAllBytes(recordings.resolve("rec.wav"))).isEqualTo(before);
    }

    private static int[] cuePoints(byte[] file) {
        int at = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("cue ");
        ByteBuffer chunk = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int[] samples = new int[chunk.getInt(at + 8)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = chunk.getInt(at + 12 + 24 * i + 20);
        }
        return samples;
    }

    @Test
    void aVoicemailEndsAfterSilenceOrItsLongestTime() throws Exception {
        Line caller = line(Codec.PCMA);
        Heard silent = new Heard();
        Heard full = new Heard();
        RecordingOrder untilSilent = new RecordingOrder("a", "a.wav", null, Duration.ofMillis(800));
        RecordingOrder untilFull = new RecordingOrder("b", "b.wav", Duration.ofMillis(1000), null);

        server.createRecorder(untilSilent, List.of(caller.connection()), silent).start();
        server.createRecorder(untilFull, List.of(caller.connection()), full).start();

        until(() -> silent.events().contains("completed SILENCE"));
        until(() -> full.events().contains("completed MAX_DURATION"));
        assertThat(full.recording().duration()).isEqualTo(Duration.ofMillis(1000));
    }

    @Test
    void aRecordingEndsWhenItsLastConnectionIsReleased() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        Heard heard = new Heard();
        server.createRecorder(
                        new RecordingOrder("r", "r.wav", null, null),
                        List.of(caller.connection(), agent.connection()),
                        heard)
                .start();
        until(() -> heard.events().contains("started r.wav"));

        caller.connection().release();
        letPass(Duration.ofMillis(100));
        assertThat(heard.events()).containsExactly("started r.wav");
        agent.connection().release();

        until(() -> heard.events().contains("completed CONNECTIONS_GONE"));
    }

    @Test
    void aFullDiskFailsTheRecordingAndNothingElse() throws Exception {
        Files.createSymbolicLink(recordings.resolve("full.wav"), Path.of("/dev/full"));
        Line caller = line(Codec.PCMA);
        Heard heard = new Heard();
        server.createRecorder(new RecordingOrder("f", "full.wav", null, null), List.of(caller.connection()), heard)
                .start();

        until(() -> heard.events().contains("ended"));

        assertThat(heard.events()).containsExactly("failed", "ended");
        assertThat(server.statistics().recorders()).isZero();
        caller.connection().play(new Play("p", List.of("tone-600-200"), false, false));
        until(() -> caller.phone().hears(600));
    }

    @Test
    void aRecordingOutsideItsFolderIsRefused() throws Exception {
        Line caller = line(Codec.PCMA);
        Heard heard = new Heard();

        server.createRecorder(new RecordingOrder("x", "../evil.wav", null, null), List.of(caller.connection()), heard)
                .start();

        until(() -> heard.events().contains("ended"));
        assertThat(heard.events()).contains("failed");
        assertThat(recordings.resolveSibling("evil.wav")).doesNotExist();
    }

    @Test
    void missingRtpIsReportedUntilItReturns() throws Exception {
        Line line = line(Codec.PCMA);
        until(() -> Collections.frequency(line.heard().events(), "timeout") > 1);

        line.phone().say(600);

        until(() -> line.heard().events().contains("flowing"));
    }

    @Test
    void aStrangersPacketsChangeNothing() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        caller.phone().say(600);
        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());
        until(() -> agent.phone().hears(600));
        try (TestPhone stranger = new TestPhone(phones)) {
            stranger.accept("m=audio " + caller.connection().port() + " RTP/AVP 8", Codec.PCMA);
            stranger.say(2000);
            stranger.session().sendDigits("9");
            caller.connection().play(new Play("p", List.of("tone-500-1000"), false, true));

            until(() -> caller.heard().events().contains("play p END_OF_PLAY_LIST"));

            assertThat(agent.phone().hears(600)).isTrue();
            assertThat(agent.phone().digits()).isEmpty();
            assertThat(stranger.samplesHeard()).isZero();
        }
    }

    @Test
    void garbageOnAPortIsHarmless() throws Exception {
        Line caller = line(Codec.PCMA);
        Random random = new Random(7);
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 2000; i++) {
                byte[] bytes = new byte[random.nextInt(1500)];
                random.nextBytes(bytes);
                if (bytes.length > 0 && i % 2 == 0) {
                    bytes[0] = (byte) (0x80 | random.nextInt(64));
                }
                socket.send(new DatagramPacket(
                        bytes,
                        bytes.length,
                        InetAddress.getLoopbackAddress(),
                        caller.connection().port()));
            }
        }

        caller.connection().play(new Play("p", List.of("tone-600-200"), false, false));

        until(() -> caller.phone().hears(600));
        assertThat(server.statistics().packetsDropped()).isPositive();
        assertThat(caller.heard().events()).doesNotContain("flowing");
    }

    @Test
    void portsRunOutAndComeBack() throws Exception {
        List<MediaConnection> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(server.createConnection("t" + i, new Heard()));
        }
        assertThat(all)
                .extracting(MediaConnection::port)
                .allMatch(port -> port % 2 == 0)
                .doesNotHaveDuplicates();

        assertThatThrownBy(() -> server.createConnection("one too many", new Heard()))
                .isInstanceOf(PortsExhaustedException.class);

        all.get(3).release();
        until(() -> server.statistics().portsInUse() == 9);
        until(() -> opens());
    }

    private boolean opens() {
        try {
            server.createConnection("again", new Heard());
            return true;
        } catch (PortsExhaustedException e) {
            return false;
        }
    }

    @Test
    void anOfferWithoutAUsableCodecIsRefused() throws Exception {
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("t", heard);

        connection.processOffer(
                "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 4000 RTP/AVP 18 96\r\na=rtpmap:96 speex/16000\r\n");
        connection.processOffer("hello");
        connection.processAnswer("v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 4000 RTP/AVP 8\r\n");

        until(() -> heard.events().size() == 3);
        assertThat(heard.events()).containsExactly("sdp SDP_NOT_ACCEPTABLE", "sdp SDP_INVALID", "sdp INVALID_STATE");
    }

    @Test
    void ourOfferIsAnsweredAndReofferedForAHold() throws Exception {
        TestPhone phone = new TestPhone(phones);
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("t", heard);
        connection.generateOffer(PeerKind.PHONE);
        until(() -> heard.sdp() != null);
        connection.processAnswer(phone.answer(heard.sdp()));
        until(() -> heard.events().contains("agreed"));
        connection.play(new Play("music", List.of("tone-600-500"), true, false));
        until(() -> phone.hears(600));

        connection.processOffer(phone.offer().replace("a=sendrecv", "a=sendonly"));

        until(() -> heard.events().contains("answer"));
        assertThat(heard.sdp()).contains("a=recvonly");
        letPass(Duration.ofMillis(100));
        long before = phone.samplesHeard();
        letPass(Duration.ofMillis(200));
        assertThat(phone.samplesHeard()).isEqualTo(before);
    }

    @Test
    void afterTheReleaseOfAllNothingIsLeft() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        caller.connection().join(MediaConnection.Direction.DUPLEX, agent.connection());

        caller.connection().release();
        caller.connection().release();
        agent.connection().release();

        until(() -> agent.heard().events().contains("released"));
        assertThat(caller.heard().events()).containsOnlyOnce("released");
        MediaStatistics left = server.statistics();
        assertThat(left.connections() + left.portsInUse() + left.recorders()).isZero();
    }
}
