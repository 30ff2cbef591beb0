package javax.slee.profile;

import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.TransactionRolledbackLocalException;

/**
 * A reference to a profile for components of the SLEE. Every profile local interface extends it.
 */
public interface ProfileLocalObject {
    /** Whether both refer to the same profile. */
    boolean isIdentical(ProfileLocalObject obj) throws SLEEException;

    /** The name of the profile's table. */
    String getProfileTableName() throws SLEEException;

    /** The name of the profile; null for a table's default profile. */
    String getProfileName() throws SLEEException;

    /** The profile's table. */
    ProfileTable getProfileTable() throws SLEEException;

    /** Removes the profile. Needs a transaction. */
    void remove() throws TransactionRequiredLocalException, TransactionRolledbackLocalException, SLEEException;
}
