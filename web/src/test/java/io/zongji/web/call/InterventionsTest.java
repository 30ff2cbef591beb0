package io.zongji.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import org.junit.jupiter.api.Test;

class InterventionsTest {
    private static final CallId CALL = new CallId("call-1");

    private final Interventions interventions = new Interventions();

    @Test
    void theLastWhoAskedForACallIsKnown() {
        interventions.begin(CALL, "Li");
        interventions.begin(CALL, "Wang");

        assertThat(interventions.by(CALL)).contains("Wang");
        assertThat(interventions.by(new CallId("call-2"))).isEmpty();
    }

    @Test
    void whoIsRefusedHasDoneNothingAndTakesNothingFromAnother() {
        interventions.begin(CALL, "Li");
        interventions.giveUp(CALL, "Li");
        assertThat(interventions.by(CALL)).isEmpty();

        interventions.begin(CALL, "Wang");
        interventions.giveUp(CALL, "Li");
        assertThat(interventions.by(CALL)).contains("Wang");
    }

    @Test
    void oldCallsAreForgotten() {
        interventions.begin(CALL, "Li");
        for (int n = 0; n < 500; n++) {
            interventions.begin(new CallId("later-" + n), "Wang");
        }

        assertThat(interventions.by(CALL)).isEmpty();
    }
}
