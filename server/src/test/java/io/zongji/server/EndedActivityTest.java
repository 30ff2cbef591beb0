package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.simulator.OutgoingCall;
import io.zongji.slee.container.inspection.ActivityDetail;
import io.zongji.slee.container.inspection.ActivityFilter;
import io.zongji.slee.container.inspection.ActivitySummary;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator finds the leg of a call in the SLEE and ends it. */
class EndedActivityTest extends CallCentreTest {

    @Test
    void theCallEndsWithItsDialogAndNothingIsLeft() throws Exception {
        OutgoingCall call = centre.caller().call("95000");
        call.awaitTalking(SOON);
        CallCentre running = centre.centre();

        // The INVITE's transaction may end a moment after the caller has its answer.
        List<ActivitySummary> dialogs = await("only the dialog is left")
                .atMost(SOON)
                .until(
                        () -> running.inspection().activities(new ActivityFilter("SipRA", Duration.ZERO, 10)),
                        activities -> activities.size() == 1);
        ActivitySummary dialog = dialogs.get(0);
        ActivityDetail detail = running.inspection().activity(dialog.id()).orElseThrow();
        assertThat(detail.attached())
                .extracting(ActivityDetail.AttachedEntity::path)
                .containsExactly("CallSbb/IncomingLegSbb");

        assertThat(running.endActivity(dialog)).isTrue();

        call.awaitEnded(SOON);
        centre.awaitNothingLeft();
        assertThat(centre.awaitRecords(1)).hasSize(1);
        assertThat(running.endActivity(dialog)).isFalse();
    }

    @Test
    void activitiesOfTheContainerAreNotTheOperators() {
        ActivitySummary service = centre.centre()
                .inspection()
                .activities(new ActivityFilter("service", Duration.ZERO, 1))
                .get(0);

        assertThat(centre.centre().endActivity(service)).isFalse();
    }
}
