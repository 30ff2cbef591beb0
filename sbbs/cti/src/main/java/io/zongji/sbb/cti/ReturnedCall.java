package io.zongji.sbb.cti;

import io.zongji.domain.conversation.Refusal;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.ServiceRequest;
import javax.slee.ActivityContextInterface;

/** The part of a call that an agent gave to a queue which turned the caller away, and that comes back to that agent. */
public abstract class ReturnedCall extends DeflectedCall {

    @Override
    final void ringAgain(String device) {
        ServiceRequest request = returning(device);
        agentAt(request.target())
                .ifPresentOrElse(agent -> engage(agent, false, request), () -> answer(request, Refusal.UNAVAILABLE));
    }

    @Override
    public void onEngagementDecided(EngagementDecided event, ActivityContextInterface activity) {
        boolean waits = getPhase() == CallPhase.WAITING && customerConnection() != null;
        boolean returns = event.granted() && event.request().reply() == PhoneReply.RETURNING && waits;
        if (!returns) {
            super.onEngagementDecided(event, activity);
        } else if (destinationOf(event.request().target()).isPresent()) {
            ringForCaller(event.request(), event.agent());
        } else {
            giveBack(event.agent(), false);
            answer(event.request(), Refusal.DEVICE_UNREACHABLE);
        }
    }
}
