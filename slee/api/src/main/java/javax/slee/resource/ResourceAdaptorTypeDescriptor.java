package javax.slee.resource;

import java.util.Arrays;
import javax.slee.EventTypeID;
import javax.slee.management.ComponentDescriptor;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.LibraryID;

/**
 * Describes an installed resource adaptor type.
 */
public class ResourceAdaptorTypeDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final String[] activityTypes;
    private final String raInterface;
    private final EventTypeID[] eventTypes;

    /** Describes a component of this kind; only raInterface may be null. */
    public ResourceAdaptorTypeDescriptor(
            ResourceAdaptorTypeID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            String[] activityTypes,
            String raInterface,
            EventTypeID[] eventTypes) {
        super(component, deployableUnit, source, libraries);
        this.activityTypes = activityTypes.clone();
        this.raInterface = raInterface;
        this.eventTypes = eventTypes.clone();
    }

    /** The names of the activity classes or interfaces. */
    public final String[] getActivityTypes() {
        return activityTypes.clone();
    }

    /** The name of the interface for SBBs, or null. */
    public final String getResourceAdaptorInterface() {
        return raInterface;
    }

    /** The event types. */
    public final EventTypeID[] getEventTypes() {
        return eventTypes.clone();
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("ResourceAdaptorType[");
        super.toString(text);
        text.append(",activityTypes=").append(Arrays.asList(activityTypes));
        text.append(",raInterface=").append(raInterface);
        text.append(",eventTypes=").append(Arrays.asList(eventTypes));
        return text.append(']').toString();
    }
}
