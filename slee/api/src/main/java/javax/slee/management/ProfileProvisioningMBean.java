package javax.slee.management;

import java.util.Collection;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.profile.AttributeNotIndexedException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.profile.ProfileTableAlreadyExistsException;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileSpecificationException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.profile.UnrecognizedQueryNameException;
import javax.slee.profile.query.QueryExpression;

/**
 * Creates, removes and searches profile tables and profiles.
 */
public interface ProfileProvisioningMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=ProfileProvisioning";

    /** Creates a profile table. */
    void createProfileTable(ProfileSpecificationID id, String newProfileTableName)
            throws NullPointerException, UnrecognizedProfileSpecificationException, InvalidArgumentException,
                    ProfileTableAlreadyExistsException, ManagementException;

    /** Removes a profile table. */
    void removeProfileTable(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, ManagementException;

    /** The specification of a table. */
    ProfileSpecificationID getProfileSpecification(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, ManagementException;

    /** Renames a profile table. */
    void renameProfileTable(String oldProfileTableName, String newProfileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, InvalidArgumentException,
                    ProfileTableAlreadyExistsException, ManagementException;

    /** The name of the MBean of a table's default profile. */
    ObjectName getDefaultProfile(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, ManagementException;

    /** Creates a profile, which is seen when its MBean commits it; the name of the MBean. */
    ObjectName createProfile(String profileTableName, String newProfileName)
            throws NullPointerException, UnrecognizedProfileTableNameException, InvalidArgumentException,
                    ProfileAlreadyExistsException, ManagementException;

    /** Removes a profile. */
    void removeProfile(String profileTableName, String profileName)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedProfileNameException,
                    ManagementException;

    /** The name of the MBean of a profile. */
    ObjectName getProfile(String profileTableName, String profileName)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedProfileNameException,
                    ManagementException;

    /** The names of all profile tables. */
    Collection<String> getProfileTables() throws ManagementException;

    /** The names of the profile tables of a specification. */
    Collection<String> getProfileTables(ProfileSpecificationID id)
            throws NullPointerException, UnrecognizedProfileSpecificationException, ManagementException;

    /** The profiles of a table, without the default profile. */
    Collection<ProfileID> getProfiles(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, ManagementException;

    /**
     * The profiles of a table of 1.0 whose indexed attribute has this value.
     *
     * @deprecated use {@link #getProfilesByAttribute}
     */
    @Deprecated
    Collection<ProfileID> getProfilesByIndexedAttribute(
            String profileTableName, String attributeName, Object attributeValue)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeNotIndexedException, AttributeTypeMismatchException, ManagementException;

    /** The profiles of a table of 1.1 whose attribute has this value. */
    Collection<ProfileID> getProfilesByAttribute(String profileTableName, String attributeName, Object attributeValue)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    InvalidArgumentException, AttributeTypeMismatchException, ManagementException;

    /** The profiles that a query of the specification finds. */
    Collection<ProfileID> getProfilesByStaticQuery(String profileTableName, String queryName, Object[] parameters)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedQueryNameException,
                    InvalidArgumentException, AttributeTypeMismatchException, ManagementException;

    /** The profiles that meet a condition. */
    Collection<ProfileID> getProfilesByDynamicQuery(String profileTableName, QueryExpression expr)
            throws NullPointerException, UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeTypeMismatchException, ManagementException;

    /** The name of the {@link ProfileTableUsageMBean} of a table. */
    ObjectName getProfileTableUsageMBean(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, InvalidArgumentException,
                    ManagementException;
}
