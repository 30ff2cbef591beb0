package io.zongji.ra.store;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.journal.JournalEntry;
import java.time.Clock;
import javax.slee.Address;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;

/**
 * Gives services the application's configuration, journal and clock. It finds them in the {@link StoreRegistry} under the name that its
 * configuration property {@value #STORE} says, when it is activated or, if they are offered later, when they are first needed.
 */
public final class StoreResourceAdaptor implements ResourceAdaptor {

    /** The configuration property that names the store. */
    public static final String STORE = "store";

    private final CallCentreStore face = new Face();
    private ResourceAdaptorContext context;
    private volatile String name;
    private volatile TransactionalStore store;

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext newContext) {
        context = newContext;
    }

    @Override
    public void unsetResourceAdaptorContext() {
        context = null;
    }

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) throws InvalidConfigurationException {
        if (storeName(properties).isEmpty()) {
            throw new InvalidConfigurationException("The property \"" + STORE + "\" must name a store");
        }
    }

    @Override
    public void raConfigure(ConfigProperties properties) {
        name = storeName(properties);
    }

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {
        name = storeName(properties);
        store = null;
    }

    @Override
    public void raUnconfigure() {
        name = null;
        store = null;
    }

    private static String storeName(ConfigProperties properties) {
        ConfigProperties.Property property = properties.getProperty(STORE);
        Object value = property == null ? null : property.getValue();
        return value == null ? "" : value.toString().trim();
    }

    @Override
    public void raActive() {
        StoreRegistry.find(name).ifPresent(this::join);
    }

    @Override
    public void raStopping() {
        // services that are still stopping may append until the adaptor is inactive
    }

    @Override
    public void raInactive() {
        store = null;
    }

    private TransactionalStore join(CallCentreResources resources) {
        TransactionalStore joined = new TransactionalStore(resources, context.getSleeTransactionManager());
        store = joined;
        return joined;
    }

    private TransactionalStore store() {
        TransactionalStore known = store;
        return known != null ? known : find();
    }

    private synchronized TransactionalStore find() {
        if (store != null) {
            return store;
        }
        return StoreRegistry.find(name)
                .map(this::join)
                .orElseThrow(() -> new IllegalStateException("No store is offered under the name \"" + name + "\""));
    }

    @Override
    public Object getResourceAdaptorInterface(String className) {
        return CallCentreStore.class.getName().equals(className) ? face : null;
    }

    /** Stays the same for SBBs while the adaptor is activated and deactivated. */
    private final class Face implements CallCentreStore {

        @Override
        public Configuration configuration() {
            return store().configuration();
        }

        @Override
        public void append(JournalEntry entry) {
            store().append(entry);
        }

        @Override
        public PhoneRules phones() {
            return store().phones();
        }

        @Override
        public OutsideLines outside() {
            return store().outside();
        }

        @Override
        public Clock clock() {
            return store().clock();
        }
    }

    // No activities and no events: what follows has nothing to do.

    @Override
    public Marshaler getMarshaler() {
        return null;
    }

    @Override
    public void serviceActive(ReceivableService serviceInfo) {}

    @Override
    public void serviceStopping(ReceivableService serviceInfo) {}

    @Override
    public void serviceInactive(ReceivableService serviceInfo) {}

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
