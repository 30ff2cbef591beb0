package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process dies in the middle of 50 calls, from one moment to the next, and is started again. */
class KilledServerTest {

    private static final int CALLS = 50;
    private static final int TALKING = 15;
    private static final int WAITING = 25;
    private static final int WAV_HEADER = 44;
    private static final int BYTES_A_SECOND = 2 * 2 * 8000;

    @TempDir
    private Path data;

    @Test
    void everyCallHasARecordAndRecordingsPlayUpToTheLastSecond() throws Exception {
        int sipPort = TestCentre.freePort();
        String url = "jdbc:h2:file:" + data.resolve("zongji") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
        try (TestCentre centre = new TestCentre(data, sipPort, JdbcConnectionPool.create(url, "zongji", "zongji"))) {
            centre.setUp("update agent set auto_sign_in = true where id <= '10" + TALKING + "'");
        }
        ServerProcess server = ServerProcess.start(data, sipPort, url);
        Duration talked = killWhileCalling(server, new InetSocketAddress("127.0.0.1", sipPort));

        JdbcConnectionPool database = JdbcConnectionPool.create(url, "zongji", "zongji");
        try (TestCentre centre = new TestCentre(data, sipPort, database)) {
            List<Map<String, Object>> records = centre.awaitRecords(CALLS);
            assertThat(records).allSatisfy(record -> assertThat(record)
                    .containsEntry("outcome", "CUT_OFF")
                    .containsEntry("cause", "systemRestart"));
            assertThat(centre.rows("select distinct caller from call_record")).hasSize(CALLS);
            assertThat(centre.rows("select id from call_record where ended_at is null or ended_at < started_at"))
                    .isEmpty();
            List<Map<String, Object>> recordings = centre.rows("select * from recording");
            assertThat(recordings).hasSize(TALKING);
            for (Map<String, Object> recording : recordings) {
                assertPlayable(centre, recording, talked);
            }
            assertThat(centre.rows("select id from call_record where agent_id is not null and recording is not null"))
                    .hasSize(TALKING);
            // A second of each of two legs, and what the killed process may have noticed after its last write.
            assertThat(centre.rows("select missing_ms from recording_ledger"))
                    .hasSize(TALKING)
                    .allSatisfy(
                            books -> assertThat((Long) books.get("missing_ms")).isLessThan(3_000));
            assertThat(centre.rows("select event.agent_id from agent_event event join call_record on id = event.call_id"
                            + " where event.state = 'WRAP_UP' and event.occurred_at = ended_at"))
                    .as("talks that ended with their calls, not with the restart")
                    .hasSize(TALKING);
            assertThat(centre.centre().liveBoard().snapshot().agents())
                    .as("agents after the restart")
                    .noneMatch(agent -> agent.state() == AgentState.TALKING || agent.state() == AgentState.OFFERED);
            assertCallsWork(centre);
            centre.assertAllFits();
        }
    }

    /** Returns how long every one of the agents had talked when the server died. */
    private static Duration killWhileCalling(ServerProcess server, InetSocketAddress sip) throws Exception {
        try (PhoneStack callers = PhoneStack.open("127.0.0.2", 0);
                PhoneStack agents = PhoneStack.open("127.0.0.3", 0)) {
            for (int i = 1; i <= TALKING; i++) {
                SimulatedPhone phone = agents.phone(
                                new PhoneAccount(Integer.toString(8000 + i), TestCentre.PASSWORD, sip))
                        .saying(Sound.tone(1100))
                        .onCall(AnswerPlan.after(Duration.ofMillis(100)));
                phone.register();
                phone.awaitRegistered(SOON);
            }
            List<OutgoingCall> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                SimulatedPhone caller = callers.phone(new PhoneAccount("1390000" + (1000 + i), null, sip))
                        .saying(Sound.tone(700));
                calls.add(caller.call(i < TALKING + WAITING ? "support" : "95000"));
            }
            calls.forEach(call -> call.awaitTalking(SOON));
            await("agents talk").atMost(SOON).until(() -> agentsTalking(calls) == TALKING);
            long since = System.nanoTime();
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
            server.kill();
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private static long agentsTalking(List<OutgoingCall> calls) {
        return calls.stream().filter(call -> call.audio().hears(1100)).count();
    }

    private static void assertPlayable(TestCentre centre, Map<String, Object> recording, Duration talked)
            throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(centre.recording((String) recording.get("file"))))
                .order(ByteOrder.LITTLE_ENDIAN);
        int size = file.capacity();
        assertThat(file.getInt(4)).as("RIFF size").isEqualTo(size - 8);
        assertThat(file.getInt(40)).as("data size").isEqualTo(size - WAV_HEADER);
        assertThat(((Number) recording.get("size_bytes")).intValue()).isEqualTo(size);
        long millis = (size - WAV_HEADER) * 1000L / BYTES_A_SECOND;
        assertThat(((Number) recording.get("duration_ms")).longValue()).isCloseTo(millis, Offset.offset(20L));
        assertThat(millis).isGreaterThan(talked.toMillis() - 1000);
        for (int channel = 0; channel < 2; channel++) {
            assertThat(loudest(file, size - BYTES_A_SECOND / 4, size, channel))
                    .as("the last quarter of a second of channel " + channel)
                    .isGreaterThan(2000);
        }
    }

    private static int loudest(ByteBuffer file, int from, int to, int channel) {
        int loudest = 0;
        int start = WAV_HEADER + (from - WAV_HEADER) / 4 * 4 + 2 * channel;
        for (int at = start; at + 1 < to; at += 4) {
            loudest = Math.max(loudest, Math.abs(file.getShort(at)));
        }
        return loudest;
    }

    private static void assertCallsWork(TestCentre centre) {
        SimulatedPhone agent = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ofMillis(100)));
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        IncomingCall atAgent = agent.awaitRinging(SOON);
        atAgent.awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        call.hangUp();
        assertThat(centre.awaitRecords(CALLS + 1).get(CALLS)).containsEntry("outcome", "ANSWERED");
    }
}
