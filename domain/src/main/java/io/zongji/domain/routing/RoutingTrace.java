package io.zongji.domain.routing;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.CallEventData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a queue decided about a caller as it did: who was chosen by what, and why the others were not. It is kept with the
 * event of the call that the decision made, so it is small: of a large queue not everybody is named.
 *
 * @param chosen null when nobody can be offered the call
 * @param passed members of the queue who are signed in and were not chosen; no more than {@link #MOST_NAMED}
 * @param others how many more serve the queue: signed out, or not named
 */
public record RoutingTrace(Chosen chosen, List<Passed> passed, int others) {
    /** More names would make the journal larger than they help anybody. */
    public static final int MOST_NAMED = 12;

    private static final int MOST_LOOKED_AT = 500;

    /** Idle, and asked later than who was chosen. */
    public static final String LATER = "LATER";
    /** Idle, and did not take this caller just now. */
    public static final String REFUSED = "REFUSED";
    /** Signed in, and not to this queue. */
    public static final String NOT_CHOSEN = "NOT_CHOSEN";

    /**
     * What made the agent the one.
     *
     * @param strategy       the queue's, by its name
     * @param memberPriority the agent's in the queue; 1 is asked first
     * @param idleSince      since when the agent is idle, as the strategy sees it
     */
    public record Chosen(String strategy, int memberPriority, Instant idleSince) {
        public Chosen {
            Objects.requireNonNull(strategy, "strategy");
            Objects.requireNonNull(idleSince, "idleSince");
        }
    }

    /**
     * Somebody who was not chosen.
     *
     * @param reason {@link #LATER}, {@link #REFUSED}, {@link #NOT_CHOSEN}, or the name of the {@link AgentState} that kept
     *               the agent from being offered calls
     */
    public record Passed(AgentId agent, String reason) {
        public Passed {
            Objects.requireNonNull(agent, "agent");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public RoutingTrace {
        passed = List.copyOf(passed);
    }

    /** Looks at so many members at most: a decision must not cost more because the company is large. */
    static RoutingTrace of(Candidate chosen, TaskSlot task, QueueSlot queue, Instant now) {
        List<Passed> passed = new ArrayList<>(MOST_NAMED);
        int last = Math.min(MOST_LOOKED_AT, queue.members.size());
        for (int i = 0; i < last && passed.size() < MOST_NAMED; i++) {
            AgentSlot member = queue.members.get(i);
            boolean isChosen = chosen != null && chosen.agent().equals(member.agent.id());
            if (!isChosen && member.status.state().signedIn()) {
                passed.add(new Passed(member.agent.id(), reason(member, task, queue, now)));
            }
        }
        return new RoutingTrace(
                chosen == null
                        ? null
                        : new Chosen(queue.queue.strategy().name(), chosen.memberPriority(), chosen.idleSince()),
                passed,
                queue.members.size() - passed.size() - (chosen == null ? 0 : 1));
    }

    private static String reason(AgentSlot member, TaskSlot task, QueueSlot queue, Instant now) {
        AgentState state = member.status.state();
        boolean takesPart = member.chosen == null || member.chosen.contains(queue.queue.id());
        if (!takesPart) {
            return NOT_CHOSEN;
        }
        if (state != AgentState.IDLE) {
            return state.name();
        }
        return task.refusedBy(member.agent.id(), now) ? REFUSED : LATER;
    }

    /** The details of an event of a call. */
    public Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        if (chosen != null) {
            data.put(CallEventData.STRATEGY, chosen.strategy());
            data.put(CallEventData.MEMBER_PRIORITY, Integer.toString(chosen.memberPriority()));
            data.put(CallEventData.IDLE_SINCE, chosen.idleSince().toString());
        }
        StringBuilder names = new StringBuilder();
        for (Passed one : passed) {
            names.append(names.length() == 0 ? "" : " ")
                    .append(one.agent())
                    .append('=')
                    .append(one.reason());
        }
        data.put(CallEventData.PASSED, names.toString());
        data.put(CallEventData.PASSED_OTHERS, Integer.toString(others));
        return data;
    }

    /** What an event's details tell; empty when they hold no trace, as those of earlier versions. */
    public static Optional<RoutingTrace> of(Map<String, String> data) {
        String names = data.get(CallEventData.PASSED);
        if (names == null) {
            return Optional.empty();
        }
        List<Passed> passed = new ArrayList<>();
        for (String one : names.isEmpty() ? new String[0] : names.split(" ")) {
            int sign = one.lastIndexOf('=');
            passed.add(new Passed(new AgentId(one.substring(0, sign)), one.substring(sign + 1)));
        }
        String strategy = data.get(CallEventData.STRATEGY);
        Chosen chosen = strategy == null
                ? null
                : new Chosen(
                        strategy,
                        Integer.parseInt(data.get(CallEventData.MEMBER_PRIORITY)),
                        Instant.parse(data.get(CallEventData.IDLE_SINCE)));
        return Optional.of(new RoutingTrace(chosen, passed, Integer.parseInt(data.get(CallEventData.PASSED_OTHERS))));
    }
}
