package javax.slee.profile;

import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.Tracer;

/**
 * What the SLEE offers to one profile object.
 */
public interface ProfileContext {
    /** The name of the object's table. */
    String getProfileTableName() throws SLEEException;

    /** The name of the profile, or null for the table's default profile; only while the object has a profile. */
    String getProfileName() throws IllegalStateException, SLEEException;

    /** The profile's local object; only while the object has a profile. */
    ProfileLocalObject getProfileLocalObject() throws IllegalStateException, SLEEException;

    /** The object's table. */
    ProfileTable getProfileTable() throws SLEEException;

    /** The table of this name. */
    ProfileTable getProfileTable(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, SLEEException;

    /** The tracer of this name; the empty name is the root tracer. */
    Tracer getTracer(String tracerName) throws NullPointerException, IllegalArgumentException, SLEEException;

    /** The alarm facility with this table as source. */
    AlarmFacility getAlarmFacility() throws SLEEException;

    /** Dooms the current transaction. */
    void setRollbackOnly() throws TransactionRequiredLocalException, SLEEException;

    /** Whether the current transaction is doomed. */
    boolean getRollbackOnly() throws TransactionRequiredLocalException, SLEEException;
}
