package io.zongji.domain.journal;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a call. A call and a sequence number name an event for good, so reading an event twice does no harm.
 *
 * @param call     the call
 * @param sequence counted from 1 in each call, without gaps
 * @param type     what happened
 * @param at       when
 * @param leg      the party it happened to; null when it concerns the whole call
 * @param data     details by the names of {@link CallEventData}; never null, no null values
 */
public record CallEvent(CallId call, int sequence, CallEventType type, Instant at, LegId leg, Map<String, String> data)
        implements JournalEntry {
    public CallEvent {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(at, "at");
        data = Map.copyOf(data);
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence: counted from 1, was " + sequence);
        }
    }

    /** One detail, if the event carries it. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(data.get(key));
    }
}
