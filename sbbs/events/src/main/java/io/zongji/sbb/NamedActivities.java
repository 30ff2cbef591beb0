package io.zongji.sbb;

import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.SLEEException;
import javax.slee.SbbLocalObject;
import javax.slee.facilities.ActivityContextNamingFacility;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.NameNotBoundException;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;

/**
 * The null activities on which calls, phones and the ACD find one another by name (JAIN SLEE 1.1, 7.9 and 13.4). Use it
 * inside a SLEE transaction.
 */
public final class NamedActivities {

    private final ActivityContextNamingFacility names;
    private final NullActivityFactory activities;
    private final NullActivityContextInterfaceFactory contexts;

    /**
     * Fetches the facilities.
     *
     * @param environment {@code java:comp/env} of an SBB
     */
    public NamedActivities(Context environment) throws NamingException {
        names = (ActivityContextNamingFacility) environment.lookup("slee/facilities/activitycontextnaming");
        activities = (NullActivityFactory) environment.lookup("slee/nullactivity/factory");
        contexts = (NullActivityContextInterfaceFactory)
                environment.lookup("slee/nullactivity/activitycontextinterfacefactory");
    }

    /**
     * Makes an activity to which its owner is attached.
     *
     * @throws SLEEException when the name is taken
     */
    public ActivityContextInterface open(String name, SbbLocalObject owner) {
        ActivityContextInterface activity = open(owner);
        name(activity, name);
        return activity;
    }

    /** Makes an activity that cannot be found yet, to which its owner is attached. */
    public ActivityContextInterface open(SbbLocalObject owner) {
        ActivityContextInterface activity = contexts.getActivityContextInterface(activities.createNullActivity());
        activity.attach(owner);
        return activity;
    }

    /**
     * Lets an activity be found.
     *
     * @throws SLEEException when the name is taken
     */
    public void name(ActivityContextInterface activity, String name) {
        try {
            names.bind(activity, name);
        } catch (NameAlreadyBoundException e) {
            throw new SLEEException("There is an activity " + name + " already", e);
        }
    }

    /** Lets an activity be found also by this name, unless another has it. */
    public void nameIfFree(ActivityContextInterface activity, String name) {
        if (names.lookup(name) == null) {
            name(activity, name);
        }
    }

    /** The activity of that name, unless there is none or it is about to end. */
    public Optional<ActivityContextInterface> find(String name) {
        return Optional.ofNullable(names.lookup(name)).filter(activity -> !activity.isEnding());
    }

    /** Takes a name back at once; without this an activity keeps it until its end. False when it had none. */
    public boolean release(String name) {
        try {
            names.unbind(name);
            return true;
        } catch (NameNotBoundException e) {
            return false;
        }
    }
}
