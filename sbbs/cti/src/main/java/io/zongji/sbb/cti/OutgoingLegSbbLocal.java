package io.zongji.sbb.cti;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.events.LegInTransit;
import java.util.OptionalLong;
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

    /**
     * Makes the leg's media part of another call, to which the leg is to be given.
     *
     * @return false when that takes a while; {@code LegSuspended} and {@code LegResumed} follow
     */
    boolean follow(CallId other);

    /**
     * Does nothing more with dialog and media, for a leg of another call. It stays until {@link #taken} or {@link #takeBack}.
     *
     * @return null when the leg cannot be given now, because it is not connected or is being changed
     */
    LegInTransit give();

    /** Goes on with what a leg of another call has given. {@code LegReleased} follows at once when the party has left. */
    void take(LegId leg, LegInTransit given, ActivityContextInterface call);

    /** Another leg goes on with what this one has given; {@code LegReleased} follows. */
    void taken();

    /** Nobody goes on with what this leg has given: it is ended. {@code LegReleased} follows; without effect otherwise. */
    void takeBack();

    /**
     * Whether this phone rings for this leg, so that it can be asked to answer.
     *
     * @param number the extension at which it is registered; or the number outside that is on a standing leg
     */
    boolean ringsAt(String number);

    /** How many packets of voice came from a page so far, or until the leg's end; empty when the party is none, or that is not known. */
    OptionalLong packetsOfPage();

    /** Asks the ringing phone to answer as if its user had; false when it has not said that it understands that. */
    boolean answerByItself();
}
