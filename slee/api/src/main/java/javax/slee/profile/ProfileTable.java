package javax.slee.profile;

import java.util.Collection;
import javax.slee.CreateException;
import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;

/**
 * A table of profiles of one specification, which may extend this interface with queries. All methods need a
 * transaction; the collections cannot be changed and leave out the default profile.
 */
public interface ProfileTable {
    /** Creates a profile. */
    ProfileLocalObject create(String profileName)
            throws NullPointerException, IllegalArgumentException, TransactionRequiredLocalException,
                    ReadOnlyProfileException, ProfileAlreadyExistsException, CreateException, SLEEException;

    /** The profile of this name, or null. */
    ProfileLocalObject find(String profileName)
            throws NullPointerException, TransactionRequiredLocalException, SLEEException;

    /** All profiles. */
    Collection<ProfileLocalObject> findAll() throws TransactionRequiredLocalException, SLEEException;

    /** All profiles whose attribute has this value. */
    Collection<ProfileLocalObject> findProfilesByAttribute(String attributeName, Object attributeValue)
            throws NullPointerException, IllegalArgumentException, TransactionRequiredLocalException, SLEEException;

    /** Any profile whose attribute has this value, or null. */
    ProfileLocalObject findProfileByAttribute(String attributeName, Object attributeValue)
            throws NullPointerException, IllegalArgumentException, TransactionRequiredLocalException, SLEEException;

    /** Removes a profile; false if there was none. */
    boolean remove(String profileName)
            throws NullPointerException, ReadOnlyProfileException, TransactionRequiredLocalException, SLEEException;
}
