package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.OutgoingCall;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is lost in a call and does not come back in time. */
class LostPageTest {

    @Test
    void theCallEndsWithThatCauseAndNothingIsLeft(@TempDir Path data) throws Exception {
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
            call.awaitEnded(SOON);

            centre.awaitRecords(1);
            assertThat(centre.rows("select cause from call_leg where role = 'agent'"))
                    .singleElement()
                    .satisfies(leg -> assertThat(leg).containsEntry("cause", "networkFailure"));
            centre.awaitNothingLeft();
        }
    }
}
