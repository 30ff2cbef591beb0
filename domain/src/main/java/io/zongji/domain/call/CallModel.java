package io.zongji.domain.call;

import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEventType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The legs of a call and what may happen to each next: CSTA's connection states, by a table. A leg that was cleared never
 * comes back; a call is over when it was cleared. Immutable.
 */
public final class CallModel {
    private static final Map<ConnectionState, Map<CallEventType, ConnectionState>> TABLE =
            new EnumMap<>(ConnectionState.class);

    static {
        row(ConnectionState.NULL)
                .to(ConnectionState.INITIATED, CallEventType.SERVICE_INITIATED, CallEventType.ORIGINATED)
                .to(ConnectionState.ALERTING, CallEventType.DELIVERED);
        row(ConnectionState.INITIATED)
                .to(ConnectionState.INITIATED, CallEventType.ORIGINATED)
                .to(ConnectionState.ALERTING, CallEventType.DELIVERED)
                .to(ConnectionState.CONNECTED, CallEventType.ESTABLISHED)
                .to(ConnectionState.FAIL, CallEventType.FAILED)
                .to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED);
        row(ConnectionState.ALERTING)
                .to(ConnectionState.ALERTING, CallEventType.DELIVERED)
                .to(ConnectionState.CONNECTED, CallEventType.ESTABLISHED)
                .to(ConnectionState.FAIL, CallEventType.FAILED)
                .to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED, CallEventType.DIVERTED);
        row(ConnectionState.CONNECTED)
                .to(ConnectionState.HOLD, CallEventType.HELD)
                .to(ConnectionState.QUEUED, CallEventType.QUEUED)
                .to(ConnectionState.FAIL, CallEventType.FAILED)
                .to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED);
        row(ConnectionState.HOLD)
                .to(ConnectionState.CONNECTED, CallEventType.RETRIEVED)
                .to(ConnectionState.FAIL, CallEventType.FAILED)
                .to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED);
        row(ConnectionState.QUEUED)
                .to(ConnectionState.QUEUED, CallEventType.QUEUED)
                .to(ConnectionState.CONNECTED, CallEventType.ESTABLISHED, CallEventType.DIVERTED)
                .to(ConnectionState.FAIL, CallEventType.FAILED)
                .to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED);
        row(ConnectionState.FAIL).to(ConnectionState.NULL, CallEventType.CONNECTION_CLEARED);
    }

    private static final CallModel EMPTY = new CallModel(Map.of(), false);

    private final Map<LegId, ConnectionState> legs;
    private final boolean cleared;

    private CallModel(Map<LegId, ConnectionState> legs, boolean cleared) {
        this.legs = legs;
        this.cleared = cleared;
    }

    /** A call without legs. */
    public static CallModel empty() {
        return EMPTY;
    }

    /** What the table says; empty when the event is not allowed in that state. */
    public static Optional<ConnectionState> next(ConnectionState state, CallEventType event) {
        return Optional.ofNullable(TABLE.get(state).get(event));
    }

    /** Whether the event changes the state of a leg; the others concern the call or are only noted. */
    public static boolean concernsConnection(CallEventType event) {
        return TABLE.values().stream().anyMatch(row -> row.containsKey(event));
    }

    /**
     * The outcome of an event.
     *
     * @param model   the model from then on; the old one when refused
     * @param refusal why not; empty when allowed
     */
    public record Step(CallModel model, Optional<String> refusal) {}

    /** Applies an event to a leg. */
    public Step apply(LegId leg, CallEventType event) {
        ConnectionState state = state(leg);
        if (cleared) {
            return refuse(event + " on leg " + leg + ": the call is over");
        }
        if (state == ConnectionState.NULL && legs.containsKey(leg)) {
            return refuse(event + " on leg " + leg + ": the leg is gone");
        }
        Optional<ConnectionState> next = next(state, event);
        if (next.isEmpty()) {
            return refuse(event + " on leg " + leg + ": not allowed while " + state);
        }
        Map<LegId, ConnectionState> changed = new LinkedHashMap<>(legs);
        changed.put(leg, next.get());
        return new Step(new CallModel(Collections.unmodifiableMap(changed), false), Optional.empty());
    }

    /** Ends the call; allowed once, and only when no leg is left. */
    public Step clear() {
        if (cleared) {
            return refuse("the call is over already");
        }
        Optional<LegId> left = legs.entrySet().stream()
                .filter(leg -> leg.getValue() != ConnectionState.NULL)
                .map(Map.Entry::getKey)
                .findFirst();
        return left.isPresent()
                ? refuse("leg " + left.get() + " is still " + state(left.get()))
                : new Step(new CallModel(legs, true), Optional.empty());
    }

    /** The leg's state; {@link ConnectionState#NULL} before it came and after it went. */
    public ConnectionState state(LegId leg) {
        return legs.getOrDefault(leg, ConnectionState.NULL);
    }

    /** Every leg there ever was, in order of appearance. */
    public Map<LegId, ConnectionState> legs() {
        return legs;
    }

    public boolean cleared() {
        return cleared;
    }

    private Step refuse(String reason) {
        return new Step(this, Optional.of(reason));
    }

    private static Row row(ConnectionState state) {
        Map<CallEventType, ConnectionState> cells = new EnumMap<>(CallEventType.class);
        TABLE.put(state, cells);
        return new Row(cells);
    }

    private record Row(Map<CallEventType, ConnectionState> cells) {
        Row to(ConnectionState state, CallEventType... events) {
            for (CallEventType event : events) {
                cells.put(event, state);
            }
            return this;
        }
    }
}
