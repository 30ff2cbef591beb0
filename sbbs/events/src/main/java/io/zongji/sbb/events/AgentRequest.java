package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import java.util.Objects;

/**
 * Portal to ACD: what an agent, or somebody for the agent, asks.
 *
 * @param state  the state to bring the agent back to; only for {@code RESTORE}, else null
 * @param reason the agent's words for being busy or at rest; may be null
 * @param reply  is told the outcome, and only the first time counts
 */
public record AgentRequest(AgentId agent, Action action, AgentState state, String reason, Reply reply) {

    /** The refusal of a sign-in without a phone. */
    public static final String PHONE_NOT_REGISTERED = "phoneNotRegistered";

    /** The answer when the ACD could not decide; asking again may help. */
    public static final String UNAVAILABLE = "unavailable";

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
        WRAP_UP_DONE,
        /** The state of before a restart. */
        RESTORE
    }

    /** Receives the outcome on a SLEE thread; must not block. */
    @FunctionalInterface
    public interface Reply {
        /** Null when done, else the reason of the refusal in words for the agent. */
        void done(String refusal);
    }
}
