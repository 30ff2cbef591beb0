package io.zongji.slee.testkit.plan;

import io.zongji.slee.testkit.probe.Probe;
import java.io.IOException;
import javax.slee.CreateException;
import javax.slee.profile.Profile;
import javax.slee.profile.ProfileContext;
import javax.slee.profile.ProfileVerificationException;

/** Notes its life in the probe's journal; a cost may not be negative. */
public abstract class PlanProfile implements Profile, PlanCmp {
    private ProfileContext context;

    public abstract PlanUsage getDefaultUsageParameterSet();

    public int costOf(int minutes) {
        getDefaultUsageParameterSet().incrementCharges(1);
        return getCost() * minutes;
    }

    public void failChecked() throws IOException {
        throw new IOException("of " + context.getProfileName());
    }

    public void raise(int by) {
        setCost(getCost() + by);
    }

    private void note(String what) {
        Probe.note("Plan " + what);
    }

    @Override
    public void setProfileContext(ProfileContext profileContext) {
        context = profileContext;
    }

    @Override
    public void unsetProfileContext() {
        context = null;
    }

    @Override
    public void profileInitialize() {
        note("profileInitialize");
        setCost(7);
    }

    @Override
    public void profilePostCreate() throws CreateException {
        note("profilePostCreate " + context.getProfileName());
    }

    @Override
    public void profileActivate() {
        note("profileActivate");
    }

    @Override
    public void profilePassivate() {
        note("profilePassivate");
    }

    @Override
    public void profileLoad() {
        note("profileLoad");
    }

    @Override
    public void profileStore() {
        note("profileStore");
    }

    @Override
    public void profileRemove() {
        note("profileRemove " + context.getProfileName());
    }

    @Override
    public void profileVerify() throws ProfileVerificationException {
        if (getCost() < 0) {
            throw new ProfileVerificationException("negative cost");
        }
    }
}
