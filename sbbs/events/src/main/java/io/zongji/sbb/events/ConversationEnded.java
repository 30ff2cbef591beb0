package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.TaskId;

/**
 * Call to ACD: the agent's part in the call is over; wrap-up begins.
 *
 * @param talked false when there is nothing to write up: the phone has only rung, or a supervisor was at it
 * @param unheard no voice ever came from the agent's page, though there was time for it
 */
public record ConversationEnded(TaskId task, AgentId agent, CallId call, boolean talked, boolean unheard) {

    /** Of an agent who was heard, or was not there for long enough. */
    public ConversationEnded(TaskId task, AgentId agent, CallId call, boolean talked) {
        this(task, agent, call, talked, false);
    }
}
