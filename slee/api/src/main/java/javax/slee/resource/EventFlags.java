package javax.slee.resource;

/**
 * The flags with which a resource adaptor fires an event, and those it gets back. Bits 0 to 23 belong to the
 * specification, 24 to 31 to the makers of SLEEs.
 */
public final class EventFlags {
    /** Nothing special is asked for. */
    public static final int NO_FLAGS = 0;

    /** The SLEE may marshal the event. */
    public static final int SLEE_MAY_MARSHAL = 0x10;

    /** The SLEE is to call {@link ResourceAdaptor#eventProcessingSuccessful}. */
    public static final int REQUEST_PROCESSING_SUCCESSFUL_CALLBACK = 0x20;

    /** The SLEE is to call {@link ResourceAdaptor#eventProcessingFailed}. */
    public static final int REQUEST_PROCESSING_FAILED_CALLBACK = 0x40;

    /** The SLEE is to call {@link ResourceAdaptor#eventUnreferenced}. */
    public static final int REQUEST_EVENT_UNREFERENCED_CALLBACK = 0x80;

    /** Set by the SLEE: an event handler was called. */
    public static final int SBB_PROCESSED_EVENT = 0x100;

    /** The bits of the specification. */
    public static final int STANDARD_FLAGS_MASK = 0x00ffffff;

    /** The bits of the makers of SLEEs. */
    public static final int VENDOR_FLAGS_MASK = 0xff000000;

    private EventFlags() {}

    /** Whether no flag is set. */
    public static boolean hasNoFlags(int flags) {
        return flags == NO_FLAGS;
    }

    /** Whether any flag of the specification is set. */
    public static boolean hasStandardFlags(int flags) {
        return hasFlags(flags, STANDARD_FLAGS_MASK);
    }

    /** Whether any flag of a SLEE's maker is set. */
    public static boolean hasVendorFlags(int flags) {
        return hasFlags(flags, VENDOR_FLAGS_MASK);
    }

    /** Whether any of the given flags is set. */
    public static boolean hasFlags(int flags, int flagsToTestFor) {
        return (flags & flagsToTestFor) != 0;
    }

    /** Whether {@link #SLEE_MAY_MARSHAL} is set. */
    public static boolean hasSleeMayMarshal(int flags) {
        return hasFlags(flags, SLEE_MAY_MARSHAL);
    }

    /** Whether {@link #REQUEST_PROCESSING_SUCCESSFUL_CALLBACK} is set. */
    public static boolean hasRequestProcessingSuccessfulCallback(int flags) {
        return hasFlags(flags, REQUEST_PROCESSING_SUCCESSFUL_CALLBACK);
    }

    /** Whether {@link #REQUEST_PROCESSING_FAILED_CALLBACK} is set. */
    public static boolean hasRequestProcessingFailedCallback(int flags) {
        return hasFlags(flags, REQUEST_PROCESSING_FAILED_CALLBACK);
    }

    /** Whether {@link #REQUEST_EVENT_UNREFERENCED_CALLBACK} is set. */
    public static boolean hasRequestEventReferenceReleasedCallback(int flags) {
        return hasFlags(flags, REQUEST_EVENT_UNREFERENCED_CALLBACK);
    }

    /** Whether {@link #SBB_PROCESSED_EVENT} is set. */
    public static boolean hasSbbProcessedEvent(int flags) {
        return hasFlags(flags, SBB_PROCESSED_EVENT);
    }

    /** The flags with {@link #SLEE_MAY_MARSHAL}. */
    public static int setSleeMayMarshal(int currentFlags) {
        return currentFlags | SLEE_MAY_MARSHAL;
    }

    /** The flags with {@link #REQUEST_PROCESSING_SUCCESSFUL_CALLBACK}. */
    public static int setRequestProcessingSuccessfulCallback(int currentFlags) {
        return currentFlags | REQUEST_PROCESSING_SUCCESSFUL_CALLBACK;
    }

    /** The flags with {@link #REQUEST_PROCESSING_FAILED_CALLBACK}. */
    public static int setRequestProcessingFailedCallback(int currentFlags) {
        return currentFlags | REQUEST_PROCESSING_FAILED_CALLBACK;
    }

    /** The flags with {@link #REQUEST_EVENT_UNREFERENCED_CALLBACK}. */
    public static int setRequestEventReferenceReleasedCallback(int currentFlags) {
        return currentFlags | REQUEST_EVENT_UNREFERENCED_CALLBACK;
    }

    /** The flags with {@link #SBB_PROCESSED_EVENT}; for the SLEE only. */
    public static int setSbbProcessedEvent(int currentFlags) {
        return currentFlags | SBB_PROCESSED_EVENT;
    }

    /** The names of the set flags, joined by a bar. */
    public static String toString(int flags) {
        return new FlagNames(flags)
                .name(SLEE_MAY_MARSHAL, "SLEE_MAY_MARSHAL")
                .name(REQUEST_PROCESSING_SUCCESSFUL_CALLBACK, "REQUEST_PROCESSING_SUCCESSFUL_CALLBACK")
                .name(REQUEST_PROCESSING_FAILED_CALLBACK, "REQUEST_PROCESSING_FAILED_CALLBACK")
                .name(REQUEST_EVENT_UNREFERENCED_CALLBACK, "REQUEST_EVENT_UNREFERENCED_CALLBACK")
                .name(SBB_PROCESSED_EVENT, "SBB_PROCESSED_EVENT")
                .vendor(VENDOR_FLAGS_MASK)
                .text();
    }
}
