package javax.slee.profile;

/**
 * The activity of a profile table; lasts as long as the table and the SLEE's running.
 */
public interface ProfileTableActivity {
    /** The table's name. */
    String getProfileTableName();
}
