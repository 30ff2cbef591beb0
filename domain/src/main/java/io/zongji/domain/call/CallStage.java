package io.zongji.domain.call;

/** Where a call stands as a whole; the time of a record is counted by it. */
public enum CallStage {
    /** Arrived, nothing heard yet. */
    SETUP,
    /** In a flow. */
    IVR,
    /** Waits in a queue. */
    WAITING,
    /** A phone rings for it. */
    RINGING,
    TALKING,
    ON_HOLD,
    ENDED
}
