package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.domain.call.LegQuality;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.LegAlerting;
import io.zongji.sbb.events.LegReleased;
import io.zongji.sbb.events.LegResumed;
import io.zongji.sbb.events.LegSuspended;
import io.zongji.sbb.events.StandingLegFreed;
import io.zongji.sbb.events.StandingLegLent;
import io.zongji.sbb.events.StandingLegWanted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;

/**
 * A leg whose party is on the phone already, on a standing leg: it borrows that one's media for a call, and has no dialog. Its
 * party hears ringing and accepts by a key or at the desk, or is connected after a tone. The end of this leg leaves the
 * standing one; the end of that one is the party's leaving here.
 */
public abstract class BorrowingLegSbb extends AnnouncedLegSbb {

    static final String TAKE_CALL = "take-call";
    static final String TAKEN = "1";

    private static final PlayRequest RINGS = PlayRequest.looped("standing-rings", List.of("tone:ringback"));
    /** Whether the party takes the call in time is the call's affair. */
    private static final Duration AS_LONG_AS_IT_RINGS = Duration.ofHours(1);

    /** The activity of the standing leg; null for a leg with a dialog, and before it is asked for its media. */
    public abstract ActivityContextInterface getStanding();

    public abstract void setStanding(ActivityContextInterface standing);

    /** What came from the party until the end; null before, and when not known. */
    public abstract Long getPacketsAtEnd();

    public abstract void setPacketsAtEnd(Long packets);

    public abstract void fireStandingLegWanted(
            StandingLegWanted event, ActivityContextInterface activity, Address address);

    public abstract void fireStandingLegFreed(
            StandingLegFreed event, ActivityContextInterface activity, Address address);

    public abstract void fireLegAlerting(LegAlerting event, ActivityContextInterface activity, Address address);

    final boolean borrows() {
        return getDestination() != null && getDestination().standing() != null;
    }

    /** Asks for the media. */
    final void borrow() {
        Optional<ActivityContextInterface> standing =
                activities().find(ActivityNames.standingLeg(getDestination().standing()));
        if (standing.isEmpty()) {
            closed(Cause.UNREACHABLE, false);
            return;
        }
        standing.get().attach(context().getSbbLocalObject());
        setStanding(standing.get());
        fireStandingLegWanted(new StandingLegWanted(getLeg()), standing.get(), null);
    }

    public void onStandingLegLent(StandingLegLent event, ActivityContextInterface activity) {
        if (!event.to().equals(getLeg()) || getState() != LegState.PREPARING) {
            return;
        }
        if (event.leg() == null) {
            closed(Cause.BUSY, false);
            return;
        }
        ActivityContextInterface media = ((LentMedia) event.leg()).activity();
        if (media.isEnding()) {
            return; // LegReleased of the standing leg is on the way
        }
        media.attach(context().getSbbLocalObject());
        setMediaActivity(media);
        setState(LegState.ALERTING);
        connection().signalDetector().flushBuffer();
        if (getDestination().auto()) {
            takeUp();
            return;
        }
        alerting(false, true);
        connection().player().play(RINGS);
        awaitKey();
    }

    final void alerting(boolean early, boolean answerable) {
        if (isCallOpen()) {
            fireLegAlerting(new LegAlerting(getLeg(), early, answerable), getCallActivity(), null);
        }
    }

    private void awaitKey() {
        connection()
                .signalDetector()
                .receiveSignals(new CollectRequest(TAKE_CALL, 1, null, AS_LONG_AS_IT_RINGS, AS_LONG_AS_IT_RINGS));
    }

    final void keyPressed(String digits) {
        if (getState() != LegState.ALERTING) {
            return;
        }
        if (digits.equals(TAKEN)) {
            takeUp();
        } else {
            awaitKey();
        }
    }

    /** The party takes the call, or need not be asked. */
    final void takeUp() {
        setState(LegState.ANSWERED);
        connection().player().stop();
        connection().signalDetector().stop();
        announce();
    }

    /** The standing leg is over, and the party with it. */
    public void onLegReleased(LegReleased event, ActivityContextInterface activity) {
        if (activity.equals(getStanding())) {
            closed(event.cause(), event.byPeer());
        }
    }

    /** The media of the standing leg is lost or goes elsewhere: its party cannot be heard for now. */
    public void onLegSuspended(LegSuspended event, ActivityContextInterface activity) {
        if (activity.equals(getStanding()) && getState() == LegState.CONNECTED) {
            setState(LegState.SUSPENDED);
            if (isCallOpen()) {
                fireLegSuspended(new LegSuspended(getLeg(), event.why()), getCallActivity(), null);
            }
        }
    }

    public void onLegResumed(LegResumed event, ActivityContextInterface activity) {
        if (activity.equals(getStanding()) && getState() == LegState.SUSPENDED) {
            setState(LegState.CONNECTED);
            if (isCallOpen()) {
                fireLegResumed(new LegResumed(getLeg()), getCallActivity(), null);
            }
        }
    }

    @Override
    final ActivityContextInterface whileUp() {
        return borrows() ? getStanding() : getDialogActivity();
    }

    @Override
    public final ActivityContextInterface borrowedMedia() {
        return borrows() ? getMediaActivity() : null;
    }

    /** The party hears nothing of this call any more, and the media stays. */
    @Override
    final LegQuality endMedia(NetworkConnection connection) {
        if (!borrows()) {
            LegQuality quality = super.endMedia(connection);
            setPacketsAtEnd(quality == null ? null : quality.received());
            return quality;
        }
        connection.player().stop();
        connection.signalDetector().stop();
        if (!getMediaActivity().isEnding()) {
            getMediaActivity().detach(context().getSbbLocalObject());
        }
        return null;
    }

    @Override
    final void leave() {
        super.leave();
        ActivityContextInterface standing = getStanding();
        if (standing != null && !standing.isEnding()) {
            fireStandingLegFreed(new StandingLegFreed(getLeg()), standing, null);
            standing.detach(context().getSbbLocalObject());
        }
        setStanding(null);
    }

    /** What becomes of the media is the standing leg's affair. */
    @Override
    public void onConnectionEvent(ConnectionEvent event, ActivityContextInterface activity) {
        if (!borrows()) {
            super.onConnectionEvent(event, activity);
        }
    }

    @Override
    public void onSdp(SdpPortManagerEvent event, ActivityContextInterface activity) {
        if (!borrows()) {
            super.onSdp(event, activity);
        }
    }
}
