package io.zongji.sbb.acd;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.EngagementDecided;
import io.zongji.sbb.events.OfferAccepted;
import io.zongji.sbb.events.OfferMade;
import io.zongji.sbb.events.OfferWithdrawn;
import io.zongji.sbb.events.PhoneWatched;
import io.zongji.sbb.events.TaskQueued;
import io.zongji.sbb.events.TaskRejected;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;

/** What the ACD remembers and how it reaches calls and its timer; no decisions here. */
public abstract class AcdState extends ServiceSbb {

    private CallCentreStore store;
    private NamedActivities activities;
    private TimerFacility timers;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        activities = new NamedActivities(environment);
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
    }

    public abstract Acd getAcd();

    public abstract void setAcd(Acd acd);

    public abstract ActivityContextInterface getOwnActivity();

    public abstract void setOwnActivity(ActivityContextInterface activity);

    public abstract TimerID getTimer();

    public abstract void setTimer(TimerID timer);

    /** When the armed timer fires, epoch milliseconds; 0 when none is armed. */
    public abstract long getTimerAt();

    public abstract void setTimerAt(long at);

    public abstract long getConfigurationVersion();

    public abstract void setConfigurationVersion(long version);

    public abstract void fireTaskQueued(TaskQueued event, ActivityContextInterface activity, Address address);

    public abstract void fireTaskRejected(TaskRejected event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferMade(OfferMade event, ActivityContextInterface activity, Address address);

    public abstract void fireEngagementDecided(
            EngagementDecided event, ActivityContextInterface activity, Address address);

    public abstract void firePhoneWatched(PhoneWatched event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferWithdrawn(OfferWithdrawn event, ActivityContextInterface activity, Address address);

    public abstract void fireOfferAccepted(OfferAccepted event, ActivityContextInterface activity, Address address);

    final CallCentreStore store() {
        return store;
    }

    final Instant now() {
        return store.clock().instant();
    }

    /** Makes the ACD's own activity, under the name by which calls and phones find it. */
    final void openOnce() {
        if (getOwnActivity() != null) {
            return;
        }
        setOwnActivity(activities.open(ActivityNames.ACD, context().getSbbLocalObject()));
        setAcd(new Acd());
        setConfigurationVersion(-1);
    }

    /**
     * Tells a call something; one that is gone needs no telling.
     *
     * @return whether the call is still there
     */
    final boolean toCall(CallId call, Consumer<ActivityContextInterface> message) {
        return tell(ActivityNames.call(call), message);
    }

    /** Tells the registration of a phone something; one that is not registered needs no telling. */
    final void toPhone(String extension, Consumer<ActivityContextInterface> message) {
        tell(ActivityNames.registration(extension), message);
    }

    private boolean tell(String name, Consumer<ActivityContextInterface> message) {
        Optional<ActivityContextInterface> activity = activities.find(name);
        try {
            activity.ifPresent(message);
            return activity.isPresent();
        } catch (IllegalStateException e) {
            return false; // ended since we asked
        }
    }

    final boolean isRegistered(String extension) {
        return activities.find(ActivityNames.registration(extension)).isPresent();
    }

    final boolean hasStandingLeg(AgentId agent) {
        return activities.find(ActivityNames.standingLeg(agent)).isPresent();
    }

    /** One timer for all deadlines: it is moved only when something is due earlier than it was armed for. */
    final void armTimer(Optional<Instant> deadline) {
        if (deadline.isEmpty()) {
            return;
        }
        long at = deadline.get().plusNanos(999_999).toEpochMilli();
        if (getTimerAt() != 0 && getTimerAt() <= at) {
            return;
        }
        if (getTimer() != null) {
            timers.cancelTimer(getTimer());
        }
        TimerOptions options = new TimerOptions();
        options.setPreserveMissed(TimerPreserveMissed.ALL);
        setTimer(timers.setTimer(getOwnActivity(), null, at, options));
        setTimerAt(at);
    }

    final void timerFired() {
        setTimer(null);
        setTimerAt(0);
    }
}
