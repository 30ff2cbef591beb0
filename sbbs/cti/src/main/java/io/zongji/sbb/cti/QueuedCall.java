package io.zongji.sbb.cti;

import io.zongji.domain.TaskId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Queue;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.sbb.events.PositionAsked;
import io.zongji.sbb.events.TaskQueued;
import io.zongji.sbb.events.TaskRejected;
import io.zongji.sbb.events.TaskSubmitted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;

/** The part of a call in which the caller waits: the task at the ACD, announcements, music, the position. */
public abstract class QueuedCall extends ReachingCall {

    private static final String ANNOUNCEMENT = "announcement";
    private static final String MUSIC = "music";

    /** Asks the ACD for an agent; the caller keeps the place that the beginning of the wait gives. */
    final void submitTask() {
        setPhase(CallPhase.WAITING);
        setTaskCount(getTaskCount() + 1);
        setTask(new TaskId(callId().value() + "-q" + getTaskCount()));
        toAcd(acd -> fireTaskSubmitted(
                new TaskSubmitted(
                        getTask(),
                        callId(),
                        getQueue(),
                        getPriority(),
                        getWaitingSince(),
                        Map.of(CallEventData.CALLER, getCustomerNumber(), CallEventData.NODE, getNode())),
                acd,
                null));
    }

    public void onTaskQueued(TaskQueued event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask())) {
            return;
        }
        Queue queue = queue();
        if (!getMusicOn()) {
            setMusicOn(true);
            writeQueued(event);
            if (queue.announcement().isEmpty()) {
                playMusic();
            } else {
                customerHears(PlayRequest.once(ANNOUNCEMENT, queue.announcement(), false));
            }
            armPositionTimer(queue);
        } else if (getPositionAsked()) {
            setPositionAsked(false);
            customerHears(PlayRequest.once(ANNOUNCEMENT, positionPrompts(event.position()), false));
            armPositionTimer(queue);
        } else {
            writeQueued(event);
        }
    }

    private static List<String> positionPrompts(int position) {
        return List.of("queue-position-before", "number:" + position, "queue-position-after");
    }

    private void writeQueued(TaskQueued event) {
        Map<String, String> data =
                event.trace() == null ? new HashMap<>() : event.trace().data();
        data.put(CallEventData.QUEUE, getQueue().value());
        data.put(CallEventData.POSITION, Integer.toString(event.position()));
        write(CallEventType.QUEUED, getCustomerLegId(), data);
    }

    /** Time to tell a waiting caller the position. */
    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (!event.getTimerID().equals(getPositionTimer())) {
            return;
        }
        if (getPhase() == CallPhase.WAITING) {
            setPositionAsked(true);
            toAcd(acd -> firePositionAsked(new PositionAsked(getTask(), callId()), acd, null));
        } else if (getPhase() == CallPhase.OFFERED) {
            armPositionTimer(queue());
        }
    }

    final void playMusic() {
        Queue queue = queue();
        if (!queue.music().isEmpty()) {
            customerHears(PlayRequest.looped(MUSIC, queue.music()));
        }
    }

    /** An announcement was played to its end: music follows. */
    final void announcementPlayed(PlayerEvent event) {
        CallPhase phase = getPhase();
        if (event.playId().equals(ANNOUNCEMENT)
                && event.reason() != PlayerEvent.Reason.STOPPED
                && (phase == CallPhase.WAITING || phase == CallPhase.OFFERED)) {
            playMusic();
        }
    }

    /** The queue turned the caller away: the flow says what comes next. */
    public void onTaskRejected(TaskRejected event, ActivityContextInterface activity) {
        if (getPhase() != CallPhase.WAITING || !event.task().equals(getTask()) || customerConnection() == null) {
            return;
        }
        write(
                CallEventType.DIVERTED,
                getCustomerLegId(),
                Map.of(
                        CallEventData.QUEUE,
                        getQueue().value(),
                        CallEventData.CAUSE,
                        event.cause().code()));
        if (isTakenBack()) {
            return;
        }
        setPhase(CallPhase.IN_FLOW);
        setMusicOn(false);
        customerConnection().player().stop();
        if (getIvr() == null) {
            end(event.cause(), CallEventData.SYSTEM); // a call that we made has no flow to go back to
        } else {
            getIvr().routeRefused(event.cause());
        }
    }

    /** A queue has turned the caller away, and they have been led elsewhere. */
    abstract boolean isTakenBack();

    /** Ends the call: the ACD is told, and every leg that is still there is released. Idempotent. */
    abstract void end(Cause cause, String releasedBy);

    /** Where the ACD is asked for something; a call centre without its ACD cannot serve the call. */
    final void toAcd(Consumer<ActivityContextInterface> message) {
        acd().ifPresentOrElse(message, () -> {
            log().error("The ACD is not running; call {} cannot be served", callId());
            end(Cause.TEMPORARY_FAILURE, CallEventData.SYSTEM);
        });
    }
}
