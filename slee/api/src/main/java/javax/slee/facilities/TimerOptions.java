package javax.slee.facilities;

import java.io.Serializable;
import java.util.Objects;

/**
 * Says when an event of a timer is late, and what happens to late events. Not thread-safe.
 */
public class TimerOptions implements Serializable {
    private static final long serialVersionUID = 1L;

    private boolean persistent;
    private long timeout;
    private TimerPreserveMissed preserveMissed;

    /** The facility's default timeout, and of late events only the last. */
    public TimerOptions() {
        this(0, TimerPreserveMissed.LAST);
    }

    /** A copy. */
    public TimerOptions(TimerOptions options) {
        this(options.persistent, options.timeout, options.preserveMissed);
    }

    /**
     * The given timeout in milliseconds, not below 0, and treatment of late events.
     *
     * @deprecated persistence has no meaning any more
     */
    @Deprecated
    public TimerOptions(boolean persistent, long timeout, TimerPreserveMissed preserveMissed)
            throws NullPointerException, IllegalArgumentException {
        setPersistent(persistent);
        setTimeout(timeout);
        setPreserveMissed(preserveMissed);
    }

    /** The given timeout in milliseconds, not below 0, and treatment of late events. */
    public TimerOptions(long timeout, TimerPreserveMissed preserveMissed)
            throws NullPointerException, IllegalArgumentException {
        this(false, timeout, preserveMissed);
    }

    /**
     * Whether the timer is persistent.
     *
     * @deprecated persistence has no meaning any more
     */
    @Deprecated
    public final boolean isPersistent() {
        return persistent;
    }

    /**
     * Makes the timer persistent or not.
     *
     * @deprecated persistence has no meaning any more
     */
    @Deprecated
    public final void setPersistent(boolean persistent) {
        this.persistent = persistent;
    }

    /** After how many milliseconds an event is late; 0 for the facility's default. */
    public final long getTimeout() {
        return timeout;
    }

    /** Sets after how many milliseconds an event is late; not below 0. */
    public final void setTimeout(long timeout) throws IllegalArgumentException {
        if (timeout < 0) {
            throw new IllegalArgumentException("A timeout cannot be below 0: " + timeout);
        }
        this.timeout = timeout;
    }

    /** What happens to late events. */
    public final TimerPreserveMissed getPreserveMissed() {
        return preserveMissed;
    }

    /** Sets what happens to late events. */
    public final void setPreserveMissed(TimerPreserveMissed preserveMissed) throws NullPointerException {
        this.preserveMissed = Objects.requireNonNull(preserveMissed, "preserveMissed");
    }

    @Override
    public boolean equals(Object obj) {
        if (obj == this) {
            return true;
        }
        if (!(obj instanceof TimerOptions)) {
            return false;
        }
        TimerOptions that = (TimerOptions) obj;
        return persistent == that.persistent && timeout == that.timeout && preserveMissed.equals(that.preserveMissed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(persistent, timeout, preserveMissed);
    }

    @Override
    public String toString() {
        return "TimerOptions[persistent=" + persistent + ",timeout=" + timeout + ",preserve missed=" + preserveMissed
                + "]";
    }
}
