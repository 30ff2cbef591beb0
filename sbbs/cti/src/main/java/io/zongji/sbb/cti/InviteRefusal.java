package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.config.Trunk;

/**
 * How a call that is not let in is turned away.
 *
 * @param cause     why, and with which final response
 * @param challenge the caller may try again with credentials; the cause is not sent then
 * @param trunk     where it came in; null when unknown
 * @param recorded  whether it gets a call record
 */
record InviteRefusal(Cause cause, boolean challenge, String caller, String dialled, Trunk trunk, boolean recorded) {

    /** The refusal in a decision that lets nobody in. */
    static InviteRefusal of(AdmissionDecision decision) {
        if (decision instanceof AdmissionDecision.Refuse no) {
            return new InviteRefusal(no.cause(), false, no.caller(), no.dialled(), no.trunk(), no.recorded());
        }
        if (decision instanceof AdmissionDecision.Blocked no) {
            return new InviteRefusal(Cause.BLACKLISTED, false, no.caller(), no.dialled(), no.trunk(), true);
        }
        return new InviteRefusal(Cause.FORBIDDEN, true, "", "", null, false);
    }
}
