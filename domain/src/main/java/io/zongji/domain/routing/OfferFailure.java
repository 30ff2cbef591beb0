package io.zongji.domain.routing;

import io.zongji.domain.call.Cause;

/** Why an offer came to nothing at the agent's side. */
public enum OfferFailure {
    /** The agent pressed decline; stays idle and others are asked first. */
    DECLINED("declined", false),
    /** The phone rang until the offer timed out. */
    NO_ANSWER("noAnswer", true),
    /** The phone is busy with something we do not know of. */
    PHONE_BUSY("phoneBusy", true),
    /** The phone did not answer the INVITE at all. */
    UNREACHABLE("unreachable", true),
    /** The phone answered with what we cannot use, or with an error. */
    FAILED("failed", true),
    /** We could not go on with the call ourselves; the agent and the phone have done nothing wrong. */
    OUR_FAULT("ourFault", false);

    private final String code;
    private final boolean makesBusy;

    OfferFailure(String code, boolean makesBusy) {
        this.code = code;
        this.makesBusy = makesBusy;
    }

    /** What a phone's refusal means to the ACD. */
    public static OfferFailure of(Cause cause) {
        return switch (cause) {
            case DECLINED -> DECLINED;
            case NO_ANSWER -> NO_ANSWER;
            case BUSY -> PHONE_BUSY;
            case UNREACHABLE, SESSION_TIMEOUT, NETWORK_FAILURE, UNALLOCATED_NUMBER -> UNREACHABLE;
            case MEDIA_NODE_LOST, RESOURCES_EXHAUSTED -> OUR_FAULT;
            default -> FAILED;
        };
    }

    /** The name in journals. */
    public String code() {
        return code;
    }

    /** Whether the agent is set busy, so that the next caller does not meet the same fate. */
    public boolean makesBusy() {
        return makesBusy;
    }
}
