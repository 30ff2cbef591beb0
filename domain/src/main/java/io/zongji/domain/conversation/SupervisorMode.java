package io.zongji.domain.conversation;

/** How a supervisor takes part (ECMA-269, 17.1.16, silent and whispered participation). */
public enum SupervisorMode {
    /** Hears all, is heard by nobody. */
    LISTEN,
    /** Hears all, is heard by the agent only. */
    WHISPER,
    /** Hears all and is heard by all. */
    BARGE_IN
}
