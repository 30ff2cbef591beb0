package javax.slee.management;

import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * Starts and stops the SLEE and knows the other MBeans. Emits a {@link SleeStateChangeNotification} per change of state.
 */
public interface SleeManagementMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=SleeManagement";

    /** The JMX type of changes of the state. */
    String SLEE_STATE_CHANGE_NOTIFICATION_TYPE = "javax.slee.management.sleestatechange";

    /** The name of the implementation. */
    String getSleeName();

    /** The vendor of the implementation. */
    String getSleeVendor();

    /** The version of the implementation. */
    String getSleeVersion();

    /** The state of the SLEE. */
    SleeState getState() throws ManagementException;

    /** Starts the stopped SLEE. */
    void start() throws InvalidStateException, ManagementException;

    /** Stops the running SLEE. */
    void stop() throws InvalidStateException, ManagementException;

    /** Ends the process of the stopped SLEE; does not return. */
    void shutdown() throws InvalidStateException, ManagementException;

    /** The name of the {@link DeploymentMBean}. */
    ObjectName getDeploymentMBean();

    /** The name of the {@link ServiceManagementMBean}. */
    ObjectName getServiceManagementMBean();

    /** The name of the {@link ProfileProvisioningMBean}. */
    ObjectName getProfileProvisioningMBean();

    /** The name of the {@link TraceMBean}. */
    ObjectName getTraceMBean();

    /** The name of the {@link AlarmMBean}. */
    ObjectName getAlarmMBean();

    /** The name of the {@link ResourceManagementMBean}. */
    ObjectName getResourceManagementMBean();

    /** The names of the internal parts that emit notifications, or null. */
    String[] getSubsystems() throws ManagementException;

    /** Whether an internal part has usage parameters. */
    boolean hasUsage(String subsystemName)
            throws NullPointerException, UnrecognizedSubsystemException, ManagementException;

    /** The names of the usage parameter sets of an internal part. */
    String[] getUsageParameterSets(String subsystemName)
            throws NullPointerException, UnrecognizedSubsystemException, InvalidArgumentException, ManagementException;

    /** The name of the MBean of the unnamed usage parameter set of an internal part. */
    ObjectName getUsageMBean(String subsystemName)
            throws NullPointerException, UnrecognizedSubsystemException, InvalidArgumentException, ManagementException;

    /** The name of the MBean of a usage parameter set of an internal part. */
    ObjectName getUsageMBean(String subsystemName, String paramSetName)
            throws NullPointerException, UnrecognizedSubsystemException, InvalidArgumentException,
                    UnrecognizedUsageParameterSetNameException, ManagementException;

    /** The name of the MBean that enables the usage notifications of an internal part. */
    ObjectName getUsageNotificationManagerMBean(String subsystemName)
            throws NullPointerException, UnrecognizedSubsystemException, InvalidArgumentException, ManagementException;
}
