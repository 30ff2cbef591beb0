package io.zongji.web.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.routing.RoutingTrace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a queue decided about a call, and why.
 *
 * @param decision {@code QUEUED}, {@code OFFERED}, {@code OFFER_REFUSED} or {@code DIVERTED}
 * @param data     the event's details by the names of {@link CallEventData}
 * @param trace    null when there was no choice, and for calls of earlier versions
 */
public record RoutingStep(Instant at, String decision, Map<String, String> data, RoutingTrace trace) {
    private static final Set<String> DECISIONS = Set.of("QUEUED", "OFFERED", "OFFER_REFUSED", "DIVERTED");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    public RoutingStep {
        data = Map.copyOf(data);
    }

    /** Those among the events of a call. */
    public static List<RoutingStep> of(List<EventRow> events) {
        return events.stream()
                .filter(event -> DECISIONS.contains(event.type()))
                .flatMap(event -> read(event).stream())
                .toList();
    }

    /** An event that cannot be read is left out, as it is shown among the others. */
    private static Optional<RoutingStep> read(EventRow event) {
        try {
            Map<String, String> data = JSON.readValue(event.detail(), TEXTS);
            return Optional.of(new RoutingStep(
                    event.at(), event.type(), data, RoutingTrace.of(data).orElse(null)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A detail; null when there is none. */
    public String value(String name) {
        return data.get(name);
    }

    // Pages read properties, which records do not have.

    public Instant getAt() {
        return at;
    }

    public String getDecision() {
        return decision;
    }

    public RoutingTrace getTrace() {
        return trace;
    }
}
