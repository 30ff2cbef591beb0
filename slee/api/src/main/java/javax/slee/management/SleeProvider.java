package javax.slee.management;

import javax.management.ObjectName;

/**
 * Where management clients begin. A vendor's class that implements it has a public constructor without parameters.
 */
public interface SleeProvider {
    /** The object name of the vendor's {@link SleeManagementMBean}. */
    ObjectName getSleeManagementMBean();
}
