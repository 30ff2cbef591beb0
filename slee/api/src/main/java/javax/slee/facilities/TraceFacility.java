package javax.slee.facilities;

import javax.slee.ComponentID;
import javax.slee.UnrecognizedComponentException;

/**
 * Emits trace notifications of SLEE 1.0.
 *
 * @deprecated use {@link Tracer}
 */
@Deprecated
public interface TraceFacility {
    /** The level from which on messages of a component pass. */
    Level getTraceLevel(ComponentID messageSource)
            throws NullPointerException, UnrecognizedComponentException, FacilityException;

    /** Emits a message; the timestamp is in milliseconds since the epoch. */
    void createTrace(ComponentID messageSource, Level traceLevel, String messageType, String message, long timestamp)
            throws NullPointerException, IllegalArgumentException, UnrecognizedComponentException, FacilityException;

    /** Emits a message with a cause. */
    void createTrace(
            ComponentID messageSource,
            Level traceLevel,
            String messageType,
            String message,
            Throwable cause,
            long timestamp)
            throws NullPointerException, IllegalArgumentException, UnrecognizedComponentException, FacilityException;
}
