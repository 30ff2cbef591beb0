package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.media.tone.Goertzel;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A caller with one tone, an agent with another, and what is recorded of them. */
final class HotlineCall {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLER_TONE = 700;
    private static final int AGENT_TONE = 1100;

    private HotlineCall() {}

    static void talkAndFindBothInTheRecording() throws Exception {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone agent = office.phone(new PhoneAccount("8001", "extensions-secret", DeployedArchive.sip()))
                    .saying(Sound.tone(AGENT_TONE))
                    .onCall(AnswerPlan.after(Duration.ofMillis(200)));
            agent.register();
            agent.awaitRegistered(SOON);
            OutgoingCall call = Customer.of(trunk, "13800001000")
                    .saying(Sound.tone(CALLER_TONE))
                    .call("95000");
            call.awaitTalking(SOON);
            call.audio().awaitSound(SOON);
            call.sendDigits("1");
            IncomingCall atAgent = agent.awaitRinging(SOON);
            atAgent.awaitTalking(SOON);
            call.audio().awaitTone(AGENT_TONE, SOON);
            atAgent.audio().awaitTone(CALLER_TONE, SOON);
            await("two seconds of talk")
                    .atMost(SOON)
                    .until(() -> atAgent.timeTalking().toMillis() > 2_000);
            call.hangUp();
            atAgent.awaitEnded(SOON);
            agent.unregister();
            agent.awaitUnregistered(SOON);
        }
        await("the recording").atMost(SOON).untilAsserted(() -> {
            short[][] channels = channels(onlyRecording());
            assertThat(heardSeconds(channels[0], CALLER_TONE)).isGreaterThan(1);
            assertThat(heardSeconds(channels[1], AGENT_TONE)).isGreaterThan(1);
            assertThat(heardSeconds(channels[0], AGENT_TONE)).isZero();
            assertThat(heardSeconds(channels[1], CALLER_TONE)).isZero();
        });
    }

    private static File onlyRecording() throws IOException {
        try (Stream<Path> files = Files.walk(DeployedArchive.data().resolve("recordings"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".wav")).toList();
            assertThat(found).hasSize(1);
            return found.get(0).toFile();
        }
    }

    /** The samples of each of two channels, read by the JDK's own reader: any player can. */
    private static short[][] channels(File file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream encoded = AudioSystem.getAudioInputStream(file);
                AudioInputStream linear = AudioSystem.getAudioInputStream(
                        new AudioFormat(encoded.getFormat().getSampleRate(), 16, 2, true, false), encoded)) {
            byte[] bytes = linear.readAllBytes();
            short[][] channels = new short[2][bytes.length / 4];
            for (int i = 0; i < bytes.length / 2; i++) {
                channels[i % 2][i / 2] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8);
            }
            return channels;
        }
    }

    private static double heardSeconds(short[] samples, double hertz) {
        int window = 800;
        int heard = 0;
        for (int from = 0; from + window <= samples.length; from += window) {
            if (Goertzel.hears(Arrays.copyOfRange(samples, from, from + window), hertz)) {
                heard++;
            }
        }
        return heard / 10.0;
    }
}
