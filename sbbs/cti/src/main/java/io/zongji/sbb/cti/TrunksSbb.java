package io.zongji.sbb.cti;

import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.serviceactivity.ServiceStartedEvent;

/** Looks after all trunks for as long as its service runs: its timer fires twice a second. */
public abstract class TrunksSbb extends AskingSbb {

    private static final long LOOK_MILLIS = 500;

    private CallCentreStore store;
    private TimerFacility timers;
    private NamedActivities activities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        activities = new NamedActivities(environment);
    }

    final CallCentreStore store() {
        return store;
    }

    public void onServiceStarted(ServiceStartedEvent event, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        begin();
        TimerOptions options = new TimerOptions();
        options.setPreserveMissed(TimerPreserveMissed.LAST);
        timers.setTimer(
                activities.open(context().getSbbLocalObject()),
                null,
                store.clock().millis() + LOOK_MILLIS,
                LOOK_MILLIS,
                0,
                options);
    }

    /** Nothing is known of any trunk yet. */
    abstract void begin();
}
