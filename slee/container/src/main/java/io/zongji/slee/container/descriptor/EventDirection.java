package io.zongji.slee.container.descriptor;

/** Whether an SBB fires an event type, receives it, or both. */
public enum EventDirection {
    FIRE("Fire"),
    RECEIVE("Receive"),
    FIRE_AND_RECEIVE("FireAndReceive");

    private final String word;

    EventDirection(String word) {
        this.word = word;
    }

    public boolean fires() {
        return this != RECEIVE;
    }

    public boolean receives() {
        return this != FIRE;
    }

    /** The word of the descriptor. */
    @Override
    public String toString() {
        return word;
    }
}
