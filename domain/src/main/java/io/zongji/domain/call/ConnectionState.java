package io.zongji.domain.call;

/** The state of one leg: CSTA's connection states (ECMA-269, 6.1.5). */
public enum ConnectionState {
    /** Not there yet, or gone. */
    NULL,
    /** Asks for service. */
    INITIATED,
    /** Rings, or is about to. */
    ALERTING,
    CONNECTED,
    HOLD,
    /** Waits for an agent. It hears music, but is connected to nobody. */
    QUEUED,
    /** Failed; only clearing is left. */
    FAIL
}
