package io.zongji.sbb.cti;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.sip.Flow;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.LegInTransit;
import javax.sip.RequestEvent;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;

/**
 * A leg that may go on in another call. Its dialog and media stay what they are, so that the party notices nothing. The
 * leg that gives stays attached to them until the other one is: what nobody is attached to is ended.
 */
public abstract class GivenLegSbb extends DiallingLegSbb {

    public final boolean follow(CallId other) {
        return connection() == null || !connection().changeCall(other.value());
    }

    public final LegInTransit give() {
        boolean changes = getPendingOffer() != null || getOfferOut() || getOfferDue() || getAnswerInAck();
        if (getState() != LegState.CONNECTED || changes || getRefer() != null || getDialogActivity() == null) {
            return null;
        }
        leave();
        setState(LegState.GIVEN);
        return new GivenLeg(getDialogActivity(), getMediaActivity(), getDestination(), getPhoneHolds());
    }

    public final void take(LegId leg, LegInTransit given, ActivityContextInterface call) {
        GivenLeg from = (GivenLeg) given;
        begin(leg, call);
        setDestination(from.destination());
        setPhoneHolds(from.phoneHolds());
        setDialogActivity(from.dialog());
        setMediaActivity(from.media());
        setState(LegState.CONNECTED);
        boolean heard = attachTo(from.media());
        if (!attachTo(from.dialog())) {
            closed(Cause.NORMAL, true); // has hung up in between
            return;
        }
        nameCall(true);
        if (!heard || !followPage(from.destination())) {
            release(Cause.NETWORK_FAILURE);
        }
    }

    /**
     * Lets the phone name its call in another by the dialog (RFC 3891).
     *
     * @param anew another call had the name before
     */
    final void nameCall(boolean anew) {
        if (getDestination().extension() == null || getDestination().isBrowser() || !isCallOpen()) {
            return;
        }
        String name = ActivityNames.dialog(dialog().getCallId().getCallId(), dialog().getRemoteTag());
        if (anew) {
            activities().release(name);
        }
        activities().nameIfFree(getCallActivity(), name);
    }

    private boolean attachTo(ActivityContextInterface activity) {
        if (activity.isEnding()) {
            return false;
        }
        activity.attach(context().getSbbLocalObject());
        return true;
    }

    private boolean followPage(Destination to) {
        return to.flow() == null || follow(Flow.parse(to.flow()), to.extension());
    }

    public final void taken() {
        if (getState() == LegState.GIVEN) {
            leave(getDialogActivity());
            leave(getMediaActivity());
            closed(Cause.NORMAL, false);
        }
    }

    private void leave(ActivityContextInterface activity) {
        if (!activity.isEnding()) {
            activity.detach(context().getSbbLocalObject());
        }
    }

    /** The peer may ask again as soon as the two calls have agreed. */
    @Override
    public void onReInvite(RequestEvent event, ActivityContextInterface activity) {
        if (getState() == LegState.GIVEN) {
            respond(event, Response.REQUEST_PENDING);
        } else {
            super.onReInvite(event, activity);
        }
    }

    @Override
    public void onConnectionEvent(ConnectionEvent event, ActivityContextInterface activity) {
        if (getState() != LegState.GIVEN) {
            super.onConnectionEvent(event, activity);
        }
    }

    public final void takeBack() {
        if (getState() == LegState.GIVEN) {
            setState(LegState.CONNECTED);
            release(Cause.TEMPORARY_FAILURE);
        }
    }
}
