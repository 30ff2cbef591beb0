package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.CallEnd;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call centre that stops ends its calls in order, before the next start has to clear up. */
class StopTest {

    @TempDir
    private Path data;

    @Test
    void sleeThatIsStartedAgainKnowsItsAgentsAndTakesCalls() throws Exception {
        try (TestCentre centre = new TestCentre(data)) {
            SimulatedPhone agent =
                    centre.phoneOf(1001).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ZERO));
            centre.signIn(1001);

            centre.centre().slee().stop();
            centre.centre().slee().start();

            assertThat(centre.centre().slee().startFailures()).isEmpty();
            agent.register();
            OutgoingCall caller = centre.caller().saying(Sound.tone(700)).call("support");
            agent.awaitRinging(SOON).awaitTalking(SOON);
            caller.awaitTalking(SOON);
            centre.awaitState(1001, AgentState.TALKING);
        }
    }

    @Test
    void callsThatAreUpEndWithTheStopAndSoDoTheirRecords() throws Exception {
        try (TestCentre centre = new TestCentre(data)) {
            SimulatedPhone agent =
                    centre.phoneOf(1001).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ZERO));
            centre.signIn(1001);
            OutgoingCall talking = centre.caller().saying(Sound.tone(700)).call("support");
            IncomingCall atAgent = agent.awaitRinging(SOON);
            atAgent.awaitTalking(SOON);
            centre.awaitState(1001, AgentState.TALKING);
            centre.awaitRecordedSecond(SOON);
            OutgoingCall waiting = centre.caller().call("support");
            waiting.awaitTalking(SOON);
            centre.awaitWaiting(1);

            long begin = System.nanoTime();
            centre.centre().close();
            Duration stop = Duration.ofNanos(System.nanoTime() - begin);

            assertThat(List.of(talking.awaitEnded(SOON), atAgent.awaitEnded(SOON), waiting.awaitEnded(SOON)))
                    .extracting(CallEnd::by)
                    .containsOnly(CallEnd.By.THEM);
            assertThat(stop).isLessThan(Duration.ofSeconds(5));
            assertThat(centre.rows("select * from call_record where outcome is null"))
                    .isEmpty();
            assertThat(centre.rows("select detail from call_event where event_type = 'CALL_CLEARED'"))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.get("detail").toString()).contains("shutdown"));
            Map<String, Object> record = centre.rows("select * from call_record where agent_id = '1001'")
                    .get(0);
            assertThat(record).containsEntry("released_by", "system");
            assertThat(centre.recording((String) record.get("recording"))).isNotEmptyFile();
            assertThat(centre.centre().slee().statistics().entityCount()).isZero();
            assertThat(centre.centre().slee().statistics().activityCount()).isZero();
        }
    }
}
