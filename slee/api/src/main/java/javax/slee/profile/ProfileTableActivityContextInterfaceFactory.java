package javax.slee.profile;

import javax.slee.ActivityContextInterface;
import javax.slee.FactoryException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.UnrecognizedActivityException;

/**
 * Turns the activity of a profile table into an activity context.
 */
public interface ProfileTableActivityContextInterfaceFactory {
    /** Where SBBs find this factory in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/facilities/profiletableactivitycontextinterfacefactory";

    /** The activity context of a table's activity. */
    ActivityContextInterface getActivityContextInterface(ProfileTableActivity activity)
            throws NullPointerException, TransactionRequiredLocalException, UnrecognizedActivityException,
                    FactoryException;
}
