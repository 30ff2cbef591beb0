package io.zongji.web.team;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.web.times.StateJournal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What agents have done today, from the records. */
@ApplicationScoped
@Transactional
public class AgentDays {
    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    @Inject
    private StateJournal journal;

    /**
     * An agent's day so far.
     *
     * @param calls    conversations as the agent or a colleague; those in which a supervisor only took part do not count
     * @param talk     in them, without holds
     * @param notReady busy or at rest
     */
    record Day(long calls, Duration talk, Duration notReady) {}

    Day of(AgentId agent, Instant from, Instant now) {
        Object[] legs = database.createQuery("""
                        select count(l), coalesce(sum(l.talkMs), 0) from LegRow l
                        where l.agentId = :agent and l.startedAt >= :from and l.answeredAt is not null
                        and l.role <> 'supervisor'""", Object[].class)
                .setParameter("agent", agent.value())
                .setParameter("from", from)
                .getSingleResult();
        Map<AgentState, Duration> shares = journal.shares(agent, from, now);
        return new Day(
                ((Number) legs[0]).longValue(),
                Duration.ofMillis(((Number) legs[1]).longValue()),
                shares.getOrDefault(AgentState.BUSY, Duration.ZERO)
                        .plus(shares.getOrDefault(AgentState.REST, Duration.ZERO)));
    }
}
