package io.zongji.slee.testkit.plan;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;
import javax.slee.Sbb;
import javax.slee.SbbContext;
import javax.slee.profile.ProfileAddedEvent;
import javax.slee.profile.ProfileFacility;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileRemovedEvent;
import javax.slee.profile.ProfileTableActivityContextInterfaceFactory;
import javax.slee.profile.ProfileUpdatedEvent;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;

/** Runs the script an Alpha brings, and notes what it hears of profiles. */
public abstract class PlanSbb implements Sbb {
    private SbbContext context;

    /** What an Alpha may bring. */
    @FunctionalInterface
    public interface Script {
        void run(PlanSbb sbb) throws Exception;
    }

    public abstract PlanLocal getChosen();

    public abstract void setChosen(PlanLocal chosen);

    public abstract PlanCmp getPlan(ProfileID id)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException;

    public void onAlpha(StubEvent event, ActivityContextInterface aci) {
        Probe.note(context.getSbb().getName() + " Alpha");
        try {
            ((Script) event.payload()).run(this);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void onAdded(ProfileAddedEvent event, ActivityContextInterface aci) {
        Probe.note(
                "added " + event.getProfile().getProfileName() + " " + ((PlanCmp) event.getAddedProfile()).getCost());
    }

    public void onUpdated(ProfileUpdatedEvent event, ActivityContextInterface aci) {
        Probe.note("updated " + event.getProfile().getProfileName() + " "
                + ((PlanLocal) event.getBeforeUpdateProfileLocal()).getCost() + " to "
                + ((PlanCmp) event.getAfterUpdateProfile()).getCost());
    }

    public void onRemoved(ProfileRemovedEvent event, ActivityContextInterface aci) {
        Probe.note("removed " + event.getProfile().getProfileName() + " "
                + ((PlanCmp) event.getRemovedProfile()).getCost());
    }

    public SbbContext context() {
        return context;
    }

    public ProfileFacility profiles() {
        return lookup(ProfileFacility.JNDI_NAME, ProfileFacility.class);
    }

    public PlanTable plans() {
        try {
            return (PlanTable) profiles().getProfileTable("plans");
        } catch (UnrecognizedProfileTableNameException e) {
            throw new IllegalStateException(e);
        }
    }

    public PlanLocal plan(String name) {
        return (PlanLocal) plans().find(name);
    }

    /** Attaches itself to the table's activity. */
    public void listen() throws Exception {
        lookup(ProfileTableActivityContextInterfaceFactory.JNDI_NAME, ProfileTableActivityContextInterfaceFactory.class)
                .getActivityContextInterface(profiles().getProfileTableActivity("plans"))
                .attach(context.getSbbLocalObject());
    }

    private static <T> T lookup(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void setSbbContext(SbbContext sbbContext) {
        context = sbbContext;
    }

    @Override
    public void unsetSbbContext() {}

    @Override
    public void sbbCreate() {}

    @Override
    public void sbbPostCreate() {}

    @Override
    public void sbbActivate() {}

    @Override
    public void sbbPassivate() {}

    @Override
    public void sbbLoad() {}

    @Override
    public void sbbStore() {}

    @Override
    public void sbbRemove() {}

    @Override
    public void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci) {}

    @Override
    public void sbbRolledBack(RolledBackContext rolledBack) {
        Probe.note("rolled back");
    }
}
