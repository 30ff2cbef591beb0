package io.zongji.domain.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.FlowId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.DialledCode;

/** What to do with an INVITE, and why. */
public sealed interface AdmissionDecision {

    /** A sentence for logs and the call's journal. */
    String reason();

    /**
     * Answer it and run the flow.
     *
     * @param trunk           where it came in; null when an extension dialled the number
     * @param callerExtension the extension that called; null when it came in by trunk
     */
    record ToFlow(String caller, String dialled, FlowId flow, Trunk trunk, Extension callerExtension, String reason)
            implements AdmissionDecision {}

    /** Ring another extension. */
    record ToExtension(Extension caller, Extension called, String reason) implements AdmissionDecision {}

    /** Ring a number outside. */
    record ToOutside(Extension caller, String number, String reason) implements AdmissionDecision {}

    /**
     * Ask for a state of the agent who works at the phone.
     *
     * @param agent whose state it is
     */
    record ToCode(AgentId agent, AgentCode code, String reason) implements AdmissionDecision {}

    /** Ask who wants to sign in at this phone, and for the PIN, as far as they were not dialled. */
    record ToGuestSignIn(Extension phone, DialledCode dialled, String reason) implements AdmissionDecision {}

    /** Ask for credentials (401). Also what unknown sources get, so that they cannot tell which users exist. */
    record Challenge(String reason) implements AdmissionDecision {}

    /**
     * Send the cause's final response; a call record is written when {@code recorded}.
     *
     * @param trunk    where it came in; null when unknown
     * @param recorded false for sources we do not know: they must not be able to fill the records
     */
    record Refuse(Cause cause, String caller, String dialled, Trunk trunk, boolean recorded, String reason)
            implements AdmissionDecision {}

    /** Refuse with {@link Cause#BLACKLISTED} and record it. */
    record Blocked(String caller, String dialled, Trunk trunk, BlacklistEntry entry, String reason)
            implements AdmissionDecision {}
}
