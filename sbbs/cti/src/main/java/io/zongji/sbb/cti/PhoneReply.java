package io.zongji.sbb.cti;

import io.zongji.domain.conversation.Refusal;
import io.zongji.sbb.events.ServiceRequest;

/**
 * Marks what was asked by a phone, and how it is told the outcome. The call itself does that: whatever would be kept of an
 * SBB object in here, that object may serve another call by then.
 */
enum PhoneReply implements ServiceRequest.Reply {
    /** Asked by keys. */
    BY_SOUND,
    /** Asked by REFER. */
    BY_NOTIFY,
    /** Asked by nobody: a call comes back to the phone that handed it on. */
    RETURNING;

    @Override
    public void done(Refusal refusal) {
        // Told by the call, or there is none any more to tell it in.
    }
}
