package io.zongji.ra.store;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.GuestSignIn;

/** Does what agents ask for by dialling a code. Thread-safe, never waits for anything. */
public interface AgentCodes {

    /** Whether the agent may have that, as far as can be told before. */
    boolean permits(AgentId agent, AgentCode code);

    /** Asks for it. What comes of it is seen by the agent's state. */
    void carryOut(AgentId agent, AgentCode code);

    /**
     * Whether somebody may sign in at a phone that is not the own one, as far as can be told before. Takes some ten milliseconds of
     * work, on purpose, as every comparison with a kept PIN does.
     *
     * @param number the agent's, as dialled
     * @param pin    as dialled
     * @param phone  the extension of the phone
     */
    GuestSignIn check(String number, String pin, String phone);

    /** Signs in at the phone who may, or moves there who is signed in. What comes of it is seen by the agent's state. */
    void signInAt(AgentId agent, String phone);
}
