package io.zongji.web.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.web.call.Team;
import java.util.List;

/**
 * Whom a message is for: one agent, the agents of a queue, or the whole team.
 *
 * @param agent null unless it is for one
 * @param queue null unless it is for a queue's
 */
record Audience(AgentId agent, QueueId queue) {
    private static final String AGENT = "agent ";
    private static final String QUEUE = "queue ";

    /**
     * Reads {@code {agent: id}}, {@code {queue: id}} or {@code {}}.
     *
     * @throws IllegalArgumentException when an id is none
     */
    static Audience read(JsonNode json) {
        String agent = json.path("agent").asText("");
        String queue = json.path("queue").asText("");
        return new Audience(agent.isEmpty() ? null : new AgentId(agent), queue.isEmpty() ? null : new QueueId(queue));
    }

    /** As {@link #words} says it. */
    static Audience of(String words) {
        if (words.startsWith(AGENT)) {
            return new Audience(new AgentId(words.substring(AGENT.length())), null);
        }
        return words.startsWith(QUEUE)
                ? new Audience(null, new QueueId(words.substring(QUEUE.length())))
                : new Audience(null, null);
    }

    /** Whether it is all of somebody's business who looks after this team. */
    boolean isWithin(Team team, Configuration configuration) {
        return agent == null && queue == null
                ? configuration.agents().stream().map(Agent::id).allMatch(team::includes)
                : permitted(team, configuration);
    }

    /** Whether somebody who looks after this team may write to them. */
    boolean permitted(Team team, Configuration configuration) {
        if (agent != null) {
            return team.includes(agent);
        }
        return queue != null
                ? team.includes(queue)
                : configuration.agents().stream().map(Agent::id).anyMatch(team::includes);
    }

    /** The agents it is for. */
    List<AgentId> agents(Team team, Configuration configuration) {
        return configuration.agents().stream()
                .filter(one -> agent == null || agent.equals(one.id()))
                .filter(one -> queue == null || one.membership(queue).isPresent())
                .map(Agent::id)
                .filter(team::includes)
                .toList();
    }

    /** As the database and the audit log call it. */
    String words() {
        return agent != null ? AGENT + agent : queue != null ? QUEUE + queue : "all";
    }
}
