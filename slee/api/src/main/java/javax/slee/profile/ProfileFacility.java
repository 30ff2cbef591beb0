package javax.slee.profile;

import java.util.Collection;
import javax.slee.TransactionRolledbackLocalException;
import javax.slee.facilities.FacilityException;

/**
 * Finds profiles and profile tables for SBBs. All methods may be called without a transaction.
 */
public interface ProfileFacility {
    /** Where SBBs find this facility in JNDI. */
    String JNDI_NAME = "java:comp/env/slee/facilities/profile";

    /**
     * The names of a table's profiles as a collection of {@link ProfileID} that cannot be changed.
     *
     * @deprecated use {@link ProfileTable#findAll()}
     */
    @Deprecated
    Collection<ProfileID> getProfiles(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, TransactionRolledbackLocalException,
                    FacilityException;

    /**
     * The names of the profiles whose indexed attribute has this value, as a collection that cannot be changed.
     *
     * @deprecated use {@link ProfileTable#findProfilesByAttribute}
     */
    @Deprecated
    Collection<ProfileID> getProfilesByIndexedAttribute(
            String profileTableName, String attributeName, Object attributeValue)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeNotIndexedException, AttributeTypeMismatchException, TransactionRolledbackLocalException,
                    FacilityException;

    /**
     * The name of any profile whose indexed attribute has this value, or null.
     *
     * @deprecated use {@link ProfileTable#findProfileByAttribute}
     */
    @Deprecated
    ProfileID getProfileByIndexedAttribute(String profileTableName, String attributeName, Object attributeValue)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeNotIndexedException, AttributeTypeMismatchException, TransactionRolledbackLocalException,
                    FacilityException;

    /** The activity of a table, on which its events are fired. */
    ProfileTableActivity getProfileTableActivity(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, TransactionRolledbackLocalException,
                    FacilityException;

    /** The table of this name. */
    ProfileTable getProfileTable(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, FacilityException;
}
