package io.zongji.web.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which agents a call concerned from which event on and up to which, and which queues it came to. An agent sees a call from the
 * event that names the agent first to the one that clears the agent's leg, or refuses the offer, and its end. Not thread-safe.
 */
final class CallTrail {
    private final Map<AgentId, List<Span>> agents = new HashMap<>();
    private final Map<QueueId, Integer> queues = new HashMap<>();
    private final Map<LegId, AgentId> legs = new HashMap<>();
    private int last;

    private static final class Span {
        private final int from;
        private int to = Integer.MAX_VALUE;

        private Span(int from) {
            this.from = from;
        }
    }

    /** Takes the call's events in order; one that was taken before does no harm. */
    void apply(CallEvent event) {
        if (event.sequence() <= last) {
            return;
        }
        last = event.sequence();
        named(CallEventData.QUEUE, event).ifPresent(queue -> queues.putIfAbsent(new QueueId(queue), event.sequence()));
        named(CallEventData.AGENT, event).map(AgentId::new).ifPresent(agent -> {
            open(agent, event.sequence());
            if (event.leg() != null) {
                legs.put(event.leg(), agent);
            }
            if (event.type() == CallEventType.OFFER_REFUSED) {
                close(agent, event.sequence());
            }
        });
        if (event.type() == CallEventType.CONNECTION_CLEARED && legs.containsKey(event.leg())) {
            close(legs.get(event.leg()), event.sequence());
        }
    }

    /** Whether the event of this number is the agent's business. */
    boolean concerns(AgentId agent, CallEvent event) {
        List<Span> spans = agents.getOrDefault(agent, List.of());
        int at = event.sequence();
        boolean inside = spans.stream().anyMatch(span -> span.from <= at && at <= span.to);
        return inside
                || event.type() == CallEventType.CALL_CLEARED && spans.stream().anyMatch(span -> span.from <= at);
    }

    /** Whether the call had come to the queue by then. */
    boolean visited(QueueId queue, CallEvent event) {
        return queues.getOrDefault(queue, Integer.MAX_VALUE) <= event.sequence();
    }

    /** All agents that the call ever concerned. */
    Set<AgentId> agents() {
        return Set.copyOf(agents.keySet());
    }

    private void open(AgentId agent, int from) {
        List<Span> spans = agents.computeIfAbsent(agent, key -> new ArrayList<>(1));
        if (spans.isEmpty() || spans.get(spans.size() - 1).to != Integer.MAX_VALUE) {
            spans.add(new Span(from));
        }
    }

    private void close(AgentId agent, int to) {
        List<Span> spans = agents.getOrDefault(agent, List.of());
        if (!spans.isEmpty()) {
            Span open = spans.get(spans.size() - 1);
            open.to = Math.min(open.to, to);
        }
    }

    /** Journals are read as they are: what is no id concerns nobody. */
    private static Optional<String> named(String key, CallEvent event) {
        return event.value(key).filter(id -> id.matches("[A-Za-z0-9._:+-]{1,64}"));
    }
}
