package javax.slee.profile;

import javax.slee.CreateException;

/**
 * What the SLEE calls on a profile object: every profile abstract class of 1.1 implements it.
 */
public interface Profile {
    /** The object was created; the context stays the same during its life. */
    void setProfileContext(ProfileContext context);

    /** The object is about to be given up. */
    void unsetProfileContext();

    /** Sets the initial values of a new table's default profile. */
    void profileInitialize();

    /** A profile was added to a table and has the default profile's values. */
    void profilePostCreate() throws CreateException;

    /** The object was given a profile. */
    void profileActivate();

    /** The object is about to lose its profile. */
    void profilePassivate();

    /** The persistent state was read: transient state may follow. */
    void profileLoad();

    /** The persistent state is about to be written. */
    void profileStore();

    /** The profile is about to be removed. */
    void profileRemove();

    /** Checks the contents before they are committed. */
    void profileVerify() throws ProfileVerificationException;
}
