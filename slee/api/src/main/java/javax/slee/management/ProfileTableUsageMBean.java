package javax.slee.management;

import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * The usage parameter sets of one profile table.
 */
public interface ProfileTableUsageMBean {
    /** The part that the object names of all such MBeans share. */
    String BASE_OBJECT_NAME = "javax.slee.management.usage:type=ProfileTableUsage";

    /** The property of the object name that has the table's name. */
    String PROFILE_TABLE_NAME_KEY = "profileTableName";

    /** The table's name. */
    String getProfileTableName() throws ManagementException;

    /** Creates a usage parameter set. */
    void createUsageParameterSet(String paramSetName)
            throws NullPointerException, InvalidArgumentException, UsageParameterSetNameAlreadyExistsException,
                    ManagementException;

    /** Removes a usage parameter set. */
    void removeUsageParameterSet(String paramSetName)
            throws NullPointerException, UnrecognizedUsageParameterSetNameException, ManagementException;

    /** The names of the usage parameter sets. */
    String[] getUsageParameterSets() throws ManagementException;

    /** The name of the MBean of the unnamed usage parameter set. */
    ObjectName getUsageMBean() throws ManagementException;

    /** The name of the MBean of a usage parameter set. */
    ObjectName getUsageMBean(String paramSetName)
            throws NullPointerException, UnrecognizedUsageParameterSetNameException, ManagementException;

    /** The name of the MBean that enables the usage notifications. */
    ObjectName getUsageNotificationManagerMBean() throws ManagementException;

    /** Resets all usage parameters. */
    void resetAllUsageParameters() throws ManagementException;

    /** The client needs the MBean no more. */
    void close() throws ManagementException;
}
