package javax.slee.management;

import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;

/**
 * Activates and deactivates services. Emits a {@link ServiceStateChangeNotification} per change of state.
 */
public interface ServiceManagementMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=ServiceManagement";

    /** The JMX type of changes of services' states. */
    String SERVICE_STATE_CHANGE_NOTIFICATION_TYPE = "javax.slee.management.servicestatechange";

    /** The state of a service. */
    ServiceState getState(ServiceID id) throws NullPointerException, UnrecognizedServiceException, ManagementException;

    /** The services in a state. */
    ServiceID[] getServices(ServiceState state) throws NullPointerException, ManagementException;

    /** Activates an inactive service. */
    void activate(ServiceID id)
            throws NullPointerException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException, ManagementException;

    /** Activates inactive services, all or none. */
    void activate(ServiceID[] ids)
            throws NullPointerException, InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException, ManagementException;

    /** Deactivates an active service. */
    void deactivate(ServiceID id)
            throws NullPointerException, UnrecognizedServiceException, InvalidStateException, ManagementException;

    /** Deactivates active services, all or none. */
    void deactivate(ServiceID[] ids)
            throws NullPointerException, InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    ManagementException;

    /** Deactivates one service and activates another at once. */
    void deactivateAndActivate(ServiceID deactivateID, ServiceID activateID)
            throws NullPointerException, InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException, ManagementException;

    /** Deactivates services and activates others at once, all or none. */
    void deactivateAndActivate(ServiceID[] deactivateIDs, ServiceID[] activateIDs)
            throws NullPointerException, InvalidArgumentException, UnrecognizedServiceException, InvalidStateException,
                    InvalidLinkNameBindingStateException, ManagementException;

    /** The name of the {@link ServiceUsageMBean} of a service. */
    ObjectName getServiceUsageMBean(ServiceID id)
            throws NullPointerException, UnrecognizedServiceException, ManagementException;
}
