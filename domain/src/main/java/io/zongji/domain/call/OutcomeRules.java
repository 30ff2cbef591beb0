package io.zongji.domain.call;

import io.zongji.domain.journal.CallEventData;

/**
 * Finds the one outcome of a call. What counts, in this order: that the installation went down, that somebody talked, that
 * a message was left, that a queue turned the caller away, why the call ended, and where the caller was when it did.
 */
final class OutcomeRules {
    private String firstReleasedBy;
    private CallStage stageAtEnd;
    private Cause callerCause;
    private Cause failure;
    private Cause diversion;
    private String releasedBy;
    private Cause cause;

    void queued() {
        diversion = null;
    }

    void diverted(Cause why) {
        diversion = why;
    }

    void failed(Cause why) {
        failure = why == null ? failure : why;
    }

    /** The first leg that leaves tells who released the call, and the caller's tells where it was. */
    void legCleared(String role, Cause why, CallStage stage) {
        firstReleasedBy = firstReleasedBy == null ? role : firstReleasedBy;
        if (CallEventData.ROLE_CALLER.equals(role) && stageAtEnd == null) {
            stageAtEnd = stage;
            callerCause = why;
        }
    }

    void cleared(String by, Cause why, CallStage stage) {
        stageAtEnd = stageAtEnd == null ? stage : stageAtEnd;
        releasedBy = by != null ? by : firstReleasedBy != null ? firstReleasedBy : CallEventData.SYSTEM;
        cause = firstKnown(why, callerCause, failure);
    }

    private static Cause firstKnown(Cause... causes) {
        for (Cause known : causes) {
            if (known != null) {
                return known;
            }
        }
        return Cause.NORMAL;
    }

    Cause cause() {
        return cause;
    }

    String releasedBy() {
        return releasedBy;
    }

    Outcome decide(Direction direction, boolean answered, boolean voicemail, boolean flow) {
        if (cause == Cause.SYSTEM_RESTART || cause == Cause.SHUTDOWN) {
            return Outcome.CUT_OFF;
        } else if (answered) {
            return Outcome.ANSWERED;
        } else if (voicemail) {
            return Outcome.VOICEMAIL;
        }
        if (direction != Direction.INBOUND && !flow && diversion == null) {
            return ofMadeCall();
        }
        Outcome refusedByQueue = diversion == null ? null : queueOutcome(diversion);
        return refusedByQueue != null ? refusedByQueue : byCause(flow);
    }

    /** A call that one of ours made and that nobody answered. */
    private Outcome ofMadeCall() {
        return switch (cause) {
            case MEDIA_NOT_ACCEPTABLE,
                    MEDIA_NODE_LOST,
                    NETWORK_FAILURE,
                    TEMPORARY_FAILURE,
                    RESOURCES_EXHAUSTED,
                    OVERLOAD -> Outcome.FAILED;
            default ->
                CallEventData.ROLE_AGENT.equals(releasedBy) ? Outcome.ABANDONED_WHILE_RINGING : Outcome.NOT_ANSWERED;
        };
    }

    private static Outcome queueOutcome(Cause why) {
        return switch (why) {
            case QUEUE_FULL -> Outcome.QUEUE_FULL;
            case QUEUE_TIMEOUT -> Outcome.QUEUE_TIMEOUT;
            case NO_AGENTS -> Outcome.NO_AGENTS;
            default -> null;
        };
    }

    private Outcome byCause(boolean flow) {
        return switch (cause) {
            case BLACKLISTED -> Outcome.BLOCKED;
            case QUEUE_FULL, QUEUE_TIMEOUT, NO_AGENTS -> queueOutcome(cause);
            case MENU_ERROR_LIMIT, FLOW_LIMIT -> Outcome.ENDED_BY_IVR;
            case FORBIDDEN, OVERLOAD, RESOURCES_EXHAUSTED, UNALLOCATED_NUMBER, INVALID_NUMBER, RELEASED ->
                Outcome.REFUSED;
            case BUSY, NO_ANSWER, DECLINED, UNREACHABLE, AGENT_LEFT -> Outcome.NOT_ANSWERED;
            case MEDIA_NOT_ACCEPTABLE, MEDIA_NODE_LOST, NETWORK_FAILURE, TEMPORARY_FAILURE, FLOW_ERROR ->
                Outcome.FAILED;
            // A caller who vanished without a word gave up as well.
            case MEDIA_TIMEOUT, SESSION_TIMEOUT, CANCELLED -> abandoned();
            default -> CallEventData.ROLE_CALLER.equals(releasedBy) ? abandoned() : ended(flow);
        };
    }

    private Outcome abandoned() {
        return switch (stageAtEnd) {
            case WAITING -> Outcome.ABANDONED_IN_QUEUE;
            case RINGING -> Outcome.ABANDONED_WHILE_RINGING;
            default -> Outcome.ABANDONED_IN_IVR;
        };
    }

    private Outcome ended(boolean flow) {
        return flow && (stageAtEnd == CallStage.IVR || stageAtEnd == CallStage.SETUP)
                ? Outcome.SERVED_BY_IVR
                : Outcome.FAILED;
    }
}
