package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.SleeContainer;
import java.util.List;
import java.util.Set;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.InvalidLinkNameBindingStateException;
import javax.slee.management.ManagementException;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.ServiceState;
import javax.slee.management.ServiceStateChangeNotification;

/** The services. Several services change state together or, if one of them may not, not at all. */
final class ServiceManagement extends NotifyingBean implements ServiceManagementMBean {
    private static final ServiceID[] NONE = {};

    private final SleeContainer container;
    private final UsageBeans usage;

    ServiceManagement(SleeContainer container, UsageBeans usage, OperationListener listener) {
        super(
                listener,
                ServiceManagementMBean.class,
                ServiceStateChangeNotification.class,
                SERVICE_STATE_CHANGE_NOTIFICATION_TYPE);
        this.container = container;
        this.usage = usage;
    }

    void changed(ServiceID service, ServiceState before, ServiceState now) {
        sendNotification(new ServiceStateChangeNotification(this, service, now, before, nextNumber()));
    }

    @Override
    public ServiceState getState(ServiceID id) throws UnrecognizedServiceException {
        return container.serviceState(requireNonNull(id, "id"));
    }

    @Override
    public ServiceID[] getServices(ServiceState state) {
        return container.servicesInState(requireNonNull(state, "state")).toArray(ServiceID[]::new);
    }

    @Override
    public void activate(ServiceID id)
            throws UnrecognizedServiceException, InvalidStateException, InvalidLinkNameBindingStateException {
        requireLinks(requireNonNull(id, "id"));
        container.activateService(id);
    }

    @Override
    public void activate(ServiceID[] ids)
            throws InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException {
        exchange(NONE, several(ids));
    }

    @Override
    public void deactivate(ServiceID id) throws UnrecognizedServiceException, InvalidStateException {
        container.deactivateService(requireNonNull(id, "id"));
    }

    @Override
    public void deactivate(ServiceID[] ids)
            throws InvalidArgumentException, UnrecognizedServiceException, InvalidStateException {
        container.exchangeServices(List.of(several(ids)), List.of());
    }

    @Override
    public void deactivateAndActivate(ServiceID deactivateID, ServiceID activateID)
            throws InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException {
        deactivateAndActivate(new ServiceID[] {deactivateID}, new ServiceID[] {activateID});
    }

    @Override
    public void deactivateAndActivate(ServiceID[] deactivateIDs, ServiceID[] activateIDs)
            throws InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException {
        Set<ServiceID> leaving = Set.of(several(deactivateIDs));
        for (ServiceID coming : several(activateIDs)) {
            if (leaving.contains(coming)) {
                throw new InvalidArgumentException(coming + " is to be both deactivated and activated");
            }
        }
        exchange(deactivateIDs, activateIDs);
    }

    private void exchange(ServiceID[] leaving, ServiceID[] coming)
            throws UnrecognizedServiceException, InvalidStateException, InvalidLinkNameBindingStateException {
        for (ServiceID id : coming) {
            requireLinks(id);
        }
        container.exchangeServices(List.of(leaving), List.of(coming));
    }

    private void requireLinks(ServiceID id) throws UnrecognizedServiceException, InvalidLinkNameBindingStateException {
        List<String> unbound = container.unboundLinks(id);
        if (!unbound.isEmpty()) {
            throw new InvalidLinkNameBindingStateException(id + " needs RA links that are not bound: " + unbound);
        }
    }

    private static ServiceID[] several(ServiceID[] ids) throws InvalidArgumentException {
        for (ServiceID id : ids) {
            requireNonNull(id, "id");
        }
        if (ids.length == 0 || List.of(ids).stream().distinct().count() < ids.length) {
            throw new InvalidArgumentException("No services, or one of them twice");
        }
        return ids;
    }

    @Override
    public ObjectName getServiceUsageMBean(ServiceID id) throws UnrecognizedServiceException, ManagementException {
        container.serviceState(requireNonNull(id, "id"));
        return usage.service(id, ServiceUsage.sbbsOf(container.repository(), id));
    }
}
