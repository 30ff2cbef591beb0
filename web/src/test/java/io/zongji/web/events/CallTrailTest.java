package io.zongji.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallTrailTest {
    private final CallTrail trail = new CallTrail();
    private final List<CallEvent> events = new ArrayList<>();

    private void happens(CallEventType type, String leg, Map<String, String> data) {
        events.add(new CallEvent(
                new CallId("c"), events.size() + 1, type, Instant.EPOCH, leg == null ? null : new LegId(leg), data));
        trail.apply(events.get(events.size() - 1));
    }

    private String seenBy(String agent) {
        return events.stream()
                .filter(event -> trail.concerns(new AgentId(agent), event))
                .map(event -> String.valueOf(event.sequence()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void agentsSeeACallFromTheirOfferToTheirEndAndTheCallsEnd() {
        happens(CallEventType.SERVICE_INITIATED, "c-1", Map.of());
        happens(CallEventType.QUEUED, null, Map.of("queue", "support"));
        happens(CallEventType.OFFERED, null, Map.of("agent", "1", "queue", "support"));
        happens(CallEventType.OFFER_REFUSED, null, Map.of("agent", "1"));
        happens(CallEventType.OFFERED, null, Map.of("agent", "2"));
        happens(CallEventType.ORIGINATED, "c-2", Map.of("agent", "2"));
        happens(CallEventType.ESTABLISHED, "c-2", Map.of());
        happens(CallEventType.SERVICE_INITIATED, "c-3", Map.of("agent", "3"));
        happens(CallEventType.CONNECTION_CLEARED, "c-2", Map.of());
        happens(CallEventType.TRANSFERRED, "c-3", Map.of("agent", "3"));
        happens(CallEventType.CALL_CLEARED, null, Map.of());

        assertThat(seenBy("1")).isEqualTo("3 4 11");
        assertThat(seenBy("2")).isEqualTo("5 6 7 8 9 11");
        assertThat(seenBy("3")).isEqualTo("8 9 10 11");
        assertThat(seenBy("4")).isEmpty();
    }

    @Test
    void whoIsOfferedTheCallAgainSeesItAgain() {
        happens(CallEventType.OFFERED, null, Map.of("agent", "1"));
        happens(CallEventType.OFFER_REFUSED, null, Map.of("agent", "1"));
        happens(CallEventType.NODE_ENTERED, null, Map.of());
        happens(CallEventType.OFFERED, null, Map.of("agent", "1"));
        happens(CallEventType.ANNOUNCED, null, Map.of());

        assertThat(seenBy("1")).isEqualTo("1 2 4 5");
    }

    @Test
    void aCallIsAQueuesFromItsArrivalThereOn() {
        happens(CallEventType.SERVICE_INITIATED, "c-1", Map.of());
        happens(CallEventType.QUEUED, null, Map.of("queue", "support"));

        assertThat(trail.visited(new QueueId("support"), events.get(0))).isFalse();
        assertThat(trail.visited(new QueueId("support"), events.get(1))).isTrue();
        assertThat(trail.visited(new QueueId("sales"), events.get(1))).isFalse();
    }

    @Test
    void whatIsNoIdConcernsNobodyAndBreaksNothing() {
        happens(CallEventType.OFFERED, null, Map.of("agent", "not an id!", "queue", ""));

        assertThat(trail.agents()).isEmpty();
    }
}
