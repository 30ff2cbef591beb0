package javax.slee.facilities;

/**
 * Fired when a timer expires. Times are in milliseconds since the epoch.
 */
public interface TimerEvent {
    /** The timer. */
    TimerID getTimerID();

    /** When this event was due. */
    long getScheduledTime();

    /** When this event was fired. */
    long getExpiryTime();

    /** The milliseconds between two events; {@link Long#MAX_VALUE} for a timer that fires once. */
    long getPeriod();

    /** How often the timer fires; 0 for without end. */
    int getNumRepetitions();

    /** How often the timer will still fire after this event. */
    int getRemainingRepetitions();

    /** How many events were dropped because they were late, since the last one that was not. */
    int getMissedRepetitions();
}
