package io.zongji.web.call;

import io.zongji.domain.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Who has set an agent's state last, so that the agent's pages can say so. Known for a minute, by this server. Thread-safe. */
@ApplicationScoped
public class ForcedStates {
    private static final Duration KNOWN = Duration.ofMinutes(1);

    private final Map<AgentId, ForcedState> last = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final Clock clock;

    public ForcedStates() {
        this(Clock.systemUTC());
    }

    ForcedStates(Clock clock) {
        this.clock = clock;
    }

    /** What somebody has done to the agent's state. */
    public enum Deed {
        /** Set it unasked. */
        SET,
        /** Signed the agent out, who cannot sign in until an administrator allows it again. */
        WITHDRAWN,
        /** Allowed the rest that the agent has asked for. */
        REST_ALLOWED,
        /** Refused it; the state is as it was. */
        REST_REFUSED
    }

    /**
     * A state that somebody else has set.
     *
     * @param id    differs from that of any other, also after a restart
     * @param by    the name of who did it
     * @param later it follows when the agent's call is over
     */
    public record ForcedState(String id, String by, Deed deed, AgentCommand.State state, boolean later, Instant at) {}

    /**
     * Somebody has done this to the agent.
     *
     * @param later it follows when the agent's call is over
     */
    public void note(AgentId agent, String by, Deed deed, AgentCommand.State state, boolean later) {
        Instant now = clock.instant();
        String id = now.toEpochMilli() + "-" + ids.incrementAndGet();
        last.put(agent, new ForcedState(id, by, deed, state, later, now));
    }

    /** What was done to the agent was taken back. */
    public void forget(AgentId agent) {
        last.remove(agent);
    }

    /** What was done to the agent within the last minute. */
    public Optional<ForcedState> of(AgentId agent) {
        return Optional.ofNullable(last.get(agent))
                .filter(forced -> forced.at().plus(KNOWN).isAfter(clock.instant()));
    }
}
