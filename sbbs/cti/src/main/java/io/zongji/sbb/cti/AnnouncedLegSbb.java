package io.zongji.sbb.cti;

import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.sbb.events.LegAnnounced;
import io.zongji.sbb.events.LegPickedUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leg whose party may be told what the call is about, between answering and being connected. What cannot be played, or
 * does not end, keeps nobody waiting: the party is connected without.
 */
public abstract class AnnouncedLegSbb extends GivenLegSbb {

    private static final Logger log = LoggerFactory.getLogger(AnnouncedLegSbb.class);

    private static final String ANNOUNCEMENT = "agent-announcement";
    private static final List<String> BEEP = List.of("tone:beep");
    private static final PlayRequest AUTO_ANSWERED = PlayRequest.once("auto-answered", BEEP, false);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Ends the announcement at the latest; null unless one is played. */
    public abstract TimerID getAnnouncementEnd();

    public abstract void setAnnouncementEnd(TimerID timer);

    public abstract void fireLegPickedUp(LegPickedUp event, ActivityContextInterface activity, Address address);

    public abstract void fireLegAnnounced(LegAnnounced event, ActivityContextInterface activity, Address address);

    /** An activity that lasts as long as the party is there. */
    abstract ActivityContextInterface whileUp();

    /** Somebody is there: connects, after the announcement if there is one. */
    final void announce() {
        if (getDestination().announced().isEmpty()) {
            warn();
            connected();
            return;
        }
        List<String> heard = new ArrayList<>(getDestination().auto() ? BEEP : List.of());
        heard.addAll(getDestination().announced());
        setAnnouncementEnd(startTimer(whileUp(), LONGEST.toMillis()));
        connection().player().play(PlayRequest.once(ANNOUNCEMENT, heard, false));
        if (isCallOpen()) {
            fireLegPickedUp(new LegPickedUp(getLeg(), getDestination().announced()), getCallActivity(), null);
        }
    }

    /** Who did not answer by hand hears that somebody is there now. */
    private void warn() {
        if (getDestination().auto()) {
            connection().player().play(AUTO_ANSWERED);
        }
    }

    public void onPlayerEvent(PlayerEvent event, ActivityContextInterface activity) {
        if (getAnnouncementEnd() == null || !event.playId().equals(ANNOUNCEMENT)) {
            return;
        }
        if (event.reason() == PlayerEvent.Reason.FAILED) {
            log.warn(
                    "Leg {}: the announcement {} could not be played: {}",
                    getLeg(),
                    getDestination().announced(),
                    event.error());
            warn();
            announced("promptUnavailable");
        } else {
            announced(null);
        }
    }

    @Override
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getAnnouncementEnd())) {
            super.onTimer(event, activity);
            return;
        }
        log.warn(
                "Leg {}: the announcement {} is too long and is cut off",
                getLeg(),
                getDestination().announced());
        if (connection() != null) {
            connection().player().stop();
        }
        announced("tooLong");
    }

    private void announced(String failure) {
        setAnnouncementEnd(null);
        if (getState() != LegState.ANSWERED) {
            return;
        }
        if (isCallOpen()) {
            LegAnnounced announced = new LegAnnounced(getLeg(), getDestination().announced(), failure);
            fireLegAnnounced(announced, getCallActivity(), null);
        }
        connected();
    }
}
