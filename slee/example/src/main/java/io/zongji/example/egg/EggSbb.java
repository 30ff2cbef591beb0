package io.zongji.example.egg;

import io.zongji.example.event.EggReady;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.SLEEException;
import javax.slee.SbbContext;
import javax.slee.UnrecognizedActivityException;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;

/** The child: one egg in the water. Waits on a null activity of its own, so that no other egg hears its timer. */
public abstract class EggSbb extends EmptySbb {
    private SbbContext context;
    private TimerFacility timers;
    private NullActivityFactory nullActivities;
    private NullActivityContextInterfaceFactory nullContexts;

    // --- CMP fields; the container implements them ---

    public abstract int getNumber();

    public abstract void setNumber(int number);

    public abstract ActivityContextInterface getLine();

    public abstract void setLine(ActivityContextInterface line);

    public abstract TimerID getTimer();

    public abstract void setTimer(TimerID timer);

    /** The event of our own; the container implements the method (JAIN SLEE 1.1, 6.6). */
    public abstract void fireEggReady(EggReady event, ActivityContextInterface aci, Address address);

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
        try {
            Context slee = (Context) new InitialContext().lookup("java:comp/env/slee");
            timers = (TimerFacility) slee.lookup("facilities/timer");
            nullActivities = (NullActivityFactory) slee.lookup("nullactivity/factory");
            nullContexts =
                    (NullActivityContextInterfaceFactory) slee.lookup("nullactivity/activitycontextinterfacefactory");
        } catch (NamingException e) {
            throw new SLEEException("The environment of " + sbbContext.getSbb() + " is incomplete", e);
        }
    }

    /** Of the local interface. */
    public void boil(int number, int seconds, ActivityContextInterface line) {
        setNumber(number);
        setLine(line);
        try {
            ActivityContextInterface own =
                    nullContexts.getActivityContextInterface(nullActivities.createNullActivity());
            own.attach(context.getSbbLocalObject());
            long ready = System.currentTimeMillis() + seconds * 1_000L;
            setTimer(timers.setTimer(own, null, ready, new TimerOptions()));
        } catch (UnrecognizedActivityException e) {
            throw new SLEEException("A null activity that was just created is unknown", e);
        }
    }

    /** Of the local interface. */
    public int number() {
        return getNumber();
    }

    /** A timer holds its activity: without this the null activity would live on until the egg is ready. */
    @Override
    public void sbbRemove() {
        timers.cancelTimer(getTimer());
    }

    public void onTimer(TimerEvent event, ActivityContextInterface own) {
        fireEggReady(new EggReady(getNumber()), getLine(), null);
    }
}
