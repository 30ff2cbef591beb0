package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.ra.media.NetworkConnection;
import javax.slee.ActivityContextInterface;

/** A leg on which we dial. */
public interface OutgoingLegSbbLocal extends LegSbbLocal {

    /**
     * Rings a phone.
     *
     * @param destination where to send the INVITE and what to show
     * @param peer        whom the party will talk with, whose codec is then offered first; may be null
     * @param call        the call's activity, on which the leg reports
     */
    void dial(LegId leg, Destination destination, NetworkConnection peer, ActivityContextInterface call);
}
