package javax.slee.management;

import java.net.MalformedURLException;
import javax.slee.ComponentID;
import javax.slee.EventTypeID;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.UnrecognizedServiceException;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.resource.ResourceAdaptorID;
import javax.slee.resource.ResourceAdaptorTypeID;

/**
 * Installs and removes deployable units and tells what is installed.
 */
public interface DeploymentMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=Deployment";

    /** Installs a deployable unit. */
    DeployableUnitID install(String url)
            throws NullPointerException, MalformedURLException, AlreadyDeployedException, DeploymentException,
                    ManagementException;

    /** Removes a deployable unit and its components, unless others need them. */
    void uninstall(DeployableUnitID id)
            throws NullPointerException, UnrecognizedDeployableUnitException, DependencyException,
                    InvalidStateException, ManagementException;

    /** The unit that was installed from this URL. */
    DeployableUnitID getDeployableUnit(String url)
            throws NullPointerException, UnrecognizedDeployableUnitException, ManagementException;

    /** All installed units. */
    DeployableUnitID[] getDeployableUnits() throws ManagementException;

    /** All installed SBBs. */
    SbbID[] getSbbs() throws ManagementException;

    /** The SBBs of a service. */
    SbbID[] getSbbs(ServiceID service) throws NullPointerException, UnrecognizedServiceException, ManagementException;

    /** All installed event types. */
    EventTypeID[] getEventTypes() throws ManagementException;

    /** All installed profile specifications. */
    ProfileSpecificationID[] getProfileSpecifications() throws ManagementException;

    /** All installed services. */
    ServiceID[] getServices() throws ManagementException;

    /** All installed resource adaptor types. */
    ResourceAdaptorTypeID[] getResourceAdaptorTypes() throws ManagementException;

    /** All installed resource adaptors. */
    ResourceAdaptorID[] getResourceAdaptors() throws ManagementException;

    /** All installed libraries. */
    LibraryID[] getLibraries() throws ManagementException;

    /** The components that use a component. */
    ComponentID[] getReferringComponents(ComponentID id)
            throws NullPointerException, UnrecognizedComponentException, ManagementException;

    /** Describes a unit. */
    DeployableUnitDescriptor getDescriptor(DeployableUnitID id)
            throws NullPointerException, UnrecognizedDeployableUnitException, ManagementException;

    /** Describes units, in the same order, null where one is not installed. */
    DeployableUnitDescriptor[] getDescriptors(DeployableUnitID[] ids) throws NullPointerException, ManagementException;

    /** Describes a component. */
    ComponentDescriptor getDescriptor(ComponentID id)
            throws NullPointerException, UnrecognizedComponentException, ManagementException;

    /** Describes components, in the same order, null where one is not installed. */
    ComponentDescriptor[] getDescriptors(ComponentID[] ids) throws NullPointerException, ManagementException;

    /** Whether a unit is installed. */
    boolean isInstalled(DeployableUnitID id) throws NullPointerException, ManagementException;

    /** Whether a component is installed. */
    boolean isInstalled(ComponentID id) throws NullPointerException, ManagementException;
}
