package io.zongji.domain.phone;

import io.zongji.domain.AgentId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How it stands with the phones outside that stay on the line between the calls of their agents. Thread-safe. */
public final class StandingLegs {

    private final Map<AgentId, Status> legs = new ConcurrentHashMap<>();

    /** How far one is. */
    public enum Stage {
        /** The phone rings. */
        CALLING,
        /** The phone is on the line. */
        UP,
        /** The phone has hung up, or was not reached. It is called again when its agent asks. */
        DOWN
    }

    /**
     * Where the leg of one agent stands.
     *
     * @param why the code of the cause, when it is down; else empty
     */
    public record Status(Stage stage, String why) {
        public Status {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(why, "why");
        }
    }

    public void note(AgentId agent, Stage stage, String why) {
        legs.put(agent, new Status(stage, why));
    }

    /** The agent has no standing leg any more. */
    public void forget(AgentId agent) {
        legs.remove(agent);
    }

    /** Empty for an agent who has none. */
    public Optional<Status> of(AgentId agent) {
        return Optional.ofNullable(legs.get(agent));
    }

    /** Those who have one, wherever it stands. */
    public Set<AgentId> agents() {
        return Set.copyOf(legs.keySet());
    }
}
