package javax.slee.nullactivity;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.UnrecognizedActivityException;

/**
 * Finds the activity context of a null activity.
 */
public interface NullActivityContextInterfaceFactory {
    /** Where SBBs find the factory in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/nullactivity/activitycontextinterfacefactory";

    /** The activity context of a null activity. Needs a transaction. */
    ActivityContextInterface getActivityContextInterface(NullActivity activity)
            throws NullPointerException, TransactionRequiredLocalException, UnrecognizedActivityException,
                    FactoryException;
}
