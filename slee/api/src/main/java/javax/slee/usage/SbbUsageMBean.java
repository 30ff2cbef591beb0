package javax.slee.usage;

import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.ManagementException;

/**
 * One usage parameter set of an SBB of 1.0.
 *
 * @deprecated use {@link UsageMBean}
 */
@Deprecated
public interface SbbUsageMBean {
    /** The JMX type of usage notifications of 1.0. */
    String USAGE_NOTIFICATION_TYPE = "javax.slee.management.usage";

    /** The service. */
    ServiceID getService() throws ManagementException;

    /** The SBB. */
    SbbID getSbb() throws ManagementException;

    /** The set's name, or null for the unnamed set. */
    String getUsageParameterSet() throws ManagementException;

    /** The client needs the MBean no more; not while there are listeners. */
    void close() throws InvalidStateException, ManagementException;

    /** Resets all usage parameters of the set. */
    void resetAllUsageParameters() throws ManagementException;
}
