package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallPathsTest {
    private static final CallId CALL = new CallId("01M7Y6YSQY5T7TKH7PJGBDHQK5");
    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final CallPaths paths = new CallPaths();
    private int sequence;

    @Test
    void theWayTellsNodesAndTheKeysPressedThere() {
        entered("menu", "Main menu");
        pressed("1");
        pressed("2");
        entered("agent", "");

        assertThat(paths.of(CALL))
                .containsExactly(new CallPaths.Step("Main menu", "12", NOON), new CallPaths.Step("agent", "", NOON));
    }

    @Test
    void aCallThatIsOverIsForgotten() {
        entered("menu", "Main menu");
        happened(CallEventType.CALL_CLEARED, Map.of());

        assertThat(paths.of(CALL)).isEmpty();
    }

    @Test
    void aFlowInCirclesDoesNotGrowForEver() {
        for (int i = 0; i < 1000; i++) {
            entered("menu", "Main menu");
        }

        assertThat(paths.of(CALL)).hasSize(60);
    }

    @Test
    void keysBeforeAnyNodeAreIgnored() {
        pressed("1");

        assertThat(paths.of(CALL)).isEmpty();
    }

    private void entered(String node, String label) {
        happened(CallEventType.NODE_ENTERED, Map.of(CallEventData.NODE, node, CallEventData.LABEL, label));
    }

    private void pressed(String keys) {
        happened(CallEventType.DIGITS_COLLECTED, Map.of(CallEventData.DIGITS, keys));
    }

    private void happened(CallEventType type, Map<String, String> data) {
        paths.accept(new CallEvent(CALL, ++sequence, type, NOON, null, data));
    }
}
