package javax.slee.resource;

import java.util.Timer;
import javax.slee.SLEEException;
import javax.slee.ServiceID;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.facilities.ServiceLookupFacility;
import javax.slee.facilities.Tracer;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.transaction.SleeTransactionManager;
import javax.slee.usage.NoUsageParametersInterfaceDefinedException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * What the SLEE offers to one resource adaptor object.
 */
public interface ResourceAdaptorContext {
    /** The resource adaptor's identifier. */
    ResourceAdaptorID getResourceAdaptor();

    /** The identifiers of the types that the resource adaptor implements. */
    ResourceAdaptorTypeID[] getResourceAdaptorTypes();

    /** The name of the resource adaptor entity. */
    String getEntityName();

    /** Starts and ends activities and fires events. */
    SleeEndpoint getSleeEndpoint();

    /** The alarms of this entity. */
    AlarmFacility getAlarmFacility();

    /** The tracer of this name for this entity; the empty name is the root tracer. */
    Tracer getTracer(String tracerName) throws NullPointerException, IllegalArgumentException, SLEEException;

    /** Finds event types. */
    EventLookupFacility getEventLookupFacility();

    /** Finds services. */
    ServiceLookupFacility getServiceLookupFacility();

    /** The transaction manager. */
    SleeTransactionManager getSleeTransactionManager();

    /** A timer shared with others; it cannot be cancelled as a whole. */
    Timer getTimer();

    /** A profile table. */
    ProfileTable getProfileTable(String profileTableName)
            throws NullPointerException, UnrecognizedProfileTableNameException, SLEEException;

    /** The entity's usage parameter set without a name. */
    Object getDefaultUsageParameterSet() throws NoUsageParametersInterfaceDefinedException, SLEEException;

    /** The entity's usage parameter set of this name. */
    Object getUsageParameterSet(String paramSetName)
            throws NullPointerException, NoUsageParametersInterfaceDefinedException,
                    UnrecognizedUsageParameterSetNameException, SLEEException;

    /** The service whose SBB the current thread is running, or null. */
    ServiceID getInvokingService();
}
