package javax.slee.facilities;

import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.resource.ReceivableService;

/**
 * Tells resource adaptors which events a service may receive.
 */
public interface ServiceLookupFacility {
    /** The service of this identifier with its events. */
    ReceivableService getReceivableService(ServiceID service)
            throws NullPointerException, UnrecognizedServiceException, FacilityException;
}
