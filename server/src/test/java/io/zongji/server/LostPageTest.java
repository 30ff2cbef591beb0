package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is lost in a call and does not come back in time. */
class LostPageTest {

    private static final int OTHER_TONE = 1100;

    @Test
    void theCallerWaitsForAnotherAgentAndNothingIsLeftOfThePage(@TempDir Path data) throws Exception {
        try (TestCentre centre = new TestCentre(data, Duration.ofMillis(300))) {
            PageLines lines = centre.centre().pageLines();
            TestPage page = new TestPage(
                    lines.sip(), lines.token(new AgentId("1001"), "session").orElseThrow());
            assertThat(page.register()).isEqualTo(200);
            centre.signIn(1001);
            OutgoingCall call = centre.caller().call("support");
            page.accept(page.awaitInvite());
            centre.awaitState(1001, AgentState.TALKING);

            page.close();
            centre.awaitWaiting(1);
            centre.awaitState(1001, AgentState.LOST);
            call.audio().awaitSound(SOON);
            SimulatedPhone other =
                    centre.phoneOf(1002).saying(Sound.tone(OTHER_TONE)).onCall(AnswerPlan.after(Duration.ZERO));
            centre.signIn(1002);
            other.awaitRinging(SOON).awaitTalking(SOON);
            call.audio().awaitTone(OTHER_TONE, SOON);
            call.hangUp();

            assertThat(centre.awaitRecords(1).get(0))
                    .containsEntry("outcome", "ANSWERED")
                    .containsEntry("agent_id", "1002")
                    .containsEntry("released_by", "caller");
            assertThat(centre.rows("select cause from call_leg where role = 'agent' order by ordinal"))
                    .extracting(leg -> leg.get("cause"))
                    .containsExactly("networkFailure", "normal");
            centre.awaitNothingLeft();
        }
    }
}
