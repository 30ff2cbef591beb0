package io.zongji.web.times;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.StateShares;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.store.entity.AgentEventRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes of agents' states, from the records. What happened in the last moments may not be there yet. */
@ApplicationScoped
@Transactional
public class StateJournal {
    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** How long the agent was in each state, from a moment until before another. */
    public Map<AgentState, Duration> shares(AgentId agent, Instant from, Instant to) {
        return StateShares.of(stateAt(agent, from), events(agent, from, to), from, to);
    }

    /** Those whose state has ever changed, also who is not set up any more. */
    public List<String> agents() {
        @SuppressWarnings("unchecked")
        List<String> agents = database.createNativeQuery(
                        "select agent_id from agent_state order by agent_id", String.class)
                .getResultList();
        return agents;
    }

    /** Those who came to be signed in, or into another state while signed in, from a moment until before another. */
    public Set<AgentId> active(Instant from, Instant to) {
        return database.createQuery("""
                        select distinct e.agentId from AgentEventRow e where e.occurredAt >= :from and e.occurredAt < :to
                        and e.state <> :out""", String.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("out", AgentState.SIGNED_OUT)
                .getResultStream()
                .map(AgentId::new)
                .collect(Collectors.toSet());
    }

    /** Whether the agent was signed in already when that moment came. */
    public boolean signedInBefore(AgentId agent, Instant moment) {
        return stateAt(agent, moment).signedIn();
    }

    private AgentState stateAt(AgentId agent, Instant moment) {
        return database.createQuery("""
                        select e from AgentEventRow e where e.agentId = :agent and e.occurredAt < :moment
                        order by e.occurredAt desc, e.position desc""", AgentEventRow.class)
                .setParameter("agent", agent.value())
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AgentEventRow::getState)
                .orElse(AgentState.SIGNED_OUT);
    }

    private List<AgentEvent> events(AgentId agent, Instant from, Instant to) {
        return database.createQuery("""
                        select e from AgentEventRow e where e.agentId = :agent and e.occurredAt >= :from
                        and e.occurredAt < :to order by e.position""", AgentEventRow.class)
                .setParameter("agent", agent.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .map(row -> new AgentEvent(agent, row.getState(), row.getReason(), row.getOccurredAt(), null))
                .toList();
    }
}
