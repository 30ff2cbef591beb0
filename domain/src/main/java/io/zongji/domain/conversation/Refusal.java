package io.zongji.domain.conversation;

import io.zongji.domain.call.Cause;

/** Why a service cannot be given. The code is the key of the sentence that people read. */
public enum Refusal {
    NO_SUCH_CALL("noSuchCall"),
    /** The one who asks is not in this call. */
    NOT_IN_CALL("notInCall"),
    /** Nobody talks yet, or the call is ending. */
    NOT_TALKING("notTalking"),
    ALREADY_HELD("alreadyHeld"),
    NOBODY_HELD("nobodyHeld"),
    ALREADY_CONSULTING("alreadyConsulting"),
    NOT_CONSULTING("notConsulting"),
    /** The colleague's phone still rings. */
    NOT_ANSWERED("notAnsweredYet"),
    NO_SUCH_DEVICE("noSuchDevice"),
    /** The phone is not registered. */
    DEVICE_UNREACHABLE("deviceUnreachable"),
    /** No queue offers this call to the one who asks. */
    NOT_OFFERED("notOffered"),
    /** The phone does not do by itself what is asked of it; its user can. */
    PHONE_CANNOT("phoneCannot"),
    /** The agent there is on another call, at rest or lost. */
    DEVICE_BUSY("deviceBusy"),
    /** That phone is in this call already. */
    ALREADY_IN_CALL("alreadyInCall"),
    /** The call has as many parties as it may have. */
    TOO_MANY_PARTIES("tooManyParties"),
    /** It took too long to find out; what was asked may have been done. */
    UNAVAILABLE("unavailable");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** Why a call ends that was to be handed to somebody who cannot take it. */
    public Cause cause() {
        return switch (this) {
            case DEVICE_BUSY, ALREADY_IN_CALL -> Cause.BUSY;
            case NO_SUCH_DEVICE -> Cause.UNALLOCATED_NUMBER;
            case DEVICE_UNREACHABLE -> Cause.UNREACHABLE;
            default -> Cause.TEMPORARY_FAILURE;
        };
    }

    /** Whether it is for the one who was to be reached; else what was asked for is not possible in the call as it is. */
    public boolean ofTarget() {
        return switch (this) {
            case DEVICE_BUSY, ALREADY_IN_CALL, NO_SUCH_DEVICE, DEVICE_UNREACHABLE, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** The name in interfaces and message bundles. */
    public String code() {
        return code;
    }
}
