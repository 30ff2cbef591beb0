package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import java.util.Objects;

/**
 * Portal to ACD: what an agent, or somebody for the agent, asks.
 *
 * @param extension the phone to sign in with; null for the agent's own, ignored by other actions
 * @param reason    the agent's words for being busy or at rest; may be null
 * @param reply     is told the outcome exactly once
 */
public record AgentRequest(AgentId agent, Action action, String extension, String reason, Reply reply) {
    public AgentRequest {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reply, "reply");
    }

    /** What can be asked. */
    public enum Action {
        SIGN_IN,
        SIGN_OUT,
        READY,
        BUSY,
        REST,
        WRAP_UP_DONE
    }

    /** Receives the outcome on a SLEE thread; must not block. */
    @FunctionalInterface
    public interface Reply {
        /** Told once: null when done, else the reason of the refusal in words for the agent. */
        void done(String refusal);
    }
}
