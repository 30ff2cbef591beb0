package io.zongji.benchmarks.sbb;

import io.zongji.slee.testkit.stub.StubEvent;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbContext;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;

/** Remembers a number and waits for a timer that is hours away. */
public abstract class WaitingSbb extends MeasuredSbb {
    private static final long FAR = Duration.ofHours(6).toMillis();

    private TimerFacility timers;

    public abstract long getBegun();

    public abstract void setBegun(long begun);

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        super.setSbbContext(sbbContext);
        try {
            timers = (TimerFacility) new InitialContext().lookup("java:comp/env/slee/facilities/timer");
        } catch (NamingException e) {
            throw new IllegalStateException("No timer facility", e);
        }
    }

    public void onBegin(StubEvent event, ActivityContextInterface aci) {
        long now = System.currentTimeMillis();
        setBegun(now);
        timers.setTimer(aci, null, now + FAR, new TimerOptions());
    }

    public void onTimer(TimerEvent event, ActivityContextInterface aci) {
        throw new IllegalStateException("begun at " + getBegun() + " and over too soon");
    }
}
