package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import javax.naming.NamingException;
import javax.slee.SLEEException;
import javax.slee.facilities.ActivityContextNamingFacility;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.TimerFacility;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;
import javax.slee.profile.ProfileFacility;
import javax.slee.profile.ProfileTableActivityContextInterfaceFactory;
import javax.slee.resource.ResourceAdaptorTypeID;
import javax.slee.serviceactivity.ServiceActivityContextInterfaceFactory;
import javax.slee.serviceactivity.ServiceActivityFactory;
import org.mobicents.slee.SbbContextExt;

/** The getters of a context beyond JSR 240: the same objects as in the SBB's naming environment. */
abstract class FacilityAccess implements SbbContextExt {
    abstract ServiceSbb home();

    @Override
    public final Object getActivityContextInterfaceFactory(ResourceAdaptorTypeID type) {
        Object factory = home().surroundings().aciFactory(requireNonNull(type, "type"));
        return existing(factory, "activity context interface factory of " + type);
    }

    @Override
    public final Object getResourceAdaptorInterface(ResourceAdaptorTypeID type, String entityLink) {
        requireNonNull(entityLink, "entity link");
        Object found = home().surroundings().resourceAdaptorInterface(requireNonNull(type, "type"), entityLink);
        return existing(found, "interface of " + type + " at the link " + entityLink);
    }

    private static Object existing(Object found, String what) {
        if (found == null) {
            throw new IllegalArgumentException("There is no " + what);
        }
        return found;
    }

    @Override
    public final ActivityContextNamingFacility getActivityContextNamingFacility() {
        return (ActivityContextNamingFacility) lookUp("facilities/activitycontextnaming");
    }

    @Override
    public final AlarmFacility getAlarmFacility() {
        return (AlarmFacility) lookUp("facilities/alarm");
    }

    @Override
    public final NullActivityContextInterfaceFactory getNullActivityContextInterfaceFactory() {
        return (NullActivityContextInterfaceFactory) lookUp("nullactivity/activitycontextinterfacefactory");
    }

    @Override
    public final NullActivityFactory getNullActivityFactory() {
        return (NullActivityFactory) lookUp("nullactivity/factory");
    }

    @Override
    public final ProfileFacility getProfileFacility() {
        return (ProfileFacility) lookUp("facilities/profile");
    }

    @Override
    public final ProfileTableActivityContextInterfaceFactory getProfileTableActivityContextInterfaceFactory() {
        return (ProfileTableActivityContextInterfaceFactory)
                lookUp("facilities/profiletableactivitycontextinterfacefactory");
    }

    @Override
    public final ServiceActivityContextInterfaceFactory getServiceActivityContextInterfaceFactory() {
        return (ServiceActivityContextInterfaceFactory) lookUp("serviceactivity/activitycontextinterfacefactory");
    }

    @Override
    public final ServiceActivityFactory getServiceActivityFactory() {
        return (ServiceActivityFactory) lookUp("serviceactivity/factory");
    }

    @Override
    public final TimerFacility getTimerFacility() {
        return (TimerFacility) lookUp("facilities/timer");
    }

    private Object lookUp(String name) {
        try {
            return home().environment().lookup("env/slee/" + name);
        } catch (NamingException e) {
            throw new SLEEException("The environment lacks slee/" + name, e);
        }
    }
}
