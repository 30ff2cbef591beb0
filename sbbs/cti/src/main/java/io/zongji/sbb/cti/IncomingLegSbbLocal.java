package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.config.Trunk;
import javax.sip.RequestEvent;
import javax.slee.ActivityContextInterface;

/** A leg whose far end dialled us. */
public interface IncomingLegSbbLocal extends LegSbbLocal {

    /**
     * Takes an INVITE and answers it as soon as its media is ready.
     *
     * @param trunk               by which it came; null when one of ours has dialled
     * @param transactionActivity the activity of the INVITE's server transaction, where a CANCEL comes
     * @param call                the call's activity, on which the leg reports
     */
    void accept(
            LegId leg,
            RequestEvent invite,
            Trunk trunk,
            ActivityContextInterface transactionActivity,
            ActivityContextInterface call);

    /** Takes an INVITE as {@link #accept} does, and lets it ring until {@link #answer}. */
    void ring(
            LegId leg,
            RequestEvent invite,
            ActivityContextInterface transactionActivity,
            ActivityContextInterface call);

    /** Answers an INVITE that rings; {@code LegConnected} follows. Without effect when it is over already. */
    void answer();
}
