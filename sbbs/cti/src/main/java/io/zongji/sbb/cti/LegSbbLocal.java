package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.events.ReplacedDialog;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;

/** What a call may ask of any of its legs, whichever side dialled. */
public interface LegSbbLocal extends SbbLocalObject {

    LegId id();

    /** The leg's media; null before it has any and after its release. */
    NetworkConnection connection();

    /** The activity context of the leg's media; null as {@link #connection()}. */
    ActivityContextInterface mediaActivity();

    /** The media that this leg borrows from a standing one, and that outlives it; null for a leg with its own. */
    ActivityContextInterface borrowedMedia();

    /** Whether it is at this phone that the party has the leg, or is rung for it. */
    boolean isAt(Destination phone);

    /** Whether this is the party's dialog. */
    boolean isDialog(ReplacedDialog dialog);

    /** Refuses the REFER of the party's phone. */
    void refuseReferral(int status);

    /** Accepts it; {@link #tellReferral} follows. */
    void acceptReferral();

    /** Tells the phone how far the call is that it asked for. Nothing more is told after a final SIP status. */
    void tellReferral(int status);

    /** Ends the leg in the way its state asks for (response, CANCEL or BYE). {@code LegReleased} follows. Idempotent. */
    void release(Cause cause);

    /** The trunk over which it is reached at the moment, others may have failed; null when over none that we chose. */
    String trunk();
}
