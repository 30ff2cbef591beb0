package javax.slee.profile;

/**
 * The life cycle of a profile abstract class written for 1.0.
 */
public interface ProfileManagement {
    /** Sets the initial values of a new table's default profile. */
    void profileInitialize();

    /** The persistent state was read: transient state may follow. */
    void profileLoad();

    /** The persistent state is about to be written. */
    void profileStore();

    /** Checks the contents before they are committed. */
    void profileVerify() throws ProfileVerificationException;

    /** Whether uncommitted changes are there. */
    boolean isProfileDirty();

    /** Whether the contents would pass verification. */
    boolean isProfileValid(ProfileID profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException;

    /** Marks changed contents, so that they are written. */
    void markProfileDirty();
}
