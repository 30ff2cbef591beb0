package javax.slee.connection;

import jakarta.resource.ResourceException;

/**
 * Opens connections to one SLEE.
 */
public interface SleeConnectionFactory {
    /** A new connection. */
    SleeConnection getConnection() throws ResourceException;
}
