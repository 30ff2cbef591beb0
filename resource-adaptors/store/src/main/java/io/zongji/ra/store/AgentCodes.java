package io.zongji.ra.store;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.AgentCode;

/** Does what agents ask for by dialling a code. Thread-safe, never blocks. */
public interface AgentCodes {

    /** Whether the agent may have that, as far as can be told before. */
    boolean permits(AgentId agent, AgentCode code);

    /** Asks for it. What comes of it is seen by the agent's state. */
    void carryOut(AgentId agent, AgentCode code);
}
