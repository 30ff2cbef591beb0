package io.zongji.domain.journal;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An agent has written a call up, during it or after its end. A later one of the same agent and call takes its place.
 *
 * @param codes what came of it; may be empty
 * @param note  in the agent's words; never null, may be empty
 */
public record WrapUpEvent(CallId call, AgentId agent, List<String> codes, String note, Instant at)
        implements JournalEntry {
    public WrapUpEvent {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(at, "at");
        codes = List.copyOf(codes);
    }
}
