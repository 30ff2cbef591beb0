package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.recording.Channel;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.store.recording.CallAudio;
import io.zongji.store.recording.FileState;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a recording when the call is over: sealed, moved, and watched. */
class KeptRecordingTest {
    private static final String PASSWORD = "keystore-password";

    @TempDir
    private Path folder;

    @Test
    void aRecordingIsSealedAndMovedIsHeardAndItsLossRaisesAnAlarm() throws Exception {
        Path storage = folder.resolve("storage");
        Path keystore = folder.resolve("recordings.p12");
        makeKey(keystore);
        RecordingSettings settings = new RecordingSettings(
                storage, keystore, PASSWORD, "recordings", Duration.ofDays(1), Duration.ofDays(90));
        try (TestCentre centre = new TestCentre(folder.resolve("data"), settings)) {
            String call = talk(centre);

            Map<String, Object> row = centre.rows("select * from recording").get(0);
            String file = (String) row.get("file");
            Path sealed = storage.resolve(file + ".sealed");
            await().atMost(SOON)
                    .until(() -> centre.rows("select id from recording where place = 'kept'")
                                    .size()
                            == 1);
            assertThat(centre.recording(file)).doesNotExist();
            assertThat(new String(Files.readAllBytes(sealed), 0, 8)).isEqualTo("ZJSEAL01");
            assertThat(loudestOfEachTrack(centre, file, (String) row.get("channels")))
                    .hasSize(2)
                    .allMatch(loudest -> loudest > 2_000);
            assertThat(centre.centre().recordingCare().check(call).values()).containsExactly(FileState.INTACT);

            Files.delete(sealed);
            assertThat(centre.centre().recordingCare().check(call).values()).containsExactly(FileState.DELETED);
            assertThat(alarms(centre)).containsExactly("deleted");
            assertThat(centre.centre().metrics()).contains("zongji_recordings_problems{kind=\"deleted\"} 1.0");
        }
    }

    @Test
    void aCallThatCannotBeRecordedGoesOnAndIsAGapThatRaisesAnAlarm() throws Exception {
        Path data = folder.resolve("data");
        try (TestCentre centre = new TestCentre(data)) {
            int year = LocalDate.now(ZoneOffset.UTC).getYear();
            for (int each = year - 1; each <= year + 1; each++) {
                Files.writeString(data.resolve("recordings").resolve(Integer.toString(each)), "no folder");
            }
            SimulatedPhone agent =
                    centre.phoneOf(1001).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ofMillis(100)));
            centre.signIn(1001);
            OutgoingCall call = centre.caller().saying(Sound.tone(700)).call("support");
            IncomingCall atAgent = agent.awaitRinging(SOON);
            atAgent.awaitTalking(SOON);
            call.audio().awaitTone(1100, SOON);
            await().atMost(SOON).until(() -> atAgent.timeTalking().toMillis() > 1_000);
            call.hangUp();

            centre.awaitRecords(1);
            Map<String, Long> ledger = centre.ledger();
            assertThat(ledger.get("recorded_ms")).isZero();
            assertThat(ledger.get("missing_ms"))
                    .isEqualTo(ledger.get("talk_ms"))
                    .isGreaterThan(1_500);
            await().atMost(SOON).until(() -> alarms(centre).equals(List.of("gap")));
            centre.setUp("update recording_problem set resolved_at = found_at, resolved_by = 'supervisor'");
            await().atMost(SOON).until(() -> alarms(centre).isEmpty());
        }
    }

    /** As the documentation says. */
    private static void makeKey(Path keystore) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        Collections.addAll(
                command,
                "-genseckey",
                "-keystore",
                keystore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Collections.addAll(command, "-alias", "recordings", "-keyalg", "AES", "-keysize", "256");
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }

    private static String talk(TestCentre centre) {
        SimulatedPhone agent =
                centre.phoneOf(1001).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ofMillis(100)));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().saying(Sound.tone(700)).call("support");
        agent.awaitRinging(SOON).awaitTalking(SOON);
        call.audio().awaitTone(1100, SOON);
        centre.awaitRecordedSecond(SOON);
        call.hangUp();
        return (String) centre.awaitRecords(1).get(0).get("id");
    }

    private static List<Integer> loudestOfEachTrack(TestCentre centre, String file, String channels) throws Exception {
        CallAudio.Part part = new CallAudio.Part(file, Instant.now(), Channel.read(channels));
        try (CallAudio audio = CallAudio.open(List.of(part), centre.centre().recordings())) {
            ByteBuffer all = ByteBuffer.allocate((int) audio.size()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            audio.read(all, 0);
            List<Integer> loudest = new ArrayList<>(Collections.nCopies(audio.channels(), 0));
            for (int at = 44; at < all.capacity(); at += 2) {
                int track = (at - 44) / 2 % audio.channels();
                loudest.set(track, Math.max(loudest.get(track), Math.abs(all.getShort(at))));
            }
            return loudest;
        }
    }

    private static List<String> alarms(TestCentre centre) {
        return centre.centre().slee().alarms().active().stream()
                .filter(alarm -> alarm.type().equals(RecordingCare.ALARM))
                .map(Alarms.Alarm::instance)
                .toList();
    }
}
