package javax.slee.serviceactivity;

import javax.slee.ServiceID;

/**
 * The activity of an active service; it starts and ends with it.
 */
public interface ServiceActivity {
    /** The service. */
    ServiceID getService();
}
