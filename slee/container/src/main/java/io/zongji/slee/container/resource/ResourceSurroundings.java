package io.zongji.slee.container.resource;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.EventType;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.usage.UsageSources;
import java.util.Collection;
import java.util.function.Function;
import javax.slee.EventTypeID;
import javax.slee.ServiceID;
import javax.slee.profile.ProfileFacility;

/**
 * What RA entities share.
 *
 * @param eventTypes an installed event type by id; null if there is none
 * @param services the view of an installed service; null if there is none
 */
public record ResourceSurroundings(
        Activities activities,
        Alarms alarms,
        Tracing tracing,
        Function<EventTypeID, EventType> eventTypes,
        Function<ServiceID, ServiceView> services,
        ActiveServices activeServices,
        UsageSources usage,
        ProfileFacility profiles) {
    /** The services that are active now. */
    public interface ActiveServices {
        Collection<ServiceView> all();
    }
}
