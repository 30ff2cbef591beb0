package javax.slee.profile;

import javax.slee.Address;

/**
 * A profile was added to a table; fired on the table's activity.
 */
public interface ProfileAddedEvent {
    /** The profile's name. */
    ProfileID getProfile();

    /** The profile's address. */
    Address getProfileAddress();

    /** The profile as it was added to the table, as its 1.0 interface. */
    Object getAddedProfile();

    /** The profile as it was added to the table, as its local interface. */
    ProfileLocalObject getAddedProfileLocal();
}
