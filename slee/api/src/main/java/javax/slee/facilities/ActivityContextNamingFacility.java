package javax.slee.facilities;

import javax.slee.ActivityContextInterface;
import javax.slee.TransactionRequiredLocalException;

/**
 * Gives names to activity contexts, in one name space for the whole SLEE. All methods need a transaction.
 */
public interface ActivityContextNamingFacility {
    /** Where SBBs find the facility in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/facilities/activitycontextnaming";

    /** Gives a name, which is not empty, to an activity context. */
    void bind(ActivityContextInterface aci, String name)
            throws NullPointerException, IllegalArgumentException, TransactionRequiredLocalException,
                    NameAlreadyBoundException, FacilityException;

    /** Takes a name away. */
    void unbind(String name)
            throws NullPointerException, TransactionRequiredLocalException, NameNotBoundException, FacilityException;

    /** The activity context of this name, or null. */
    ActivityContextInterface lookup(String name)
            throws NullPointerException, TransactionRequiredLocalException, FacilityException;
}
