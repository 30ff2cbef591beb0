package io.zongji.web.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.web.SignedInUser;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a program wants to hear, within what it may hear.
 *
 * @param topics at least one
 * @param call   only this call; null for all
 * @param agent  only what concerns this agent; null for all
 * @param queue  only calls that came to this queue; null for all
 * @param from   everything behind this position first; null for what comes from now on
 */
record Subscription(Set<Topic> topics, CallId call, AgentId agent, QueueId queue, Long from) {

    /** What can be heard. */
    enum Topic {
        /** What happens to calls. */
        CALLS,
        /** Changes of agents' states. */
        AGENTS,
        /** Queues as they are, after each change. */
        QUEUES,
        /** Calls and agents as they are, after each change. */
        STATE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Reads a wish.
     *
     * @throws IllegalArgumentException if it is none; the message begins with the field's name
     */
    static Subscription read(JsonNode json) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        for (JsonNode wanted : json.path("topics")) {
            topics.add(topic(wanted.asText()));
        }
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("topics: name at least one of "
                    + Arrays.stream(Topic.values()).map(Topic::word).toList());
        }
        JsonNode from = json.path("from");
        if (!from.isMissingNode() && !from.isNull() && !(from.isIntegralNumber() && from.asLong() >= 0)) {
            throw new IllegalArgumentException("from: a position is a whole number from 0 on");
        }
        String call = json.path("call").asText("");
        String agent = json.path("agent").asText("");
        String queue = json.path("queue").asText("");
        return new Subscription(
                topics,
                call.isEmpty() ? null : new CallId(call),
                agent.isEmpty() ? null : new AgentId(agent),
                queue.isEmpty() ? null : new QueueId(queue),
                from.isIntegralNumber() ? from.asLong() : null);
    }

    private static Topic topic(String word) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("topics: '" + word + "' is none of "
                        + Arrays.stream(Topic.values()).map(Topic::word).toList()));
    }

    /** Whether the entry is wanted, and may be heard. */
    boolean includes(JournalEntry entry, SignedInUser user, CallTrails trails) {
        if (entry instanceof CallEvent event) {
            return includes(event, user, trails);
        }
        // What agents write about calls is for the records: the line has no topic for it.
        return entry instanceof AgentEvent event && includes(event, user);
    }

    private boolean includes(CallEvent event, SignedInUser user, CallTrails trails) {
        if (!topics.contains(Topic.CALLS) || call != null && !call.equals(event.call())) {
            return false;
        }
        AgentId own = user.agentId();
        if (!user.readsEvents() && (own == null || !trails.test(event, trail -> trail.concerns(own, event)))) {
            return false;
        }
        return (agent == null || trails.test(event, trail -> trail.concerns(agent, event)))
                && (queue == null || trails.test(event, trail -> trail.visited(queue, event)));
    }

    private boolean includes(AgentEvent event, SignedInUser user) {
        return topics.contains(Topic.AGENTS)
                && (user.readsEvents() || event.agent().equals(user.agentId()))
                && (agent == null || agent.equals(event.agent()))
                && (call == null || call.equals(event.call()));
    }
}
