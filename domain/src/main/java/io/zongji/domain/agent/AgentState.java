package io.zongji.domain.agent;

/**
 * What an agent is doing. Only {@link #IDLE} agents are offered calls. The table of transitions holds what follows what.
 */
public enum AgentState {
    /** Not in any queue (签出). */
    SIGNED_OUT,
    /** Waits for a call (空闲态). */
    IDLE,
    /** A call was offered; the phone rings. */
    OFFERED,
    /** Handles a call (通话态). */
    TALKING,
    /** Fills in what the call brought (整理态). */
    WRAP_UP,
    /** Set busy, gets no calls, may dial (示忙态). */
    BUSY,
    /** On a break (休息态). */
    REST,
    /** Signed in, but the phone or the page cannot be reached. */
    LOST;

    /** Anything but signed out. */
    public boolean signedIn() {
        return this != SIGNED_OUT;
    }
}
