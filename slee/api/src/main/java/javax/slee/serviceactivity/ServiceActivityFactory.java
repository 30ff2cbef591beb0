package javax.slee.serviceactivity;

import javax.slee.FactoryException;
import javax.slee.TransactionRequiredLocalException;

/**
 * Finds the service activity of the calling SBB.
 */
public interface ServiceActivityFactory {
    /** Where SBBs find the factory in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/serviceactivity/factory";

    /** The activity of the service for which the calling SBB works. Needs a transaction. */
    ServiceActivity getActivity() throws TransactionRequiredLocalException, FactoryException;
}
