package javax.slee.profile;

/**
 * What a resource is called and how it is reached: the standard resource info profile.
 */
public interface ResourceInfoProfileCMP {
    /** The resource's name. */
    String getResourceName();

    /** Sets the resource's name. */
    void setResourceName(String resourceName);

    /** The resource's service identifiers. */
    String[] getServiceIDs();

    /** Sets the resource's service identifiers. */
    void setServiceIDs(String[] serviceIDs);
}
