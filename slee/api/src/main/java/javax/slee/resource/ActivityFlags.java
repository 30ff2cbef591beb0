package javax.slee.resource;

/**
 * The flags with which a resource adaptor starts an activity. Bits 0 to 23 belong to the specification, 24 to 31 to
 * the makers of SLEEs.
 */
public final class ActivityFlags {
    /** Nothing special is asked for. */
    public static final int NO_FLAGS = 0;

    /** The SLEE may marshal the activity's handle. */
    public static final int SLEE_MAY_MARSHAL = 0x1;

    /** The SLEE is to call {@link ResourceAdaptor#activityEnded}. */
    public static final int REQUEST_ENDED_CALLBACK = 0x2;

    /** The SLEE is to call {@link ResourceAdaptor#activityUnreferenced}. */
    public static final int REQUEST_ACTIVITY_UNREFERENCED_CALLBACK = 0x4;

    /** The bits of the specification. */
    public static final int STANDARD_FLAGS_MASK = 0x00ffffff;

    /** The bits of the makers of SLEEs. */
    public static final int VENDOR_FLAGS_MASK = 0xff000000;

    private ActivityFlags() {}

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

    /** Whether {@link #REQUEST_ENDED_CALLBACK} is set. */
    public static boolean hasRequestEndedCallback(int flags) {
        return hasFlags(flags, REQUEST_ENDED_CALLBACK);
    }

    /** Whether {@link #REQUEST_ACTIVITY_UNREFERENCED_CALLBACK} is set. */
    public static boolean hasRequestSleeActivityGCCallback(int flags) {
        return hasFlags(flags, REQUEST_ACTIVITY_UNREFERENCED_CALLBACK);
    }

    /** The flags with {@link #SLEE_MAY_MARSHAL}. */
    public static int setSleeMayMarshal(int currentFlags) {
        return currentFlags | SLEE_MAY_MARSHAL;
    }

    /** The flags with {@link #REQUEST_ENDED_CALLBACK}. */
    public static int setRequestEndedCallback(int currentFlags) {
        return currentFlags | REQUEST_ENDED_CALLBACK;
    }

    /** The flags with {@link #REQUEST_ACTIVITY_UNREFERENCED_CALLBACK}. */
    public static int setRequestSleeActivityGCCallback(int currentFlags) {
        return currentFlags | REQUEST_ACTIVITY_UNREFERENCED_CALLBACK;
    }

    /** The names of the set flags, joined by a bar. */
    public static String toString(int flags) {
        return new FlagNames(flags)
                .name(SLEE_MAY_MARSHAL, "SLEE_MAY_MARSHAL")
                .name(REQUEST_ENDED_CALLBACK, "REQUEST_ENDED_CALLBACK")
                .name(REQUEST_ACTIVITY_UNREFERENCED_CALLBACK, "REQUEST_ACTIVITY_UNREFERENCED_CALLBACK")
                .vendor(VENDOR_FLAGS_MASK)
                .text();
    }
}
