package io.zongji.domain.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import java.time.Instant;
import java.util.Objects;

/**
 * What an agent comes to when the offer or the call is over, or the phone is back, is another thing than was told. Holds as
 * long as the state of now lasts; no state that begins has anything reserved until this says so. No record is made of it: it is
 * for those who watch, and no call outlives the server.
 *
 * @param agent  the agent
 * @param next   the state to come; null for the usual one
 * @param reason the one given with it; never null, may be empty
 * @param at     when it was told
 */
public record NextStateEvent(AgentId agent, AgentState next, String reason, Instant at) implements JournalEntry {
    public NextStateEvent {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
