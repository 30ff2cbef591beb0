package javax.slee.nullactivity;

import javax.slee.FactoryException;
import javax.slee.TransactionRequiredLocalException;

/**
 * Creates null activities.
 */
public interface NullActivityFactory {
    /** Where SBBs find the factory in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/nullactivity/factory";

    /** Creates a null activity, which exists if the transaction commits. */
    NullActivity createNullActivity() throws TransactionRequiredLocalException, FactoryException;
}
