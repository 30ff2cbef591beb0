package javax.slee.management;

import java.util.Objects;
import javax.slee.EventTypeID;

/**
 * Describes an installed event type.
 */
public class EventTypeDescriptor extends ComponentDescriptor {
    private static final long serialVersionUID = 1L;

    private final String eventClass;

    /** Describes a component of this kind; nothing may be null. */
    public EventTypeDescriptor(
            EventTypeID component,
            DeployableUnitID deployableUnit,
            String source,
            LibraryID[] libraries,
            String eventClass) {
        super(component, deployableUnit, source, libraries);
        this.eventClass = Objects.requireNonNull(eventClass, "eventClass");
    }

    /** The name of the event class or interface. */
    public final String getEventClassName() {
        return eventClass;
    }

    @Override
    public String toString() {
        StringBuffer text = new StringBuffer("EventType[");
        super.toString(text);
        text.append(",eventClass=").append(eventClass);
        return text.append(']').toString();
    }
}
