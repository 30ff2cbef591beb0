package org.mobicents.slee;

import javax.slee.SbbContext;
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

/** What an SBB otherwise looks up below {@code java:comp/env/slee}, without JNDI. */
public interface SbbContextExt extends SbbContext {
    /**
     * The activity context interface factory of an RA type.
     *
     * @throws IllegalArgumentException there is no such type, or it has no factory
     */
    Object getActivityContextInterfaceFactory(ResourceAdaptorTypeID type);

    /**
     * The RA interface of the entity with this link.
     *
     * @throws IllegalArgumentException nothing is bound to the link
     */
    Object getResourceAdaptorInterface(ResourceAdaptorTypeID type, String entityLink);

    ActivityContextNamingFacility getActivityContextNamingFacility();

    AlarmFacility getAlarmFacility();

    NullActivityContextInterfaceFactory getNullActivityContextInterfaceFactory();

    NullActivityFactory getNullActivityFactory();

    ProfileFacility getProfileFacility();

    ProfileTableActivityContextInterfaceFactory getProfileTableActivityContextInterfaceFactory();

    ServiceActivityContextInterfaceFactory getServiceActivityContextInterfaceFactory();

    ServiceActivityFactory getServiceActivityFactory();

    TimerFacility getTimerFacility();

    @Override
    SbbLocalObjectExt getSbbLocalObject();
}
