package javax.slee.management;

import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedSbbException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * The usage parameter sets of the SBBs of one service.
 */
public interface ServiceUsageMBean {
    /** The part that the object names of all such MBeans share. */
    String BASE_OBJECT_NAME = "javax.slee.management.usage:type=ServiceUsage";

    /** The property of the object name that has the service's name. */
    String SERVICE_NAME_KEY = "serviceName";

    /** The property of the object name that has the service's vendor. */
    String SERVICE_VENDOR_KEY = "serviceVendor";

    /** The property of the object name that has the service's version. */
    String SERVICE_VERSION_KEY = "serviceVersion";

    /** The service. */
    ServiceID getService() throws ManagementException;

    /** Creates a usage parameter set of an SBB. */
    void createUsageParameterSet(SbbID id, String paramSetName)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException,
                    UsageParameterSetNameAlreadyExistsException, ManagementException;

    /** Removes a usage parameter set of an SBB. */
    void removeUsageParameterSet(SbbID id, String paramSetName)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException,
                    UnrecognizedUsageParameterSetNameException, ManagementException;

    /** The names of the usage parameter sets of an SBB. */
    String[] getUsageParameterSets(SbbID id)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException, ManagementException;

    /** The name of the MBean of the unnamed usage parameter set of an SBB. */
    ObjectName getSbbUsageMBean(SbbID id)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException, ManagementException;

    /** The name of the MBean of a usage parameter set of an SBB. */
    ObjectName getSbbUsageMBean(SbbID id, String paramSetName)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException,
                    UnrecognizedUsageParameterSetNameException, ManagementException;

    /** The name of the MBean that enables the usage notifications of an SBB. */
    ObjectName getSbbUsageNotificationManagerMBean(SbbID id)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException, ManagementException;

    /** Resets all usage parameters of an SBB. */
    void resetAllUsageParameters(SbbID id)
            throws NullPointerException, UnrecognizedSbbException, InvalidArgumentException, ManagementException;

    /** Resets all usage parameters of the service. */
    void resetAllUsageParameters() throws ManagementException;

    /** The client needs the MBean no more. */
    void close() throws ManagementException;
}
