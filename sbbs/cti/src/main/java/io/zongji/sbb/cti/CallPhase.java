package io.zongji.sbb.cti;

/** Where a call is, seen from the service that controls it. */
enum CallPhase {
    /** The caller's leg is being answered. */
    ADMITTED,
    /** A flow speaks with the caller. */
    IN_FLOW,
    /** The ACD looks for an agent. */
    WAITING,
    /** An agent's phone rings; the caller still waits. */
    OFFERED,
    /** The agent answered; the ACD has not confirmed it yet. */
    CONFIRMING,
    /** The caller hears the agent's number. */
    ANNOUNCING,
    /** One of ours calls somebody who has not answered. */
    DIALLING,
    TALKING,
    /** Legs are being released. */
    ENDING,
    /** The last entry is written. */
    CLOSED
}
