package io.zongji.slee.container.descriptor;

/** What may take part in the convergence name of an initial event. */
public enum InitialEventVariable {
    ACTIVITY_CONTEXT("ActivityContext"),
    ADDRESS_PROFILE("AddressProfile"),
    ADDRESS("Address"),
    EVENT_TYPE("EventType"),
    /** The event object itself. */
    EVENT("Event");

    private final String word;

    InitialEventVariable(String word) {
        this.word = word;
    }

    /** The word of the descriptor. */
    @Override
    public String toString() {
        return word;
    }
}
