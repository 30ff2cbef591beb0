package io.zongji.web.call;

import io.zongji.domain.AgentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which agents ask for a rest right now. Forgotten at a restart. Thread-safe. */
@ApplicationScoped
public class RestRequests {
    private final Clock clock;
    private final Map<AgentId, RestRequest> open = new LinkedHashMap<>();

    public RestRequests() {
        this(Clock.systemUTC());
    }

    RestRequests(Clock clock) {
        this.clock = clock;
    }

    /**
     * An agent has asked for a rest, and nobody has allowed or refused it yet.
     *
     * @param reason the code of the reason; empty for none
     */
    public record RestRequest(AgentId agent, String reason, Instant since) {}

    /** Asks for a rest, or for another one instead. */
    synchronized void add(AgentId agent, String reason) {
        open.remove(agent);
        open.put(agent, new RestRequest(agent, reason, clock.instant()));
    }

    /** It is decided, or taken back, by the first who says so; gives what it was. */
    synchronized Optional<RestRequest> end(AgentId agent) {
        return Optional.ofNullable(open.remove(agent));
    }

    /** What was to be done about it could not be done: it is open as before, unless the agent has asked anew. */
    synchronized void reopen(RestRequest request) {
        open.putIfAbsent(request.agent(), request);
    }

    /** Forgets those of others. */
    synchronized void keep(Predicate<AgentId> agents) {
        open.keySet().removeIf(agents.negate());
    }

    /** Those that nobody has decided, in the order in which they were asked for. */
    synchronized List<RestRequest> open() {
        return List.copyOf(open.values());
    }
}
