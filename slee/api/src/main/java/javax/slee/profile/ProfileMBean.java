package javax.slee.profile;

import javax.slee.InvalidStateException;
import javax.slee.management.ManagementException;

/**
 * Management of one profile. The MBean of a profile specification adds its attributes and management methods.
 */
public interface ProfileMBean {
    /** The part that the object names of all profile MBeans share. */
    String BASE_OBJECT_NAME = "javax.slee.profile:type=Profile";

    /** The property of the object name that has the table's name. */
    String PROFILE_TABLE_NAME_KEY = "profileTableName";

    /** The property of the object name that has the profile's name; empty for the default profile. */
    String PROFILE_NAME_KEY = "profileName";

    /** Allows changes, which others see after {@link #commitProfile()}. */
    void editProfile() throws ManagementException;

    /** Verifies and keeps the changes. */
    void commitProfile() throws InvalidStateException, ProfileVerificationException, ManagementException;

    /** Gives the changes up. */
    void restoreProfile() throws InvalidStateException, ManagementException;

    /** The client needs the MBean no more; not while it allows changes. */
    void closeProfile() throws InvalidStateException, ManagementException;

    /** Whether there are changes to be kept. */
    boolean isProfileDirty() throws ManagementException;

    /** Whether changes are allowed. */
    boolean isProfileWriteable() throws ManagementException;
}
