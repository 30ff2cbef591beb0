package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import javax.slee.ActivityContextInterface;

/** A leg on which we dial. */
public interface OutgoingLegSbbLocal extends LegSbbLocal {

    /**
     * Rings a phone.
     *
     * @param call        the call's activity, on which the leg reports
     * @param destination where to send the INVITE and what to show
     */
    void dial(LegId leg, Destination destination, ActivityContextInterface call);
}
