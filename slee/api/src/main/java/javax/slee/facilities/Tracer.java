package javax.slee.facilities;

/**
 * Emits trace messages. Tracers form a hierarchy by the dots in their names; one without a level of its own has its
 * parent's. Not bound to transactions, and safe for use by many threads.
 */
public interface Tracer {
    /** The name; empty for the root. */
    String getTracerName();

    /** The parent's name; null for the root. */
    String getParentTracerName();

    /** The level in force. */
    TraceLevel getTraceLevel() throws FacilityException;

    /** Whether severe messages pass. */
    boolean isSevereEnabled() throws FacilityException;

    /** Whether warnings pass. */
    boolean isWarningEnabled() throws FacilityException;

    /** Whether information passes. */
    boolean isInfoEnabled() throws FacilityException;

    /** Whether messages about the configuration pass. */
    boolean isConfigEnabled() throws FacilityException;

    /** Whether fine messages pass. */
    boolean isFineEnabled() throws FacilityException;

    /** Whether finer messages pass. */
    boolean isFinerEnabled() throws FacilityException;

    /** Whether the finest messages pass. */
    boolean isFinestEnabled() throws FacilityException;

    /** Whether messages of a level pass. */
    boolean isTraceable(TraceLevel level) throws NullPointerException, FacilityException;

    /** Emits a severe message. */
    void severe(String message) throws NullPointerException, FacilityException;

    /** Emits a severe message with a cause. */
    void severe(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a warning. */
    void warning(String message) throws NullPointerException, FacilityException;

    /** Emits a warning with a cause. */
    void warning(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits information. */
    void info(String message) throws NullPointerException, FacilityException;

    /** Emits information with a cause. */
    void info(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a message about the configuration. */
    void config(String message) throws NullPointerException, FacilityException;

    /** Emits a message about the configuration with a cause. */
    void config(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a fine message. */
    void fine(String message) throws NullPointerException, FacilityException;

    /** Emits a fine message with a cause. */
    void fine(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a finer message. */
    void finer(String message) throws NullPointerException, FacilityException;

    /** Emits a finer message with a cause. */
    void finer(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a finest message. */
    void finest(String message) throws NullPointerException, FacilityException;

    /** Emits a finest message with a cause. */
    void finest(String message, Throwable cause) throws NullPointerException, FacilityException;

    /** Emits a message of a level other than {@link TraceLevel#OFF}. */
    void trace(TraceLevel level, String message)
            throws NullPointerException, IllegalArgumentException, FacilityException;

    /** Emits a message of a level other than {@link TraceLevel#OFF} with a cause. */
    void trace(TraceLevel level, String message, Throwable cause)
            throws NullPointerException, IllegalArgumentException, FacilityException;
}
