package io.zongji.sbb.cti;

import io.zongji.domain.conversation.Refusal;
import io.zongji.sbb.events.ServiceRequest;

/**
 * Marks what was asked by keys of a phone. The call itself lets the phone hear the outcome: whatever would be kept of an SBB
 * object in here, that object may serve another call by then.
 */
enum HandsetReply implements ServiceRequest.Reply {
    BY_SOUND;

    @Override
    public void done(Refusal refusal) {
        // Said by the call, or there is none any more to say it in.
    }
}
