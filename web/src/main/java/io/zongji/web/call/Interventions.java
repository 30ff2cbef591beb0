package io.zongji.web.call;

import io.zongji.domain.CallId;
import io.zongji.web.Newest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Who has ended an agent's call or taken it over, so that the agent's page can name them. Known of the newest calls, by this server;
 * for good it stands in the audit log. Thread-safe.
 */
@ApplicationScoped
public class Interventions {
    /** Pages hear of an end within seconds, or not at all. */
    private static final int KEPT = 500;

    private final Map<CallId, String> last = Newest.byAge(KEPT);

    /** Somebody of this name is about to. */
    synchronized void begin(CallId call, String name) {
        last.remove(call);
        last.put(call, name);
    }

    /** It was refused. */
    synchronized void giveUp(CallId call, String name) {
        last.remove(call, name);
    }

    /** Who asked last for it; empty when nobody did through this server. */
    public synchronized Optional<String> by(CallId call) {
        return Optional.ofNullable(last.get(call));
    }
}
