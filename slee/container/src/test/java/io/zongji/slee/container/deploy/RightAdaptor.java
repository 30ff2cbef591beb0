package io.zongji.slee.container.deploy;

import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;

/** A resource adaptor that obeys every rule and does nothing, and the descriptors of its type and itself. */
public class RightAdaptor implements ResourceAdaptor {

    static final String TYPE_JAR = "<resource-adaptor-type-jar>"
            + UnitFolder.ref(
                    "resource-adaptor-type",
                    "resource-adaptor-type",
                    "Type",
                    "<resource-adaptor-type-classes><activity-type><activity-type-name>no.class.of.That"
                            + "</activity-type-name></activity-type>"
                            + "<activity-context-interface-factory-interface>"
                            + "<activity-context-interface-factory-interface-name>" + Factory.class.getName()
                            + "</activity-context-interface-factory-interface-name>"
                            + "</activity-context-interface-factory-interface>"
                            + "</resource-adaptor-type-classes>"
                            + UnitFolder.ref("event-type-ref", "event-type", "Ring", ""))
            + "</resource-adaptor-type-jar>";

    static final String JAR = "<resource-adaptor-jar>"
            + UnitFolder.ref(
                    "resource-adaptor",
                    "resource-adaptor",
                    "Adaptor",
                    UnitFolder.ref("resource-adaptor-type-ref", "resource-adaptor-type", "Type", "")
                            + "<resource-adaptor-classes><resource-adaptor-class><resource-adaptor-class-name>"
                            + RightAdaptor.class.getName()
                            + "</resource-adaptor-class-name></resource-adaptor-class></resource-adaptor-classes>"
                            + "<config-property><config-property-name>port</config-property-name>"
                            + "<config-property-type>java.lang.Integer</config-property-type>"
                            + "<config-property-value>5060</config-property-value></config-property>")
            + "</resource-adaptor-jar>";

    /** Finds the activity context of an activity. */
    public interface Factory {
        ActivityContextInterface getActivityContextInterface(String activity);
    }

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext context) {}

    @Override
    public void unsetResourceAdaptorContext() {}

    @Override
    public void raConfigure(ConfigProperties properties) {}

    @Override
    public void raUnconfigure() {}

    @Override
    public void raActive() {}

    @Override
    public void raStopping() {}

    @Override
    public void raInactive() {}

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) {}

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {}

    @Override
    public Object getResourceAdaptorInterface(String className) {
        return null;
    }

    @Override
    public Marshaler getMarshaler() {
        return null;
    }

    @Override
    public void serviceActive(ReceivableService service) {}

    @Override
    public void serviceStopping(ReceivableService service) {}

    @Override
    public void serviceInactive(ReceivableService service) {}

    @Override
    public void queryLiveness(ActivityHandle handle) {}

    @Override
    public Object getActivity(ActivityHandle handle) {
        return null;
    }

    @Override
    public ActivityHandle getActivityHandle(Object activity) {
        return null;
    }

    @Override
    public void administrativeRemove(ActivityHandle handle) {}

    @Override
    public void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {}

    @Override
    public void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason) {}

    @Override
    public void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {}

    @Override
    public void activityEnded(ActivityHandle handle) {}

    @Override
    public void activityUnreferenced(ActivityHandle handle) {}
}
