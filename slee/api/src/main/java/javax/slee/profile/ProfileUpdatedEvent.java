package javax.slee.profile;

import javax.slee.Address;

/**
 * A profile was changed; fired on its table's activity.
 */
public interface ProfileUpdatedEvent {
    /** The profile's name. */
    ProfileID getProfile();

    /** The profile's address. */
    Address getProfileAddress();

    /** The profile before the change, as its 1.0 interface. */
    Object getBeforeUpdateProfile();

    /** The profile after the change, as its 1.0 interface. */
    Object getAfterUpdateProfile();

    /** The profile before the change, as its local interface. */
    ProfileLocalObject getBeforeUpdateProfileLocal();

    /** The profile after the change, as its local interface. */
    ProfileLocalObject getAfterUpdateProfileLocal();
}
