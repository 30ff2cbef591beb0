package io.zongji.domain.call;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a call or a leg ended. Journals and message bundles hold the code; the wire gets the SIP status when a leg is
 * refused before it is connected, and the Q.850 value in a Reason header (RFC 3326).
 */
public enum Cause {
    /** A party hung up, or the flow came to its end. */
    NORMAL("normal", 16, 480),
    /** The caller gave up before the call was answered. */
    CANCELLED("cancelled", 16, 487),
    BUSY("busy", 17, 486),
    NO_ANSWER("noAnswer", 19, 480),
    UNREACHABLE("unreachable", 20, 480),
    /** The party pressed decline. */
    DECLINED("declined", 21, 603),
    UNALLOCATED_NUMBER("unallocatedNumber", 1, 404),
    INVALID_NUMBER("invalidNumber", 28, 484),
    /** We do not know who calls, or they may not. */
    FORBIDDEN("forbidden", 21, 403),
    /** On the blacklist. */
    BLACKLISTED("blacklisted", 21, 603),
    /** No codec in common or no usable session description. */
    MEDIA_NOT_ACCEPTABLE("mediaNotAcceptable", 88, 488),
    /** The party sent no RTP for too long. */
    MEDIA_TIMEOUT("mediaTimeout", 102, 480),
    /** The media server that carried the party was lost, and no other could take over. */
    MEDIA_NODE_LOST("mediaNodeLost", 41, 503),
    /** A session timer ran out (RFC 4028), or a request got no answer. */
    SESSION_TIMEOUT("sessionTimeout", 102, 408),
    /** The trunk or the phone's network failed. */
    NETWORK_FAILURE("networkFailure", 38, 502),
    TEMPORARY_FAILURE("temporaryFailure", 41, 500),
    OVERLOAD("overload", 42, 503),
    /** Media ports, disk or another resource are used up. */
    RESOURCES_EXHAUSTED("resourcesExhausted", 47, 503),
    /** More menu errors than allowed. */
    MENU_ERROR_LIMIT("menuErrorLimit", 16, 480),
    /** The flow ran in circles up to its limit. */
    FLOW_LIMIT("flowLimit", 16, 480),
    /** The flow cannot be run: it is missing or broken. */
    FLOW_ERROR("flowError", 41, 500),
    QUEUE_FULL("queueFull", 42, 486),
    QUEUE_TIMEOUT("queueTimeout", 19, 480),
    NO_AGENTS("noAgents", 20, 480),
    /** The agent who was to take the call does not work here any more. */
    AGENT_LEFT("agentLeft", 20, 480),
    /** The agent whose phone rang has sent the call elsewhere. */
    DEFLECTED("deflected", 16, 480),
    /** A supervisor ended the call. */
    RELEASED("released", 16, 480),
    /** The installation stopped or crashed while the call was on. */
    SYSTEM_RESTART("systemRestart", 41, 500),
    /** The installation is being stopped in order. */
    SHUTDOWN("shutdown", 41, 503);

    private static final Map<String, Cause> BY_CODE = new HashMap<>();

    static {
        Arrays.stream(values()).forEach(cause -> BY_CODE.put(cause.code, cause));
    }

    private final String code;
    private final int q850;
    private final int sipStatus;

    Cause(String code, int q850, int sipStatus) {
        this.code = code;
        this.q850 = q850;
        this.sipStatus = sipStatus;
    }

    /** The name in journals, the database and message bundles. */
    public String code() {
        return code;
    }

    /** The cause value of ITU-T Q.850. */
    public int q850() {
        return q850;
    }

    /** The final response that refuses a leg for this cause. */
    public int sipStatus() {
        return sipStatus;
    }

    public static Optional<Cause> fromCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The cause that a failure response of a party means (RFC 3398, section 7.2.4.1, in our words). */
    public static Cause fromSipStatus(int status) {
        return switch (status) {
            case 401, 402, 403, 407 -> FORBIDDEN;
            case 404, 410, 604 -> UNALLOCATED_NUMBER;
            case 408 -> SESSION_TIMEOUT;
            case 480 -> NO_ANSWER;
            case 484 -> INVALID_NUMBER;
            case 486, 600 -> BUSY;
            case 487 -> CANCELLED;
            case 415, 488, 606 -> MEDIA_NOT_ACCEPTABLE;
            case 502, 504 -> NETWORK_FAILURE;
            case 503 -> OVERLOAD;
            case 603 -> DECLINED;
            default -> status < 300 ? NORMAL : TEMPORARY_FAILURE;
        };
    }

    /** The cause of a Reason header's Q.850 value. */
    public static Cause fromQ850(int value) {
        return switch (value) {
            case 1, 2, 3 -> UNALLOCATED_NUMBER;
            case 16, 31 -> NORMAL;
            case 17 -> BUSY;
            case 18, 19 -> NO_ANSWER;
            case 20, 27 -> UNREACHABLE;
            case 21 -> DECLINED;
            case 28 -> INVALID_NUMBER;
            case 38 -> NETWORK_FAILURE;
            case 34, 42 -> OVERLOAD;
            case 47 -> RESOURCES_EXHAUSTED;
            case 88 -> MEDIA_NOT_ACCEPTABLE;
            case 102 -> SESSION_TIMEOUT;
            default -> TEMPORARY_FAILURE;
        };
    }
}
