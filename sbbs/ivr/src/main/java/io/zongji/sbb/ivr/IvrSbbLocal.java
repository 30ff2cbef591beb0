package io.zongji.sbb.ivr;

import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;

/** Runs one flow for one party of a call. */
public interface IvrSbbLocal extends SbbLocalObject {

    /**
     * Starts the flow. Every time it hands the party over or hangs up, it says so by a {@code FlowEnded} on the call's
     * activity, unless {@link #stop()} comes first.
     *
     * @param flow  the flow's id; a missing flow ends at once with its cause
     * @param leg   the party's leg, for the journal
     * @param media the activity of the party's network connection
     * @param call  the call's activity
     */
    void start(FlowId flow, LegId leg, ActivityContextInterface media, ActivityContextInterface call);

    /** The queue did not take the party: the flow goes on from where it handed over. */
    void routeRefused(Cause cause);

    /** The party is gone: stops whatever runs, without a report. A message being recorded is kept. */
    void stop();
}
