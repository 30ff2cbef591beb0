package javax.slee.profile;

import javax.slee.Address;

/**
 * A profile was removed from a table; fired on the table's activity.
 */
public interface ProfileRemovedEvent {
    /** The profile's name. */
    ProfileID getProfile();

    /** The profile's address. */
    Address getProfileAddress();

    /** The profile as it was removed from the table, as its 1.0 interface. */
    Object getRemovedProfile();

    /** The profile as it was removed from the table, as its local interface. */
    ProfileLocalObject getRemovedProfileLocal();
}
