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

    /**
     * A state that somebody else has set.
     *
     * @param id    differs from that of any other, also after a restart
     * @param by    the name of who did it
     * @param later it follows when the agent's call is over
     * @param withdrawn the agent was signed out by force, and cannot sign in until an administrator allows it again
     * @param refused the state was not set: it is the rest that the agent has asked for
     */
    public record ForcedState(
            String id,
            String by,
            AgentCommand.State state,
            boolean later,
            boolean withdrawn,
            boolean refused,
            Instant at) {}

    /** Somebody has set the agent's state. */
    public void note(AgentId agent, String by, AgentCommand.State state, boolean later) {
        note(agent, by, state, later, false, false);
    }

    /** Somebody has signed the agent out by force; it follows when the agent's call is over. */
    public void noteWithdrawn(AgentId agent, String by) {
        note(agent, by, AgentCommand.State.SIGN_OUT, false, true, false);
    }

    /** Somebody has refused the rest that the agent has asked for. */
    public void noteRestRefused(AgentId agent, String by) {
        note(agent, by, AgentCommand.State.REST, false, false, true);
    }

    /** What was done to the agent was taken back. */
    public void forget(AgentId agent) {
        last.remove(agent);
    }

    private void note(
            AgentId agent, String by, AgentCommand.State state, boolean later, boolean withdrawn, boolean refused) {
        Instant now = clock.instant();
        String id = now.toEpochMilli() + "-" + ids.incrementAndGet();
        last.put(agent, new ForcedState(id, by, state, later, withdrawn, refused, now));
    }

    /** What was done to the agent within the last minute. */
    public Optional<ForcedState> of(AgentId agent) {
        return Optional.ofNullable(last.get(agent))
                .filter(forced -> forced.at().plus(KNOWN).isAfter(clock.instant()));
    }
}
