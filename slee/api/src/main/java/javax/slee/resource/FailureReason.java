package javax.slee.resource;

/**
 * Why the SLEE could not process an event. The maker of a SLEE may add reasons with numbers above 0 in a subclass.
 */
public class FailureReason {
    /** The integer form of {@link #OTHER_REASON}. */
    public static final int REASON_OTHER_REASON = 0;

    /** The integer form of {@link #EVENT_QUEUE_FULL}. */
    public static final int REASON_EVENT_QUEUE_FULL = -1;

    /** The integer form of {@link #EVENT_QUEUE_TIMEOUT}. */
    public static final int REASON_EVENT_QUEUE_TIMEOUT = -2;

    /** The integer form of {@link #SYSTEM_OVERLOAD}. */
    public static final int REASON_SYSTEM_OVERLOAD = -3;

    /** The integer form of {@link #EVENT_MARSHALING_ERROR}. */
    public static final int REASON_EVENT_MARSHALING_ERROR = -4;

    /** The integer form of {@link #FIRING_TRANSACTION_ROLLED_BACK}. */
    public static final int REASON_FIRING_TRANSACTION_ROLLED_BACK = -5;

    /** A reason without a number of its own. */
    public static final FailureReason OTHER_REASON = new FailureReason(REASON_OTHER_REASON);

    /** The event queue is full. */
    public static final FailureReason EVENT_QUEUE_FULL = new FailureReason(REASON_EVENT_QUEUE_FULL);

    /** The event waited too long. */
    public static final FailureReason EVENT_QUEUE_TIMEOUT = new FailureReason(REASON_EVENT_QUEUE_TIMEOUT);

    /** The SLEE has too much to do. */
    public static final FailureReason SYSTEM_OVERLOAD = new FailureReason(REASON_SYSTEM_OVERLOAD);

    /** The event could not be marshalled. */
    public static final FailureReason EVENT_MARSHALING_ERROR = new FailureReason(REASON_EVENT_MARSHALING_ERROR);

    /** The transaction in which the event was fired was rolled back. */
    public static final FailureReason FIRING_TRANSACTION_ROLLED_BACK =
            new FailureReason(REASON_FIRING_TRANSACTION_ROLLED_BACK);

    private final int reason;

    /** For subclasses: a reason with a number above 0. */
    protected FailureReason(int reason) {
        if (reason <= 0 && getClass() != FailureReason.class) {
            throw new IllegalArgumentException("A maker's reason has a number above 0, not " + reason);
        }
        this.reason = reason;
    }

    /** The reason of this number; for numbers above 0 a new object every time. */
    public static FailureReason fromInt(int reason) throws IllegalArgumentException {
        switch (reason) {
            case REASON_OTHER_REASON:
                return OTHER_REASON;
            case REASON_EVENT_QUEUE_FULL:
                return EVENT_QUEUE_FULL;
            case REASON_EVENT_QUEUE_TIMEOUT:
                return EVENT_QUEUE_TIMEOUT;
            case REASON_SYSTEM_OVERLOAD:
                return SYSTEM_OVERLOAD;
            case REASON_EVENT_MARSHALING_ERROR:
                return EVENT_MARSHALING_ERROR;
            case REASON_FIRING_TRANSACTION_ROLLED_BACK:
                return FIRING_TRANSACTION_ROLLED_BACK;
            default:
                if (reason < 0) {
                    throw new IllegalArgumentException("No FailureReason has the number " + reason);
                }
                return new FailureReason(reason);
        }
    }

    /** The integer form. */
    public final int toInt() {
        return reason;
    }

    /** Whether this is {@link #OTHER_REASON} or a maker's own reason. */
    public final boolean isOtherReason() {
        return reason >= 0;
    }

    /** Whether this is {@link #EVENT_QUEUE_FULL}. */
    public final boolean isEventQueueFull() {
        return reason == REASON_EVENT_QUEUE_FULL;
    }

    /** Whether this is {@link #EVENT_QUEUE_TIMEOUT}. */
    public final boolean isEventQueueTimeout() {
        return reason == REASON_EVENT_QUEUE_TIMEOUT;
    }

    /** Whether this is {@link #SYSTEM_OVERLOAD}; the odd spelling is the published one. */
    public final boolean isSystemOverLoad() {
        return reason == REASON_SYSTEM_OVERLOAD;
    }

    /** Whether this is {@link #EVENT_MARSHALING_ERROR}. */
    public final boolean isEventMarshalingError() {
        return reason == REASON_EVENT_MARSHALING_ERROR;
    }

    /** Whether this is {@link #FIRING_TRANSACTION_ROLLED_BACK}. */
    public final boolean isFiringTransactionRolledBack() {
        return reason == REASON_FIRING_TRANSACTION_ROLLED_BACK;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof FailureReason && ((FailureReason) obj).reason == reason;
    }

    @Override
    public final int hashCode() {
        return reason;
    }

    @Override
    public String toString() {
        switch (reason) {
            case REASON_OTHER_REASON:
                return "Other reason";
            case REASON_EVENT_QUEUE_FULL:
                return "Event queue full";
            case REASON_EVENT_QUEUE_TIMEOUT:
                return "Event timed out while queued";
            case REASON_SYSTEM_OVERLOAD:
                return "System overload";
            case REASON_EVENT_MARSHALING_ERROR:
                return "Event marshaling error";
            case REASON_FIRING_TRANSACTION_ROLLED_BACK:
                return "Firing transaction rolled back";
            default:
                return "Vendor-defined reason: " + reason;
        }
    }

    /** For subclasses: the number. */
    protected final int getReason() {
        return reason;
    }
}
