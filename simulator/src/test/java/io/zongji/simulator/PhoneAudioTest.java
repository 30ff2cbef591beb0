package io.zongji.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.PromptAudio;
import io.zongji.media.prompt.WavReader;
import io.zongji.media.rtp.PortRange;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One phone's ear, and packets written by hand. */
class PhoneAudioTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final RtpLoop loop = RtpLoop.start("test");
    private final Tone tone = new Tone(700, 8000);
    private DatagramSocket socket;
    private PhoneAudio audio;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        socket = new DatagramSocket();
        audio = PhoneAudio.open(
                loop, new PortRange(InetAddress.getByName("127.0.0.2"), 9000, 9998, Duration.ZERO, System::nanoTime));
    }

    @AfterEach
    void close() {
        audio.close();
        loop.close();
        socket.close();
    }

    @Test
    void missingPacketsAreLostAndLateOnesAreNot() throws IOException {
        send(65_534, 65_535, 0, 3, 4, 2);

        audio.awaitPackets(6, SOON);

        assertThat(audio.heard().lost()).isEqualTo(1);
        assertThat(audio.heard().audio()).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void aToneIsHeardAsLongAsItComes() throws IOException {
        send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        audio.awaitTone(700, SOON);
        assertThat(audio.hears(800)).isFalse();
        assertThat(audio.level()).isBetween(5400.0, 5900.0);
        audio.awaitQuiet(SOON);
        assertThat(audio.hears(700)).isFalse();
    }

    @Test
    void waitingInVainTellsWhatWasHeard() throws IOException {
        send(1, 2, 3);
        audio.awaitPackets(3, SOON);

        assertThatThrownBy(() -> audio.awaitTone(900, Duration.ofMillis(50)))
                .hasMessageContaining("900.0 Hz")
                .hasMessageContaining("packets=3");
    }

    @Test
    void whatWasHeardCanBeKept() throws IOException {
        audio.keep();
        send(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        audio.awaitPackets(10, SOON);

        Path file = folder.resolve("heard.wav");
        audio.saveKept(file);

        PromptAudio kept = WavReader.read(Files.readAllBytes(file));
        assertThat(kept.rate()).isEqualTo(8000);
        assertThat(kept.samples()).hasSize(1600);
        assertThat(Goertzel.hears(kept.samples(), 700)).isTrue();
        assertThat(spoken(Sound.wav(file), 1600)).isEqualTo(Codec.PCMU.encode(kept.samples()));
    }

    @Test
    void keysNeedAnAgreementOnThem() {
        assertThatThrownBy(() -> audio.press("1")).hasMessageContaining("no telephone events");
    }

    @Test
    void voicesSpeakWithPausesAndDifferByPitchAndSeed() {
        byte[] low = spoken(Sound.voice(110, 1), 80_000);

        assertThat(low).isEqualTo(spoken(Sound.voice(110, 1), 80_000));
        assertThat(low).isNotEqualTo(spoken(Sound.voice(110, 2), 80_000));
        assertThat(low).isNotEqualTo(spoken(Sound.voice(210, 1), 80_000));
        long loudTenths = 0;
        for (int i = 0; i < low.length; i += 800) {
            loudTenths += level(Arrays.copyOfRange(low, i, i + 800)) > 300 ? 1 : 0;
        }
        assertThat(loudTenths).isBetween(50L, 95L);
    }

    private static byte[] spoken(Sound sound, int samples) {
        byte[] codes = new byte[samples];
        sound.fill(Codec.PCMU, codes, 0);
        return codes;
    }

    private static double level(byte[] codes) {
        double sum = 0;
        for (byte code : codes) {
            sum += Math.pow(Codec.PCMU.decode(code), 2);
        }
        return Math.sqrt(sum / codes.length);
    }

    private void send(int... sequences) throws IOException {
        for (int sequence : sequences) {
            byte[] codes = new byte[Codec.FRAME_SAMPLES];
            tone.encode(Codec.PCMA, codes, 0, codes.length);
            ByteBuffer packet = ByteBuffer.allocate(172)
                    .put((byte) 0x80)
                    .put((byte) Codec.PCMA.payloadType())
                    .putShort((short) sequence)
                    .putInt(sequence * 160)
                    .putInt(4711)
                    .put(codes);
            socket.send(new DatagramPacket(packet.array(), 172, InetAddress.getByName("127.0.0.2"), audio.localPort()));
        }
    }
}
