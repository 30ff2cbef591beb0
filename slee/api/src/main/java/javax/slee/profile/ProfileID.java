package javax.slee.profile;

import java.io.Serializable;
import javax.slee.Address;
import javax.slee.AddressPlan;

/**
 * Names a profile: its table and its name within it.
 */
public class ProfileID implements Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    private String profileTableName;
    private String profileName;

    /** Names a profile; neither part may be null, and the table's name has no slash. */
    public ProfileID(String profileTableName, String profileName) {
        setProfileID(profileTableName, profileName);
    }

    /** Reads an address of plan {@code SLEE_PROFILE}, {@code table/profile}. */
    public ProfileID(Address address) {
        if (address.getAddressPlan() != AddressPlan.SLEE_PROFILE) {
            throw new IllegalArgumentException("Not an address of a profile: " + address);
        }
        String text = address.getAddressString();
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not table/profile: " + text);
        }
        setProfileID(text.substring(0, slash), text.substring(slash + 1));
    }

    /** Names another profile; kept for 1.0. */
    public final void setProfileID(String profileTableName, String profileName) {
        if (profileTableName == null || profileName == null) {
            throw new NullPointerException("profileTableName and profileName must not be null");
        }
        if (profileTableName.indexOf('/') >= 0) {
            throw new IllegalArgumentException("A profile table's name has no slash: " + profileTableName);
        }
        this.profileTableName = profileTableName;
        this.profileName = profileName;
    }

    /** The table's name. */
    public final String getProfileTableName() {
        return profileTableName;
    }

    /** The profile's name in its table. */
    public final String getProfileName() {
        return profileName;
    }

    /** The profile as an address of plan {@code SLEE_PROFILE}. */
    public final Address toAddress() {
        return new Address(AddressPlan.SLEE_PROFILE, profileTableName + '/' + profileName);
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof ProfileID other
                && profileTableName.equals(other.profileTableName)
                && profileName.equals(other.profileName);
    }

    @Override
    public int hashCode() {
        return profileTableName.hashCode() * 31 + profileName.hashCode();
    }

    @Override
    public String toString() {
        return "ProfileID[table=" + profileTableName + ",profile=" + profileName + "]";
    }

    @Override
    public Object clone() {
        return new ProfileID(profileTableName, profileName);
    }
}
