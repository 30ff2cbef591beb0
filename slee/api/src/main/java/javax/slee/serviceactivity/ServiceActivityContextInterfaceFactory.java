package javax.slee.serviceactivity;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.UnrecognizedActivityException;

/**
 * Finds the activity context of a service activity.
 */
public interface ServiceActivityContextInterfaceFactory {
    /** Where SBBs find the factory in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/serviceactivity/activitycontextinterfacefactory";

    /** The activity context of a service activity. Needs a transaction. */
    ActivityContextInterface getActivityContextInterface(ServiceActivity activity)
            throws NullPointerException, TransactionRequiredLocalException, UnrecognizedActivityException,
                    FactoryException;
}
