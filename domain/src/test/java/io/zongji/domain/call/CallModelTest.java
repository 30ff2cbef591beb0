package io.zongji.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallModelTest {
    private static final LegId CALLER = new LegId("c1-1");
    private static final LegId AGENT = new LegId("c1-2");

    @Test
    void callerIsConnectedWaitsAndTalks() {
        CallModel model = model(
                CALLER,
                CallEventType.SERVICE_INITIATED,
                CallEventType.ORIGINATED,
                CallEventType.ESTABLISHED,
                CallEventType.QUEUED);
        assertThat(model.state(CALLER)).isEqualTo(ConnectionState.QUEUED);

        model = apply(model, AGENT, CallEventType.ORIGINATED, CallEventType.DELIVERED, CallEventType.ESTABLISHED);
        model = apply(model, CALLER, CallEventType.ESTABLISHED, CallEventType.HELD, CallEventType.RETRIEVED);

        assertThat(model.state(CALLER)).isEqualTo(ConnectionState.CONNECTED);
        assertThat(model.state(AGENT)).isEqualTo(ConnectionState.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "NULL, ESTABLISHED",
        "NULL, HELD",
        "NULL, CONNECTION_CLEARED",
        "NULL, QUEUED",
        "INITIATED, HELD",
        "INITIATED, RETRIEVED",
        "INITIATED, QUEUED",
        "ALERTING, HELD",
        "ALERTING, QUEUED",
        "ALERTING, ORIGINATED",
        "CONNECTED, RETRIEVED",
        "CONNECTED, DELIVERED",
        "CONNECTED, ORIGINATED",
        "CONNECTED, ESTABLISHED",
        "HOLD, HELD",
        "HOLD, ESTABLISHED",
        "HOLD, QUEUED",
        "QUEUED, HELD",
        "QUEUED, DELIVERED",
        "FAIL, ESTABLISHED",
        "FAIL, DELIVERED",
        "FAIL, FAILED"
    })
    void forbiddenTransitionIsRefused(ConnectionState state, CallEventType event) {
        assertThat(CallModel.next(state, event)).isEmpty();
    }

    @Test
    void refusalNamesEventLegAndState() {
        CallModel.Step step = CallModel.empty().apply(CALLER, CallEventType.HELD);

        assertThat(step.refusal()).contains("HELD on leg c1-1: not allowed while NULL");
        assertThat(step.model()).isSameAs(CallModel.empty());
    }

    @Test
    void legThatIsGoneNeverComesBack() {
        CallModel model = model(CALLER, CallEventType.SERVICE_INITIATED, CallEventType.CONNECTION_CLEARED);

        assertThat(model.apply(CALLER, CallEventType.SERVICE_INITIATED).refusal())
                .isPresent();
    }

    @Test
    void callIsOverOnceAndOnlyWithoutLegs() {
        CallModel model = model(CALLER, CallEventType.SERVICE_INITIATED);
        assertThat(model.clear().refusal()).contains("leg c1-1 is still INITIATED");

        CallModel cleared =
                apply(model, CALLER, CallEventType.CONNECTION_CLEARED).clear().model();
        assertThat(cleared.cleared()).isTrue();
        assertThat(cleared.clear().refusal()).isPresent();
        assertThat(cleared.apply(AGENT, CallEventType.ORIGINATED).refusal()).isPresent();
    }

    private static CallModel model(LegId leg, CallEventType... events) {
        return apply(CallModel.empty(), leg, events);
    }

    private static CallModel apply(CallModel start, LegId leg, CallEventType... events) {
        CallModel model = start;
        for (CallEventType event : events) {
            CallModel.Step step = model.apply(leg, event);
            assertThat(step.refusal()).isEmpty();
            model = step.model();
        }
        return model;
    }
}
