package io.zongji.slee.testkit.probe;

import io.zongji.slee.testkit.stub.StubActivityContextInterfaceFactory;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.io.IOException;
import java.util.function.Consumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.ActivityEndEvent;
import javax.slee.Address;
import javax.slee.ChildRelation;
import javax.slee.CreateException;
import javax.slee.EventContext;
import javax.slee.InitialEventSelector;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import javax.slee.SbbLocalObject;
import javax.slee.ServiceID;
import javax.slee.facilities.ActivityContextNamingFacility;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.nullactivity.NullActivity;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;
import javax.slee.serviceactivity.ServiceStartedEvent;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** An SBB whose handlers note themselves in the {@link Probe} journal and then run the script the event brings. */
public abstract class ProbeSbb implements Sbb {
    private SbbContext context;
    private boolean rolledBackObject;

    // --- what the container generates ---

    public abstract String getValue();

    public abstract void setValue(String value);

    public abstract int getCount();

    public abstract void setCount(int count);

    public abstract StubResource.Mode getMode();

    public abstract void setMode(StubResource.Mode mode);

    public abstract long[] getNumbers();

    public abstract void setNumbers(long[] numbers);

    public abstract SbbLocalObject getPeer();

    public abstract void setPeer(SbbLocalObject peer);

    public abstract ActivityContextInterface getKept();

    public abstract void setKept(ActivityContextInterface kept);

    public abstract EventContext getHeld();

    public abstract void setHeld(EventContext held);

    public abstract ChildRelation getChild();

    public abstract ChildRelation getElder();

    public abstract ProbeUsage getDefaultSbbUsageParameterSet();

    public abstract ProbeUsage getSbbUsageParameterSet(String name) throws UnrecognizedUsageParameterSetNameException;

    public abstract ProbeAci asSbbActivityContextInterface(ActivityContextInterface aci);

    public abstract void fireAlpha(StubEvent event, ActivityContextInterface aci, Address address);

    public abstract void fireBeta(StubEvent event, ActivityContextInterface aci, Address address);

    public abstract void fireGamma(StubEvent event, ActivityContextInterface aci, Address address, ServiceID service);

    // --- handlers ---

    public void onAlpha(StubEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Alpha", event.payload(), aci, eventContext);
    }

    public void onBeta(StubEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Beta", event.payload(), aci, eventContext);
    }

    public void onGamma(StubEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Gamma", event.payload(), aci, eventContext);
    }

    public void onTimer(TimerEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Timer", null, aci, eventContext);
    }

    public void onEnd(ActivityEndEvent event, ProbeAci aci, EventContext eventContext) {
        handle("End", null, aci, eventContext);
    }

    public void onStarted10(ServiceStartedEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Started10", null, aci, eventContext);
    }

    public void onStarted11(ServiceStartedEvent event, ProbeAci aci, EventContext eventContext) {
        handle("Started11", null, aci, eventContext);
    }

    private void handle(String name, Object payload, ProbeAci aci, EventContext eventContext) {
        Probe.note(name() + " " + name);
        run(payload instanceof Script brought ? brought : Probe.script(name), aci, eventContext);
    }

    private void run(Script script, ProbeAci aci, EventContext eventContext) {
        if (script == null) {
            return;
        }
        try {
            script.run(this, aci, eventContext);
        } catch (RuntimeException | Error e) {
            Probe.failed(e);
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public InitialEventSelector select(InitialEventSelector choice) {
        return Probe.select(choice);
    }

    // --- local interface ---

    public void call(Consumer<ProbeSbb> action) {
        action.accept(this);
    }

    public int add(int a, int b) {
        return a + b;
    }

    public StubResource.Mode[] modes(StubResource.Mode mode) {
        return new StubResource.Mode[] {mode};
    }

    public void failChecked(String message) throws IOException {
        throw new IOException(message);
    }

    // --- for scripts ---

    /** The name of this SBB, as its descriptor has it. */
    public String name() {
        return context.getSbb().getName();
    }

    public SbbContext context() {
        return context;
    }

    public SbbLocalObject self() {
        return context.getSbbLocalObject();
    }

    /** A new child, attached to the context. */
    public ProbeLocal attachChild(ChildRelation relation, ActivityContextInterface aci) throws CreateException {
        SbbLocalObject child = relation.create();
        aci.attach(child);
        return (ProbeLocal) child;
    }

    /** Below {@code java:comp/env/slee}, cast to what the caller wants. */
    public <T> T lookup(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup("java:comp/env/" + name));
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    public TimerFacility timers() {
        return lookup("slee/facilities/timer", TimerFacility.class);
    }

    public ActivityContextNamingFacility names() {
        return lookup("slee/facilities/activitycontextnaming", ActivityContextNamingFacility.class);
    }

    public StubResource resource() {
        return lookup("slee/resources/stub/resource", StubResource.class);
    }

    public StubActivityContextInterfaceFactory stubFactory() {
        return lookup("slee/resources/stub/factory", StubActivityContextInterfaceFactory.class);
    }

    public NullActivity nullActivity() {
        return lookup("slee/nullactivity/factory", NullActivityFactory.class).createNullActivity();
    }

    public ActivityContextInterface contextOf(NullActivity activity) throws Exception {
        return lookup("slee/nullactivity/activitycontextinterfacefactory", NullActivityContextInterfaceFactory.class)
                .getActivityContextInterface(activity);
    }

    /** Whether this object is the one that was told of a rollback, to tell it from the one that failed. */
    public boolean isRolledBackObject() {
        return rolledBackObject;
    }

    // --- life cycle ---

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
    }

    @Override
    public void unsetSbbContext() {
        context = null;
    }

    @Override
    public void sbbCreate() throws CreateException {
        try {
            callback("sbbCreate");
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof CreateException refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    public void sbbPostCreate() {
        callback("sbbPostCreate");
    }

    @Override
    public void sbbActivate() {
        callback("sbbActivate");
    }

    @Override
    public void sbbPassivate() {
        callback("sbbPassivate");
    }

    @Override
    public void sbbLoad() {
        callback("sbbLoad");
    }

    @Override
    public void sbbStore() {
        callback("sbbStore");
    }

    @Override
    public void sbbRemove() {
        callback("sbbRemove");
    }

    private void callback(String what) {
        Probe.note(name() + " " + what);
        run(Probe.script(what), null, null);
    }

    @Override
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci) {
        Probe.note(name() + " sbbExceptionThrown " + exception.getMessage());
        rolledBackObject = true;
        run(Probe.script("sbbExceptionThrown"), null, null);
    }

    @Override
    public void sbbRolledBack(RolledBackContext rolledBack) {
        Probe.note(name() + " sbbRolledBack" + (rolledBackObject ? " on the failed object" : "")
                + (rolledBack.isRemoveRolledBack() ? " of a removal" : ""));
        run(
                Probe.script("sbbRolledBack"),
                asSbbActivityContextInterface(rolledBack.getActivityContextInterface()),
                null);
    }
}
