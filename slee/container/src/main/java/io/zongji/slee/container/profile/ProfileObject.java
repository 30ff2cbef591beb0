package io.zongji.slee.container.profile;

import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.CreateException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.Tracer;
import javax.slee.profile.Profile;
import javax.slee.profile.ProfileContext;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileManagement;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * A Java object of a profile abstract class and its {@code ProfileContext}, made for one profile in one transaction. Only
 * specifications with an abstract class have any.
 */
public final class ProfileObject implements ProfileContext {
    private final ProfileWork work;
    private final String name;
    private final ConcreteProfile profile;
    private boolean assigned;

    /** Something of the profile's own code. */
    private interface Step {
        void run() throws ProfileVerificationException, CreateException;
    }

    ProfileObject(ProfileWork work, String name) {
        this.work = work;
        this.name = name;
        this.profile = table().type().classes().newProfile();
        profile.zongjiObject(this);
        if (profile instanceof Profile object) {
            unfailing(() -> object.setProfileContext(this));
        }
        assigned = true;
    }

    ProfileTableData table() {
        return work.table();
    }

    ConcreteProfile profile() {
        return profile;
    }

    ProfileCall enter() {
        return new ProfileCall(this, work.transaction());
    }

    private void run(Step step) throws ProfileVerificationException, CreateException {
        ProfileCall call = enter();
        try {
            step.run();
            call.leave();
        } catch (Exception | Error e) {
            throw call.failed(e);
        }
    }

    private void unfailing(Step step) {
        try {
            run(step);
        } catch (ProfileVerificationException | CreateException e) {
            throw new IllegalStateException("A callback threw what it does not declare", e);
        }
    }

    // --- life ---

    /** The default profile of a new table sets its first values. */
    void initialize() {
        if (profile instanceof Profile object) {
            unfailing(object::profileInitialize);
        } else if (profile instanceof ProfileManagement object) {
            unfailing(object::profileInitialize);
        }
    }

    void postCreate() throws CreateException {
        if (profile instanceof Profile object) {
            try {
                run(object::profilePostCreate);
            } catch (ProfileVerificationException e) {
                throw new IllegalStateException("profilePostCreate threw what it does not declare", e);
            }
        }
    }

    void load() {
        if (profile instanceof Profile object) {
            unfailing(object::profileActivate);
            unfailing(object::profileLoad);
        } else if (profile instanceof ProfileManagement object) {
            unfailing(object::profileLoad);
        }
    }

    void store() {
        if (profile instanceof Profile object) {
            unfailing(object::profileStore);
        } else if (profile instanceof ProfileManagement object) {
            unfailing(object::profileStore);
        }
    }

    void verify() throws ProfileVerificationException {
        try {
            if (profile instanceof Profile object) {
                run(object::profileVerify);
            } else if (profile instanceof ProfileManagement object) {
                run(object::profileVerify);
            }
        } catch (CreateException e) {
            throw new IllegalStateException("profileVerify threw what it does not declare", e);
        }
    }

    void remove() {
        if (profile instanceof Profile object) {
            unfailing(object::profileRemove);
        }
    }

    /** The transaction is over; the object is of no use any more. */
    void dispose(boolean removed) {
        if (profile instanceof Profile object) {
            if (!removed) {
                unfailing(object::profilePassivate);
            }
            assigned = false;
            unfailing(object::unsetProfileContext);
        }
        assigned = false;
    }

    // --- for generated code ---

    public Object get(int attribute) {
        return table().type().attribute(attribute).copy(work.require(name).get(attribute));
    }

    public void set(int attribute, Object value) {
        work.set(name, attribute, value);
    }

    /** Of 1.0: whether this transaction changed the profile. */
    public boolean isDirty() {
        return work.isChanged(name);
    }

    /** Of 1.0: changes are noticed without it. */
    public void markDirty() {
        work.require(name);
    }

    /** Of 1.0: whether another profile is there. */
    public boolean isValid(ProfileID id) throws UnrecognizedProfileTableNameException {
        ProfileTableData other = table().surroundings().table(id.getProfileTableName());
        return other.row(id.getProfileName(), work.transaction()) != null;
    }

    public Object usageSet() {
        return table().usage().unnamed();
    }

    public Object usageSet(String set) throws UnrecognizedUsageParameterSetNameException {
        return table().usage().named(set);
    }

    // --- ProfileContext ---

    @Override
    public String getProfileTableName() {
        return table().name();
    }

    @Override
    public String getProfileName() {
        requireAssigned();
        return name;
    }

    @Override
    public ProfileLocalObject getProfileLocalObject() {
        requireAssigned();
        if (name == null) {
            throw new IllegalStateException("A default profile has no local object: " + this);
        }
        return table().local(name);
    }

    private void requireAssigned() {
        if (!assigned) {
            throw new IllegalStateException("The profile object is assigned to no profile: " + this);
        }
    }

    @Override
    public ProfileTable getProfileTable() {
        return table().view();
    }

    @Override
    public ProfileTable getProfileTable(String other) throws UnrecognizedProfileTableNameException {
        return table().surroundings().table(other).view();
    }

    @Override
    public Tracer getTracer(String tracer) {
        return table().tracer(tracer);
    }

    @Override
    public AlarmFacility getAlarmFacility() {
        return table().alarms();
    }

    private LightTransaction transaction() {
        return table().transactions().require();
    }

    @Override
    public void setRollbackOnly() {
        transaction().setRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        return transaction().isMarkedRollback();
    }

    @Override
    public String toString() {
        return "profile " + table().name() + "/" + name;
    }
}
