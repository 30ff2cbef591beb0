package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.entity.SbbObject;
import io.zongji.slee.container.facility.Tracers;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.usage.UsageParameterSets;
import java.util.Optional;
import java.util.Timer;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.facilities.ServiceLookupFacility;
import javax.slee.facilities.Tracer;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;
import javax.slee.resource.SleeEndpoint;
import javax.slee.transaction.SleeTransactionManager;
import javax.slee.usage.NoUsageParametersInterfaceDefinedException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** What one RA entity is given of the SLEE. */
final class RaContext implements ResourceAdaptorContext {
    private final RaEntity entity;
    private final ResourceAdaptorComponent component;
    private final SleeEndpoint endpoint;
    private final FireableEvents events;
    private final ResourceSurroundings surroundings;
    private final Tracers tracers;
    private final AlarmFacility alarms;
    private final Optional<UsageParameterSets> usage;

    RaContext(
            RaEntity entity,
            ResourceAdaptorComponent component,
            SleeEndpoint endpoint,
            FireableEvents events,
            ResourceSurroundings surroundings) {
        this.entity = entity;
        this.component = component;
        this.endpoint = endpoint;
        this.events = events;
        this.surroundings = surroundings;
        this.tracers =
                surroundings.tracing().add(new ResourceAdaptorEntityNotification(entity.name()), "ra." + entity.name());
        this.alarms = surroundings.alarms().facilityFor(new ResourceAdaptorEntityNotification(entity.name()));
        this.usage = surroundings.usage().find(new ResourceAdaptorEntityNotification(entity.name()));
    }

    @Override
    public ResourceAdaptorID getResourceAdaptor() {
        return component.id();
    }

    @Override
    public ResourceAdaptorTypeID[] getResourceAdaptorTypes() {
        return component.types().toArray(ResourceAdaptorTypeID[]::new);
    }

    @Override
    public String getEntityName() {
        return entity.name();
    }

    @Override
    public SleeEndpoint getSleeEndpoint() {
        return endpoint;
    }

    @Override
    public AlarmFacility getAlarmFacility() {
        return alarms;
    }

    @Override
    public Tracer getTracer(String tracerName) {
        return tracers.tracer(tracerName);
    }

    @Override
    public EventLookupFacility getEventLookupFacility() {
        return events;
    }

    @Override
    public ServiceLookupFacility getServiceLookupFacility() {
        return this::receivableService;
    }

    private ReceivableService receivableService(ServiceID id) throws UnrecognizedServiceException {
        ServiceView service = surroundings.services().apply(requireNonNull(id, "service"));
        if (service == null) {
            throw new UnrecognizedServiceException("Not installed: " + id);
        }
        return service.restrictedTo(events::contains);
    }

    @Override
    public SleeTransactionManager getSleeTransactionManager() {
        return surroundings.activities().transactions();
    }

    @Override
    public Timer getTimer() {
        return entity.timer();
    }

    @Override
    public ProfileTable getProfileTable(String name) throws UnrecognizedProfileTableNameException {
        return surroundings.profiles().getProfileTable(name);
    }

    @Override
    public Object getDefaultUsageParameterSet() throws NoUsageParametersInterfaceDefinedException {
        return usage().unnamed();
    }

    @Override
    public Object getUsageParameterSet(String name)
            throws NoUsageParametersInterfaceDefinedException, UnrecognizedUsageParameterSetNameException {
        requireNonNull(name, "parameter set name");
        return usage().named(name);
    }

    private UsageParameterSets usage() throws NoUsageParametersInterfaceDefinedException {
        return usage.orElseThrow(
                () -> new NoUsageParametersInterfaceDefinedException(component.id() + " declares no usage parameters"));
    }

    @Override
    public ServiceID getInvokingService() {
        LightTransaction transaction = surroundings.activities().transactions().current();
        return transaction != null && transaction.running() instanceof SbbObject caller ? caller.getService() : null;
    }
}
